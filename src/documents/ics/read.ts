import { decodeText } from '../txt/decode.ts';
import { Unreadable } from '../unreadable.ts';
import { icsFile } from './components.ts';
import type { IcsAsked, IcsEntry, IcsRead } from './entry.ts';
import { countingEntries, countingSteps } from './limits.ts';
import { wordsOf } from './lines.ts';
import { placed } from './placed.ts';
import { seriesOf } from './series-of.ts';
import { countedTelling } from './telling.ts';
import { zonesOf } from './zones.ts';

/**
 * Reads the dated things of an iCalendar file (RFC 5545), as Outlook, Google, Apple and committee systems write them:
 * titles, days, times and what was cancelled. Who is invited, where, and every other word stays unread.
 * Throws `Unreadable`, with what to do, and nothing else.
 */
export function readIcs(bytes: Uint8Array, asked: IcsAsked): IcsRead {
  try {
    return readText(textOf(bytes), asked);
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault;
    throw new Unreadable('This calendar is damaged and could not be read. Export it again and upload that.', {
      cause: fault,
    });
  }
}

function readText(text: string, asked: IcsAsked): IcsRead {
  const file = icsFile(text);
  if (!file)
    throw new Unreadable(
      'This file is no calendar. Export the calendar as iCalendar (.ics) from the program that has it, and upload that.',
    );
  const zones = zonesOf(file.zones, asked.zone);
  const telling = countedTelling();
  const count = countingEntries();
  const steps = countingSteps();
  const entries = new Map<string, IcsEntry>();
  for (const series of seriesOf(file.events)) {
    for (const entry of placed(series, { zones, asked, telling, steps })) {
      if (!entries.has(entry.uid)) count(1);
      entries.set(entry.uid, file.method === 'CANCEL' ? { ...entry, cancelled: true } : entry);
    }
  }
  return {
    name: wordsOf(file.name).slice(0, 120),
    entries: inOrder([...entries.values()]),
    told: telling.told(),
  };
}

function textOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch {
    throw new Unreadable(
      'This file is not text, so it is no calendar. Export the calendar again and upload that.',
    );
  }
}

const inOrder = (entries: IcsEntry[]): IcsEntry[] =>
  entries.sort(
    (a, b) =>
      Temporal.PlainDate.compare(a.from, b.from) ||
      (a.at ?? '').localeCompare(b.at ?? '') ||
      a.title.localeCompare(b.title, 'en-GB'),
  );
