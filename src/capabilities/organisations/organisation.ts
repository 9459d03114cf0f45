import { z } from 'zod';
import { asColour, judgeColour } from '../../platform/govuk/contrast.ts';
import type { Subject } from '../../platform/history/history.ts';

/** What a new organisation begins with, until it chooses its own: dark enough for words on white. */
export const FIRST_COLOUR = '#0b4f54';

/** The longest name, in characters, as the table holds it. */
const LONGEST = 120;

export const organisationName = z
  .string({ error: 'Enter the name of the organisation' })
  .trim()
  .min(1, 'Enter the name of the organisation')
  .max(LONGEST, `Enter a name of ${LONGEST} characters or fewer`);

/** "#0b4f54"; refused where words could not be read on it, or in it on white (WCAG 2.2, 1.4.3). */
export const organisationColour = z.string({ error: 'Enter a colour' }).transform((given, problem) => {
  const colour = asColour(given);
  if (!colour) {
    problem.addIssue('Enter a colour as six digits or letters from a to f, like 0b4f54');
    return z.NEVER;
  }
  const { why } = judgeColour(colour);
  if (why) problem.addIssue(why);
  return colour;
});

/** The months in which spring may begin: as meteorologists count, a month before, or with the quarter from April. */
export const SPRING_MONTHS = [2, 3, 4];

/** "April", for 4. */
export const monthName = (month: number): string =>
  Temporal.PlainDate.from({ year: 2025, month, day: 1 }).toLocaleString('en-GB', { month: 'long' });

/** Under which an organisation's own history is kept. */
export const organisationSubject = (id: string): Subject => ({ kind: 'organisation', id });
