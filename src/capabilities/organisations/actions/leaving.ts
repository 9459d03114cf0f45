import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import type { HandsOver, KeepsAccess, Leaver } from '../keeps-people.ts';
import { dayInWords, isOver, type Person, personSubject } from '../person.ts';
import { decidedOf, type HandedOver, leaverOf } from '../queries/leaving.ts';
import { holdPerson } from '../queries/people.ts';
import { EVERYTHING, takings, unsaid } from '../rules/handing-over.ts';
import { ownerMeaning } from './owner-meaning.ts';
import { endOwner } from './owners.ts';

/** What leaving needs to know besides who leaves. */
export type Occasion = {
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  zone: string;
  access: KeepsAccess;
  handsOver: readonly HandsOver[];
};

export type NotLeaving = Refusal<'not-found' | 'before-first-day' | 'last-administrator'>;

/**
 * Somebody's last day, or null: they stay. Their access ends when the day is over, known to whoever lets people in from
 * now on; what they have is handed over on the day after, or at once where that has come.
 */
export async function sayWhenTheyLeave(
  within: Within,
  { person: id, endsOn }: { person: string; endsOn: Temporal.PlainDate | null },
  occasion: Occasion,
): Promise<{ name: string; gone: boolean } | NotLeaving> {
  const { now, zone, access } = occasion;
  const person = await holdPerson(within, id);
  if (!person) return refuse('not-found');
  if (endsOn && person.startsOn && Temporal.PlainDate.compare(endsOn, person.startsOn) < 0)
    return refuse('before-first-day');
  const account = await accountOf(within, person, access);
  if (account) {
    const told = await access.endsAt(within, account, endsOn && endOfDay(endsOn, zone), now);
    if ('refused' in told && told.refused === 'last-administrator') return refuse('last-administrator');
  }
  if (String(person.endsOn) !== String(endsOn)) await writeEnd(within, person, { endsOn, account }, now);
  const gone = endsOn !== null && isOver({ endsOn }, occasion.today);
  if (gone) await handOverNow(within, id, occasion);
  return { name: person.name, gone };
}

/** The moment at which a day is over, where the organisation is. */
export const endOfDay = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(zone).toInstant();

/** The account that is theirs, or has their address: an account that nobody tied to them would stay open. */
async function accountOf(within: Within, person: Person, access: KeepsAccess): Promise<string | undefined> {
  if (person.account) return person.account;
  return person.email ? (await access.account(within, { email: person.email }))?.id : undefined;
}

async function writeEnd(
  within: Within,
  person: Person,
  { endsOn, account }: { endsOn: Temporal.PlainDate | null; account: string | undefined },
  now: Temporal.Instant,
): Promise<void> {
  const { db } = within;
  const taken =
    account &&
    (await db.selectFrom('people').select('id').where('account_id', '=', account).executeTakeFirst());
  await db
    .updateTable('people')
    .set(set => ({
      ends_on: endsOn,
      handed_over_at: null,
      ...(account && !taken ? { account_id: account } : {}),
      version: set('version', '+', 1),
      changed_at: now,
    }))
    .where('id', '=', person.id)
    .execute();
  if (!endsOn)
    await db
      .deleteFrom('handovers')
      .where('person_id', '=', person.id)
      .where('done_at', 'is', null)
      .execute();
  const change = {
    field: 'last day',
    before: person.endsOn && dayInWords(person.endsOn),
    after: endsOn && dayInWords(endsOn),
  };
  await record(within, personSubject(person.id), endsOn ? 'leaves' : 'stays', [change], now);
}

/** `to`: null where nobody takes it yet. */
export type Decision = {
  kind: string;
  thing: string | null;
  to: { person: string } | { owner: string } | null;
};

