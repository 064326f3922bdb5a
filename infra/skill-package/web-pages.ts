import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StoreLanguage } from './disclaimers';
import { CONTACT_TO_BE_GIVEN } from './package-settings';
import { webPage } from './web-page';

/** The pages that the manifest points to, by the name that their source in `docs/` and their file on the web have, without its ending. */
export const WEB_PAGES: Readonly<
  Record<StoreLanguage, { readonly privacyPolicy: string; readonly termsOfUse: string }>
> = {
  en: { privacyPolicy: 'privacy-policy', termsOfUse: 'terms-of-use' },
  es: { privacyPolicy: 'privacy-policy.es', termsOfUse: 'terms-of-use.es' },
};

const ROOT = path.join(__dirname, '..', '..');

/** Where `npm run package` writes the pages, ready to be put on the web as they are. */
export const WEB_PAGES_DIR = path.join(ROOT, 'dist', 'pages');

/** Write the pages as HTML into `outDir`, which is emptied first, with the address of whoever answers for the skill. */
export async function writeWebPages(contactEmail: string | null, outDir = WEB_PAGES_DIR): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  for (const language of ['en', 'es'] as const) {
    for (const name of Object.values(WEB_PAGES[language])) {
      const markdown = await readFile(path.join(ROOT, 'docs', `${name}.md`), 'utf8');
      const page = webPage(markdown.replaceAll(CONTACT_TO_BE_GIVEN, contactEmail ?? CONTACT_TO_BE_GIVEN), language);
      await writeFile(path.join(outDir, `${name}.html`), page);
    }
  }
}
