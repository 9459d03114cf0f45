import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { linkByHand } from '../../../platform/register/links.ts';
import { holdEntries } from '../../../platform/register/queries.ts';
import { AUDIENCES, settleNeeds } from '../../audiences/index.ts';
import { CHANNELS } from '../../channels/index.ts';
import { CLAUSES } from '../../policies/index.ts';
import { lineInPlan } from '../queries/line.ts';
import type { RegisterName } from '../queries/register-lines.ts';

const BY_NAME = { audiences: AUDIENCES, channels: CHANNELS, clauses: CLAUSES };

export type HandLink = { register: RegisterName; plan: string; line: string; entry: string; linked: boolean };

/** Links a line with an entry, or takes them apart; told in the history of the line. Nothing where one is not there. */
export async function linkLineByHand(
  within: Within,
  { register: name, plan, line, entry: id, linked }: HandLink,
  now: Temporal.Instant,
): Promise<{ name: string } | undefined> {
  const register = BY_NAME[name];
  const found = await lineInPlan(within, plan, line);
  if (!found) return undefined;
  await within.db.selectFrom('lines').select('id').where('id', '=', line).forNoKeyUpdate().execute();
  // held, so that nobody makes it one with another meanwhile
  const [entry] = await holdEntries(within, register, [id]);
  if (!entry || entry.mergedInto) return undefined;
  await linkByHand(within, register, { plan, line, entry: id }, linked);
  if (name === 'audiences') await settleNeeds(within, [id], [line]);
  const title = register.titleOf(entry);
  const change = { field: register.one, before: linked ? null : title, after: linked ? title : null };
  await record(within, { kind: 'line', id: line }, 'linked by hand', [change], now);
  return { name: title };
}
