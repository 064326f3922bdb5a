export interface PngSize {
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Read how large a PNG is, in pixels; null when the bytes are no PNG.
 * Source: the PNG specification: the signature is followed by the IHDR chunk, which begins with width and height, four bytes each.
 */
export function pngSize(bytes: Buffer): PngSize | null {
  const isPng = bytes.subarray(0, 8).equals(SIGNATURE) && bytes.toString('latin1', 12, 16) === 'IHDR';
  return isPng && bytes.length >= 24 ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}
