import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import { titleOfLine } from '../../plans/index.ts';

export type PlanHead = {
  id: string;
  title: string;
  marking: string;
  periodFrom: string | null;
  periodTo: string | null;
};

/** Undefined where it is not there, was taken out, or may not be seen. */
export function planHead({ db }: Within, id: string): Promise<PlanHead | undefined> {
  return db
    .selectFrom('plans')
    .select(['id', 'title', 'marking', 'period_from as periodFrom', 'period_to as periodTo'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** The same, held until the transaction ends, so that of several who keep what it proposes each keeps what is left. */
export async function holdPlan(within: Within, id: string): Promise<PlanHead | undefined> {
  await sql`select id from plans where id = ${id} for no key update`.execute(within.db);
  return planHead(within, id);
}

/** A line that says something of time. */
export type TimedLine = {
  id: string;
  position: number;
  about: string;
  when: string;
  state: string;
  marking: string;
  accountable: string | null;
  accountableId: string | null;
  schedules: Schedule[];
  suggestions: (Schedule & { field: string })[];
};

/** Of a line `l`: the words that say which it is. */
export const CALLED = sql`l.reference, left(l.what, 400) as what, left(l.audience, 100) as audience,
  left(l.recommendation, 400) as recommendation`;

/** Those of a plan in its order, or one of them. */
export async function timedLines({ db }: Within, plan: string, line?: string): Promise<TimedLine[]> {
  const { rows } = await sql<Omit<TimedLine, 'about'> & Called>`
    select l.id, l.position, ${CALLED}, l."when", l.state, l.marking, nullif(l.accountable, '') as accountable, l.accountable_id as "accountableId", l.schedules, l.suggestions
    from lines l where l.plan_id = ${plan} and not l.shelved
      and ${line ? sql`l.id = ${line}` : sql`(l.schedules <> '[]' or l.suggestions <> '[]')`}
    order by l.position`.execute(db);
  return rows.map(({ reference, what, audience, recommendation, ...row }) => ({
    ...row,
    about: aboutOf({ reference, what, audience, recommendation, position: row.position }),
  }));
}

type Called = { reference: string; what: string; audience: string; recommendation: string };

/** What a promise of a line is about, for somebody who has not the plan before them. */
export const aboutOf = ({ audience, ...line }: Called & { position: number }): string =>
  titleOfLine({ ...line, what: withAudience(line.reference, audience, line.what) });

/** In plans without references the audience says which line it is; bullets say nothing on one line. */
const withAudience = (reference: string, audience: string, what: string): string =>
  [reference ? '' : audience, what.replace(/[•▪◦]\s*/g, '')].filter(part => part.trim()).join(': ');
