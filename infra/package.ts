import path from 'node:path';
import { buildSkillPackage, SKILL_PACKAGE_DIR } from './skill-package';
import { PACKAGE_USAGE, readPackageOptions } from './skill-package/package-options';
import { cautionsOf, readPackageSettings } from './skill-package/package-settings';
import { WEB_PAGES_DIR, writeWebPages } from './skill-package/web-pages';

async function main(): Promise<void> {
  const { publish, endpoint, help } = readPackageOptions(process.argv.slice(2));
  if (help) return console.log(PACKAGE_USAGE);
  const settings = readPackageSettings(process.env);
  const cautions = cautionsOf(settings);
  if (publish && cautions.length > 0) throw new Error(cautions.join('\n'));
  const { dir, locales } = await buildSkillPackage(SKILL_PACKAGE_DIR, settings, endpoint);
  await writeWebPages(settings.contactEmail);
  console.log(`${shown(dir)}: ${locales.join(', ')}`);
  console.log(`${shown(WEB_PAGES_DIR)}: privacy policy and terms of use`);
  for (const caution of cautions) console.warn(`warning: ${caution}`);
}

function shown(folder: string): string {
  return path.relative(process.cwd(), folder);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
