import { refuse } from '../../language/refusal.ts';
import type { Within } from '../../platform/database/database.ts';
import { aboveOf, ledOn, type MeantBy, standingOn, whomOwnersMean } from './queries/standing.ts';
import { type LedThing, leadOn, toldOn } from './rules/leading.ts';
import {
  type NotReached,
  type ReachedBy,
  type ReachedPerson,
  reachPerson,
  reachPost,
  reachTeam,
  type StandingFacts,
} from './rules/standing-in.ts';

/** Whom an owner of the register means on a day; `for`: the owner's name. Or why nobody can be written to. */
export type Reached = (ReachedBy & { for: string }) | NotReached;

/** Who is written to for owners of the register on a day: the person, the post's holder or whoever covers, the team's lead. */
export async function peopleFor(
  within: Within,
  owners: string[],
  on: Temporal.PlainDate,
): Promise<Map<string, Reached>> {
  if (!owners.length) return new Map();
  const meant = await whomOwnersMean(within, [...new Set(owners)]);
  const people = meant.flatMap(({ person, lead }) => person ?? lead ?? []);
  const facts = await standingOn(within, { people, posts: meant.flatMap(({ post }) => post ?? []) }, on);
  return new Map(
    meant.map(owner => {
      const reached = reach(facts, owner, on);
      return [owner.id, 'refused' in reached ? reached : { ...reached, for: owner.name }];
    }),
  );
}

function reach(facts: StandingFacts, owner: MeantBy, on: Temporal.PlainDate): ReachedBy | NotReached {
  if (owner.person) return reachPerson(facts, owner.person, on);
  if (owner.post) return reachPost(facts, owner.post, on);
  return owner.team ? reachTeam(facts, owner.lead ?? undefined, on) : refuse('nobody');
}

/**
 * Whoever stands in for people on a day; else themselves. Whoever cannot be written to (gone, not here yet, without an
 * address) and is covered by nobody is not in the map.
 */
export async function coveredBy(
  within: Within,
  people: string[],
  on: Temporal.PlainDate,
): Promise<Map<string, ReachedPerson>> {
  if (!people.length) return new Map();
  const facts = await standingOn(within, { people: [...new Set(people)], posts: [] }, on);
  return new Map(
    people.flatMap(person => {
      const reached = reachPerson(facts, person, on);
      return 'refused' in reached ? [] : [[person, reached.person] as const];
    }),
  );
}

/**
 * Who is told when somebody stays silent: their manager, else the lead of their department, else the organisation's
 * lead; none where nobody is named.
 */
export async function toldOf(
  within: Within,
  person: string,
  on: Temporal.PlainDate,
): Promise<ReachedPerson | undefined> {
  const silent = await aboveOf(within, person);
  if (!silent) return undefined;
  return toldOn(await ledOn(within, silent.manager ? [silent.manager] : [], on), silent, on);
}

/** The communications lead: of the subject, else the portfolio, else the department or one above it, else of everything. */
export async function leadFor(
  within: Within,
  of: LedThing,
  on: Temporal.PlainDate,
): Promise<ReachedPerson | undefined> {
  const [lead] = await leadsFor(within, [of], on);
  return lead;
}

/** The same of many things, in their order. */
export async function leadsFor(
  within: Within,
  things: readonly LedThing[],
  on: Temporal.PlainDate,
): Promise<(ReachedPerson | undefined)[]> {
  const facts = await ledOn(within, [], on);
  return things.map(of => leadOn(facts, of, on));
}
