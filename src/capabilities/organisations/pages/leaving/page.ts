import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { decideHandovers, type Occasion, sayWhenTheyLeave } from '../../actions/leaving.ts';
import type { DirectoryParts } from '../../directory-parts.ts';
import type { Held, Leaver } from '../../keeps-people.ts';
import { isOver, type Person } from '../../person.ts';
import { decidedOf, type HandedOver, leaverOf } from '../../queries/leaving.ts';
import { personById } from '../../queries/people.ts';
import { wantedOf } from '../../rules/handing-over.ts';
import { idOf, personAddress, TRAIL, tellAt } from '../directory-addresses.ts';
import { answersOf, kindsShown, untakenWords } from './shown.ts';
import { findTakers } from './takers.ts';

/** The first of each kind that can be given by themselves; the rest go together. */
const SHOWN = 50;

type Found = {
  person: Person;
  leaver: Leaver;
  held: Held[];
  decided: HandedOver[];
  email: string | undefined;
};
type Asked = { errors?: PageError[]; answers?: Record<string, string> };

/** Somebody leaves: when, everything that they have, and who takes each kind or each thing of it. */
export function leavingPage(parts: DirectoryParts) {
  const show = (visit: SignedInVisit): Promise<Answer> => view(visit, parts, {});

  const save = async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit, 'person');
    if (!id) return notFound;
    const ends = readDay(visit.form, 'ends', { asked: 'their last day', needed: true });
    const answers = textsOf(visit.form);
    const done = await visit.within(async within => {
      const found = await load(within, parts, id, visit.today());
      if (!found) return undefined;
      const days = { now: visit.now(), today: visit.today() };
      const wanted = wantedOf(found.held, visit.form);
      const taken = await findTakers(within, wanted, { ...found, ...days });
      const errors = [...ends.errors, ...taken.errors];
      if (!ends.day || errors.length) return { errors };
      await decideHandovers(within, id, taken.decisions, visit.now());
      return {
        untaken: untakenWords(found.held, taken.decisions),
        left: await sayWhenTheyLeave(within, { person: id, endsOn: ends.day }, occasionOf(visit, parts)),
      };
    });
    if (!done) return notFound;
    if (!done.left) return view(visit, parts, { errors: done.errors, answers });
    if (!isRefused(done.left)) {
      const { name, gone } = done.left;
      return redirect(
        personAddress(id),
        gone
          ? `${name} has left, and what you gave to others is theirs.${nobodyYet(done.untaken)}`
          : `Saved. ${name} leaves when the day is over.${nobodyYet(done.untaken)}`,
      );
    }
    if (done.left.refused === 'not-found') return notFound;
    return view(visit, parts, { errors: fieldProblem('ends-day', WHY[done.left.refused]), answers });
  };

  const stay = async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit, 'person');
    if (!id) return notFound;
    const done = await visit.within(async within => {
      const person = await personById(within, id);
      if (person && isOver(person, visit.today())) return undefined;
      return sayWhenTheyLeave(within, { person: id, endsOn: null }, occasionOf(visit, parts));
    });
    if (!done) return tellAt(personAddress(id), 'They have left already. Change their last day instead.');
    return isRefused(done) ? notFound : redirect(personAddress(id), `${done.name} stays.`);
  };

  return { show, save, stay };
}

const nobodyYet = (untaken: string): string => (untaken ? ` Nobody takes their ${untaken} yet.` : '');

const WHY = {
  'before-first-day': 'Enter a last day that is not before their first',
  'last-administrator': 'Make somebody else an administrator first: this person is the only one',
};

const occasionOf = (visit: SignedInVisit, { access, handsOver }: DirectoryParts): Occasion => ({
  now: visit.now(),
  today: visit.today(),
  zone: visit.who.organisation.timeZone,
  access,
  handsOver,
});

const textsOf = (form: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

async function load(
  within: Within,
  { handsOver, access }: DirectoryParts,
  id: string,
  today: Temporal.PlainDate,
): Promise<Found | undefined> {
  const person = await personById(within, id);
  const leaver = person && (await leaverOf(within, id, person.endsOn ?? today));
  if (!leaver) return undefined;
  const held: Held[] = [];
  for (const keeper of handsOver) held.push(...(await keeper.held(within, leaver, SHOWN)));
  const by = person.account ? { id: person.account } : { email: person.email };
  const account = person.account || person.email ? await access.account(within, by) : undefined;
  const email = account && !account.ended ? account.email : undefined;
  return { person, leaver, held, decided: await decidedOf(within, id), email };
}

async function view(visit: SignedInVisit, parts: DirectoryParts, asked: Asked): Promise<Answer> {
  const id = idOf(visit, 'person');
  const found = id && (await visit.within(within => load(within, parts, id, visit.today())));
  if (!found) return notFound;
  const { person, held, decided, email } = found;
  const answers = asked.answers ?? answersOf(decided, person);
  const shown = {
    person,
    email,
    here: `${personAddress(person.id)}/leaving`,
    back: personAddress(person.id),
    left: isOver(person, visit.today()),
    kinds: kindsShown(held, answers, asked.errors ?? []),
    answers,
    errors: asked.errors ?? [],
  };
  const title = `${person.name} leaves`;
  const trail = [...TRAIL, { text: person.name, href: personAddress(person.id) }, { text: 'Leaving' }];
  return page('organisations/pages/leaving/leaving.njk', shown, { title, trail }, asked.errors ? 422 : 200);
}
