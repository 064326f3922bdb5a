import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../infra/skill-package';
import { readLocaleModel } from '../../infra/skill-package/locale-model';
import type { SkillManifest } from '../../infra/skill-package/manifest';
import type { PackageDraft } from '../../infra/skill-package/package-draft';
import { faultsIn, PACKAGE_RULES } from '../../infra/skill-package/package-rules';
import type { Workspace } from '../bench/workspace';

/** A skill package out of its zip, with its manifest as Alexa would have it. */
export interface UnpackedPackage {
  readonly manifest: SkillManifest;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly locales: readonly string[];
}

const ROOT = path.join(__dirname, '..', '..');
const MODELS = /^interactionModels\/custom\/([a-z]{2}-[A-Z]{2})\.json$/;

/**
 * Read a package and merge into its manifest what the template overrides.
 * @throws Error of one line when a file of it has no place in a skill package
 */
export function readPackage(files: ReadonlyMap<string, Buffer>, overrides: unknown): UnpackedPackage {
  const stray = [...files.keys()].find(
    (name) => name !== 'skill.json' && !MODELS.test(name) && !/^assets\/images\/[\w-]+\.png$/.test(name),
  );
  if (stray !== undefined) throw new Error(`The package holds ${stray}, which has no place in it`);
  const { manifest } = JSON.parse(fileIn(files, 'skill.json').toString()) as { manifest: SkillManifest };
  const locales = [...files.keys()].flatMap((name) => MODELS.exec(name)?.[1] ?? []).sort();
  return { manifest: merged(manifest, overrides) as SkillManifest, files, locales };
}

export function modelFileOf(locale: string): string {
  return `interactionModels/custom/${locale}.json`;
}

/** The endpoints of requests and of events, in the manifest as Alexa would have it. */
export function endpointsIn({ manifest }: UnpackedPackage): readonly (string | undefined)[] {
  return [manifest.apis?.custom?.endpoint?.uri, manifest.events?.endpoint?.uri];
}

/**
 * Hold what is in the zip to the same rules as its source, with the source of the skill for what it uses and the project for its version.
 * @throws Error with one line per fault
 */
export async function holdToRules(unpacked: UnpackedPackage): Promise<number> {
  const { code, version, newsVersion } = await readDraft({ pagesUrl: null, contactEmail: null }, '');
  const draft: PackageDraft = {
    manifest: unpacked.manifest,
    models: unpacked.locales.map((locale) =>
      readLocaleModel(locale, fileIn(unpacked.files, modelFileOf(locale)).toString()),
    ),
    assets: new Map([...unpacked.files].filter(([name]) => name.startsWith('assets/'))),
    code,
    version,
    newsVersion,
  };
  const faults = faultsIn(draft);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return PACKAGE_RULES.length;
}

/**
 * Have the compiler hold manifest and models against the types of ask-smapi-model.
 * @throws Error with what the compiler complained of
 */
export async function holdToTypes({ dir, run }: Workspace, unpacked: UnpackedPackage): Promise<void> {
  const folder = path.join(dir, 'types');
  mkdirSync(folder);
  const typed = (name: string, type: string, value: string): void => {
    const text = `import type { v1 } from 'ask-smapi-model';\nexport const value: ${type} = ${value};\n`;
    writeFileSync(path.join(folder, `${name}.ts`), text);
  };
  typed('manifest', 'v1.skill.Manifest.SkillManifestEnvelope', JSON.stringify({ manifest: unpacked.manifest }));
  for (const locale of unpacked.locales) {
    typed(
      locale,
      'v1.skill.interactionModel.InteractionModelData',
      fileIn(unpacked.files, modelFileOf(locale)).toString(),
    );
  }
  const paths = { 'ask-smapi-model': [path.join(ROOT, 'node_modules', 'ask-smapi-model')] };
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: 'node16',
    target: 'es2022',
    types: [],
    paths,
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  await run(path.join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', folder, '--pretty', 'false'], {
    timeoutMs: 120_000,
  });
}

/** As CloudFormation documents it of `Overrides`: what it names replaces what the manifest has there; the rest stays. */
function merged(value: unknown, override: unknown): unknown {
  if (!isRecord(value) || !isRecord(override)) return override ?? value;
  const keys = new Set([...Object.keys(value), ...Object.keys(override)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(value[key], override[key])]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fileIn(files: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const file = files.get(name);
  if (file === undefined) throw new Error(`The package has no ${name}`);
  return file;
}
