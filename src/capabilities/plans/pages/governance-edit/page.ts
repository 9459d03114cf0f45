import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { dayAnswers, readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { versionSeen } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { governPlan } from '../../actions/govern-plan.ts';
import { type GovernedPlan, governedPlan, ownersToChoose } from '../../queries/governance.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';
import { periodFrom, periodTo, shownPart } from './period-field.ts';

const shape = z.object({
  edition: z
    .string()
    .transform(text => text.replaceAll('\0', '').trim())
    .pipe(z.string().max(100, 'The edition must be 100 characters or fewer')),
  periodFrom,
  periodTo,
  ownerId: z
    .union([z.literal(''), z.uuid().toLowerCase()], 'Choose who answers for the plan')
    .transform(id => id || null),
  version: versionSeen,
});

export async function editGovernancePage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const plan = id && (await visit.within(within => governedPlan(within, id)));
  return plan ? show(visit, plan, {}) : notFound;
}

export async function saveGovernancePage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const plan = id && (await visit.within(within => governedPlan(within, id)));
  if (!id || !plan) return notFound;
  const { value, errors = [], answers } = readForm(shape, visit.form);
  const review = readDay(visit.form, 'nextReview', { asked: 'the day of the next review' });
  const typed = { ...answers, nextReview: review.answers };
  const problems = [...errors, ...review.errors, ...turnedRound(value)];
  if (!value || problems.length) return show(visit, plan, { answers: typed, errors: problems });
  const { version, ...values } = value;
  const wanted = { id, version, values: { ...values, nextReview: review.day } };
  const done = await visit.within(within => governPlan(within, wanted, visit.now()));
  if ('saved' in done)
    return redirect(
      `/plans/${id}/governance`,
      done.saved.length ? 'Saved.' : 'Nothing was changed, so nothing was saved.',
    );
  if (done.refused === 'not-found') return notFound;
  if (done.refused === 'no-such-owner')
    return show(visit, plan, {
      answers: typed,
      errors: fieldProblem('ownerId', 'Choose who answers for the plan'),
    });
  return show(visit, done.plan, { answers: { ...typed, version: String(done.plan.version) }, theirs: true });
}

const turnedRound = (
  value: { periodFrom: string | null; periodTo: string | null } | undefined,
): PageError[] =>
  value?.periodFrom && value.periodTo && value.periodTo < value.periodFrom.slice(0, value.periodTo.length)
    ? fieldProblem('periodTo', 'The end of the period must be after its start')
    : [];

type Shown = { answers?: Record<string, unknown>; errors?: PageError[]; theirs?: boolean };

async function show(
  visit: SignedInVisit,
  plan: GovernedPlan,
  { answers, errors, theirs }: Shown,
): Promise<Answer> {
  const owners = await visit.within(ownersToChoose);
  const known = plan.owner && !owners.some(({ id }) => id === plan.owner!.id) ? [plan.owner] : [];
  const facts = {
    plan,
    answers: answers ?? {
      edition: plan.edition,
      periodFrom: shownPart(plan.periodFrom),
      periodTo: shownPart(plan.periodTo),
      ownerId: plan.owner?.id ?? '',
      nextReview: dayAnswers(plan.nextReview),
      version: plan.version,
    },
    owners: [
      { value: '', text: 'Nobody yet' },
      ...[...known, ...owners].map(({ id, name }) => ({ value: id, text: name })),
    ],
    errors,
    theirs,
  };
  const title = 'Change edition, period, owner or review';
  return page(
    'plans/pages/governance-edit/edit.njk',
    facts,
    {
      title: `${title} – ${plan.title}`,
      trail: [
        PLANS,
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Who keeps it, who agreed it', href: `/plans/${plan.id}/governance` },
        { text: title },
      ],
      marking: shownMarking(plan.marking),
    },
    errors ? 422 : theirs ? 409 : 200,
  );
}
