import { BrokenPicture, joined, viewOf, within } from './broken-picture.ts';

// Source: ITU-T T.81 annex B for the segments, CIPA DC-008 (Exif 2.32) for what stands in APP1.

const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const isAppData = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;

/** JFIF's density, the colour profile, and Adobe's note on how colours are kept: needed to draw the picture right. */
const NEEDED = [
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
] as const;

/** Every segment of application data and every comment goes, but for what drawing needs; the way up is written anew. */
export function jpegWithoutPlace(content: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let way: number | undefined;
  for (const { marker, segment } of segments(content)) {
    if (isAppData(marker)) way ??= wayUp(segment);
    if (marker !== COMMENT && (!isAppData(marker) || isNeeded(marker, segment))) parts.push(segment);
  }
  const upright = way === undefined || way === 1 ? [] : [exifOfWay(way)];
  return joined([within(content, 0, 2), ...upright, ...parts, END]);
}

const END = Uint8Array.of(0xff, 0xd9);

/**
 * The segments between the start and the end of the picture, a scan with all that it draws. What phones hang behind the
 * end (other pictures, with notes of their own) is none of it.
 */
function* segments(content: Uint8Array): Generator<{ marker: number; segment: Uint8Array }> {
  const view = viewOf(content);
  for (let at = 2; ; ) {
    if (at + 2 > content.length || content[at] !== 0xff) throw new BrokenPicture();
    const marker = content[at + 1]!;
    if (marker === END[1]) return;
    if (marker === 0xff) {
      at += 1; // padding before a marker
      continue;
    }
    if (at + 4 > content.length) throw new BrokenPicture();
    const head = at + 2 + view.getUint16(at + 2);
    const end = marker === START_OF_SCAN ? endOfScan(content, head) : head;
    yield { marker, segment: within(content, at, end) };
    at = end;
  }
}

/** In a scan 0xff is followed by 0 or by a restart marker; any other marker ends it. */
function endOfScan(content: Uint8Array, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1];
    const goesOn = next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (next !== undefined && !goesOn) return at;
  }
  throw new BrokenPicture();
}

const isNeeded = (marker: number, segment: Uint8Array): boolean =>
  NEEDED.some(([one, name]) => one === marker && startsWith(segment, 4, name));

const startsWith = (bytes: Uint8Array, from: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[from + index] === letter.charCodeAt(0));

const ORIENTATION = 0x0112;

/** How the picture is to be turned (1 to 8), from the first directory of its Exif part. */
function wayUp(segment: Uint8Array): number | undefined {
  if (segment[1] !== 0xe1 || !startsWith(segment, 4, 'Exif\0\0')) return undefined;
  const tiff = segment.subarray(10);
  if (tiff.length < 8) return undefined;
  const view = viewOf(tiff);
  const little = startsWith(tiff, 0, 'II');
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const way = view.getUint16(at + 8, little);
    return way >= 1 && way <= 8 ? way : undefined;
  }
  return undefined;
}

/** An Exif part that says which way up the picture is, and nothing else. */
function exifOfWay(way: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
}
