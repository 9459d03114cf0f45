import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Series } from '../../../timing/series/series.ts';
import { seriesInWords } from '../../../timing/series/words.ts';
import { promiseSubject } from '../promise.ts';
import { calendarNames } from '../queries/calendar-names.ts';
import { commitmentOf, type HeldCommitment } from '../queries/commitments-of.ts';
import { ownerName } from '../queries/owner-name.ts';
import type { When } from '../when.ts';
import { WRITE_DATES } from '../write-dates-asked.ts';
import { same } from './change-promise.ts';
import { followPosts } from './follow-posts.ts';
import { ownerIsThere } from './keep-promise.ts';

export type NotOwn = Refusal<'not-found' | 'no-such-owner' | 'changed-meanwhile'>;

/** What one for whom a promise is kept has of its own; null: as the promise says. */
export type Own = { owner: string | null; series: Series | null };

export type ChangingCommitment = { promise: string; commitment: string; version: number; own: Own };

/** One of those for whom a promise is kept gets its own messenger or its own dates; what has happened stays. */
export async function changeCommitment(
  within: Within,
  { promise, commitment, version, own }: ChangingCommitment,
  when: When,
): Promise<{ changed: boolean } | NotOwn> {
  const { now } = when;
  const before = await commitmentOf(within, promise, commitment, 'held');
  if (!before || before.endedOn) return refuse('not-found');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (!(await ownerIsThere(within, own.owner))) return refuse('no-such-owner');
  const others = !same(before.series, own.series);
  const changes = await changesOf(within, before, own);
  if (!changes.length) return { changed: false };
  await within.db
    .updateTable('commitments')
    .set(row => ({
      ...messenger(before, own),
      series: own.series && json(own.series),
      sequence: row('sequence', '+', 1),
      version: row('version', '+', 1),
      changed_at: now,
    }))
    .where('id', '=', commitment)
    .execute();
  await followPosts(within, promise, when);
  await record(within, promiseSubject(promise), `changed for ${before.name || 'all'}`, changes, now);
  if (others) await enqueue(within, WRITE_DATES, { promise }, now);
  return { changed: true };
}

/** Left as the promise says, it stays with the post of its area. */
const messenger = ({ owner, byArea }: HeldCommitment, own: Own) =>
  own.owner || !byArea
    ? { owner_id: own.owner, by_area: null }
    : { owner_id: owner?.id ?? null, by_area: byArea };

async function changesOf(within: Within, before: HeldCommitment, own: Own): Promise<Change[]> {
  const calendars = await calendarNames(
    within,
    [before.series, own.series].filter(one => one !== null),
  );
  const words = (series: Series | null) =>
    series && seriesInWords(series, series.kind === 'beside' ? calendars.get(series.calendar) : undefined);
  const who = (await ownerName(within, own.owner)) ?? null;
  const all = [
    { field: 'who does it', before: before.byArea ? null : (before.owner?.name ?? null), after: who },
    { field: 'when due', before: words(before.series), after: words(own.series) },
  ];
  return all.filter(change => change.before !== change.after);
}
