/** A file that no reader may fall over, and what is to become of it. */
export type OddFile = {
  what: string;
  /** As its owner calls it. */
  name: string;
  bytes: () => Uint8Array | Promise<Uint8Array>;
  /** The sentence that refuses it; where there is none, it is read. */
  refused?: RegExp;
  /** Words that must stand in its reading, and words that must not. */
  holds?: RegExp;
  lacks?: RegExp;
};
