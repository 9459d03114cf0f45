import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { personCalled } from '../queries/of-whom.ts';
import { requestSubject } from '../request.ts';
import { MOST_PASSED } from '../settings.ts';
import { actingAs, type Sayer } from '../update.ts';
import { addUpdate, holdRequest } from './add-update.ts';

/**
 * Somebody says that a request is another one's. It goes to the one person of the register whom they named; where that
 * is nobody, several, somebody who was asked before, or it was passed on too often, the lead is told and decides. Which of
 * both it was is not told: a link shows nobody the register.
 */
export async function sayNotMine(
  within: Within,
  request: string,
  { name, note }: { name: string; note: string },
  { by, now, today }: { by: Sayer; now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<{ passed: boolean } | Refusal<'not-open'>> {
  const acting = actingAs(within, by);
  const held = await holdRequest(acting, request);
  if (held?.state !== 'open') return refuse('not-open');
  await addUpdate(acting, request, { kind: 'not-mine', name, note }, by, now);
  const to = name && held.passed < MOST_PASSED ? await personCalled(acting, name, today) : undefined;
  const passed = to !== undefined && !(await saidNotMine(acting, request, to));
  if (passed) await giveTo(acting, request, to, now);
  else await leaveToLead(acting, request, name);
  const change = { field: 'whose it is', before: by.name, after: name || null };
  await record(
    acting,
    requestSubject(request),
    passed ? 'passed on' : 'said it is not theirs',
    [change],
    now,
  );
  return { passed };
}

async function saidNotMine({ db }: Within, request: string, person: string): Promise<boolean> {
  const row = await db
    .selectFrom('request_updates')
    .select('id')
    .where('request_id', '=', request)
    .where('kind', '=', 'not-mine')
    .where('by_id', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on it is asked of somebody else, to whom it is new. */
export async function giveTo(
  { db }: Within,
  request: string,
  person: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('requests')
    .set(row => ({
      person_id: person,
      first_owner_id: row.fn.coalesce('first_owner_id', 'owner_id'),
      owner_id: null,
      state: 'open',
      listed_to: null,
      listed_on: null,
      snoozed_until: null,
      told_id: null,
      told_at: null,
      told_why: null,
      lost_in: null,
      lost_why: null,
      anew_at: now,
      named: '',
      passed: row('passed', '+', 1),
      version: row('version', '+', 1),
    }))
    .where('id', '=', request)
    .execute();
}

async function leaveToLead({ db }: Within, request: string, named: string): Promise<void> {
  await db
    .updateTable('requests')
    .set(row => ({
      state: 'not-theirs',
      named,
      told_id: null,
      told_at: null,
      told_why: null,
      version: row('version', '+', 1),
    }))
    .where('id', '=', request)
    .execute();
}
