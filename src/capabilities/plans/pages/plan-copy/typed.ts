import { z } from 'zod';
import type { StandingPlan } from '../../queries/standing-plan.ts';
import { type CopyChoice, titleLater, usualMonths } from '../../rules/copy/choice.ts';

/** As far as a plan can be moved, in years. */
const FURTHEST = 20;

const whole = (name: string, most: number) =>
  z.coerce
    .number(`Enter the ${name} as a number`)
    .int(`Enter the ${name} as a whole number`)
    .min(-most, `Enter ${most} ${name} or fewer`)
    .max(most, `Enter ${most} ${name} or fewer`);

/** Read from an address for the preview, and from the form that makes the copy. */
export const copyShape = z
  .object({
    years: whole('years', FURTHEST),
    months: whole('months', 11),
    title: z
      .string('Enter a title')
      .transform(title => title.replaceAll('\0', '').trim())
      .pipe(z.string().min(1, 'Enter a title').max(300, 'The title must be 300 characters or fewer')),
    leaveDone: z.literal('yes').optional().catch(undefined),
    emptyTold: z.literal('yes').optional().catch(undefined),
    takeAlong: z.literal('yes').optional().catch(undefined),
  })
  .refine(({ years, months }) => years || months, {
    path: ['years'],
    message: 'Enter by how much the dates move',
  });

export const choiceOf = (read: z.output<typeof copyShape>): CopyChoice => ({
  months: read.years * 12 + read.months,
  title: read.title,
  leaveDone: read.leaveDone === 'yes',
  emptyTold: read.emptyTold === 'yes',
  takeAlong: read.takeAlong === 'yes',
});

/** What most copies are: from the plan's period to the next, without what is done and what was told of it. */
export function usualChoice(plan: Pick<StandingPlan, 'title' | 'periodFrom' | 'periodTo'>): CopyChoice {
  const months = usualMonths(plan);
  return { months, title: titleLater(plan.title, months), leaveDone: true, emptyTold: true, takeAlong: true };
}

/** A choice as the fields of the form. */
export const answersOf = ({
  months,
  title,
  leaveDone,
  emptyTold,
  takeAlong,
}: CopyChoice): Record<string, string> => ({
  years: String(Math.trunc(months / 12)),
  months: String(months % 12),
  title,
  leaveDone: leaveDone ? 'yes' : '',
  emptyTold: emptyTold ? 'yes' : '',
  takeAlong: takeAlong ? 'yes' : '',
});
