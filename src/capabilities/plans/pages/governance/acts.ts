import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { recordAgreement, recordShowing, takeBack } from '../../actions/govern-plan.ts';
import { VERSIONS_AGREED } from '../../governance.ts';
import { planIdOf } from '../which.ts';
import { showGovernance } from './page.ts';

const words = (needed: string, what: string, most = 200) =>
  z
    .string(needed)
    .transform(text => text.replaceAll('\0', '').trim())
    .pipe(z.string().min(1, needed).max(most, `${what} must be ${most} characters or fewer`));

const agreementShape = z.object({
  by: words('Enter who agreed it', 'Who agreed it'),
  edition: z
    .string()
    .optional()
    .transform(text => (text ?? '').replaceAll('\0', '').trim())
    .pipe(z.string().max(100, 'The edition must be 100 characters or fewer')),
  version: z.enum(VERSIONS_AGREED, 'Choose which version was agreed'),
});

export async function postAgreement(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const { value, errors = [], answers } = readForm(agreementShape, visit.form);
  const on = readDay(visit.form, 'on', { asked: 'the day it was agreed', needed: true });
  const problems = [...errors, ...on.errors, ...tooLate(on.day, visit, 'on')];
  if (!value || !on.day || problems.length)
    return showGovernance(visit, {
      answers: { ...answers, on: on.answers, form: 'agreement' },
      errors: problems,
    });
  const agreement = { ...value, on: on.day };
  const occasion = { now: visit.now(), zone: visit.who.organisation.timeZone };
  const done = await visit.within(within => recordAgreement(within, plan, agreement, occasion));
  return isRefused(done)
    ? notFound
    : redirect(`/plans/${plan}/governance`, 'Recorded. Changes from then on are shown against it.');
}

/** What has not happened yet is not recorded as if it had. */
const tooLate = (day: Temporal.PlainDate | null, visit: SignedInVisit, name: string) =>
  day && Temporal.PlainDate.compare(day, visit.today()) > 0
    ? [{ href: `#${name}-day`, text: 'The day must be today or in the past' }]
    : [];

const showingShape = z.object({ to: words('Enter whom it was shown to', 'Whom it was shown to') });

export async function postShowing(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const { value, errors = [], answers } = readForm(showingShape, visit.form);
  const on = readDay(visit.form, 'shown', { asked: 'the day it was shown', needed: true });
  const problems = [...errors, ...on.errors, ...tooLate(on.day, visit, 'shown')];
  if (!value || !on.day || problems.length)
    return showGovernance(visit, {
      answers: { ...answers, shown: on.answers, version: 'day', form: 'showing' },
      errors: problems,
    });
  const showing = { to: value.to, on: on.day };
  const done = await visit.within(within => recordShowing(within, plan, showing, visit.now()));
  return isRefused(done) ? notFound : redirect(`/plans/${plan}/governance`, 'Recorded.');
}

const backShape = z.object({ kind: z.enum(['agreement', 'showing']), id: z.uuid().toLowerCase() });

export async function postTakeBack(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  const asked = backShape.safeParse(visit.form);
  if (!plan || !asked.success) return notFound;
  const done = await visit.within(within => takeBack(within, { plan, ...asked.data }, visit.now()));
  return isRefused(done)
    ? notFound
    : redirect(`/plans/${plan}/governance`, 'Taken back. The history keeps that it was recorded.');
}
