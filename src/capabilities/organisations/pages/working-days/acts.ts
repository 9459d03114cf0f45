import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { DIVISIONS } from '../../../../timing/working/division.ts';
import { addClosedDays, changeWorkingWeek, removeClosedDays } from '../../actions/working-week.ts';
import { closedDaysProblem } from '../../rules/closed-days.ts';
import { readOffice, WEEKDAYS, type WrittenHours } from '../../rules/office-week.ts';
import { view } from './page.ts';

const HERE = '/organisation/working-days';

const divisionShape = z.object({
  division: z.enum(DIVISIONS, 'Choose whose bank holidays the organisation keeps'),
});

/** Bank holidays and office hours, stored together. */
export async function saveWorkingDays(visit: SignedInVisit): Promise<Answer> {
  const { value, errors = [], answers } = readForm(divisionShape, visit.form);
  const hours = writtenHours(visit.form);
  const { office, problems } = readOffice(hours);
  const wrong = problems.map(({ field, weekday, text }) => ({ href: `#${field}-${weekday + 1}`, text }));
  if (!value || wrong.length)
    return view(visit, { errors: [...errors, ...wrong], division: answers.division ?? '', hours });
  const changed = await visit.within(within => changeWorkingWeek(within, { ...value, office }, visit.now()));
  return redirect(
    HERE,
    changed ? 'Saved. Working days are counted by it from now on.' : 'Nothing was changed.',
  );
}

const writtenHours = (form: Record<string, unknown>): WrittenHours[] =>
  WEEKDAYS.map((_, at) => ({
    opens: shortText(form[`opens-${at + 1}`]),
    closes: shortText(form[`closes-${at + 1}`]),
  }));

const shortText = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 20) : '');

const whatShape = z.object({
  what: z
    .string('Enter why you are closed')
    .transform(text => text.replaceAll('\0', '').trim())
    .pipe(
      z
        .string()
        .min(1, 'Enter why you are closed')
        .max(120, 'Why you are closed must be 120 characters or fewer'),
    ),
});

/** One day, or a stretch of them where a last day is given too. */
export async function postClosedDays(visit: SignedInVisit): Promise<Answer> {
  const { value, errors = [], answers } = readForm(whatShape, visit.form);
  const first = readDay(visit.form, 'from', { asked: 'the first day', needed: true });
  const last = readDay(visit.form, 'to', { asked: 'the last day' });
  const closing = { what: answers.what, from: first.answers, to: last.answers };
  const again = (problems: typeof errors) => view(visit, { errors: problems, closing });
  const problems = [...first.errors, ...last.errors, ...errors];
  if (!value || !first.day || problems.length) return again(problems);
  const days = { from: first.day, to: last.day ?? first.day, what: value.what };
  const wrong = closedDaysProblem(days, visit.today());
  if (wrong) return again(fieldProblem(`${wrong.field}-day`, wrong.text));
  const added = await visit.within(within => addClosedDays(within, days, visit.now()));
  if (isRefused(added)) return again(fieldProblem('from-day', WHY_NOT[added.refused]));
  return redirect(HERE, 'Added. Nobody is reminded then, and it does not count as a working day.');
}

const WHY_NOT = {
  'there-already': 'These days are in the list already',
  'too-many': 'The list is full. Remove days of long ago first',
};

const removeShape = z.object({ id: z.uuid().toLowerCase() });

export async function postRemoveClosedDays(visit: SignedInVisit): Promise<Answer> {
  const asked = removeShape.safeParse(visit.form);
  if (!asked.success) return notFound;
  const removed = await visit.within(within => removeClosedDays(within, asked.data.id, visit.now()));
  return isRefused(removed) ? notFound : redirect(HERE, 'Removed. The history keeps that it was there.');
}
