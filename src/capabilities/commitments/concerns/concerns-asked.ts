import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { RecordNow } from '../../asking/index.ts';
import { concernHref } from './concern.ts';

type Row = { id: string; words: string; answer: string; about: string; forName: string; sensitive: boolean };

/** How concerns are called by now, for whoever is to answer them; those of a line that is gone are still there. */
export const concernsAsked = (within: Within, ids: readonly string[]): Promise<Map<string, RecordNow>> =>
  recordsOf(
    within,
    ids,
    ({ words, about, forName }) => `“${words}” (${[about, forName].filter(Boolean).join(', ')})`,
  );

/** And with its answer, for whoever is to tell it back. */
export const answersAsked = (within: Within, ids: readonly string[]): Promise<Map<string, RecordNow>> =>
  recordsOf(within, ids, ({ words, answer }) => `“${words}”. The answer: ${answer}`);

async function recordsOf(
  { db }: Within,
  ids: readonly string[],
  titleOf: (row: Row) => string,
): Promise<Map<string, RecordNow>> {
  if (!ids.length) return new Map();
  // a line that was taken out does not say whether it was marked
  const { rows } = await sql<Row>`
    select k.id, k.words, k.answer, p.about, c.for_name as "forName",
      pl.marking = 'OFFICIAL-SENSITIVE' or p.line_id is not null and coalesce(l.marking, 'OFFICIAL-SENSITIVE') = 'OFFICIAL-SENSITIVE' as sensitive
    from concerns k join occurrences o on o.id = k.occurrence_id join commitments c on c.id = o.commitment_id
      join promises p on p.id = k.promise_id join plans pl on pl.id = p.plan_id and pl.removed_at is null
      left join lines l on l.id = p.line_id
    where k.id = any(${[...new Set(ids)]}::uuid[])`.execute(db);
  return new Map(
    rows.map(row => [row.id, { title: titleOf(row), href: concernHref(row.id), sensitive: row.sensitive }]),
  );
}
