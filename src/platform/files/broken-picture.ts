/** A picture whose parts do not fit together, so that nobody can say that nothing is left in it. */
export class BrokenPicture extends Error {}

export const joined = (parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

export const within = (content: Uint8Array, from: number, to: number): Uint8Array => {
  if (from < 0 || to > content.length || to < from) throw new BrokenPicture();
  return content.subarray(from, to);
};

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
