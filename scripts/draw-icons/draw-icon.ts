import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

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
