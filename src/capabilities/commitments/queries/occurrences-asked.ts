import { sql } from 'kysely';
import { day, moment } from '../../../language/words.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { RecordNow } from '../../asking/index.ts';
import { dueInWords } from '../rules/happening-words.ts';
import { STANDING, STANDS } from './state-by-day.ts';
import { zoneOf } from './zone.ts';

/** With the line, or the plan, whose words the title shows. */
export type AskedNow = RecordNow & { of: string };

type Row = {
  id: string;
  about: string;
  forName: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  dueAt: Temporal.Instant | null;
  /** What made it due, and when that was. */
  happened: string | null;
  happenedAt: Temporal.Instant | null;
  heldOnly: boolean;
  measure: string | null;
  sensitive: boolean;
  /** The line, or the plan, whose words these are. */
  of: string;
};

/**
 * How occurrences are called by now, those that still stand; what counts as done, by the measure of their line; and what
 * happened where something set them off.
 */
export async function occurrencesAsked(
  within: Within,
  ids: readonly string[],
): Promise<Map<string, AskedNow>> {
  if (!ids.length) return new Map();
  const { rows } = await sql<Row>`
    select o.id, p.about, c.for_name as "forName", o.from_day as "from", o.by_day as by, p.held_only as "heldOnly",
      o.due_at as "dueAt", h.title as happened, h.happened_at as "happenedAt", l.measure, 'OFFICIAL-SENSITIVE' in (pl.marking, coalesce(l.marking, '')) as sensitive,
      coalesce(p.line_id, p.plan_id) as of
    from ${STANDING} left join happenings h on h.id = o.happening_id
    where o.id = any(${[...new Set(ids)]}::uuid[]) and ${STANDS}`.execute(within.db);
  const zone = rows.some(({ happened }) => happened) ? await zoneOf(within) : '';
  return new Map(rows.map(row => [row.id, recordOf(row, zone)]));
}

function recordOf(row: Row, zone: string): AskedNow {
  const { id, about, forName, from, by, happened, happenedAt, heldOnly, measure, sensitive, of } = row;
  const when = from.equals(by) && !happened ? `on ${day(by)}` : dueInWords(row, zone);
  const counts = heldOnly ? 'that it was held; nothing else is asked' : measure?.trim().slice(0, MEASURE);
  const rest = [forName, when].filter(Boolean).join(', ');
  return {
    title: `${about}, ${rest}`,
    short: { beginning: about, rest },
    href: `/occurrences/${id}`,
    sensitive,
    of,
    ...(counts && { counts }),
    ...(happened && { happened: `${happened}, ${moment(happenedAt!, zone)}` }),
  };
}

/** In characters: the line has all of it. */
const MEASURE = 300;
