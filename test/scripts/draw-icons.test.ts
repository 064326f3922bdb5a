import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ICON_SIZES, ICONS_DIR, iconFile } from '../../infra/skill-package/icons';
import { pngSize } from '../../infra/skill-package/png';
import { drawIcon } from '../../scripts/draw-icons/draw-icon';

const SVG = readFileSync(path.join(ICONS_DIR, 'icon.svg'), 'utf8');

describe.each(ICON_SIZES)('the icon of %d pixels', (pixels) => {
  it('is what its drawing shows: run npm run icons when this fails', async () => {
    expect((await drawIcon(SVG, pixels)).equals(readFileSync(iconFile(pixels)))).toBe(true);
  });

  it('is a PNG of that size', () => {
    expect(pngSize(readFileSync(iconFile(pixels)))).toEqual({ width: pixels, height: pixels });
  });
});

describe('the drawing', () => {
  it('holds no text and nothing from elsewhere, so that it looks the same everywhere', () => {
    expect(SVG).not.toMatch(/<text|<image|href=|url\((?!#)|font/);
  });

  it('is refused when it is none', async () => {
    await expect(drawIcon('tea', 108)).rejects.toThrow();
  });
});

describe('the size of a PNG', () => {
  it('is not that of anything else', () => {
    expect(pngSize(Buffer.from(SVG))).toBeNull();
    expect(pngSize(Buffer.alloc(0))).toBeNull();
    expect(pngSize(readFileSync(iconFile(108)).subarray(0, 20))).toBeNull();
  });
});
