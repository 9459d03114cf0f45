import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { versionSeen } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { savePlan } from '../../actions/save-plan.ts';
import { MARKINGS } from '../../plan.ts';
import { type PlanHead, planHead } from '../../queries/plan.ts';
import { choicesOf, MARKING_WORDS } from '../../rules/words.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';

const shape = z.object({
  title: z
    .string('Enter a title')
    .trim()
    .transform(title => title.replaceAll('\0', ''))
    .pipe(z.string().min(1, 'Enter a title').max(300, 'The title must be 300 characters or fewer')),
  marking: z.enum(MARKINGS, 'Choose one of the markings'),
  version: versionSeen,
});

export async function editPlanPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const found =
    id &&
    (await visit.within(async within => {
      const plan = await planHead(within, id);
      return plan && { plan, entries: await historyOf(within, { kind: 'plan', id }) };
    }));
  return found ? show(visit, found.plan, { entries: found.entries }) : notFound;
}

export async function savePlanPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  if (!id) return notFound;
  const { value, errors, answers } = readForm(shape, visit.form);
  return visit.within(async within => {
    if (!value) {
      const plan = await planHead(within, id);
      return plan ? show(visit, plan, { answers, errors }, 422) : notFound;
    }
    const { version, ...values } = value;
    const done = await savePlan(within, { id, version, values }, visit.now());
    if ('saved' in done)
      return redirect(
        `/plans/${id}`,
        done.saved.length ? 'Saved.' : 'Nothing was changed, so nothing was saved.',
      );
    if (done.refused === 'not-found') return notFound;
    return show(
      visit,
      done.plan,
      { answers: { ...answers, version: String(done.plan.version) }, theirs: done.plan },
      409,
    );
  });
}

type Shown = {
  answers?: Record<string, string>;
  errors?: PageError[];
  theirs?: PlanHead;
  entries?: HistoryEntry[];
};

function show(
  visit: SignedInVisit,
  plan: PlanHead,
  { answers, errors, theirs, entries = [] }: Shown,
  status = 200,
): Answer {
  const facts = {
    plan,
    answers: answers ?? { title: plan.title, marking: plan.marking, version: plan.version },
    errors,
    theirs: theirs && { title: theirs.title, marking: MARKING_WORDS[theirs.marking] },
    markings: choicesOf(MARKING_WORDS),
    history: entries.flatMap(({ at, actor, action, changes }) =>
      changes.length
        ? changes.map(({ field, before, after }) => ({
            when: at,
            who: actor,
            words: `changed the ${field}`,
            before,
            after,
          }))
        : [{ when: at, who: actor, words: action }],
    ),
    zone: visit.who.organisation.timeZone,
  };
  return page(
    'plans/pages/plan-edit/edit.njk',
    facts,
    {
      title: `Change title or marking – ${plan.title}`,
      trail: [PLANS, { text: plan.title, href: `/plans/${plan.id}` }, { text: 'Change title or marking' }],
      marking: shownMarking(plan.marking),
    },
    status,
  );
}
