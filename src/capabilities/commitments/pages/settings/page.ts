import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { SHIFTS } from '../../../../timing/series/known.ts';
import { UNITS } from '../../../../timing/series/series.ts';
import { keepSettings } from '../../actions/keep-settings.ts';
import { type CommitmentSettings, commitmentSettings } from '../../settings.ts';
import { type Answers, answersIn, Reader } from '../promise-form/answers.ts';
import { readGraceDays, readWarningDays } from '../promise-form/days-around.ts';
import { UNIT_WORDS } from '../promise-form/kinds/kind.ts';
import { LIMITS, limitAnswers, readLimit } from '../promise-form/kinds/triggered.ts';

export const PROMISE_SETTINGS = '/organisation/promises';

/** How the organisation counts its promises. */
export async function settingsPage(visit: SignedInVisit): Promise<Answer> {
  return show(answersOf(await visit.within(commitmentSettings)));
}

const answersOf = ({ shift, soon, look, graceDays, warningDays }: CommitmentSettings): Answers => ({
  shift,
  agreed: soon ? 'yes' : 'no',
  ...(soon ? limitAnswers(soon.limit, soon.workingDays) : {}),
  count: String(look.count),
  unit: look.unit,
  graceDays: String(graceDays),
  warningDays: String(warningDays),
});

export async function postSettings(visit: SignedInVisit): Promise<Answer> {
  const answers = answersIn(visit.form);
  const asked = new Reader(answers);
  const shift = asked.one('shift', SHIFTS, 'Choose what becomes of such a day');
  const agreed = asked.one('agreed', ['yes', 'no'] as const, 'Choose whether it is agreed');
  const soon = agreed === 'yes' ? readLimit(asked) : undefined;
  const count = asked.whole('count', { least: 1, most: 60, words: 'Enter a number from 1 to 60' });
  const unit = asked.one('unit', UNITS, 'Choose weeks, months or another period');
  const graceDays = readGraceDays(asked);
  const warningDays = readWarningDays(asked);
  if (asked.errors.length || !shift || !count || !unit) return show(answers, asked.errors);
  const settings = { shift, look: { count, unit }, graceDays: graceDays ?? 0, warningDays: warningDays ?? 0 };
  const wanted = { ...settings, ...(soon && { soon }) };
  const kept = await visit.within(within => keepSettings(within, wanted, visit.now()));
  return redirect(
    PROMISE_SETTINGS,
    kept ? 'Saved. Promises are counted so from now on.' : 'Nothing was changed.',
  );
}

const LIMIT_WORDS = {
  'at-once': 'at once',
  minutes: 'minutes',
  hours: 'hours',
  days: 'days',
  'working-days': 'working days',
  weeks: 'weeks',
  months: 'months',
};

function show(answers: Answers, errors?: PageError[]): Answer {
  const facts = {
    here: PROMISE_SETTINGS,
    answers,
    units: UNITS.map(value => ({ value, text: UNIT_WORDS[value] })),
    limits: LIMITS.flatMap(value => (value === 'soon' ? [] : [{ value, text: LIMIT_WORDS[value] }])),
    errors,
  };
  const title = 'How promises are counted';
  const trail = [{ text: 'Organisation', href: '/organisation' }, { text: title }];
  return page('commitments/pages/settings/settings.njk', facts, { title, trail }, errors ? 422 : 200);
}
