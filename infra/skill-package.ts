import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ICON_SIZES, iconFile, iconPath } from './skill-package/icons';
import { readLocaleModel } from './skill-package/locale-model';
import { buildManifest, ENDPOINT_TO_BE_PUT_IN } from './skill-package/manifest';
import type { PackageDraft } from './skill-package/package-draft';
import { faultsIn } from './skill-package/package-rules';
import {
  cautionsOf,
  PAGES_URL_TO_BE_GIVEN,
  type PackageSettings,
  readPackageSettings,
} from './skill-package/package-settings';

/** What Alexa is given to make the skill of: a manifest, an interaction model per locale, and icons. */
export interface SkillPackage {
  readonly dir: string;
  readonly locales: readonly string[];
  /** Why it must not be submitted to the store as it is, a line each; none when it may be. */
  readonly cautions: readonly string[];
}

const ROOT = path.join(__dirname, '..');

/** Where `npm run package` writes the package and the stack takes it from. */
export const SKILL_PACKAGE_DIR = path.join(ROOT, 'dist', 'skill-package');

/**
 * Check the skill package and write it into `outDir`, which is emptied first: `skill.json`, `interactionModels/custom/<locale>.json` and
 * `assets/images/`. Its endpoint is {@link ENDPOINT_TO_BE_PUT_IN} where none is given. The same source gives the same bytes.
 * @throws Error with one line per fault, and nothing is written: whoever wrote the source of it, or gave the settings
 */
export async function buildSkillPackage(
  outDir = SKILL_PACKAGE_DIR,
  settings = readPackageSettings(process.env),
  endpoint = ENDPOINT_TO_BE_PUT_IN,
): Promise<SkillPackage> {
  const draft = await readDraft(settings, endpoint);
  const faults = faultsIn(draft);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  await write(draft, outDir);
  return { dir: outDir, locales: draft.models.map(({ locale }) => locale), cautions: cautionsOf(settings) };
}

/**
 * Gather what the package is made of, unchecked.
 * @throws Error of one line when a file of it is missing or no model
 */
export async function readDraft({ pagesUrl }: PackageSettings, endpoint: string): Promise<PackageDraft> {
  const [models, assets, code, news, { version }] = await Promise.all([
    readModels(path.join(ROOT, 'interaction-model')),
    readIcons(),
    readCode(path.join(ROOT, 'lambda', 'alexa')),
    readJson<{ readonly version: string }>('interaction-model/whats-new.json'),
    readJson<{ readonly version: string }>('package.json'),
  ]);
  const { version: newsVersion, ...updates } = news;
  const manifest = buildManifest({ pagesUrl: pagesUrl ?? PAGES_URL_TO_BE_GIVEN, endpoint, updates });
  return { manifest, models, assets, code, version, newsVersion };
}

async function readModels(folder: string): Promise<PackageDraft['models']> {
  const files = (await readdir(folder)).filter((name) => /^[a-z]{2}-[A-Z]{2}\.json$/.test(name)).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      try {
        return readLocaleModel(path.basename(file, '.json'), text);
      } catch (error) {
        throw new Error(`interaction-model/${file} is no interaction model: ${(error as Error).message}`, {
          cause: error,
        });
      }
    }),
  );
}

/** Icons that were not drawn are left out here and missed by the rules. */
async function readIcons(): Promise<PackageDraft['assets']> {
  const drawn = ICON_SIZES.filter((pixels) => existsSync(iconFile(pixels)));
  const read = drawn.map(async (pixels) => [iconPath(pixels), await readFile(iconFile(pixels))] as const);
  return new Map(await Promise.all(read));
}

async function readCode(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  return (await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))).join('\n');
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(ROOT, file), 'utf8')) as T;
}

async function write({ manifest, models, assets }: PackageDraft, outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  const files = new Map<string, string | Buffer>([
    ['skill.json', `${JSON.stringify({ manifest }, null, 2)}\n`],
    ...models.map(({ locale, json }) => [`interactionModels/custom/${locale}.json`, json] as const),
    ...assets,
  ]);
  for (const [file, content] of files) {
    await mkdir(path.dirname(path.join(outDir, file)), { recursive: true });
    await writeFile(path.join(outDir, file), content);
  }
}
