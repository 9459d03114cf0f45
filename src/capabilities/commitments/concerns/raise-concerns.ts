import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { actorOf } from '../../asking/index.ts';
import type { Told } from '../asking/evidence-told.ts';
import { CONCERNS } from '../asking/kinds.ts';
import type { When } from '../when.ts';
import { askForAnswer } from './ask-about-concerns.ts';
import { type ConcernSayer, concernSubject } from './concern.ts';
import { concernsIn } from './words-of.ts';

/** What came with an answer as worries of people, where something was done: each becomes a question with an owner. */
export async function raiseConcerns(within: Within, told: Told, when: When): Promise<void> {
  const words = concernsIn(told.said[CONCERNS] ?? '');
  const about = (told.records.find(({ picked }) => picked) ?? told.records[0])?.id;
  if (!words.length || !about) return;
  const by = { name: actorOf(told.by).name, person: told.by.person };
  await raise(within, { occurrence: about, words, by }, when);
}

export type Raised = { occurrence: string; words: readonly string[]; by: ConcernSayer };

/**
 * Keeps what people were worried about; whoever answers for the line is asked, else who sees that the promise is kept. What
 * was raised there before in the same words is not raised again.
 */
export async function raise(
  within: Within,
  { occurrence, words, by }: Raised,
  when: When,
): Promise<string[]> {
  // of two who send the same the second sees what the first has raised
  await sql`select id from occurrences where id = ${occurrence} for no key update`.execute(within.db);
  const { rows } = await sql<{ id: string; owner: string | null }>`
    insert into concerns (promise_id, occurrence_id, words, owner_id, raised_at, raised_by, raised_by_id)
    select p.id, o.id, w.words, coalesce(l.accountable_id, p.owner_id), ${when.now}, ${by.name}, ${by.person}
    from unnest(${[...words]}::text[]) with ordinality as w (words, n), occurrences o
      join promises p on p.id = o.promise_id left join lines l on l.id = p.line_id
    where o.id = ${occurrence}
      and not exists (select from concerns k where k.occurrence_id = o.id and k.words = w.words)
    order by w.n returning id, owner_id as owner`.execute(within.db);
  const deeds = rows.map(({ id }) => ({ subject: concernSubject(id), action: 'raised', changes: [] }));
  await recordMany(within, deeds, when.now);
  for (const { id, owner } of rows) if (owner) await askForAnswer(within, { concern: id, owner }, when);
  return rows.map(({ id }) => id);
}
