import { inflateRawSync } from 'node:zlib';

/**
 * Read every file of a zip, by its path in it.
 * Source: PKWARE's APPNOTE 6.3: the end record (4.3.16) leads to the central directory (4.3.12), and that to each file (4.3.7).
 * @throws Error of one line on bytes that are no such zip, or a path that leads out of its folder
 */
export function unzip(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('These bytes are no zip');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    if (name.startsWith('/') || name.split('/').includes('..')) throw new Error(`The zip holds ${name}`);
    if (!name.endsWith('/')) files.set(name, contentAt(zip, at));
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function contentAt(zip: Buffer, entry: number): Buffer {
  const method = zip.readUInt16LE(entry + 10);
  const local = zip.readUInt32LE(entry + 42);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed);
  throw new Error(`The zip uses method ${method}`);
}

const STORED = 0;
const DEFLATED = 8;
