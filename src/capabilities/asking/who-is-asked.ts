import type { Within } from '../../platform/database/database.ts';
import { besidesWords, coveredBy, peopleFor, type ReachedPerson } from '../organisations/index.ts';
import type { Pending } from './queries/pending.ts';

/**
 * Who is to answer a request on a day. `for`: the post, the team or the colleague that they do it for; null where it was
 * asked of themselves. `besides`: of whom it could have been asked as well, and why it was not; '' where of nobody.
 */
export type AskedOn = { person: ReachedPerson; for: string | null; besides: string };

/** Of whom something was asked. */
export type AskedOf = Pick<Pending, 'id'> & {
  person: { id: string; name: string } | null;
  owner: { id: string; name: string } | null;
};

/** By request. One that nobody can be asked about today (they left, have no address, hold no post) is not in the map. */
export async function whoIsAsked(
  within: Within,
  requests: readonly AskedOf[],
  on: Temporal.PlainDate,
): Promise<Map<string, AskedOn>> {
  const people = await coveredBy(
    within,
    requests.flatMap(({ person }) => person?.id ?? []),
    on,
  );
  const owners = await peopleFor(
    within,
    requests.flatMap(({ owner }) => owner?.id ?? []),
    on,
  );
  return new Map(
    requests.flatMap(({ id, person, owner }) => {
      if (person) {
        const reached = people.get(person.id);
        return reached
          ? [[id, { person: reached, for: reached.id === person.id ? null : person.name, besides: '' }]]
          : [];
      }
      const reached = owners.get(owner!.id);
      if (!reached || 'refused' in reached) return [];
      const forWhom = reached.as === 'themselves' ? null : reached.for;
      return [[id, { person: reached.person, for: forWhom, besides: besidesWords(reached) }]];
    }),
  );
}
