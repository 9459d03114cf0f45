import type { BarChart } from '../../../../platform/govuk/drawings/bar-chart.ts';
import type { KeptBy } from '../../queries/adherence.ts';
import { counted, metOf } from '../../rules/kept.ts';
import { periodInWords } from '../../rules/periods.ts';
import type { Asked } from './asked.ts';

const SHORT = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });

/** How the share came along, month by month; undefined where one month tells nothing of that. */
export function drawnMonths(asked: Asked, months: KeptBy[]): (BarChart & { heads: string[] }) | undefined {
  const known = months.filter(month => counted(month)).toSorted((a, b) => (a.id! < b.id! ? -1 : 1));
  const last = known.at(-1);
  if (!last || known.length < 2) return undefined;
  const days = { from: Temporal.PlainDate.from(asked.from), by: Temporal.PlainDate.from(asked.by) };
  return {
    title: `Met on time, of all that count, ${periodInWords(days)}`,
    bars: known.map(month => ({
      label: SHORT.format(Temporal.PlainDate.from(month.id!)),
      value: month.met,
      of: counted(month),
    })),
    share: true,
    lastLabel: `${SHORT.format(Temporal.PlainDate.from(last.id!))}: ${metOf(last)}`,
    heads: ['Month', 'Met on time', 'Of'],
  };
}
