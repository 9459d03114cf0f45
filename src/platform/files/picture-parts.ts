import { BrokenPicture, joined, viewOf, within } from './broken-picture.ts';

const letters = (bytes: Uint8Array, from: number, many: number): string =>
  String.fromCharCode(...within(bytes, from, from + many));

/** The parts that draw the picture: image, palette, transparency, colours, density, animation. Source: PNG 3rd edition, 11. */
const PNG_DRAWS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** Texts, times and Exif go, and whatever nobody knows: of an unknown part nobody can say what it tells. */
export function pngWithoutNotes(content: Uint8Array): Uint8Array {
  const parts = [within(content, 0, 8)];
  const view = viewOf(content);
  for (let at = 8; ; ) {
    if (at + 12 > content.length) throw new BrokenPicture();
    const end = at + 12 + view.getUint32(at);
    const name = letters(content, at + 4, 4);
    if (PNG_DRAWS.has(name)) parts.push(within(content, at, end));
    if (name === 'IEND') return joined(parts);
    at = end;
  }
}

/** Likewise of a WebP. Source: RFC 9649, 2.7. */
const WEBP_DRAWS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** The bits of VP8X that say that Exif and XMP follow. */
const NOTES_FOLLOW = 0b0000_1100;

export function webpWithoutNotes(content: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const view = viewOf(content);
  const whole = 8 + view.getUint32(4, true);
  for (let at = 12; at < whole; ) {
    if (at + 8 > content.length) throw new BrokenPicture();
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    const name = letters(content, at, 4);
    const part = Uint8Array.from(within(content, at, Math.min(end, content.length)));
    if (name === 'VP8X') part[8]! &= ~NOTES_FOLLOW;
    if (WEBP_DRAWS.has(name)) parts.push(part);
    at = end;
  }
  const body = joined(parts);
  const head = Uint8Array.from(within(content, 0, 12));
  viewOf(head).setUint32(4, body.length + 4, true);
  return joined([head, body]);
}

const EXTENSION = 0x21;
const DRAWING = 0x2c;
const END = 0x3b;

/** Comments and application data go, but for how often an animation runs. Source: GIF89a, 17 to 27. */
export function gifWithoutNotes(content: Uint8Array): Uint8Array {
  const start = 13 + colours(content[10]!);
  const parts = [within(content, 0, start)];
  for (let at = start; ; ) {
    const kind = content[at];
    if (kind === END) return joined([...parts, Uint8Array.of(END)]);
    const end =
      kind === EXTENSION
        ? endOfBlocks(content, at + 2)
        : kind === DRAWING
          ? endOfDrawing(content, at)
          : undefined;
    if (end === undefined) throw new BrokenPicture();
    if (kind === DRAWING || isDrawn(content, at)) parts.push(within(content, at, end));
    at = end;
  }
}

/** How long the table of colours is that a packed byte announces. */
const colours = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

const endOfDrawing = (content: Uint8Array, at: number): number =>
  endOfBlocks(content, at + 10 + colours(content[at + 9]!) + 1);

function endOfBlocks(content: Uint8Array, from: number): number {
  let at = from;
  while (content[at]) at += content[at]! + 1;
  if (at >= content.length) throw new BrokenPicture();
  return at + 1;
}

const CONTROL = 0xf9;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;

const isDrawn = (content: Uint8Array, at: number): boolean =>
  content[at + 1] === CONTROL ||
  content[at + 1] === PLAIN_TEXT ||
  (content[at + 1] === APPLICATION && letters(content, at + 3, 11) === 'NETSCAPE2.0');
