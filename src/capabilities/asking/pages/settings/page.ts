import { z } from 'zod';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { keepSettings } from '../../actions/keep-settings.ts';
import { askingSettings } from '../../queries/settings.ts';
import type { AskingSettings } from '../../settings.ts';
import { ASKING } from '../which.ts';

const whole = (words: string, least: number, most: number) =>
  z.coerce.number(words).int(words).min(least, words).max(most, words);

const shape = z.object({
  hour: whole('Choose an hour', 0, 23),
  remindBefore: whole('Enter a number of working days from 0 to 20', 0, 20),
  remindAfter: z
    .string()
    .transform(text =>
      [
        ...new Set(
          text
            .split(/[\s,;]+|and/)
            .filter(Boolean)
            .map(Number),
        ),
      ].sort((a, b) => a - b),
    )
    .refine(
      days => days.length <= 5 && days.every(one => Number.isInteger(one) && one >= 1 && one <= 40),
      'Enter up to five numbers of working days from 1 to 40, like 2, 5',
    ),
  tellAfter: whole('Enter a number of working days from 1 to 40', 1, 40),
  snoozes: whole('Enter a number from 0 to 10', 0, 10),
  closeAfter: whole('Enter a number of months from 1 to 24', 1, 24),
});

/** When the daily message goes, when people are reminded, and when somebody else is told. */
export async function settingsPage(visit: SignedInVisit): Promise<Answer> {
  return show(await visit.within(askingSettings));
}

export async function postSettings(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) return show(answers, errors);
  const kept = await visit.within(within => keepSettings(within, value, visit.now()));
  return redirect(
    '/asking/settings',
    kept ? 'From now on people are asked like this.' : 'Nothing was changed.',
  );
}

const HOURS = Array.from({ length: 14 }, (_, at) => at + 6).map(hour => ({
  value: String(hour),
  text: hour === 12 ? '12 noon' : hour < 12 ? `${hour}am` : `${hour - 12}pm`,
}));

function show(
  settings: AskingSettings | Record<string, string>,
  errors?: { href: string; text: string }[],
): Answer {
  const { hour, remindBefore, remindAfter, tellAfter, snoozes, closeAfter } = settings;
  const days = Array.isArray(remindAfter) ? remindAfter.join(', ') : remindAfter;
  const facts = {
    answers: { hour: String(hour), remindBefore, remindAfter: days, tellAfter, snoozes, closeAfter },
    hours: HOURS,
    errors,
  };
  const frame = {
    title: 'When and how often people are asked',
    trail: [ASKING, { text: 'When and how often' }],
  };
  return page('asking/pages/settings/settings.njk', facts, frame, errors ? 422 : 200);
}
