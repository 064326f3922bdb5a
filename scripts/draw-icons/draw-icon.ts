import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Where the drawing and what is made of it lie. */
export const ICONS_DIR = path.join(__dirname, '..', '..', 'interaction-model', 'icons');

/** Widths and heights that the store wants, in pixels. Source: the manifest's schema. */
export const ICON_SIZES = [108, 512] as const;

export function iconFile(pixels: number): string {
  return path.join(ICONS_DIR, `icon-${pixels}.png`);
}

/**
 * Draw a square SVG as a PNG. The same drawing gives the same bytes: it holds no text, so that no font of the machine comes into it.
 * @throws Error when the drawing is no SVG: whoever drew it
 */
export async function drawIcon(svg: string, pixels: number): Promise<Buffer> {
  await loaded();
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: pixels } });
  const image = drawing.render();
  try {
    return Buffer.from(image.asPng());
  } finally {
    image.free();
    drawing.free();
  }
}

let loading: Promise<void> | undefined;

/** The renderer may be loaded only once in a process. */
function loaded(): Promise<void> {
  loading ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  return loading;
}
