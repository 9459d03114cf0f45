import { Unreadable } from '../unreadable.ts';

/**
 * Text from bytes: UTF-8 or UTF-16 by their marks or by their look, else Windows-1252,
 * which is what older British office programs write.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (looksBinary(text)) {
    throw new Unreadable(
      'This file is not text. Save the plan as a Word document (.docx) or as plain text and upload that.',
    );
  }
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  // In UTF-16 nearly every second byte of English text is zero.
  if (zeros[1]! > start.length / 4 && zeros[0]! < start.length / 20) return 'utf-16le';
  if (zeros[0]! > start.length / 4 && zeros[1]! < start.length / 20) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Control characters other than tab, breaks and escape stand in no text; nor do many that could not be decoded. */
const isOdd = (code: number) => (code < 32 && !(code >= 9 && code <= 13) && code !== 27) || code === 0xfffd;

function looksBinary(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at++) if (isOdd(text.charCodeAt(at))) odd++;
  return odd > 4 && odd > text.length / 200;
}
