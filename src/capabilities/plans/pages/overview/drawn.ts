import { shortDay } from '../../../../language/words.ts';
import type { State } from '../../../../reading/reading.ts';
import type { OwnerChoice } from '../../queries/facts.ts';
import type { Gaps } from '../../queries/overview.ts';
import { LACKS_WORDS, ONLY_WORDS, TIMING_WORDS, type Timing } from '../../rules/asked.ts';
import { addressOf } from '../../rules/asked-address.ts';
import { type Moved, stoodByWeek } from '../../rules/by-week.ts';
import { inWordsDated } from '../../rules/when-dated.ts';
import { STATE_WORDS } from '../../rules/words.ts';

/** A row of a drawn table: a figure that opens onto its lines. */
export type DrawnRow = { text: string; href: string; value: number; detail?: string };

/** In the order in which a line goes through them; states that no line has are left out. */
export const stateRows = (list: string, byState: Partial<Record<State, number>>): DrawnRow[] =>
  (Object.keys(STATE_WORDS) as State[])
    .filter(state => byState[state])
    .map(state => ({
      text: STATE_WORDS[state],
      href: addressOf(list, { state }),
      value: byState[state]!,
    }));

export const ownerRows = (list: string, owners: OwnerChoice[], unowned: number): DrawnRow[] => [
  ...(unowned
    ? [{ text: 'Nobody yet', href: addressOf(list, { only: 'unowned' as const }), value: unowned }]
    : []),
  ...owners.map(({ key, owner, lines }) => ({
    text: owner,
    href: addressOf(list, { owner: key }),
    value: lines,
  })),
];

export const timingRows = (list: string, timings: Partial<Record<Timing, number>>): DrawnRow[] =>
  (Object.keys(TIMING_WORDS) as Timing[])
    .filter(timing => timings[timing])
    .map(timing => ({
      text: TIMING_WORDS[timing],
      href: addressOf(list, { timing }),
      value: timings[timing]!,
    }));

/** Months shown, this one first. */
const AHEAD = 12;

/** What is late, then the months to come; months in which nothing falls due too, up to the last in which something does. */
export function monthRows(
  list: string,
  { late, months }: { late: number; months: Map<string, number> },
  today: Temporal.PlainDate,
): DrawnRow[] {
  const ahead = Array.from({ length: AHEAD }, (_, index) =>
    today.toPlainYearMonth().add({ months: index }).toString(),
  );
  const last = ahead.findLastIndex(month => months.get(month));
  return [
    ...(late ? [{ text: 'Late', href: addressOf(list, { due: { late: true as const } }), value: late }] : []),
    ...ahead.slice(0, last + 1).map(month => ({
      text: inWordsDated(month),
      href: addressOf(list, { due: { month } }),
      value: months.get(month) ?? 0,
    })),
  ];
}

type Missing = Gaps & { unowned: number; undated: number; doubtful: number };

export function gapRows(
  list: string,
  { unowned, undated, doubtful, audience, channel, priority }: Missing,
): DrawnRow[] {
  const only = (name: keyof typeof ONLY_WORDS, value: number) => ({
    text: ONLY_WORDS[name],
    href: addressOf(list, { only: name }),
    value,
  });
  const lacks = (name: keyof typeof LACKS_WORDS, value: number) => ({
    text: LACKS_WORDS[name],
    href: addressOf(list, { lacks: name }),
    value,
  });
  const all = [
    only('unowned', unowned),
    only('undated', undated),
    only('doubtful', doubtful),
    lacks('audience', audience),
    lacks('channel', channel),
    lacks('priority', priority),
  ];
  return all.filter(({ value }) => value);
}

/** Half a year. */
const WEEKS = 26;

/** How many lines were complete at the end of each week, of how many. */
export const weekBars = (moved: Moved[], today: Temporal.PlainDate) =>
  stoodByWeek(moved, today, WEEKS).map(({ week, lines, complete }) => ({
    label: shortDay(week),
    value: complete,
    of: lines,
  }));
