import { type Refusal, refuse } from '../../../language/refusal.ts';
import { type Days, isOver, isWithin } from '../person.ts';

export type ReachedPerson = { id: string; name: string; email: string; language: string };
export type ReachedAs = 'themselves' | 'holder' | 'deputy' | 'cover' | 'team';
export type NotReached = Refusal<'nobody' | 'no-address' | 'left'>;
/** `besides`: who hold the post too, and are not asked. */
export type ReachedBy = { person: ReachedPerson; as: ReachedAs; besides?: string[] };

export type PersonFacts = ReachedPerson & Days;
/** Somebody is away, and another stands in for them in everything. */
export type CoverFacts = Days & { person: string; by: string };
export type HoldingFacts = Days & { post: string; person: string; as: 'holder' | 'deputy' | 'cover' };

/** What is known of those who may be meant: whoever is not among `people` is not of the organisation. */
export type StandingFacts = {
  people: ReadonlyMap<string, PersonFacts>;
  /** By the person who is away. */
  covers: ReadonlyMap<string, readonly CoverFacts[]>;
  heldBy: ReadonlyMap<string, readonly HoldingFacts[]>;
  ofPost: ReadonlyMap<string, readonly HoldingFacts[]>;
};

/** Laid out by whom they are asked for: a daily run asks for a thousand. */
export function standingFacts(
  people: readonly PersonFacts[],
  covers: readonly CoverFacts[],
  holdings: readonly HoldingFacts[],
): StandingFacts {
  return {
    people: new Map(people.map(person => [person.id, person])),
    covers: Map.groupBy(covers, ({ person }) => person),
    heldBy: Map.groupBy(holdings, ({ person }) => person),
    ofPost: Map.groupBy(holdings, ({ post }) => post),
  };
}

type On = Temporal.PlainDate;

/** Somebody who is here on the day and can be written to. */
function reachable({ people }: StandingFacts, id: string | undefined, on: On): ReachedPerson | undefined {
  const person = id === undefined ? undefined : people.get(id);
  if (!person?.email || !isWithin(person, on)) return undefined;
  const { name, email, language } = person;
  return { id: person.id, name, email, language };
}

/**
 * Who stands in for somebody on a day: whoever covers them, or whoever covers every post that they hold. Where the one
 * who covers is away too, whoever covers that one; no further, so that nobody is asked about work three desks away.
 */
export function standInFor(facts: StandingFacts, person: string, on: On): ReachedPerson | undefined {
  const first = coverOf(facts, person, on) ?? coverOfAllPosts(facts, person, on);
  if (!first) return undefined;
  const second = coverOf(facts, first, on);
  return reachable(facts, second === person ? undefined : second, on) ?? reachable(facts, first, on);
}

const coverOf = ({ covers }: StandingFacts, person: string, on: On): string | undefined =>
  latest(covers.get(person)?.filter(cover => isWithin(cover, on)))?.by;

function coverOfAllPosts({ heldBy, ofPost }: StandingFacts, person: string, on: On): string | undefined {
  const held = heldBy.get(person)?.filter(one => one.as === 'holder' && isWithin(one, on)) ?? [];
  const covered = held.map(({ post }) =>
    latest(ofPost.get(post)?.filter(one => one.as === 'cover' && one.person !== person && isWithin(one, on))),
  );
  return covered.every(Boolean) ? covered[0]?.person : undefined;
}

/** What was agreed last holds: of several, the one that begins last. */
function latest<One extends Days>(some: readonly One[] = []): One | undefined {
  return some.toSorted((one, other) => begins(other).localeCompare(begins(one)))[0];
}

const begins = ({ startsOn }: Days): string => startsOn?.toString() ?? '';

/** Somebody, or who stands in for them; or why neither can be written to. */
export function reachPerson(facts: StandingFacts, person: string, on: On): ReachedBy | NotReached {
  const standIn = standInFor(facts, person, on);
  if (standIn) return { person: standIn, as: 'cover' };
  const themselves = reachable(facts, person, on);
  if (themselves) return { person: themselves, as: 'themselves' };
  const known = facts.people.get(person);
  if (!known) return refuse('nobody');
  if (isOver(known, on)) return refuse('left');
  return refuse(isWithin(known, on) ? 'no-address' : 'nobody');
}

const IN_ORDER = ['cover', 'holder', 'deputy'] as const;

/**
 * Whoever does a post's work on a day: who covers it, else who holds it or stands in for them, else its deputy. Of several
 * who hold it one is asked, the one who has held it longest, and the others are named: two who are asked wait for each
 * other (docs/decisions/0043). Why nobody does is told by the last holder: they left, or have no address; a post without any is nobody's.
 */
export function reachPost(facts: StandingFacts, post: string, on: On): ReachedBy | NotReached {
  const all = facts.ofPost.get(post) ?? [];
  const held = all.filter(holding => isWithin(holding, on));
  for (const as of IN_ORDER) {
    const some = longestFirst(held, as, facts);
    for (const { person } of some) {
      const reached = reachPerson(facts, person, on);
      if ('refused' in reached) continue;
      const others = some.filter(one => one.person !== person && one.person !== reached.person.id);
      const besides = others.flatMap(one => facts.people.get(one.person)?.name ?? []);
      return {
        ...(reached.as === 'cover' ? reached : { person: reached.person, as }),
        ...(as === 'holder' && besides.length && { besides }),
      };
    }
  }
  const holder = latest(all.filter(one => one.as === 'holder' && !startsAfter(one, on)));
  if (!holder) return refuse('nobody');
  return isOver(holder, on) ? refuse('left') : (reachPerson(facts, holder.person, on) as NotReached);
}

/** Of those who began on one day, by name: whoever looks knows who is meant. */
const longestFirst = (
  held: readonly HoldingFacts[],
  as: HoldingFacts['as'],
  { people }: StandingFacts,
): HoldingFacts[] => {
  const nameOf = ({ person }: HoldingFacts) => people.get(person)?.name ?? '';
  return held
    .filter(holding => holding.as === as)
    .toSorted(
      (one, other) =>
        begins(one).localeCompare(begins(other)) || nameOf(one).localeCompare(nameOf(other), 'en-GB'),
    );
};

const startsAfter = ({ startsOn }: Days, on: On): boolean =>
  startsOn !== null && Temporal.PlainDate.compare(startsOn, on) > 0;

/** Whoever leads a team, or stands in for them. */
export function reachTeam(facts: StandingFacts, lead: string | undefined, on: On): ReachedBy | NotReached {
  if (!lead) return refuse('nobody');
  const reached = reachPerson(facts, lead, on);
  if ('refused' in reached || reached.as === 'cover') return reached;
  return { person: reached.person, as: 'team' };
}
