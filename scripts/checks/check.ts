/** Something that stays true of the whole project, and a way to look whether it does. */
export type Check = {
  /** What holds, as a sentence. */
  sentence: string;
  /** What does not hold, a sentence for each place; empty when all is well. */
  run: () => Promise<string[]>;
};
