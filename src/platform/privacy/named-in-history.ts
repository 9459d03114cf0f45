import { sql } from 'kysely';
import type { Within } from '../database/database.ts';
import { namedInChanges } from '../history/redact.ts';
import { asKnown, type Known, type Row, shownOf } from './of-somebody.ts';
import type { PersonalData, Sought } from './personal-data.ts';

/** What others changed: found by words anywhere in it, which no column alone tells. */
export const NAMED_IN_HISTORY: PersonalData = {
  table: 'history',
  what: 'Changes by others whose words name somebody',
  why: 'A public body answers for its promises, so it must be able to say who was to keep them.',
  kept: { words: 'As long as the record that it tells of; the words of a deleted plan go with it.' },
  of: {},
  shown: ['subject_kind', 'number', 'at', 'actor_name', 'action', 'changes'],
  about: 'subject_id',
  erased: { stays: 'Taken out in place by the history itself, in every entry that names them.' },
};

export async function namedInHistory({ db }: Within, { accounts, ...by }: Sought): Promise<Known[]> {
  const words = [...by.names, ...by.addresses].filter(word => word.length > 1);
  if (!words.length) return [];
  const { rows } = await sql<Row>`
    select ${shownOf(NAMED_IN_HISTORY)} from history t
    where ${namedInChanges(words, sql`t.changes`)}
      and not (coalesce(t.actor_id = any(${accounts}::uuid[]), false) or lower(t.actor_name) = any(${by.names}::text[]))
    order by t.at, t.id`.execute(db);
  return rows.length ? [asKnown(NAMED_IN_HISTORY, rows)] : [];
}
