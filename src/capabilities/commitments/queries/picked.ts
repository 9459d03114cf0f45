import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { ownersOf } from '../../organisations/index.ts';
import type { OccurrenceState, Outcome } from '../occurrence.ts';
import { STANDING, STANDS, stateByDay, WHO_DOES_IT } from './state-by-day.ts';

type Day = Temporal.PlainDate;

/** One of many that were picked to say what became of them. */
export type Picked = {
  id: string;
  about: string;
  forName: string;
  from: Day;
  by: Day;
  at: string | null;
  state: OccurrenceState;
  outcome: Outcome | null;
  wasMissed: boolean;
  doneOn: Day | null;
  conditional: boolean;
  heldOnly: boolean;
  setOff: boolean;
  stands: boolean;
  plan: string;
  line: string | null;
  /** Whoever asks does it themselves. */
  theirs: boolean;
};

type Whose = { account: string; today: Day };

export const pickedOccurrences = (within: Within, ids: readonly string[], whose: Whose): Promise<Picked[]> =>
  found(within, sql`o.id = any(${[...ids]}::uuid[])`, whose);

/** What one act settled, as far as it was not taken back. */
export const settledBy = (within: Within, settling: string, whose: Whose): Promise<Picked[]> =>
  found(within, sql`o.settling_id = ${settling}::uuid and o.outcome <> 'postponed'`, whose);

async function found(
  { db }: Within,
  which: ReturnType<typeof sql>,
  { account, today }: Whose,
): Promise<Picked[]> {
  const { rows } = await sql<Picked>`
    with mine as materialized (${ownersOf(account, today)})
    select o.id, p.about, c.for_name as "forName", o.from_day as "from", o.by_day as "by",
      to_char(o.at, 'HH24:MI') as at, ${stateByDay(today)} as state, o.outcome, o.was_missed as "wasMissed",
      o.done_on as "doneOn", p.conditional, p.held_only as "heldOnly", o.happening_id is not null as "setOff",
      ${STANDS} as stands, pl.id as plan, l.id as line, ${WHO_DOES_IT} in (select id from mine) is true as theirs
    from ${STANDING} where ${which} order by lower(p.about), p.id, o.by_day, lower(c.for_name), o.id
  `.execute(db);
  return rows;
}
