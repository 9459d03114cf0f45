import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { concernHref } from '../concerns/concern.ts';
import type { AskedNow } from './occurrences-asked.ts';

type Row = {
  id: string;
  words: string;
  answer: string;
  about: string;
  forName: string;
  sensitive: boolean;
  of: string;
};

/** How concerns are called by now, for whoever is to answer them; those of a line that is gone are still there. */
export const concernsAsked = (within: Within, ids: readonly string[]): Promise<Map<string, AskedNow>> =>
  recordsOf(
    within,
    ids,
    ({ words, about, forName }) => `“${cut(words, 600)}” (${[about, forName].filter(Boolean).join(', ')})`,
  );

/** And with its answer, for whoever is to tell it back. */
export const answersAsked = (within: Within, ids: readonly string[]): Promise<Map<string, AskedNow>> =>
  recordsOf(within, ids, ({ words, answer }) => `“${cut(words, 300)}”. The answer: ${cut(answer, 1000)}`);

/** In characters: a message is read on a phone, and the page has all of it. */
const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1)}…` : words;

async function recordsOf(
  { db }: Within,
  ids: readonly string[],
  titleOf: (row: Row) => string,
): Promise<Map<string, AskedNow>> {
  if (!ids.length) return new Map();
  // a line that was taken out does not say whether it was marked
  const { rows } = await sql<Row>`
    select k.id, k.words, k.answer, p.about, c.for_name as "forName",
      pl.marking = 'OFFICIAL-SENSITIVE' or p.line_id is not null and coalesce(l.marking, 'OFFICIAL-SENSITIVE') = 'OFFICIAL-SENSITIVE' as sensitive,
      coalesce(p.line_id, p.plan_id) as of
    from concerns k join occurrences o on o.id = k.occurrence_id join commitments c on c.id = o.commitment_id
      join promises p on p.id = k.promise_id join plans pl on pl.id = p.plan_id and pl.removed_at is null
      left join lines l on l.id = p.line_id
    where k.id = any(${[...new Set(ids)]}::uuid[])`.execute(db);
  return new Map(
    rows.map(row => [
      row.id,
      { title: titleOf(row), href: concernHref(row.id), sensitive: row.sensitive, of: row.of },
    ]),
  );
}
