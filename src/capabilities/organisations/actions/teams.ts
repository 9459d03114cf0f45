import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { namedSubject } from '../named.ts';
import { namedById } from '../queries/named.ts';
import { personById } from '../queries/people.ts';

type Membership = { team: string; person: string };

/** Somebody belongs to a team; whoever leads it is written to for it, and only one does. */
export async function putInTeam(
  within: Within,
  { team, person, leads }: Membership & { leads: boolean },
  now: Temporal.Instant,
): Promise<{ name: string } | Refusal<'not-found' | 'nobody'>> {
  const { db } = within;
  const found = await namedById(within, 'team', team, 'held');
  if (!found || found.endedAt) return refuse('not-found');
  const who = await personById(within, person);
  if (!who) return refuse('nobody');
  if (leads) await db.updateTable('team_members').set({ leads: false }).where('team_id', '=', team).execute();
  await db
    .insertInto('team_members')
    .values({ team_id: team, person_id: person, leads })
    .onConflict(at => at.columns(['team_id', 'person_id']).doUpdateSet({ leads }))
    .execute();
  const field = leads ? 'lead' : 'member';
  await record(within, namedSubject('team', team), field, [{ field, before: null, after: who.name }], now);
  return { name: who.name };
}

export async function takeFromTeam(
  within: Within,
  { team, person }: Membership,
  now: Temporal.Instant,
): Promise<{ name: string } | Refusal<'not-found'>> {
  const found = await namedById(within, 'team', team, 'held');
  const gone =
    found &&
    (await within.db
      .deleteFrom('team_members')
      .where('team_id', '=', team)
      .where('person_id', '=', person)
      .returning('leads')
      .executeTakeFirst());
  const who = gone && (await personById(within, person));
  if (!who) return refuse('not-found');
  const change = { field: gone.leads ? 'lead' : 'member', before: who.name, after: null };
  await record(within, namedSubject('team', team), 'left the team', [change], now);
  return { name: who.name };
}
