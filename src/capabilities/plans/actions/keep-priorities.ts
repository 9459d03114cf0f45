import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { PRIORITY_KIND_WORDS, type Priority, type PriorityKind } from '../priority.ts';
import { priorityById } from '../queries/priorities.ts';
import { changesOf } from '../rules/line-changes.ts';

export type PriorityValues = { kind: PriorityKind; name: string; portfolio: string; detail: string };

type Taken = Refusal<'name-taken'>;

/** Adds to the register; a name is taken once for each kind. */
export async function addPriority(
  within: Within,
  values: PriorityValues,
  now: Temporal.Instant,
): Promise<{ id: string } | Taken> {
  const made = await within.db
    .insertInto('priorities')
    .values({ ...values, created_at: now, changed_at: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return refuse('name-taken');
  const change = { field: 'name', before: null, after: values.name };
  await record(within, { kind: 'priority', id: made.id }, 'added', [change], now);
  return made;
}

export type PriorityNotSaved =
  | Refusal<'not-found'>
  | Taken
  | (Refusal<'changed-meanwhile'> & { priority: Priority });

/** `ended`: nothing new is linked with it from then on; what is linked stays. */
export async function savePriority(
  within: Within,
  { id, version, values, ended }: { id: string; version: number; values: PriorityValues; ended: boolean },
  now: Temporal.Instant,
): Promise<{ saved: string[] } | PriorityNotSaved> {
  const priority = await priorityById(within, id);
  if (!priority) return refuse('not-found');
  const changes = changesOf(inWords(priority), inWords({ ...values, ended }));
  if (priority.version === version && !changes.length) return { saved: [] };
  if (!ended && (await isTaken(within, id, values))) return refuse('name-taken');
  const done = await within.db
    .updateTable('priorities')
    .set(set => ({
      ...values,
      ended_at: ended ? set.fn.coalesce('ended_at', set.val(now)) : null,
      changed_at: now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n)
    return { ...refuse('changed-meanwhile'), priority: (await priorityById(within, id)) ?? priority };
  await record(within, { kind: 'priority', id }, 'changed', changes, now);
  return { saved: changes.map(change => change.field) };
}

async function isTaken({ db }: Within, id: string, { kind, name }: PriorityValues): Promise<boolean> {
  const other = await db
    .selectFrom('priorities')
    .select('id')
    .where('kind', '=', kind)
    .where(where => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .where('ended_at', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst();
  return other !== undefined;
}

const inWords = ({ kind, name, portfolio, detail, ended }: PriorityValues & { ended: boolean }) => ({
  kind: PRIORITY_KIND_WORDS[kind],
  name,
  portfolio,
  detail,
  ended: ended ? 'ended' : '',
});
