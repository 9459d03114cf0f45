import { z } from 'zod';
import { readTimeOfDay } from '../../../../language/time-of-day.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { LONGEST_NOTE, LONGEST_TITLE } from '../../happening.ts';
import { SET_OFF_BY, type SetOffBy } from '../../promise.ts';

export type Said = { kind: SetOffBy; title: string; note: string; at: Temporal.Instant };
export type Read = { said?: Said; errors: PageError[]; answers: Record<string, string> };

const words = (what: string, most: number) =>
  z
    .string()
    .catch('')
    .transform(text => text.trim())
    .pipe(z.string().max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`));

const shape = z.object({
  kind: z.enum(SET_OFF_BY, 'Choose what kind of thing happened'),
  title: words('What happened', LONGEST_TITLE)
    .transform(text => text.replace(/\s+/g, ' '))
    .pipe(z.string().min(1, 'Enter what happened, in a few words')),
  note: words('The note', LONGEST_NOTE),
});

/** A public body records what is past, and what is known to come. In years. */
const FURTHEST = 2;

/** What somebody says happened, and when on the clocks of the organisation. */
export function readHappening(form: Record<string, unknown>, zone: string, today: Temporal.PlainDate): Read {
  const { value, errors = [], answers } = readForm(shape, form);
  const on = readDay(form, 'happened', { asked: 'the day it happened', needed: true });
  const typed = (answers.time ?? '').slice(0, 20);
  const time = readTimeOfDay(typed);
  const wrong = [...errors, ...on.errors, ...wrongTime(time), ...tooFar(on.day, today)];
  if (!value || wrong.length || !on.day || !time) return { errors: wrong, answers };
  const at = on.day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
  return { said: { ...value, at }, errors: [], answers };
}

const wrongTime = (time: Temporal.PlainTime | undefined): PageError[] =>
  time ? [] : [{ href: '#time', text: 'Enter the time it happened, like 14:30 or 2.30pm' }];

function tooFar(on: Temporal.PlainDate | null, today: Temporal.PlainDate): PageError[] {
  if (!on) return [];
  const near =
    Temporal.PlainDate.compare(on, today.subtract({ years: FURTHEST })) >= 0 &&
    Temporal.PlainDate.compare(on, today.add({ years: FURTHEST })) <= 0;
  return near
    ? []
    : [{ href: '#happened-day', text: 'The day it happened must be within two years of today' }];
}
