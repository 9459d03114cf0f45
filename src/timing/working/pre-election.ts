import { earlier, type Span } from '../calendar.ts';
import { type ClosedDays, type WorkingCalendar, workingDaysAfter } from './working.ts';

/** Whose poll it is: each has a law of its own. */
export const POLLS = [
  'local',
  'parliamentary',
  'mayoral',
  'combined-authority',
  'greater-london-authority',
  'police-and-crime',
  'referendum',
] as const;
export type Poll = (typeof POLLS)[number];

type Notice = { workingDays: number } | { lastDays: number };

/** By when notice of an election must be given, or over which days the law holds; and which law it is. */
export const LAW: Record<Poll, Notice & { source: string }> = {
  local: {
    workingDays: 25,
    source: 'Local Elections (Principal Areas) (England and Wales) Rules 2006, schedule 2, rule 1',
  },
  parliamentary: {
    workingDays: 25,
    source: 'Representation of the People Act 1983, schedule 1, rule 1',
  },
  mayoral: {
    workingDays: 25,
    source: 'Local Authorities (Mayoral Elections) (England and Wales) Regulations 2007, schedule 1, rule 1',
  },
  'combined-authority': {
    workingDays: 25,
    source: 'Combined Authorities (Mayoral Elections) Order 2017, schedule 1, rule 1',
  },
  'greater-london-authority': { workingDays: 30, source: 'Greater London Authority Elections Rules 2007' },
  'police-and-crime': {
    workingDays: 25,
    source: 'Police and Crime Commissioner Elections Order 2012, schedule 3, rule 1',
  },
  referendum: {
    lastDays: 28,
    source: 'Political Parties, Elections and Referendums Act 2000, section 125',
  },
};

export type Election = {
  poll: Poll;
  day: Temporal.PlainDate;
  /** Where the returning officer or the organisation begins earlier than the law requires. */
  starts?: Temporal.PlainDate;
};

/**
 * The latest day on which the pre-election period can begin. Of days before an election, weekends, bank holidays and
 * Christmas Eve are not counted (rule 2 of the same schedules); days on which the organisation alone is closed are, since
 * the rules do not know them. The 28 days of a referendum are days of any kind and end with the poll.
 */
export function latestStart({ poll, day }: Election, calendar: WorkingCalendar): Temporal.PlainDate {
  const law = LAW[poll];
  if ('lastDays' in law) return day.subtract({ days: law.lastDays - 1 });
  return workingDaysAfter(day, -law.workingDays, { ...calendar, closed: christmasEves(day) });
}

const christmasEves = ({ year }: Temporal.PlainDate): ClosedDays[] =>
  [year - 1, year].map(one => {
    const eve = new Temporal.PlainDate(one, 12, 24);
    return { from: eve, to: eve, what: 'Christmas Eve' };
  });

/** From the notice of the election to the day of the poll, both counted; an own start counts where it is the earlier. */
export function preElectionPeriod(election: Election, calendar: WorkingCalendar): Span {
  const latest = latestStart(election, calendar);
  const { starts, day } = election;
  return { from: starts && earlier(starts, latest) ? starts : latest, by: day };
}
