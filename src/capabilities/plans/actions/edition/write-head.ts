import type { Within } from '../../../../platform/database/database.ts';
import { type Change, record } from '../../../../platform/history/history.ts';
import type { Edition } from '../../edition.ts';
import type { StandingPlan } from '../../queries/standing-plan.ts';
import { READ_UNDER_EDITION } from '../../rules/deeds.ts';
import type { Rewritten } from '../../rules/edition/rewritten.ts';
import { changesOf } from '../../rules/line-changes.ts';

type Done = { rewritten: Rewritten[]; added: number; now: Temporal.Instant };

/** The plan's own date, period and document become the edition's, and its history counts what the edition brought. */
export async function writeHead(
  within: Within,
  plan: StandingPlan,
  edition: Edition,
  { rewritten, added, now }: Done,
): Promise<void> {
  const { period } = edition;
  const head = {
    dated: edition.dated ?? plan.dated,
    period_from: period ? period.from : plan.periodFrom,
    period_to: period ? period.to : plan.periodTo,
  };
  await within.db
    .updateTable('plans')
    .set(set => ({
      ...head,
      ...(edition.file.id && { source_file_id: edition.file.id }),
      changed_at: now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', plan.id)
    .execute();
  const closed = edition.closures.length;
  const dated = rewritten.filter(({ action }) => action === READ_UNDER_EDITION).length;
  const counts: Change[] = [
    { field: 'lines new', before: null, after: String(added) },
    { field: 'lines changed', before: null, after: String(rewritten.length - closed - dated) },
    { field: 'lines dated anew', before: null, after: String(dated) },
    { field: 'lines closed', before: null, after: String(closed) },
  ];
  const was = { dated: plan.dated ?? '', from: plan.periodFrom ?? '', to: plan.periodTo ?? '' };
  const is = { dated: head.dated ?? '', from: head.period_from ?? '', to: head.period_to ?? '' };
  const changes = [...counts.filter(({ after }) => after !== '0'), ...changesOf(was, is)];
  const action = `took in the edition ${edition.file.name}`;
  await record(within, { kind: 'plan', id: plan.id }, action, changes, now);
}
