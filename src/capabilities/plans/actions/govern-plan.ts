import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import type { VersionAgreed } from '../governance.ts';
import { type GovernedPlan, governedPlan } from '../queries/governance.ts';
import { changesOf } from '../rules/line-changes.ts';
import { stoodAt } from '../rules/version-agreed.ts';
import { inWordsDated } from '../rules/when-dated.ts';

export type GovernanceValues = {
  edition: string;
  periodFrom: string | null;
  periodTo: string | null;
  ownerId: string | null;
  nextReview: Temporal.PlainDate | null;
};

export type NotGoverned =
  | Refusal<'not-found'>
  | Refusal<'no-such-owner'>
  | (Refusal<'changed-meanwhile'> & { plan: GovernedPlan });

/** Saves edition, period, owner and next review over the version that was seen, or refuses where it was changed since. */
export async function governPlan(
  within: Within,
  { id, version, values }: { id: string; version: number; values: GovernanceValues },
  now: Temporal.Instant,
): Promise<{ saved: string[] } | NotGoverned> {
  const plan = await governedPlan(within, id);
  if (!plan) return refuse('not-found');
  const owner = await ownerNamed(within, values.ownerId);
  if (values.ownerId && !owner) return refuse('no-such-owner');
  const changes = changesOf(inWords(plan), inWords({ ...values, owner }));
  if (plan.version === version && !changes.length) return { saved: [] };
  const done = await within.db
    .updateTable('plans')
    .set(set => ({
      edition: values.edition,
      period_from: values.periodFrom,
      period_to: values.periodTo,
      owner_id: values.ownerId,
      next_review: values.nextReview,
      changed_at: now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n)
    return { ...refuse('changed-meanwhile'), plan: (await governedPlan(within, id)) ?? plan };
  await record(within, { kind: 'plan', id }, 'changed', changes, now);
  return { saved: changes.map(change => change.field) };
}

async function ownerNamed({ db }: Within, id: string | null): Promise<{ id: string; name: string } | null> {
  if (!id) return null;
  return (
    (await db.selectFrom('owners').select(['id', 'name']).where('id', '=', id).executeTakeFirst()) ?? null
  );
}

const inWords = (
  plan: Pick<GovernedPlan, 'edition' | 'periodFrom' | 'periodTo' | 'owner' | 'nextReview'>,
) => ({
  edition: plan.edition,
  'start of the period': plan.periodFrom ?? '',
  'end of the period': plan.periodTo ?? '',
  owner: plan.owner?.name ?? '',
  'next review': plan.nextReview?.toString() ?? '',
});

export type NewAgreement = {
  by: string;
  on: Temporal.PlainDate;
  edition: string;
  version: VersionAgreed;
};

/** Records that the plan was agreed, and as it stood when. */
export async function recordAgreement(
  within: Within,
  plan: string,
  { by, on, edition, version }: NewAgreement,
  { now, zone }: { now: Temporal.Instant; zone: string },
): Promise<Refusal<'not-found'> | { recorded: true }> {
  const found = await held(within, plan);
  if (!found) return refuse('not-found');
  const stood = stoodAt(version, { made: found.created_at, agreedOn: on, now, zone });
  await within.db
    .insertInto('plan_agreements')
    .values({
      plan_id: plan,
      agreed_by: by,
      agreed_on: on,
      edition,
      stood_at: stood,
      recorded_by: within.actor.name,
      recorded_at: now,
    })
    .execute();
  const words = [edition, `agreed by ${by} on ${inWordsDated(on.toString())}`].filter(Boolean).join(', ');
  return recorded(within, plan, { field: 'agreement', before: null, after: words }, now);
}

/** Records whom the plan was shown to. */
export async function recordShowing(
  within: Within,
  plan: string,
  { to, on }: { to: string; on: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<Refusal<'not-found'> | { recorded: true }> {
  if (!(await held(within, plan))) return refuse('not-found');
  await within.db
    .insertInto('plan_showings')
    .values({ plan_id: plan, shown_to: to, shown_on: on, recorded_by: within.actor.name, recorded_at: now })
    .execute();
  return recorded(
    within,
    plan,
    { field: 'showing', before: null, after: `shown to ${to} on ${inWordsDated(on.toString())}` },
    now,
  );
}

/** Takes back what was recorded in error; the history keeps that it was. */
export async function takeBack(
  within: Within,
  { plan, kind, id }: { plan: string; kind: 'agreement' | 'showing'; id: string },
  now: Temporal.Instant,
): Promise<Refusal<'not-found'> | { recorded: true }> {
  if (!(await held(within, plan))) return refuse('not-found');
  const gone =
    kind === 'agreement'
      ? await within.db
          .deleteFrom('plan_agreements')
          .where('id', '=', id)
          .where('plan_id', '=', plan)
          .returning(['agreed_by as who', 'agreed_on as on'])
          .executeTakeFirst()
      : await within.db
          .deleteFrom('plan_showings')
          .where('id', '=', id)
          .where('plan_id', '=', plan)
          .returning(['shown_to as who', 'shown_on as on'])
          .executeTakeFirst();
  if (!gone) return refuse('not-found');
  const said = kind === 'agreement' ? `agreed by ${gone.who}` : `shown to ${gone.who}`;
  return recorded(
    within,
    plan,
    { field: kind, before: `${said} on ${inWordsDated(gone.on.toString())}`, after: null },
    now,
  );
}

/** The plan's row, held until the transaction ends, so that its history has one writer at a time. */
const held = ({ db }: Within, plan: string) =>
  db
    .selectFrom('plans')
    .select('created_at')
    .where('id', '=', plan)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

async function recorded(
  within: Within,
  plan: string,
  change: Change,
  now: Temporal.Instant,
): Promise<{ recorded: true }> {
  const action = change.after ? 'recorded' : 'took back';
  await record(within, { kind: 'plan', id: plan }, action, [change], now);
  return { recorded: true };
}
