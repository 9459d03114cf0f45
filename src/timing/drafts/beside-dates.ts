import type { Dated, Rule } from './draft.ts';
import { inMonths, namedMonths } from './in-months.ts';
import { type Join, plainRule } from './recurrences.ts';

/** It can say for how long something goes on, and not only when something else falls ("ongoing, review May 2026"). */
export const lasting = ({ edge, start, end }: Dated): boolean =>
  edge === 'from' ||
  edge === 'until' ||
  edge === 'after' ||
  (edge === 'in' && (end !== undefined || start.whole === true));

const bounding = (second: Dated): boolean =>
  lasting(second) ||
  (second.edge === 'in' && (second.start.year !== undefined || second.start.season !== undefined));

/** "before 1 April": by 31 March, which a rule can say. */
function dayBefore(dated: Dated): Dated {
  const { edge, start, end } = dated;
  const [month = 1] = start.months ?? [];
  if (edge !== 'before' || end || !start.dayOfMonth || start.dayOfMonth < 1) return dated;
  const first = start.dayOfMonth === 1;
  const months = first ? [((month + 10) % 12) + 1] : start.months;
  return { ...dated, start: { ...start, months, dayOfMonth: first ? -1 : start.dayOfMonth - 1 } };
}

/** "annual survey, May 2025": from that month on, in its month every year. */
function onceIn({ edge, start, end, next }: Dated): Pick<Rule, 'byMonth' | 'byMonthDay'> | undefined {
  if (edge !== 'in' || end || next || start.year === undefined || start.months?.length !== 1)
    return undefined;
  return { byMonth: start.months, byMonthDay: start.dayOfMonth ? [start.dayOfMonth] : undefined };
}

/** "from September, then every six weeks", "throughout 2025/26, quarterly". */
export const fromThenRecurring: Join = (first, second) =>
  first.kind === 'dated' &&
  (first.edge === 'from' ||
    (first.edge === 'in' &&
      first.start.whole &&
      second.kind === 'recurring' &&
      second.rule?.freq !== 'YEARLY')) &&
  second.kind === 'recurring' &&
  !second.bounds
    ? { ...second, bounds: first }
    : undefined;

export const recurringThenDated: Join = (first, second) => {
  if (first.kind !== 'recurring' || second.kind !== 'dated') return undefined;
  if (first.unsure && second.start.dayOfMonth) return second;
  const months =
    second.next || (first.rule?.freq === 'YEARLY' && (first.rule.interval ?? 1) > 1)
      ? undefined
      : inMonths(first, dayBefore(second));
  if (months && /^(?:in|by|before)$/.test(second.edge)) return months;
  const yearly = first.rule?.freq === 'YEARLY' && plainRule(first.rule) && onceIn(second);
  if (yearly)
    return {
      ...first,
      rule: { ...first.rule, ...yearly, freq: 'YEARLY' },
      bounds: { ...second, edge: 'from' },
    };
  const often = first.rule?.freq === 'DAILY' || first.rule?.freq === 'WEEKLY';
  const inside = bounding(second) || (often && second.edge === 'in') || second.next;
  if (first.bounds || !inside) return undefined;
  return { ...first, bounds: second.next ? { ...second, edge: 'from', end: undefined } : second };
};

/** "World Mental Health Day (10 October)", "Black History Month (October)": the same said twice. */
export const sameDay: Join = (first, second) =>
  first.kind === 'dated' &&
  second.kind === 'dated' &&
  (first.start.dayOfMonth !== undefined || (first.start.feast && first.start.months)) &&
  first.start.dayOfMonth === second.start.dayOfMonth &&
  first.start.months?.join() === second.start.months?.join() &&
  !first.end &&
  !second.end
    ? { ...first, start: { ...first.start, ...second.start, year: second.start.year ?? first.start.year } }
    : undefined;

const PLAIN = { today: new Temporal.PlainDate(2025, 1, 1) };
const daysIn = ({ start, end }: Dated): string | undefined => {
  const first = start.in(2025, PLAIN);
  const last = end ? end.in(2025, PLAIN) : first;
  return first && last && `${first.from}..${last.by}`;
};

/** "Jul-Sep (Q2)", "summer holidays (July/August)": the same days under two names; the plainer name holds. */
export const sameDays: Join = (first, second) => {
  if (first.kind !== 'dated' || second.kind !== 'dated') return undefined;
  if (first.edge !== 'in' || second.edge !== 'in' || first.beside || second.beside) return undefined;
  const years = new Set([first.start.year, second.start.year].filter(Boolean));
  if (years.size > 1 || first.start.dayOfMonth || first.start.year === 0 || second.start.year === 0)
    return undefined;
  if (daysIn(first) !== daysIn(second)) return undefined;
  const [kept, other] = first.start.doubt ? [second, first] : [first, second];
  return { ...kept, start: { ...kept.start, year: kept.start.year ?? other.start.year } };
};

const WHEN_IN_IT = 'on which of its days, each time?';

/** "annually in Q4": the part of the year has no months of its own that a rule could say. */
export const yearlyInPart: Join = (first, second) =>
  first.kind === 'recurring' &&
  first.rule?.freq === 'YEARLY' &&
  plainRule(first.rule) &&
  second.kind === 'dated' &&
  (second.edge === 'in' || second.edge === 'by') &&
  second.start.year === undefined &&
  !second.start.whole &&
  !second.start.months
    ? { ...first, doubt: first.doubt ?? WHEN_IN_IT }
    : undefined;

/** "30 June each year", "June and December each year". */
export const datedThenYearly: Join = (first, second) =>
  first.kind === 'dated' &&
  second.kind === 'recurring' &&
  (second.promised === 0 || (second.rule?.freq === 'YEARLY' && plainRule(second.rule)))
    ? (inMonths(second, dayBefore(first)) ?? yearlyInPart(second, first))
    : undefined;

/** "Periodic: summer, autumn, winter": in each of them, every year. */
export const periodicInSeasons: Join = (first, second) =>
  first.kind === 'undetermined' &&
  first.vague &&
  !first.step &&
  second.kind === 'dated' &&
  (namedMonths(second)?.length ?? 0) > 1
    ? inMonths({ kind: 'recurring', rule: { freq: 'YEARLY' } }, second)
    : undefined;
