import type { Schedule } from '../schedule.ts';
import { fromNextWhole } from './part-periods.ts';
import { boundsOf, type Proposal, type ProposalFacts, questionOf } from './proposed.ts';
import type { Length, Series, Unit } from './series.ts';
import { type MeantCalendar, whichCalendar } from './which-calendar.ts';

/** What words that say how often come to: days by a rule, or any day of each period, whole ones where the plan names no first day. */
export function seriesOfRecurring(schedule: Schedule, facts: ProposalFacts): Proposal {
  const proposal = asSaid(schedule, facts);
  if (schedule.from || !('series' in proposal) || proposal.series.kind !== 'each') return proposal;
  return { ...proposal, series: fromNextWhole(proposal.series, facts.year) };
}

function asSaid(schedule: Schedule, facts: ProposalFacts): Proposal {
  const { often, rule } = schedule;
  if (often) return shared(schedule, often, facts);
  if (rule) return byRule(schedule, rule, facts);
  return { asks: 'when', question: schedule.doubt ?? 'How often is it meant to happen?' };
}

const PERIODS: Record<string, Length> = {
  day: { count: 1, unit: 'day' },
  week: { count: 1, unit: 'week' },
  fortnight: { count: 2, unit: 'week' },
  month: { count: 1, unit: 'month' },
  quarter: { count: 1, unit: 'quarter' },
  year: { count: 1, unit: 'year' },
};

type Often = NonNullable<Schedule['often']>;

function shared(schedule: Schedule, { times, per }: Often, facts: ProposalFacts): Proposal {
  const held = boundsOf(schedule, facts);
  const period = PERIODS[per];
  if (period) return { series: { kind: 'each', times, period, ...held }, ...questionOf(schedule) };
  if (/^(spring|summer|autumn|winter)\b/.test(per))
    return { series: { kind: 'occasions', occasions: per.split(' and '), ...held }, ...questionOf(schedule) };
  return besideCalendar(schedule, { times, per }, facts);
}

/** Terms, meetings and issues are dated by a calendar that the organisation keeps, if it keeps one. */
function besideCalendar(schedule: Schedule, { times, per }: Often, facts: ProposalFacts): Proposal {
  const found = whichCalendar(per, facts.calendars);
  if (!found) return { asks: 'calendar', question: `Which calendar has the dates of each ${per}?` };
  const { near, ...meant } = found;
  const days = /term/.test(per) ? ({ at: 'during' } as const) : ({ at: 'first-day' } as const);
  const beside = { kind: 'beside', ...meant, days, ...(times > 1 ? { times } : {}) } as const;
  const asked =
    near && !schedule.doubt ? { question: questionNear(per, meant, facts) } : questionOf(schedule);
  return { series: { ...beside, ...boundsOf(schedule, facts) }, ...asked };
}

function questionNear(
  per: string,
  { calendar, called }: MeantCalendar,
  { calendars }: ProposalFacts,
): string {
  const name = called ?? calendars.find(({ id }) => id === calendar)?.name;
  return `The plan says “each ${per}”. Is “${name}” what it means?`;
}

function byRule(schedule: Schedule, rule: string, facts: ProposalFacts): Proposal {
  const held = boundsOf(schedule, facts);
  if (/BYDAY|BYMONTHDAY/.test(rule))
    return { series: { kind: 'rule', rule, ...held }, ...questionOf(schedule) };
  const named = /BYMONTH=([\d,]+)/.exec(rule)?.[1];
  if (named && everyYear(rule)) return { series: { ...inMonths(named), ...held }, ...questionOf(schedule) };
  const period = periodOf(rule);
  if (!period)
    return { asks: 'limit', question: 'While what is going on? Hours are counted from when it happens.' };
  return {
    series: { kind: 'each', times: 1, period, ...held } as Series,
    ...questionAbout(schedule, period),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const inMonths = (named: string) =>
  ({ kind: 'occasions', occasions: named.split(',').map(n => MONTHS[Number(n) - 1] ?? '') }) as const;

/** Any day of those months, each year. */
const everyYear = (rule: string) => !/INTERVAL=(?!1\b)/.test(rule);

const UNITS: Record<string, Unit> = {
  DAILY: 'working-day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

function periodOf(rule: string): Length | undefined {
  const unit = UNITS[/FREQ=(\w+)/.exec(rule)?.[1] ?? ''];
  const count = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  if (unit !== 'month') return unit && { count, unit: unit === 'working-day' && count > 1 ? 'day' : unit };
  if (count === 12) return { count: 1, unit: 'year' };
  if (count === 6) return { count: 1, unit: 'half-year' };
  return count === 3 ? { count: 1, unit: 'quarter' } : { count, unit };
}

/** Whoever writes "daily" may mean seven days or five. */
const questionAbout = (schedule: Schedule, { unit }: Length) =>
  unit === 'working-day' && !schedule.doubt
    ? { question: 'On working days only, or on weekends too?' }
    : questionOf(schedule);
