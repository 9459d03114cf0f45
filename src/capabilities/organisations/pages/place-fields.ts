import { z } from 'zod';

const oneLine = (text: string): string => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();

/** Words on one line, or none. */
export const line = (most: number) =>
  z
    .string()
    .transform(oneLine)
    .refine(text => text.length <= most, `Enter ${most} characters or fewer`)
    .default('');

/** @param asked what is asked for, to be put into the sentence of a problem */
export const neededLine = (asked: string, most: number) =>
  z
    .string({ error: `Enter ${asked}` })
    .transform(oneLine)
    .refine(text => text.length > 0, `Enter ${asked}`)
    .refine(text => text.length <= most, `Enter ${most} characters or fewer`);

/** Words over several lines, or none. */
export const someLines = (most: number) =>
  z
    .string()
    .transform(text => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .refine(text => text.length <= most, `Enter ${most} characters or fewer`)
    .default('');

const address = z.email().max(254);

export const emailOrNone = z
  .string()
  .transform(text => oneLine(text).toLowerCase())
  .refine(
    text => !text || address.safeParse(text).success,
    'Enter an email address in the right format, like name@example.com',
  )
  .default('');
