import { z } from 'zod';

/** Characters: a sentence or two. */
const LONGEST = 500;

const words = z
  .string()
  .catch('')
  .transform(text => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim());

/** Why somebody does what others will ask about. */
export const reasonAsked = (missing: string) =>
  words.pipe(z.string().min(1, missing).max(LONGEST, `The reason must be ${LONGEST} characters or fewer`));
