import { count } from '../../../../language/words.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { KIND_WORDS } from '../../calendar.ts';
import { type ListedCalendar, listCalendars } from '../../queries/calendars.ts';
import { preElectionPeriods } from '../../queries/elections.ts';
import { daysInWords } from '../../rules/entry-words.ts';
import { type PreElection, whereHeld } from '../../rules/pre-elections.ts';
import { calendarAddress, entryAddress, PLACE, trailOf } from '../addresses.ts';

/** How far ahead pre-election periods are told: as far as polls are usually called. */
const AHEAD = { years: 2 };

/** The calendars that promises hang on, each with what comes next. */
export async function calendarsPage(visit: SignedInVisit): Promise<Answer> {
  const today = visit.today();
  const [calendars, elections] = await visit.within(within =>
    Promise.all([
      listCalendars(within, today),
      preElectionPeriods(within, { from: today, by: today.add(AHEAD) }),
    ]),
  );
  const facts = {
    calendars: calendars.map(shown),
    elections: elections.map(one => electionShown(one, today)),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('calendars/pages/calendars/calendars.njk', facts, {
    title: 'Calendars',
    trail: trailOf().map((step, at) => (at ? { text: step.text } : step)),
    place: PLACE,
  });
}

const shown = ({ id, name, kind, place, coming, next }: ListedCalendar) => ({
  href: calendarAddress(id),
  name,
  kind: KIND_WORDS[kind],
  place,
  coming: coming ? count(coming, 'entry', 'entries') : '',
  next: next && { title: next.title, when: daysInWords(next) },
});

const electionShown = (election: PreElection, today: Temporal.PlainDate) => ({
  href: entryAddress({ id: election.entry, calendar: election.calendar }),
  title: election.title,
  where: whereHeld(election),
  when: daysInWords(election),
  now: Temporal.PlainDate.compare(election.from, today) <= 0,
  why: election.why,
  source: election.source,
});
