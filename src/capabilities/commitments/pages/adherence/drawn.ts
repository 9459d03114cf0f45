import { thousands } from '../../../../language/words.ts';
import { drawKeptBar } from '../../../../platform/govuk/drawings/kept-bar.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import type { Dimension, KeptBy } from '../../queries/adherence.ts';
import { addressOf, type Filter, NONE, type StateAsked } from '../../rules/asked-occurrences.ts';
import { counted, type Kept, notCounted } from '../../rules/kept.ts';
import { type Asked, adherenceOf } from './asked.ts';

export const DIMENSION_WORDS: Record<Dimension, { title: string; head: string; none: string }> = {
  plan: { title: 'Plans', head: 'Plan', none: '' },
  audience: { title: 'Audiences', head: 'Audience', none: 'No audience' },
  channel: { title: 'Channels', head: 'Channel', none: 'No channel' },
  area: { title: 'Areas', head: 'Area', none: 'No area' },
  owner: { title: 'Who does it', head: 'Who does it', none: 'Nobody yet' },
  month: { title: 'Months', head: 'Month', none: '' },
};

/** Months in their order; of all else what was missed most first. */
export function inOrder(along: Dimension, rows: KeptBy[]): KeptBy[] {
  if (along === 'month') return rows.toSorted((a, b) => (a.id! < b.id! ? -1 : 1));
  return rows.toSorted(
    (a, b) =>
      b.missed - a.missed ||
      b.late - a.late ||
      counted(b) - counted(a) ||
      (a.name ?? '').localeCompare(b.name ?? '', 'en-GB'),
  );
}

/** The filter of a row: what is asked for, and of that what the row is about. */
export function filterOf(asked: Asked, along: Dimension, id: string | null): Filter {
  const { along: _, ...filter } = asked;
  return along === 'month' ? { ...filter, ...daysOfMonth(id!, asked) } : { ...filter, [along]: id ?? NONE };
}

/** Those of its days that are asked for. */
function daysOfMonth(first: string, { from, by }: Pick<Asked, 'from' | 'by'>) {
  const begin = Temporal.PlainDate.from(first);
  const end = begin.with({ day: begin.daysInMonth }).toString();
  return { from: first < from ? from : first, by: end > by ? by : end };
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

/** What a row is called; a month of which only some days are asked for says which. */
export function nameOf(asked: Asked, along: Dimension, { id, name }: KeptBy): string {
  if (along !== 'month') return id ? (name ?? 'no longer there') : DIMENSION_WORDS[along].none;
  const first = Temporal.PlainDate.from(id!);
  const { from, by } = daysOfMonth(id!, asked);
  const whole = from === id && by === first.with({ day: first.daysInMonth }).toString();
  const words = MONTH.format(first);
  return whole ? words : `${dayOf(from)} to ${dayOf(by)} ${words}`;
}

const dayOf = (day: string): number => Temporal.PlainDate.from(day).day;

/** Each number of a row, with the state that its occurrences are asked for by. */
const FIGURES: readonly { of: (kept: Kept) => number; state: StateAsked; words: string }[] = [
  { of: kept => kept.met, state: 'met', words: 'met on time' },
  { of: counted, state: 'counted', words: 'that count' },
  { of: kept => kept.late, state: 'late', words: 'met late' },
  { of: kept => kept.missed, state: 'missed', words: 'missed' },
  { of: notCounted, state: 'not-counted', words: 'not counted' },
  { of: kept => kept.due, state: 'due', words: 'due now' },
];

/**
 * The rows of a table of figures. Written here and not by the view, which would be asked for six tables of links: each
 * number that is any opens onto as many occurrences.
 */
export function drawRows(asked: Asked, along: Dimension, rows: KeptBy[]): string {
  return rows.map(row => drawRow(asked, along, row)).join('');
}

function drawRow(asked: Asked, along: Dimension, row: KeptBy): string {
  const filter = filterOf(asked, along, row.id);
  const name = nameOf(asked, along, row);
  const [met, all, late, missed, out, due] = FIGURES.map(({ of, state, words }) =>
    figure(of(row), addressOf({ ...filter, state }), `${words}, ${name}`),
  );
  const head = escaped(adherenceOf({ ...asked, ...filter, along: undefined }));
  return `<tr><th scope="row"><a class="govuk-link" href="${head}">${escaped(name)}</a></th><td data-head="Met on time" class="cg-number">${met} of ${all}</td><td class="cg-kept-cell" aria-hidden="true">${drawKeptBar(row)}</td><td data-head="Late" class="cg-number">${late}</td><td data-head="Missed" class="cg-number">${missed}</td><td data-head="Not counted" class="cg-number">${out}</td><td data-head="Due now" class="cg-number">${due}</td></tr>\n`;
}

/** Nothing leads nowhere. */
const figure = (number: number, href: string, words: string): string =>
  number
    ? `<a class="govuk-link" href="${escaped(href)}">${thousands(number)}<span class="govuk-visually-hidden"> ${escaped(words)}</span></a>`
    : '0';
