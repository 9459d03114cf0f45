import { readTimeOfDay } from '../../../language/time-of-day.ts';
import { day, oneOf, words } from '../../../platform/table-in/cells.ts';
import type { CellRead, Columns } from '../../../platform/table-in/declaration.ts';
import { POLLS, type Poll } from '../../../timing/working/pre-election.ts';
import { POLL_WORDS } from '../rules/pre-elections.ts';
import type { EntryRow } from '../rules/weigh-entries.ts';

/** What every row of a calendar has. */
export type PlainRow = Omit<EntryRow, 'poll' | 'place' | 'startsOn'>;

const ENTER_DAY = 'Enter the day.';

function neededDay(text: string): CellRead<Temporal.PlainDate> {
  const read = day(text);
  if ('problem' in read) return read;
  return read.value ? { value: read.value } : { problem: ENTER_DAY };
}

/** A time of day as it is kept: "19:00". Spreadsheets write seconds behind it. */
function time(text: string): CellRead<string | null> {
  if (!text) return { value: null };
  const read = readTimeOfDay(text.replace(/^(\d{1,2}:\d\d):00(?:\.0+)?/, '$1'));
  return read
    ? { value: read.toString({ smallestUnit: 'minute' }) }
    : { problem: 'Enter a time of day, like 7pm or 18:30.' };
}

const yesOrNo = oneOf([
  { value: 'yes', called: ['Yes', 'Y', 'X', 'True', '1', 'Cancelled', 'Canceled', 'Called off'] },
  { value: 'no', called: ['No', 'N', 'False', '0', 'Confirmed', 'Tentative', 'Scheduled', 'Goes ahead'] },
]);

function cancelled(text: string): CellRead<boolean> {
  const read = yesOrNo(text);
  return 'value' in read ? { value: read.value === 'yes' } : { problem: 'Enter Yes or No.' };
}

export const PLAIN_COLUMNS: Columns<PlainRow> = {
  title: {
    heading: 'Title',
    alsoHeaded: [
      'Name',
      'Event',
      'Meeting',
      'Committee',
      'Term',
      'Festival',
      'Summary',
      'Subject',
      'Election',
      'What',
    ],
    about: 'What it is called. Entries of one name belong together.',
    required: 'Enter what it is called.',
    read: words(200),
    examples: ['Full council', 'Full council', 'Autumn term'],
  },
  from: {
    heading: 'First day',
    alsoHeaded: [
      'Date',
      'Day',
      'Start date',
      'Start day',
      'Starts',
      'Start',
      'Begins',
      'From',
      'Polling day',
      'Day of the poll',
    ],
    about: 'The day, or the first of several.',
    required: ENTER_DAY,
    read: neededDay,
    examples: ['14 October 2026', '9 December 2026', '2 September 2026'],
  },
  by: {
    heading: 'Last day',
    alsoHeaded: ['End date', 'End day', 'Ends', 'End', 'Until', 'To', 'Finish date'],
    about: 'Only where it takes more than one day.',
    read: day,
    examples: ['', '', '18 December 2026'],
  },
  at: {
    heading: 'Time',
    alsoHeaded: ['Start time', 'Begins at', 'Starts at', 'Time of day'],
    about: 'When it begins, by your own clock.',
    read: time,
    examples: ['7pm', '18:30', ''],
  },
  cancelled: {
    heading: 'Cancelled',
    alsoHeaded: ['Status', 'Called off'],
    about: 'Yes where it does not take place.',
    read: cancelled,
    examples: ['', '', ''],
  },
  uid: {
    heading: 'UID',
    alsoHeaded: ['Unique identifier', 'Identifier'],
    about:
      'Who the entry is for ever. With it an entry is known though it was moved; without it, by its title and first day.',
    read: words(500),
    examples: ['', '', ''],
  },
};

/** Other words by which files call polls. */
const ALSO: Partial<Record<Poll, string[]>> = {
  local: ['Local', 'Council', 'Borough', 'District', 'County', 'Parish', 'By-election'],
  parliamentary: ['Parliament', 'General election', 'General', 'Parliamentary'],
  mayoral: ['Mayor', 'Mayoral'],
  'combined-authority': ['Combined authority', 'Metro mayor'],
  'greater-london-authority': ['GLA', 'London Assembly', 'Mayor of London'],
  'police-and-crime': ['PCC', 'Police'],
};

/** What elections have besides. */
export const ELECTION_COLUMNS: Columns<EntryRow> = {
  ...PLAIN_COLUMNS,
  poll: {
    heading: 'Poll',
    alsoHeaded: ['Whose poll', 'Type', 'Kind', 'Election type'],
    about: `Whose poll it is: ${POLLS.map(poll => POLL_WORDS[poll]).join(', ')}.`,
    read: oneOf(POLLS.map(value => ({ value, called: [POLL_WORDS[value], value, ...(ALSO[value] ?? [])] }))),
    examples: ['Local council', 'UK Parliament', 'Greater London Authority'],
  },
  place: {
    heading: 'Where',
    alsoHeaded: ['Area', 'Ward', 'Place', 'Held in'],
    about: 'The area that it is held in; empty for everywhere that the calendar is for.',
    read: words(200),
    examples: ['', '', ''],
  },
  startsOn: {
    heading: 'Own start',
    alsoHeaded: ['Starts earlier', 'Pre-election period from'],
    about: 'The first day of your own pre-election period, only where it is before the law’s.',
    read: day,
    examples: ['', '', ''],
  },
};
