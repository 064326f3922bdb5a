import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ICON_SIZES, ICONS_DIR, iconFile } from '../infra/skill-package/icons';
import { drawIcon } from './draw-icons/draw-icon';

/** Draws the store's icons from `interaction-model/icons/icon.svg`. */
async function main(): Promise<void> {
  const svg = await readFile(path.join(ICONS_DIR, 'icon.svg'), 'utf8');
  for (const pixels of ICON_SIZES) {
    const png = await drawIcon(svg, pixels);
    await writeFile(iconFile(pixels), png);
    console.log(`${path.relative(process.cwd(), iconFile(pixels))}: ${png.length} bytes`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
