import { z } from 'zod';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Words on one line. @param asked what is asked for, to be put into the sentence of a problem */
export const neededLine = (asked: string, most: number) =>
  z
    .string({ error: `Enter ${asked}` })
    .transform(oneLine)
    .refine(text => text.length > 0, `Enter ${asked}`)
    .refine(text => text.length <= most, `Enter ${most} characters or fewer`);
