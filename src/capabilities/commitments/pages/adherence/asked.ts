import { DIMENSIONS, type Dimension } from '../../queries/adherence.ts';
import { addressOf, type Filter, type Query, readAsked } from '../../rules/asked-occurrences.ts';
import { lastWeeks } from '../../rules/periods.ts';

export const ADHERENCE = '/adherence';

/** Which occurrences are counted, and along which dimension alone they are shown; always of some days. */
export type Asked = Filter & { from: string; by: string; along: Dimension | undefined };

/** The last weeks where no days are said. Days the wrong way round are put right. */
export function readAdherence(query: Query, today: Temporal.PlainDate): Asked {
  const { state: _, ...asked } = readAsked(query);
  const usual = lastWeeks(today);
  const by = asked.by ?? today.toString();
  const from = asked.from ?? (asked.by ? backFrom(by) : usual.from.toString());
  const [first, last] = from <= by ? [from, by] : [by, from];
  return { ...asked, from: first, by: last, along: DIMENSIONS.find(name => name === query.along) };
}

/** Where only the last day is said. */
const backFrom = (by: string): string => lastWeeks(Temporal.PlainDate.from(by)).from.toString();

/** The page with the same figures, or others. */
export function adherenceOf(asked: Partial<Asked>, path = ADHERENCE): string {
  const address = addressOf(asked, path);
  return asked.along ? `${address}${address.includes('?') ? '&' : '?'}along=${asked.along}` : address;
}

const FILTERS = ['promise', 'plan', 'for', 'owner', 'audience', 'channel', 'area'] as const;

/** Whether less than everything of those days is counted. */
export const isNarrowed = (asked: Filter): boolean => FILTERS.some(name => asked[name]);
