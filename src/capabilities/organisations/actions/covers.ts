import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { dayInWords, isOver, type Person, personSubject } from '../person.ts';
import { holdPerson, personById } from '../queries/people.ts';

export type CoverAsked = {
  person: string;
  by: string;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate;
};

export type NotCovered = Refusal<'not-found' | 'nobody' | 'themselves' | 'wrong-way-round' | 'leaves-before'>;

/** Somebody stands in for another, from one day to another; both inclusive. */
export async function addCover(
  within: Within,
  { person, by, startsOn, endsOn }: CoverAsked,
  now: Temporal.Instant,
): Promise<{ covered: Person; by: Person } | NotCovered> {
  if (person === by) return refuse('themselves');
  if (Temporal.PlainDate.compare(endsOn, startsOn) < 0) return refuse('wrong-way-round');
  const covered = await holdPerson(within, person);
  if (!covered) return refuse('not-found');
  const standIn = await personById(within, by);
  if (!standIn) return refuse('nobody');
  if (isOver(standIn, endsOn)) return refuse('leaves-before');
  const days = { starts_on: startsOn, ends_on: endsOn };
  await within.db
    .insertInto('covers')
    .values({ person_id: person, by_id: by, ...days, made_by: within.actor.name, made_at: now })
    .execute();
  const said = `${standIn.name}, ${dayInWords(startsOn)} to ${dayInWords(endsOn)}`;
  await record(
    within,
    personSubject(person),
    'covered',
    [{ field: 'cover', before: null, after: said }],
    now,
  );
  return { covered, by: standIn };
}

/** Ends a cover: one that has begun ended yesterday, one that has not never was. */
export async function endCover(
  within: Within,
  { person, cover }: { person: string; cover: string },
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<{ ended: true } | Refusal<'not-found'>> {
  if (!(await holdPerson(within, person))) return refuse('not-found');
  const { db } = within;
  const found = await db
    .selectFrom('covers as c')
    .innerJoin('people as p', 'p.id', 'c.by_id')
    .select(['p.name', 'c.starts_on', 'c.ends_on'])
    .where('c.id', '=', cover)
    .where('c.person_id', '=', person)
    .executeTakeFirst();
  if (!found) return refuse('not-found');
  const begun = Temporal.PlainDate.compare(found.starts_on, today) < 0;
  if (begun)
    await db
      .updateTable('covers')
      .set({ ends_on: today.subtract({ days: 1 }) })
      .where('id', '=', cover)
      .where('ends_on', '>=', today)
      .execute();
  else await db.deleteFrom('covers').where('id', '=', cover).execute();
  const said = `${found.name}, ${dayInWords(found.starts_on)} to ${dayInWords(found.ends_on)}`;
  await record(
    within,
    personSubject(person),
    'no longer covered',
    [{ field: 'cover', before: said, after: null }],
    now,
  );
  return { ended: true };
}
