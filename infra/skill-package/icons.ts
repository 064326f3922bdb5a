import path from 'node:path';

/** Widths and heights of the icons that the store wants, in pixels. Source: the manifest's schema; sure H. */
export const ICON_SIZES = [108, 512] as const;

export type IconSize = (typeof ICON_SIZES)[number];

/** Where the drawing and the icons that are made of it lie in the repository. */
export const ICONS_DIR = path.join(__dirname, '..', '..', 'interaction-model', 'icons');

/** An icon's file in the repository. */
export function iconFile(pixels: IconSize): string {
  return path.join(ICONS_DIR, iconName(pixels));
}

/** Where an icon lies in the package. That `file://assets/images/` names a file of it is seen in published skills; sure M. */
export function iconPath(pixels: IconSize): string {
  return `assets/images/${iconName(pixels)}`;
}

function iconName(pixels: IconSize): string {
  return `icon-${pixels}.png`;
}
