import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { viewSeen } from '../queries/views.ts';
import { mayChange, mayShare, type Person, type View, viewSubject } from '../view.ts';

export type NewView = Pick<View, 'name' | 'plan' | 'list' | 'asked' | 'shared'>;

type NotYours = Refusal<'not-found' | 'not-yours'>;

/** Keeps what somebody sees under a name; shared only by those who may share. @returns its identifier */
export async function makeView(
  within: Within,
  person: Person,
  { name, plan, list, asked, shared }: NewView,
  now: Temporal.Instant,
): Promise<string> {
  const stamp = { made_by: person.id, made_by_name: within.actor.name, made_at: now, changed_at: now };
  const { id } = await within.db
    .insertInto('views')
    .values({ name, plan_id: plan, list, asked: json(asked), shared: shared && mayShare(person), ...stamp })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(within, viewSubject(id), 'made', [{ field: 'name', before: null, after: name }], now);
  return id;
}

/** Gives a view another name, other filters, or to others. */
export async function changeView(
  within: Within,
  person: Person,
  id: string,
  values: Partial<Pick<View, 'name' | 'asked' | 'shared'>>,
  now: Temporal.Instant,
): Promise<View | NotYours> {
  const view = await own(within, person, id);
  if ('refused' in view) return view;
  const after = { ...view, ...values };
  if (!mayShare(person)) after.shared = view.shared;
  const changes = changesOf(view, after);
  if (!changes.length) return view;
  await within.db
    .updateTable('views')
    .set(set => ({
      name: after.name,
      asked: json(after.asked),
      shared: after.shared,
      changed_at: now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute();
  await record(within, viewSubject(id), 'changed', changes, now);
  return after;
}

/** Deletes a view, or puts it back; its links read nothing meanwhile. */
export async function removeView(
  within: Within,
  person: Person,
  id: string,
  now: Temporal.Instant,
  back = false,
): Promise<View | NotYours> {
  const view = await own(within, person, id, back);
  if ('refused' in view) return view;
  await within.db
    .updateTable('views')
    .set({ removed_at: back ? null : now, changed_at: now })
    .where('id', '=', id)
    .execute();
  await record(within, viewSubject(id), back ? 'put back' : 'deleted', [], now);
  return view;
}

/** A view that is not seen is not found; one that is seen may still be another's. */
async function own(within: Within, person: Person, id: string, removed = false): Promise<View | NotYours> {
  const view = await viewSeen(within, id, person.id, removed);
  if (!view) return refuse('not-found');
  return mayChange(view, person) ? view : refuse('not-yours');
}

function changesOf(before: View, after: View): Change[] {
  const told = ({ name, asked, shared }: View): Record<string, string> => ({
    name,
    'what it shows': new URLSearchParams(asked).toString(),
    'who sees it': shared ? 'everyone here' : 'whoever made it',
  });
  const [was, is] = [told(before), told(after)];
  return Object.keys(is)
    .filter(field => was[field] !== is[field])
    .map(field => ({ field, before: was[field]!, after: is[field]! }));
}
