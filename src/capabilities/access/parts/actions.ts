import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Standing } from '../../../language/rights.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import type { Role } from '../../../platform/http/visit.ts';
import { membershipSubject } from '../member.ts';
import { member } from '../queries.ts';
import { mayGivePart, type Part, type PartOf } from './part.ts';
import { partsWhere } from './queries.ts';

type Given = { account: string; of: PartOf; role: Role; marked: boolean };

/**
 * Gives somebody a role in a part of the organisation, instead of the one that they had there. `giver`: how whoever
 * gives it stands to that part.
 */
export async function givePart(
  within: Within,
  giver: Standing,
  { account, of, role, marked }: Given,
  now: Temporal.Instant,
): Promise<{ name: string } | Refusal<'not-here' | 'more-than-own'>> {
  const person = await member(within, account);
  if (!person || person.ended) return refuse('not-here');
  const before = await partIn(within, account, of);
  const refused = mayGivePart(giver, { role, marked }) ?? (before && mayGivePart(giver, before));
  if (refused) return refused;
  const [plan, department] = 'plan' in of ? [of.plan, null] : [null, of.department];
  const given = { role, sees_marked: marked, given_by: within.actor.name, given_at: now };
  await within.db
    .insertInto('grants')
    .values({ account_id: account, plan_id: plan, department_id: department, ...given })
    .onConflict(at =>
      at.columns(['organisation_id', 'account_id', 'plan_id', 'department_id']).doUpdateSet(given),
    )
    .execute();
  const after = await partIn(within, account, of);
  if (after) await record(within, membershipSubject(account), 'given a part', changesOf(before, after), now);
  return { name: person.name };
}

/** Takes somebody's role in a part away; what they have elsewhere, or in the whole organisation, stays. */
export async function takePart(
  within: Within,
  giver: Standing,
  { account, of }: Pick<Given, 'account' | 'of'>,
  now: Temporal.Instant,
): Promise<{ name: string } | Refusal<'not-here' | 'more-than-own'>> {
  const before = await partIn(within, account, of);
  if (!before) return refuse('not-here');
  const refused = mayGivePart(giver, before);
  if (refused) return refused;
  const [column, id] =
    'plan' in of ? (['plan_id', of.plan] as const) : (['department_id', of.department] as const);
  await within.db.deleteFrom('grants').where('account_id', '=', account).where(column, '=', id).execute();
  await record(within, membershipSubject(account), 'a part was taken', changesOf(before, undefined), now);
  return { name: before.name };
}

async function partIn(within: Within, account: string, of: PartOf): Promise<Part | undefined> {
  const parts = await partsWhere(within, { of });
  return parts.find(part => part.account === account);
}

const inWords = ({ role, marked }: Part): string => (marked ? `${role}, sees what is marked` : role);

function changesOf(before: Part | undefined, after: Part | undefined): Change[] {
  const of = (after ?? before)!.of;
  return [
    {
      field: `${of.kind} ${of.title}`,
      before: before ? inWords(before) : null,
      after: after ? inWords(after) : null,
    },
  ];
}

/** Gives or takes the right to see what is marked OFFICIAL-SENSITIVE in all that a role in the whole organisation shows. */
export async function letSeeMarked(
  within: Within,
  account: string,
  marked: boolean,
  now: Temporal.Instant,
): Promise<void> {
  const { numUpdatedRows } = await within.db
    .updateTable('memberships')
    .set({ sees_marked: marked })
    .where('account_id', '=', account)
    .where('sees_marked', '!=', marked)
    .executeTakeFirst();
  if (!numUpdatedRows) return;
  const said = (sees: boolean) => (sees ? 'sees it' : 'does not see it');
  const change = { field: 'what is marked OFFICIAL-SENSITIVE', before: said(!marked), after: said(marked) };
  await record(within, membershipSubject(account), 'changed', [change], now);
}
