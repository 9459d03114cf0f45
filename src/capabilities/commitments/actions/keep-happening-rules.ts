import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import type { FigureWay } from '../figure.ts';
import type { SetOffBy } from '../promise.ts';
import { ruleInWords } from '../rules/figure-crossed.ts';

type Added = { id: string } | Refusal<'not-found' | 'there-already'>;

/** From now on entries of a calendar set off what waits for their kind; those that began before do not. */
export async function addCalendarRule(
  within: Within,
  { calendar, called, kind }: { calendar: string; called: string; kind: SetOffBy },
  now: Temporal.Instant,
): Promise<Added> {
  const { db, actor } = within;
  const there = db.selectFrom('calendars').select('id').where('id', '=', calendar);
  if (!(await there.executeTakeFirst())) return refuse('not-found');
  const made = await db
    .insertInto('calendar_rules')
    .values({ calendar_id: calendar, called, kind, made_at: now, made_by: actor.name })
    .onConflict(same => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return refuse('there-already');
  const changes = [{ field: 'entries called', before: null, after: called || 'all of them' }];
  await record(within, { kind: 'calendar-rule', id: made.id }, 'made', changes, now);
  return made;
}

/** From now on a figure that does so is something that happened. */
export async function addFigureRule(
  within: Within,
  { figure, way, amount }: { figure: string; way: FigureWay; amount: number },
  now: Temporal.Instant,
): Promise<Added> {
  const { db, actor } = within;
  const there = db.selectFrom('figures').select('id').where('id', '=', figure);
  if (!(await there.executeTakeFirst())) return refuse('not-found');
  const made = await db
    .insertInto('figure_rules')
    .values({ figure_id: figure, way, amount, made_at: now, made_by: actor.name })
    .onConflict(same => same.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return refuse('there-already');
  const changes = [{ field: 'where it', before: null, after: ruleInWords({ way, amount }) }];
  await record(within, { kind: 'figure-rule', id: made.id }, 'made', changes, now);
  return made;
}

/** What it recorded stays. @returns whether it was there */
export async function removeRule(
  within: Within,
  { from, id }: { from: 'calendar_rules' | 'figure_rules'; id: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const gone = await within.db.deleteFrom(from).where('id', '=', id).returning('id').executeTakeFirst();
  const kind = from === 'calendar_rules' ? 'calendar-rule' : 'figure-rule';
  if (gone) await record(within, { kind, id }, 'removed', [], now);
  return gone !== undefined;
}
