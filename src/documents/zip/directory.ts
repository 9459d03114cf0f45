import { Unreadable } from '../unreadable.ts';

/** One file inside a zip archive, as the archive's own directory declares it. Sizes in bytes. */
export type ZipEntry = {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  size: number;
  offset: number;
};

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const UNKNOWN_32 = 0xffffffff;
/** A Word document holds a few dozen files; a directory of thousands is made to exhaust the reader. */
const MOST_ENTRIES = 5000;

const damaged = () =>
  new Unreadable(
    'This file is damaged or was not fully copied. Open it in the program that made it, save it again and upload the new copy.',
  );

/** Reads the directory at the end of a zip archive (APPNOTE.TXT 4.3.12 to 4.3.16). Inflates nothing. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  try {
    let at = directoryOffset(view);
    while (view.getUint32(at, true) === ENTRY) {
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const entry: ZipEntry = {
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      };
      widen(entry, view, at + 46 + nameLength, extraLength);
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) throw damaged();
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    }
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : damaged();
  }
  return entries;
}

function directoryOffset(view: DataView): number {
  // The end record is 22 bytes, followed by a comment of at most 65,535.
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65536; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const offset = view.getUint32(at + 16, true);
    if (offset !== UNKNOWN_32) return offset;
    if (view.getUint32(at - 20, true) !== END_64_LOCATOR) throw damaged();
    const end64 = Number(view.getBigUint64(at - 12, true));
    return Number(view.getBigUint64(end64 + 48, true));
  }
  throw damaged();
}

/** Takes the 64-bit sizes from the extra field where the 32-bit ones say "look there". */
function widen(entry: ZipEntry, view: DataView, start: number, length: number): void {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== UNKNOWN_32) continue;
      entry[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
    return;
  }
}
