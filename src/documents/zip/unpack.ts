import { Inflate } from 'fflate';
import { Unreadable } from '../unreadable.ts';
import { type ZipEntry, zipDirectory } from './directory.ts';

/** Bytes. A plan of 500 pages with its styles unpacks to some 40 megabytes; pictures are never unpacked. */
const MOST_UNPACKED = 60_000_000;
/** Repetitive XML packs up to about 100 to 1; deflate itself allows 1032 to 1. */
const MOST_RATIO = 400;
const RATIO_COUNTS_FROM = 5_000_000;
const LOCAL_HEADER = 0x04034b50;
/** At most 1032 times this is inflated before the sizes are looked at again. */
const SLICE = 16_384;

const tooMuch = () =>
  new Unreadable(
    'This file unpacks to far more than a document holds, so it was not opened. Save the plan as a new file and upload that.',
  );
const damaged = () =>
  new Unreadable(
    'This file is damaged or was not fully copied. Open it in the program that made it, save it again and upload the new copy.',
  );

/** An archive whose declared sizes have been checked, and whose files are inflated one at a time, counted. */
export type Archive = { names: string[]; text: (name: string) => string | undefined };

/**
 * Opens a zip archive without inflating anything yet.
 * Both what the archive declares and what really comes out are held under 60 MB for the whole file,
 * so neither an honest nor a lying zip bomb can fill the memory.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = new Map(zipDirectory(bytes).map(entry => [entry.name.replaceAll('\\', '/'), entry]));
  if (entries.size === 0) throw damaged();
  let left = MOST_UNPACKED;
  const text = (name: string) => {
    const entry = entries.get(name.replace(/^\//, ''));
    if (!entry) return undefined;
    const unpacked = unpack(bytes, entry, left);
    left -= unpacked.byteLength;
    return decode(unpacked);
  };
  return { names: [...entries.keys()], text };
}

function unpack(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  if (entry.encrypted) {
    throw new Unreadable(
      'This file is protected by a password. Remove the password, save the file and upload it again.',
    );
  }
  if (entry.size > most) throw tooMuch();
  if (entry.size > RATIO_COUNTS_FROM && entry.size > entry.packed * MOST_RATIO) throw tooMuch();
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  return inflate(packed, entry.size);
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + 30 > bytes.byteLength || view.getUint32(at, true) !== LOCAL_HEADER) throw damaged();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packed > bytes.byteLength) throw damaged();
  return bytes.subarray(start, start + entry.packed);
}

function inflate(packed: Uint8Array, declared: number): Uint8Array {
  const out = new Uint8Array(declared);
  let length = 0;
  const stream = new Inflate(chunk => {
    if (length + chunk.byteLength > declared) throw tooMuch();
    out.set(chunk, length);
    length += chunk.byteLength;
  });
  try {
    for (let at = 0; at < packed.byteLength || at === 0; at += SLICE) {
      stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.byteLength);
    }
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : damaged();
  }
  if (length !== declared) throw damaged();
  return out;
}

function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(utf16).decode(bytes);
}
