import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { takeOrder } from '../../queries/places.ts';

/**
 * Takes the order of a plan, every line of it and then the plan, as those do who save a line or change many, so that
 * none waits for another for ever.
 */
export async function lockPlan(within: Within, plan: string): Promise<void> {
  await takeOrder(within, plan);
  await sql`select id from lines where plan_id = ${plan} order by id for no key update`.execute(within.db);
  await sql`select id from plans where id = ${plan} for no key update`.execute(within.db);
}
