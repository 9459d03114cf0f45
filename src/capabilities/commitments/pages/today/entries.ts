import { count, day, shortDay } from '../../../../language/words.ts';
import { KIND_WORDS } from '../../../organisations/index.ts';
import type { DueNow } from '../../queries/due-now.ts';
import { addressOf } from '../../rules/asked-occurrences.ts';
import { whenDue, whenDueAt } from '../../rules/week-ahead.ts';

/** One line of things to do, as `agenda.njk` takes it. */
export type Item = {
  when: string;
  late?: boolean;
  link?: { text: string; href: string };
  words?: string;
  note?: string;
  action?: { text: string; href: string; hidden: string };
};

type Seen = { today: Temporal.PlainDate; everybodys: boolean };

/** What was promised and nobody has told of: how late, how often, and where that is said. */
export function lateItem(entry: DueNow, seen: Seen): Item {
  const { about, all, since, promise } = entry;
  const days = entry.day.until(seen.today).days;
  const href = addressOf({ promise, from: since.toString(), by: entry.day.toString() });
  const many = all > 1;
  return {
    when: `${count(days, 'day')} late`,
    late: true,
    link: { text: about, href },
    words: many ? `, ${all} without evidence` : 'has no evidence yet',
    note: noteOf(entry, seen, many && !since.equals(entry.day) ? `the first was due on ${day(since)}` : ''),
    action: { text: 'Record', href, hidden: `: ${about}` },
  };
}

/** What is due on a day, of how many, and how many of them are done. */
export function dueItem(entry: DueNow, seen: Seen): Item {
  const { about, all, met, late, promise, day: on } = entry;
  const href = addressOf({ promise, from: on.toString(), by: on.toString() });
  const done = met + late;
  return {
    when: whenDueAt(entry, seen.today),
    link: { text: about, href },
    words: all > 1 ? `, ${wholeOf(entry)}` : '',
    note: noteOf(entry, seen, done ? `${done} done` : ''),
  };
}

/** "24 wards", "for 3" */
function wholeOf({ spread, all }: DueNow): string {
  return spread && 'kind' in spread && spread.kind
    ? count(all, KIND_WORDS.one(spread.kind), KIND_WORDS.many(spread.kind))
    : `${all} times`;
}

const noteOf = ({ planTitle, owner }: DueNow, { everybodys }: Seen, first: string): string =>
  [first, everybodys && (owner ?? 'nobody does it yet'), planTitle].filter(Boolean).join(' · ');

/** What was asked of somebody in their daily message. `href`: where it is answered here, for those who may. */
export const askedItem = (
  { what, by, askedBy }: { what: string; by: string; askedBy: string },
  today: Temporal.PlainDate,
  href: string | undefined,
): Item => {
  const last = Temporal.PlainDate.from(by);
  const days = last.until(today).days;
  return {
    when: days > 0 ? `${count(days, 'day')} late` : whenDue(last, today, true),
    ...(days > 0 && { late: true }),
    ...(href ? { link: { text: what, href } } : { words: what }),
    note: `asked by ${askedBy}${href ? '' : '; answer by the link in your daily message'}`,
  };
};

export const sinceWords = (at: Temporal.PlainDate, today: Temporal.PlainDate): string => {
  const days = at.until(today).days;
  return days > 1
    ? `the oldest since ${shortDay(at)}, ${days} days`
    : days === 1
      ? 'since yesterday'
      : 'since today';
};
