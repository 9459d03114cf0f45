import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record, type Subject } from '../../../platform/history/history.ts';
import { type SignInRules, USUAL_RULES } from '../session.ts';

export const rulesSubject = (organisation: string): Subject => ({ kind: 'sign-in rules', id: organisation });

/** What the organisation asks of those who sign in for it. */
export async function signInRules({ db }: Within): Promise<SignInRules> {
  const row = await db.selectFrom('sign_in_rules').selectAll().executeTakeFirst();
  if (!row) return USUAL_RULES;
  return {
    secondFactorRequired: row.second_factor_required,
    linksAllowed: row.links_allowed,
    idleMinutes: row.idle_minutes,
    lifetimeHours: row.lifetime_hours,
  };
}

/** Changes the rules. They hold at once, for sessions that are open as well. */
export async function changeSignInRules(
  within: Within,
  after: SignInRules,
  now: Temporal.Instant,
): Promise<void> {
  const before = await signInRules(within);
  const changes = changed(before, after);
  if (!changes.length) return;
  const { secondFactorRequired, linksAllowed, idleMinutes, lifetimeHours } = after;
  const row = {
    second_factor_required: secondFactorRequired,
    links_allowed: linksAllowed,
    idle_minutes: idleMinutes,
    lifetime_hours: lifetimeHours,
  };
  await within.db
    .insertInto('sign_in_rules')
    .values({ organisation_id: within.organisation, ...row })
    .onConflict(at => at.column('organisation_id').doUpdateSet(row))
    .execute();
  await within.db
    .updateTable('sessions')
    .set({
      idle_minutes: idleMinutes,
      expires_at: sql<Temporal.Instant>`created_at + make_interval(hours => ${lifetimeHours})`,
    })
    .execute();
  await record(within, rulesSubject(within.organisation), 'changed how people sign in', changes, now);
}

const NAMES: Record<keyof SignInRules, string> = {
  secondFactorRequired: 'authenticator app required',
  linksAllowed: 'links by email allowed',
  idleMinutes: 'minutes without a page',
  lifetimeHours: 'hours of a session',
};

const inWords = (value: boolean | number): string =>
  typeof value === 'number' ? String(value) : value ? 'yes' : 'no';

const changed = (before: SignInRules, after: SignInRules): Change[] =>
  (Object.keys(NAMES) as (keyof SignInRules)[])
    .filter(name => before[name] !== after[name])
    .map(name => ({ field: NAMES[name], before: inWords(before[name]), after: inWords(after[name]) }));
