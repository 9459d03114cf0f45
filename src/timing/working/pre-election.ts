import { earlier, type Span } from '../calendar.ts';
import { type WorkingCalendar, workingDaysAfter } from './working.ts';

/** Whose poll it is: the law gives London's own elections a longer notice. */
export const POLLS = ['local', 'greater-london-authority'] as const;
export type Poll = (typeof POLLS)[number];

/**
 * In working days before the day of the poll, the last on which notice of the election may be given. Local Elections
 * (Principal Areas) (England and Wales) Rules 2006, schedule 2, rule 1; Greater London Authority Elections Rules 2007.
 */
const NOTICE: Record<Poll, number> = { local: 25, 'greater-london-authority': 30 };

export type Election = {
  poll: Poll;
  day: Temporal.PlainDate;
  /** Where the returning officer or the organisation begins earlier than the law requires. */
  starts?: Temporal.PlainDate;
};

/**
 * The latest day on which the pre-election period can begin. Weekends and bank holidays are not counted; days on which the
 * organisation alone is closed are, since the rules do not know them.
 */
export const latestStart = ({ poll, day }: Election, calendar: WorkingCalendar): Temporal.PlainDate =>
  workingDaysAfter(day, -NOTICE[poll], { ...calendar, closed: [] });

/** From the notice of the election to the day of the poll, both counted; an own start counts where it is the earlier. */
export function preElectionPeriod(election: Election, calendar: WorkingCalendar): Span {
  const latest = latestStart(election, calendar);
  const { starts, day } = election;
  return { from: starts && earlier(starts, latest) ? starts : latest, by: day };
}
