import type { Within } from '../../../platform/database/database.ts';
import {
  coveredBy,
  leadFor,
  type ReachedPerson,
  toldOf,
  workingCalendarOf,
} from '../../organisations/index.ts';
import type { Pending } from '../queries/pending.ts';
import { askingSettings } from '../queries/settings.ts';
import { tidingsToTell } from '../queries/tidings.ts';
import {
  type AskingRules,
  askingRules,
  type DailyFacts,
  type OpenRequest,
  type WhyTold,
} from '../rules/daily-message.ts';
import { isLostTo, whyTold } from '../rules/why-told.ts';
import type { Tiding } from '../tiding.ts';
import { type AskedOn, whoIsAsked } from '../who-is-asked.ts';

/** A request of somebody, and for whom they are to answer it. */
export type TheirRequest = OpenRequest & { pending: Pending; for: string | null };
/** What somebody is told of another's request. `of`: who was asked. */
export type TheirTold = { pending: Pending; why: WhyTold; of: string };

/** `lost`: what they were written of by a message that did not arrive; they are not asked it until somebody has looked. */
export type TheirFacts = DailyFacts<TheirRequest, TheirTold> & {
  person: ReachedPerson;
  lost: TheirRequest[];
};

export type AskingNow = {
  facts: Map<string, TheirFacts>;
  /** What nobody can be told of, since nobody is named. */
  untold: { pending: Pending; why: WhyTold }[];
};

export const rulesOf = async (within: Within): Promise<AskingRules> =>
  askingRules(await askingSettings(within), await workingCalendarOf(within));

/** What each person of the organisation has to hear on a day, whether or not anything is due. */
export async function askingNow(
  within: Within,
  pending: readonly Pending[],
  today: Temporal.PlainDate,
  { rules, written }: { rules: AskingRules; written: ReadonlySet<string> },
): Promise<AskingNow> {
  const asked = await whoIsAsked(within, pending, today);
  const facts = new Map<string, TheirFacts>();
  const factsOf = (person: ReachedPerson): TheirFacts => {
    const lastMessage = written.has(person.id) ? today : null;
    const known = facts.get(person.id) ?? {
      person,
      requests: [],
      lost: [],
      told: [],
      tidings: [],
      lastMessage,
    };
    facts.set(person.id, known);
    return known;
  };
  for (const one of pending) {
    const to = one.state === 'open' && asked.get(one.id);
    if (!to) continue;
    const { requests, lost } = factsOf(to.person);
    (isLostTo(one, to.person.id) ? lost : requests).push(theirs(one, to));
  }
  const untold: AskingNow['untold'] = [];
  const toldBy = tellers(within, today);
  for (const one of pending) {
    const why = whyTold(one, asked.get(one.id)?.person.id, today, rules);
    if (!why) continue;
    const teller = await toldBy(one.person?.id ?? asked.get(one.id)?.person.id);
    const of = one.person?.name ?? asked.get(one.id)?.person.name ?? one.owner!.name;
    if (teller) factsOf(teller).told.push({ pending: one, why, of });
    else untold.push({ pending: one, why });
  }
  for (const { to, tiding } of await tidingsNow(within, today)) factsOf(to).tidings.push(tiding);
  return { facts, untold };
}

export const theirs = (pending: Pending, { person, for: of }: AskedOn): TheirRequest => ({
  id: pending.id,
  by: pending.by,
  askedAt: pending.askedAt,
  // what did not arrive for two days goes to them anew, by itself
  listedOn: pending.listedTo === person.id && !pending.lost ? pending.listedOn : null,
  snoozedUntil: pending.snoozedUntil,
  pending,
  for: of,
});

/** What waits to be told, with whoever stands in today for whom it is told. */
async function tidingsNow(
  within: Within,
  today: Temporal.PlainDate,
): Promise<{ to: ReachedPerson; tiding: Tiding }[]> {
  const tidings = await tidingsToTell(within, today);
  const people = tidings.map(({ person }) => person);
  const reached = await coveredBy(within, people, today);
  return tidings.flatMap(tiding => {
    const to = reached.get(tiding.person);
    return to ? [{ to, tiding }] : [];
  });
}

/** Who is told about whom: asked once for each, since somebody silent is so in many things. */
export function tellers(within: Within, today: Temporal.PlainDate) {
  const known = new Map<string, Promise<ReachedPerson | undefined>>();
  return (person: string | undefined) => {
    const found =
      known.get(person ?? '') ?? (person ? toldOf(within, person, today) : leadFor(within, {}, today));
    known.set(person ?? '', found);
    return found;
  };
}
