import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import { promiseSubject, type Spread, type Terms } from '../promise.ts';
import { calendarNames } from '../queries/calendar-names.ts';
import { forWhomOn } from '../queries/for-whom.ts';
import { ownerName } from '../queries/owner-name.ts';
import { holdPromise, type StoredPromise } from '../queries/promises.ts';
import { spreadNames } from '../queries/spread-names.ts';
import { changedWords } from '../rules/changed-words.ts';
import { promiseWords } from '../rules/promise-words.ts';
import { spreadInWords } from '../rules/spread-words.ts';
import type { When } from '../when.ts';
import { WRITE_DATES } from '../write-dates-asked.ts';
import { followPosts } from './follow-posts.ts';
import { followSpread } from './follow-spread.ts';
import { ownerIsThere } from './keep-promise.ts';

export type NotChanged = Refusal<'not-found' | 'ended' | 'no-such-owner' | 'nobody' | 'changed-meanwhile'>;

/** `made`: the words of the plan that it is made of from now on, where a new reading of them is taken. */
export type Changing = {
  promise: string;
  version: number;
  terms: Terms;
  made?: { phrase: string; read: Schedule };
};

/**
 * Changes what is promised from now on. What has happened and what was moved by hand stays; a job takes out dates to come that
 * the new series has not, and writes down those that it has besides.
 */
export async function changePromise(
  within: Within,
  { promise: id, version, terms, made }: Changing,
  when: When,
): Promise<{ fields: string[] } | NotChanged> {
  const before = await holdPromise(within, id);
  if (!before) return refuse('not-found');
  if (before.endedOn) return refuse('ended');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (!(await ownerIsThere(within, terms.owner))) return refuse('no-such-owner');
  const others = !same(before.spread, terms.spread);
  if (others && !(await anybody(within, terms.spread, when.today))) return refuse('nobody');
  const changes = await changesOf(within, before, { ...terms, ...made });
  if (!changes.length && !made) return { fields: [] };
  await store(within, id, { terms, made }, when.now);
  if (before.graceDays !== terms.graceDays) await setGrace(within, id, terms.graceDays, when);
  if (others) await followSpread(within, { id, spread: terms.spread }, when);
  else await followPosts(within, id, when);
  await record(within, promiseSubject(id), 'changed', changes, when.now);
  await enqueue(within, WRITE_DATES, { promise: id }, when.now);
  return { fields: changes.map(({ field }) => field) };
}

/** As PostgreSQL keeps them, so that the order in which they were written does not matter. */
export const same = (one: unknown, other: unknown): boolean => ordered(one) === ordered(other);

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

const anybody = async (within: Within, spread: Spread | null, today: Temporal.PlainDate): Promise<boolean> =>
  spread === null || (await forWhomOn(within, spread, today)).length > 0;

async function changesOf(within: Within, before: StoredPromise, terms: Terms & { phrase?: string }) {
  const [calendars, names, owner] = [
    await calendarNames(within, [before.series, terms.series]),
    await spreadNames(within, [before.spread, terms.spread]),
    await ownerName(within, terms.owner),
  ];
  const { about, phrase } = before;
  const words = (said: Terms, of: string, who: string | undefined) => ({
    ...promiseWords({ ...said, about, phrase: of }, calendars),
    'for whom': spreadInWords(said.spread, names),
    'who does it': who ?? 'whoever answers for the line',
    'asked beforehand': `${said.warningDays} working days`,
  });
  return changedWords(
    words({ ...before, owner: before.owner?.id ?? null }, phrase, before.owner?.name),
    words(terms, terms.phrase ?? phrase, owner),
  );
}

const store = (
  { db }: Within,
  id: string,
  { terms, made }: Pick<Changing, 'terms' | 'made'>,
  now: Temporal.Instant,
) =>
  db
    .updateTable('promises')
    .set(row => ({
      series: json(terms.series),
      conditional: terms.conditional,
      held_only: terms.heldOnly,
      grace_days: terms.graceDays,
      warning_days: terms.warningDays,
      spread: terms.spread && json(terms.spread),
      owner_id: terms.owner,
      set_off_by: terms.setOffBy,
      ...(made && { phrase: made.phrase, read: json(made.read) }),
      sequence: row('sequence', '+', 1),
      version: row('version', '+', 1),
      changed_at: now,
    }))
    .where('id', '=', id)
    .execute();

/** What counts as missed already stays so: a miss is not taken back by being kinder afterwards. */
const setGrace = ({ db }: Within, id: string, days: number, { now, today }: When) =>
  sql`update occurrences set missed_from = by_day + 1 + ${days}::int, changed_at = ${now}
    where promise_id = ${id} and outcome is null and missed_from > ${today}`.execute(db);
