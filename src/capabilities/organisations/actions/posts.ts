import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { namedSubject } from '../named.ts';
import { type Days, dayInWords, type HoldingAs, isOver, personSubject } from '../person.ts';
import { namedById } from '../queries/named.ts';
import { personById } from '../queries/people.ts';

export type HoldingAsked = Days & { post: string; person: string; as: HoldingAs };
export type NotHeld = Refusal<'not-found' | 'nobody' | 'wrong-way-round' | 'needs-days' | 'leaves-before'>;

/** Somebody holds a post, is its deputy, or covers it for a time. */
export async function addHolding(
  within: Within,
  { post, person, as, startsOn, endsOn }: HoldingAsked,
  now: Temporal.Instant,
): Promise<{ name: string } | NotHeld> {
  if (as === 'cover' && !(startsOn && endsOn)) return refuse('needs-days');
  if (startsOn && endsOn && Temporal.PlainDate.compare(endsOn, startsOn) < 0)
    return refuse('wrong-way-round');
  const held = await namedById(within, 'post', post, 'held');
  if (!held || held.endedAt) return refuse('not-found');
  const who = await personById(within, person);
  if (!who) return refuse('nobody');
  if (startsOn && isOver(who, startsOn)) return refuse('leaves-before');
  const days = { starts_on: startsOn, ends_on: endsOn };
  await within.db
    .insertInto('post_holdings')
    .values({ post_id: post, person_id: person, as, ...days })
    .execute();
  const [toPost, toPerson] = [namedSubject('post', post), personSubject(person)];
  await record(
    within,
    toPost,
    as,
    [{ field: as, before: null, after: inWords(who.name, { startsOn, endsOn }) }],
    now,
  );
  await record(
    within,
    toPerson,
    as,
    [{ field: as, before: null, after: inWords(held.name, { startsOn, endsOn }) }],
    now,
  );
  return { name: who.name };
}

/** "Ada Marsh, from 1 April 2025 to 14 April 2025" */
const inWords = (name: string, { startsOn, endsOn }: Days): string =>
  [
    name,
    [startsOn && `from ${dayInWords(startsOn)}`, endsOn && `to ${dayInWords(endsOn)}`]
      .filter(Boolean)
      .join(' '),
  ]
    .filter(Boolean)
    .join(', ');

/** Somebody's last day in a post; one that had not begun never was. */
export async function endHolding(
  within: Within,
  { post, holding, on }: { post: string; holding: string; on: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<{ name: string } | Refusal<'not-found'>> {
  const held = await namedById(within, 'post', post, 'held');
  const { db } = within;
  const found = await db
    .selectFrom('post_holdings as h')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .select(['p.id', 'p.name', 'h.as', 'h.starts_on'])
    .where('h.id', '=', holding)
    .where('h.post_id', '=', post)
    .executeTakeFirst();
  if (!held || !found) return refuse('not-found');
  if (found.starts_on && Temporal.PlainDate.compare(found.starts_on, on) > 0)
    await db.deleteFrom('post_holdings').where('id', '=', holding).execute();
  else await db.updateTable('post_holdings').set({ ends_on: on }).where('id', '=', holding).execute();
  const change = (name: string) => [{ field: found.as, before: name, after: `until ${dayInWords(on)}` }];
  await record(within, namedSubject('post', post), 'left the post', change(found.name), now);
  await record(within, personSubject(found.id), 'left a post', change(held.name), now);
  return { name: found.name };
}
