import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { record } from '../../../../platform/history/history.ts';
import { plansToChoose } from '../../../plans/index.ts';
import { rememberDecisions } from '../remember-decisions.ts';
import { askForMerge } from './ask-for-merge.ts';

/**
 * Says of which plan a document is a later edition, or with null that it is a new plan. What was compared and decided
 * before with another plan goes.
 */
export async function chooseEdition(
  within: Within,
  reading: string,
  plan: string | null,
  now: Temporal.Instant,
): Promise<{ chosen: string | null } | Refusal<'not-open' | 'no-such-plan'>> {
  const { db } = within;
  const [chosen] = plan ? await plansToChoose(within, { ids: [plan], most: 1 }) : [];
  if (plan && !chosen) return refuse('no-such-plan');
  const open = await db
    .selectFrom('readings')
    .select(['edition_of', 'edition_settled'])
    .where('id', '=', reading)
    .where('status', 'in', ['waiting', 'read'])
    .forUpdate()
    .executeTakeFirst();
  if (!open) return refuse('not-open');
  if (open.edition_settled && open.edition_of === plan) return { chosen: chosen?.title ?? null };
  await db
    .updateTable('readings')
    .set({ edition_of: plan, edition_settled: true })
    .where('id', '=', reading)
    .execute();
  await db.deleteFrom('merges').where('reading_id', '=', reading).execute();
  await db.deleteFrom('merge_decisions').where('reading_id', '=', reading).execute();
  await rememberDecisions(within, { reading, plan }, now);
  if (plan) await askForMerge(within, reading, plan, now);
  const change = { field: 'later edition of', before: null, after: chosen?.title ?? 'a new plan' };
  await record(within, { kind: 'reading', id: reading }, 'said what it is', [change], now);
  return { chosen: chosen?.title ?? null };
}
