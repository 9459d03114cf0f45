import { day, words } from '../../platform/table-in/cells.ts';
import type { CellRead } from '../../platform/table-in/declaration.ts';
import { tableIn } from '../../platform/table-in/table-in.ts';
import { type FigureDeed, storeFigures } from './actions/store-figures.ts';
import { LARGEST_VALUE, LONGEST_FIGURE } from './figure.ts';
import { storedFigures } from './queries/happening-rules.ts';
import { type FigureRow, weighFigures } from './rules/weigh-figures.ts';

/** Figures that somebody counts elsewhere: complaints in a month, calls in a week. */
export const figuresIn = tableIn<FigureRow, FigureDeed>({
  kind: 'figures',
  at: '/happenings/figures/import',
  needs: 'editor',
  one: 'value',
  many: 'values',
  title: 'Bring in figures',
  list: { text: 'What is recorded by itself', href: '/happenings/rules' },
  under: { text: 'What happened', href: '/happenings' },
  about: [
    'Give in what was counted since last time, or all of it again: a value of a day that is known is changed where the file says otherwise. What is newer than all that was known sets off what was said of its figure, once.',
  ],
  columns: {
    name: {
      heading: 'Figure',
      alsoHeaded: ['Name', 'Measure', 'Indicator', 'What'],
      about: 'What is counted, in the same words each time.',
      required: 'Enter what is counted.',
      read: words(LONGEST_FIGURE),
      examples: ['Complaints about noise', 'Complaints about noise', 'Calls about bins'],
    },
    day: {
      heading: 'Day',
      alsoHeaded: ['Date', 'Period ending', 'Week ending', 'Month ending'],
      about: 'The day of the value, or the last day of the week or month that it is of.',
      required: 'Enter the day of the value.',
      read: neededDay,
      examples: ['28/02/2026', '31/03/2026', '31/03/2026'],
    },
    value: {
      heading: 'Value',
      alsoHeaded: ['Number', 'Count', 'Amount', 'Total', 'Figure value'],
      about: 'A number.',
      required: 'Enter the value.',
      read: numberSaid,
      examples: ['38', '43', '1,204'],
    },
  },
  weigh: async (within, rows) =>
    weighFigures(rows, await storedFigures(within, [...new Set(rows.map(({ values }) => values.name))])),
  store: storeFigures,
});

function neededDay(text: string): CellRead<Temporal.PlainDate> {
  const read = day(text);
  if ('problem' in read) return read;
  return read.value ? { value: read.value } : { problem: 'Enter the day of the value.' };
}

/** "1,204", "12.5%", "£ 300": the number that stands there. */
function numberSaid(text: string): CellRead<number> {
  const plain = text.replaceAll(/[\s,£€$%]/g, '');
  const value = Number(plain);
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) || Math.abs(value) > LARGEST_VALUE)
    return { problem: 'Enter a number, like 43 or 1,204.5.' };
  return { value };
}
