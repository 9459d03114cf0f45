import { sql } from 'kysely';
import { day } from '../../../language/words.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { RecordNow } from '../../asking/index.ts';
import { STANDING, STANDS } from './state-by-day.ts';

/** With the line, or the plan, whose words the title shows. */
export type AskedNow = RecordNow & { of: string };

type Row = {
  id: string;
  about: string;
  forName: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  heldOnly: boolean;
  measure: string | null;
  sensitive: boolean;
  /** The line, or the plan, whose words these are. */
  of: string;
};

/** How occurrences are called by now, those that still stand; and what counts as done, by the measure of their line. */
export async function occurrencesAsked(
  { db }: Within,
  ids: readonly string[],
): Promise<Map<string, AskedNow>> {
  if (!ids.length) return new Map();
  const { rows } = await sql<Row>`
    select o.id, p.about, c.for_name as "forName", o.from_day as "from", o.by_day as by, p.held_only as "heldOnly",
      l.measure, 'OFFICIAL-SENSITIVE' in (pl.marking, coalesce(l.marking, '')) as sensitive,
      coalesce(p.line_id, p.plan_id) as of
    from ${STANDING} where o.id = any(${[...new Set(ids)]}::uuid[]) and ${STANDS}`.execute(db);
  return new Map(rows.map(row => [row.id, recordOf(row)]));
}

function recordOf({ id, about, forName, from, by, heldOnly, measure, sensitive, of }: Row): AskedNow {
  const when = from.equals(by) ? `on ${day(by)}` : `by ${day(by)}`;
  const counts = heldOnly ? 'that it was held; nothing else is asked' : measure?.trim().slice(0, MEASURE);
  return {
    title: [about, forName, when].filter(Boolean).join(', '),
    href: `/occurrences/${id}`,
    sensitive,
    of,
    ...(counts && { counts }),
  };
}

/** In characters: the line has all of it. */
const MEASURE = 300;
