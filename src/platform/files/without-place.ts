import { jpegWithoutPlace } from './jpeg-without-place.ts';
import type { KindOfFile } from './kind-of-file.ts';
import { gifWithoutNotes, pngWithoutNotes, webpWithoutNotes } from './picture-parts.ts';

/**
 * A picture without what a camera or phone wrote into it besides the picture: where and when it was taken, by which
 * device, and often a small copy of it. Which way up it is shown stays. Other files come back as they are.
 * @throws BrokenPicture for a picture that ends before it should or whose parts do not fit together
 */
export function withoutPlace(content: Uint8Array, { mediaType }: KindOfFile): Uint8Array {
  return WAYS[mediaType]?.(content) ?? content;
}

const WAYS: Record<string, (content: Uint8Array) => Uint8Array> = {
  'image/jpeg': jpegWithoutPlace,
  'image/png': pngWithoutNotes,
  'image/webp': webpWithoutNotes,
  'image/gif': gifWithoutNotes,
};
