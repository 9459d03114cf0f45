import { holdEvents } from './limits.ts';
import { type ContentLine, contentLines } from './lines.ts';

/** A thing that the file begins and ends, with its own lines; those of things inside it are theirs. */
export type Component = { name: string; lines: ContentLine[]; inner: Component[] };

/** What of a calendar file is made sense of. */
export type IcsFile = { name: string; method: string; events: IcsEvent[]; zones: Component[] };

export type IcsEvent = {
  uid: string;
  /** Which time of something that repeats this one is put in the place of. */
  recurrence: ContentLine | undefined;
  sequence: number;
  title: string;
  status: string;
  /** Marked private or confidential by whoever keeps the calendar. */
  hidden: boolean;
  start: ContentLine | undefined;
  end: ContentLine | undefined;
  duration: string | undefined;
  rule: string | undefined;
  added: ContentLine[];
  left: ContentLine[];
};

/** The calendars of a file, of which there may be several, as one; undefined where it is no calendar at all. */
export function icsFile(text: string): IcsFile | undefined {
  const calendars = componentsOf(contentLines(text)).filter(({ name }) => name === 'VCALENDAR');
  const [first] = calendars;
  if (!first) return undefined;
  const inner = calendars.flatMap(one => one.inner);
  return {
    name: said(first, 'X-WR-CALNAME') ?? said(first, 'NAME') ?? '',
    method: (said(first, 'METHOD') ?? '').toUpperCase(),
    events: holdEvents(inner.filter(({ name }) => name === 'VEVENT').map(eventOf)),
    zones: inner.filter(({ name }) => name === 'VTIMEZONE'),
  };
}

/** Deeper than anything that a calendar has. */
const DEEPEST = 8;

function componentsOf(lines: ContentLine[]): Component[] {
  const top: Component = { name: '', lines: [], inner: [] };
  const open = [top];
  for (const line of lines) {
    const here = open.at(-1)!;
    if (line.name === 'BEGIN' && open.length < DEEPEST) {
      const begun: Component = { name: line.value.toUpperCase(), lines: [], inner: [] };
      here.inner.push(begun);
      open.push(begun);
    } else if (line.name === 'END') {
      if (open.length > 1 && here.name === line.value.toUpperCase()) open.pop();
    } else here.lines.push(line);
  }
  return top.inner;
}

const lineOf = ({ lines }: Component, name: string): ContentLine | undefined =>
  lines.find(line => line.name === name);

export const said = (component: Component, name: string): string | undefined =>
  lineOf(component, name)?.value;

function eventOf(component: Component): IcsEvent {
  const value = (name: string) => said(component, name);
  return {
    uid: value('UID') ?? '',
    recurrence: lineOf(component, 'RECURRENCE-ID'),
    sequence: Number(value('SEQUENCE')) || 0,
    title: value('SUMMARY') ?? '',
    status: (value('STATUS') ?? '').toUpperCase(),
    hidden: /^(private|confidential)$/i.test(value('CLASS') ?? ''),
    start: lineOf(component, 'DTSTART'),
    end: lineOf(component, 'DTEND'),
    duration: value('DURATION'),
    rule: value('RRULE'),
    added: component.lines.filter(({ name }) => name === 'RDATE'),
    left: component.lines.filter(({ name }) => name === 'EXDATE'),
  };
}
