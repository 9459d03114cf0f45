import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { versionSeen } from '../../../../platform/http/version-field.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { addPriority, savePriority } from '../../actions/keep-priorities.ts';
import { PRIORITY_KIND_WORDS, PRIORITY_KINDS, type Priority } from '../../priority.ts';
import { priorityById } from '../../queries/priorities.ts';
import { choicesOf } from '../../rules/words.ts';
import { PRIORITIES } from '../priority/page.ts';
import { PLANS, priorityIdOf } from '../which.ts';

const said = (what: string, most: number) =>
  z
    .string()
    .optional()
    .transform(text => (text ?? '').replaceAll('\0', '').trim())
    .pipe(z.string().max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`));

const NAME = 'Enter what is wanted';
const fields = {
  kind: z.enum(PRIORITY_KINDS, 'Choose whether it is a priority or a message'),
  name: said('What is wanted', 300).pipe(z.string(NAME).min(1, NAME)),
  portfolio: said('The portfolio', 200),
  detail: said('The detail', 5000),
};
const newShape = z.object(fields);
const savedShape = z.object({
  ...fields,
  ended: z.literal('yes').optional(),
  version: versionSeen,
});

const TAKEN = fieldProblem('name', 'The register has one of this name already');

export const newPriorityPage = (visit: SignedInVisit): Answer => show(visit, {});

export async function postPriority(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(newShape, visit.form);
  if (!value) return show(visit, { answers, errors });
  const done = await visit.within(within => addPriority(within, value, visit.now()));
  if ('refused' in done) return show(visit, { answers, errors: TAKEN });
  return redirect(`/priorities/${done.id}`, 'Added. Now say which lines are for it.');
}

export async function editPriorityPage(visit: SignedInVisit): Promise<Answer> {
  const id = priorityIdOf(visit);
  const priority = id && (await visit.within(within => priorityById(within, id)));
  return priority ? show(visit, { priority }) : notFound;
}

export async function savePriorityPage(visit: SignedInVisit): Promise<Answer> {
  const id = priorityIdOf(visit);
  const priority = id && (await visit.within(within => priorityById(within, id)));
  if (!id || !priority) return notFound;
  const { value, errors, answers } = readForm(savedShape, visit.form);
  if (!value) return show(visit, { priority, answers, errors });
  const { version, ended, ...values } = value;
  const wanted = { id, version, values, ended: ended === 'yes' };
  const done = await visit.within(within => savePriority(within, wanted, visit.now()));
  if ('saved' in done)
    return redirect(
      `/priorities/${id}`,
      done.saved.length ? 'Saved.' : 'Nothing was changed, so nothing was saved.',
    );
  if (done.refused === 'not-found') return notFound;
  if (done.refused === 'name-taken') return show(visit, { priority, answers, errors: TAKEN });
  const now = done.priority;
  return show(visit, { priority: now, answers: { ...answers, version: String(now.version) }, theirs: now });
}

type Shown = {
  priority?: Priority;
  answers?: Record<string, string>;
  errors?: PageError[];
  theirs?: Priority;
};

function show(_visit: SignedInVisit, { priority, answers, errors, theirs }: Shown): Answer {
  const title = priority ? 'Change a priority or message' : 'Add a priority or message';
  const facts = {
    title,
    priority,
    answers:
      answers ?? (priority ? { ...priority, ended: priority.ended ? 'yes' : '' } : { kind: 'priority' }),
    errors,
    theirs,
    kinds: choicesOf(PRIORITY_KIND_WORDS),
    action: priority ? `/priorities/${priority.id}/edit` : '/priorities',
    back: priority ? `/priorities/${priority.id}` : '/priorities',
  };
  const trail = priority ? [{ text: priority.name, href: `/priorities/${priority.id}` }] : [];
  return page(
    'plans/pages/priority-edit/edit.njk',
    facts,
    { title, trail: [PLANS, PRIORITIES, ...trail, { text: title }] },
    errors ? 422 : theirs ? 409 : 200,
  );
}
