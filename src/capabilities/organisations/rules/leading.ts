import { nameKey } from '../../../language/same-name.ts';
import { type Days, isWithin } from '../person.ts';
import { type ReachedPerson, reachPerson, reachPost, type StandingFacts } from './standing-in.ts';

/** Somebody, or whoever holds a post, leads communications for one thing, or for everything. */
export type LeadFacts = Days & {
  department: string | null;
  portfolio: string | null;
  subject: string;
  person: string | null;
  post: string | null;
};

export type LedFacts = StandingFacts & {
  leads: readonly LeadFacts[];
  /** Of each department the one that it is a part of. */
  partOf: ReadonlyMap<string, string | null>;
};

/** What may be led: its department, and the portfolios and subjects that it belongs to. */
export type LedThing = {
  department?: string;
  portfolios?: readonly string[];
  subjects?: readonly string[];
};

/**
 * The communications lead: of the subject, else of the portfolio, else of the department or the nearest one above it,
 * else of the organisation. Of several the one who began last. `besides`: who cannot be meant.
 */
export function leadOn(
  facts: LedFacts,
  of: LedThing,
  on: Temporal.PlainDate,
  besides?: string,
): ReachedPerson | undefined {
  for (const leads of inOrder(facts, of))
    for (const lead of leads.filter(one => isWithin(one, on)).toSorted(laterFirst)) {
      const reached = lead.post ? reachPost(facts, lead.post, on) : reachPerson(facts, lead.person!, on);
      if (!('refused' in reached) && reached.person.id !== besides) return reached.person;
    }
  return undefined;
}

function inOrder({ leads, partOf }: LedFacts, of: LedThing): LeadFacts[][] {
  const subjects = (of.subjects ?? []).map(nameKey);
  return [
    leads.filter(one => one.subject && subjects.includes(nameKey(one.subject))),
    leads.filter(one => one.portfolio && of.portfolios?.includes(one.portfolio)),
    ...upwards(partOf, of.department).map(id => leads.filter(one => one.department === id)),
    leads.filter(one => !one.department && !one.portfolio && !one.subject),
  ];
}

/** A department and those that it is a part of, the nearest first. */
export function upwards(partOf: ReadonlyMap<string, string | null>, from: string | undefined): string[] {
  const path: string[] = [];
  for (let at = from; at && !path.includes(at); at = partOf.get(at) ?? undefined) path.push(at);
  return path;
}

const laterFirst = (one: Days, other: Days): number =>
  (other.startsOn?.toString() ?? '').localeCompare(one.startsOn?.toString() ?? '');

/** Who is told when somebody stays silent: their manager, else whoever leads communications for their department. */
export function toldOn(
  facts: LedFacts,
  silent: { id: string; manager: string | null; department: string | null },
  on: Temporal.PlainDate,
): ReachedPerson | undefined {
  const manager = silent.manager ? reachPerson(facts, silent.manager, on) : undefined;
  if (manager && !('refused' in manager) && manager.person.id !== silent.id) return manager.person;
  return leadOn(facts, { department: silent.department ?? undefined }, on, silent.id);
}
