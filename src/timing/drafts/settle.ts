import type { Span } from '../calendar.ts';
import { resolve, resolveAfter, resolveBefore, weekdayDoubt } from '../dates/moment.ts';
import { limitText } from '../events/limited.ts';
import type { Schedule, TimingFacts } from '../schedule.ts';
import { type Bounds, type Dated, type Draft, type Piece, type Rule, ruleText } from './draft.ts';

type Days = Pick<Schedule, 'from' | 'by'> & { doubt?: string };

const NO_SUCH_DAY = 'the calendar has no such day: which is meant?';

/** The days of a moment that may share the year of its neighbour in a list. */
function beginning({ start, beside }: Bounds, facts: TimingFacts): Span | undefined {
  const near = start.year === undefined && beside ? resolve(beside.moment, facts) : undefined;
  if (!near || !beside) return resolve(start, facts);
  return beside.side === 'before' ? resolveBefore(start, near, facts) : resolveAfter(start, near, facts);
}

/** Both ends of a range; the one that has no year takes it from the other. */
function ends(bounds: Bounds, facts: TimingFacts): [Span, Span] | undefined {
  const { start, end } = bounds;
  if (start.year === undefined && end?.year !== undefined) {
    const last = resolve(end, facts);
    const first = last && resolveBefore(start, last, facts);
    return first && last && [first, last];
  }
  const first = beginning(bounds, facts);
  const last = end && first ? resolveAfter(end, first, facts) : first;
  return first && last && [first, last];
}

/** First and last day of a dated timing, as its words set them. */
export function daysOf(bounds: Bounds, facts: TimingFacts): Days {
  const found = ends(bounds, facts);
  if (!found) return { doubt: NO_SUCH_DAY };
  const [first, last] = found;
  const { start, end } = bounds;
  const doubt = start.doubt ?? end?.doubt ?? weekdayDoubt(start, first) ?? (end && weekdayDoubt(end, last));
  const from = first.from.toString();
  const by = last.by.toString();
  switch (bounds.edge) {
    case 'by':
    case 'until':
      return { by, doubt };
    case 'before':
      return { by: (start.deadline ? first.by : first.from.subtract({ days: 1 })).toString(), doubt };
    case 'from':
      return { from, doubt };
    case 'after':
      return { from: first.by.add({ days: 1 }).toString(), doubt };
    case 'in':
      if (start.deadline && !end) return { by, doubt };
      if (from > by) return { by, doubt: 'the end comes before the beginning: which days are meant?' };
      return { from, by, doubt };
  }
}

/** Quarters begin with the financial year, whichever month that is. */
const inOwnQuarters = (rule: Rule, { financialYearStart }: TimingFacts): Rule => {
  const later = ((financialYearStart?.month ?? 4) + 2) % 3;
  const byMonth = rule.byMonth?.map(month => ((month + later - 1) % 12) + 1).sort((a, b) => a - b);
  return { ...rule, byMonth };
};

function particulars(draft: Draft, facts: TimingFacts): Omit<Schedule, 'phrase' | 'kind'> {
  switch (draft.kind) {
    case 'dated':
      return daysOf(draft as Dated, facts);
    case 'recurring':
      return {
        rule: draft.rule && ruleText(draft.quarters ? inOwnQuarters(draft.rule, facts) : draft.rule),
        often: draft.often,
        ...(draft.bounds && daysOf(draft.bounds, facts)),
      };
    case 'continuous':
      return draft.bounds ? daysOf(draft.bounds, facts) : {};
    case 'triggered':
      return {
        trigger: draft.trigger,
        limit: draft.limit && limitText(draft.limit),
        workingDays: draft.limit?.working ? true : undefined,
      };
    case 'undetermined':
      return {};
  }
}

const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

export function toSchedule({ draft }: Piece, phrase: string, facts: TimingFacts): Schedule {
  const found = particulars(draft, facts);
  const lost = draft.kind === 'dated' && !found.from && !found.by;
  const doubt = draft.doubt ?? found.doubt;
  return given({ phrase, kind: lost ? 'undetermined' : draft.kind, ...found, doubt });
}