/** Who takes what, instead of what was decided before and is not done. */
export async function decideHandovers(
  within: Within,
  person: string,
  decisions: Decision[],
  now: Temporal.Instant,
): Promise<void> {
  const { db } = within;
  await db.deleteFrom('handovers').where('person_id', '=', person).where('done_at', 'is', null).execute();
  if (!decisions.length) return;
  const rows = decisions.map(({ kind, thing, to }) => ({
    person_id: person,
    kind,
    thing_id: thing,
    to_person: to && 'person' in to ? to.person : null,
    to_owner: to && 'owner' in to ? to.owner : null,
    decided_by: within.actor.name,
    decided_at: now,
  }));
  await db.insertInto('handovers').values(rows).execute();
}

/** Hands over what was decided, and ends what nobody takes. Safe to do twice. */
export async function handOverNow(within: Within, id: string, occasion: Occasion): Promise<boolean> {
  const { now, today, access, handsOver } = occasion;
  const person = await holdPerson(within, id);
  if (!person?.endsOn || !isOver(person, today)) return false;
  const leaver = (await leaverOf(within, id, person.endsOn))!;
  const decided = (await decidedOf(within, id)).filter(({ gone }) => !gone);
  const all = [...decided, ...(await takenWithTheRest(within, leaver, decided, occasion))];
  const names = new Map(all.map(one => [one.person ?? one.owner, one.name]));
  const said = all.map(({ kind, thing, person: someone, owner }) => ({ kind, thing, to: someone ?? owner }));
  for (const { to, ...taken } of takings(said))
    for (const keeper of handsOver)
      await keeper.handOver(within, leaver, { ...taken, to: { id: to, name: names.get(to)! } }, now);
  const { db } = within;
  await db
    .updateTable('handovers')
    .set({ done_at: now })
    .where('person_id', '=', id)
    .where('done_at', 'is', null)
    .execute();
  await endTheRest(within, leaver, now);
  if (person.account) await access.over(within, person.account, now);
  await db.updateTable('people').set({ handed_over_at: now }).where('id', '=', id).execute();
  await record(within, personSubject(id), 'left', [], now);
  return true;
}

/** Whoever takes everything takes each kind of which nothing was said, also one that came after it was decided. */
async function takenWithTheRest(
  within: Within,
  leaver: Leaver,
  decided: HandedOver[],
  { handsOver, now }: Occasion,
): Promise<HandedOver[]> {
  const taker = decided.find(({ kind }) => kind === EVERYTHING);
  if (!taker?.person) return [];
  const held = [];
  for (const keeper of handsOver) held.push(...(await keeper.held(within, leaver, 1)));
  const rest = unsaid(held, decided);
  const owner = rest.some(one => one.taker === 'owner')
    ? await ownerMeaning(within, { kind: 'person', id: taker.person }, now)
    : null;
  return rest.map(one =>
    one.taker === 'owner' && owner
      ? { ...taker, kind: one.kind, person: null, owner: owner.id, name: owner.name } // it may be called otherwise
      : { ...taker, kind: one.kind },
  );
}

/** What nobody takes ends with the last day: posts, teams, what they led, whom they covered, names that mean them. */
async function endTheRest(
  within: Within,
  { id, endsOn, owners }: Leaver,
  now: Temporal.Instant,
): Promise<void> {
  const { db } = within;
  await sql`delete from post_holdings where person_id = ${id} and starts_on > ${endsOn}`.execute(db);
  await sql`update post_holdings set ends_on = ${endsOn} where person_id = ${id} and (ends_on is null or ends_on > ${endsOn})`.execute(
    db,
  );
  await sql`delete from team_members where person_id = ${id}`.execute(db);
  await sql`delete from leads where person_id = ${id} and starts_on > ${endsOn}`.execute(db);
  await sql`update leads set ends_on = ${endsOn} where person_id = ${id} and (ends_on is null or ends_on > ${endsOn})`.execute(
    db,
  );
  await sql`delete from covers where by_id = ${id} and starts_on > ${endsOn}`.execute(db);
  await sql`update covers set ends_on = ${endsOn} where by_id = ${id} and ends_on > ${endsOn}`.execute(db);
  for (const owner of owners) await endOwner(within, owner.id, now);
}
