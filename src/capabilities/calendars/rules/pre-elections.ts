import { day as inFull } from '../../../language/words.ts';
import type { Span } from '../../../timing/calendar.ts';
import { LAW, latestStart, type Poll, preElectionPeriod } from '../../../timing/working/pre-election.ts';
import type { WorkingCalendar } from '../../../timing/working/working.ts';

export const POLL_WORDS: Record<Poll, string> = {
  local: 'Local council',
  parliamentary: 'UK Parliament',
  mayoral: 'Mayor of a council',
  'combined-authority': 'Mayor of a combined authority',
  'greater-london-authority': 'Greater London Authority',
  'police-and-crime': 'Police and crime commissioner',
  referendum: 'Referendum',
};

/** An election as its calendar has it. */
export type KnownElection = {
  entry: string;
  calendar: string;
  title: string;
  poll: Poll;
  day: Temporal.PlainDate;
  /** Where the organisation itself begins earlier. */
  starts: Temporal.PlainDate | null;
  /** null: everywhere. */
  area: { id: string; name: string; kind: string } | null;
};

/** Where an election is held, unless its name says so: "By-election in Northfield" needs no Northfield behind it. */
export function whereHeld({ title, area }: Pick<KnownElection, 'title' | 'area'>): string {
  const named = area && ` ${wordsOf(title)} `.includes(` ${wordsOf(area.name)} `);
  return area && !named ? area.name : '';
}

const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** The days before a poll on which publicity is held back, both ends counted, and why they begin when they do. */
export type PreElection = KnownElection & Span & { why: string; source: string };

const { PlainDate } = Temporal;

/** Those that touch a span, by when they begin. */
export const preElectionsIn = (
  span: Span,
  elections: readonly KnownElection[],
  calendar: WorkingCalendar,
): PreElection[] =>
  elections
    .map(election => preElectionOf(election, calendar))
    .filter(({ from, by }) => PlainDate.compare(from, span.by) <= 0 && PlainDate.compare(span.from, by) <= 0)
    .sort((a, b) => PlainDate.compare(a.from, b.from) || a.title.localeCompare(b.title, 'en-GB'));

export function preElectionOf(election: KnownElection, calendar: WorkingCalendar): PreElection {
  const { poll, day, starts } = election;
  const asked = { poll, day, ...(starts && { starts }) };
  const period = preElectionPeriod(asked, calendar);
  const latest = latestStart(asked, calendar);
  const own = !period.from.equals(latest);
  return { ...election, ...period, why: whyFrom(poll, latest, own, calendar), source: LAW[poll].source };
}

function whyFrom(
  poll: Poll,
  latest: Temporal.PlainDate,
  own: boolean,
  { division }: WorkingCalendar,
): string {
  const law = LAW[poll];
  const lawful =
    'lastDays' in law
      ? `by law the ${law.lastDays} days that end with the poll, so from ${inFull(latest)}`
      : `notice of the election must be given by ${inFull(latest)}, ${law.workingDays} working days before the poll, ${COUNTED[division]}`;
  return own
    ? `The organisation begins earlier than it must: ${lawful}.`
    : `${lawful[0]!.toUpperCase()}${lawful.slice(1)}.`;
}

const COUNTED: Record<WorkingCalendar['division'], string> = {
  'england-and-wales': 'weekends, bank holidays and Christmas Eve not counted',
  scotland: 'weekends, bank holidays of Scotland and Christmas Eve not counted',
  'northern-ireland': 'weekends, bank holidays of Northern Ireland and Christmas Eve not counted',
};
