import { markingTag } from '../../../../platform/govuk/marking.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import { STATES } from '../../../../platform/govuk/states.ts';
import type { ListTable, Row } from './tables.ts';

/** What a page puts into the rows of its own accord; a table with a first cell before each row says so (`lead`). */
export type Drawing = {
  /** A cell before the row's own, as in a list whose lines are picked: `<td>…</td>`. */
  lead?: (row: Row) => string;
  /** The whole row otherwise, as where it is edited in place: `<tr>…</tr>`; undefined for a row as always. */
  instead?: (row: Row) => string | undefined;
};

/**
 * The body of a list's table. Written here and not by the view, whose loops and look-ups took a third of the time of the
 * whole page; what surrounds the rows is the view's.
 */
export function drawRows({ parts, span }: ListTable, drawing: Drawing = {}): string {
  const whole = drawing.lead ? span + 1 : span;
  return parts
    .map(part => sectionRow(part, whole) + part.rows.map(row => drawRow(row, drawing)).join(''))
    .join('');
}

function sectionRow({ title, href }: ListTable['parts'][number], span: number): string {
  if (!title) return '';
  const words = href ? `<a class="govuk-link" href="${escaped(href)}">${escaped(title)}</a>` : escaped(title);
  return `<tr class="cg-table__section"><th scope="rowgroup" colspan="${span}">${words}</th></tr>\n`;
}

function drawRow(row: Row, { lead, instead }: Drawing): string {
  const other = instead?.(row);
  if (other !== undefined) return other;
  const words = escaped(row.first);
  const link = row.href
    ? `<a class="govuk-link cg-clamp" href="${escaped(row.href)}">${words}</a>`
    : `<div class="cg-clamp">${words}</div>`;
  const head =
    link + under(escaped(row.under), 'cg-soft ') + under(markingTag(row.marking)) + tagsUnder(row.tags);
  const cells = row.cells.map(drawCell).join('');
  return `<tr>${lead?.(row) ?? ''}<th scope="row">${head}</th>${cells}${stateCell(row)}${nextCell(row)}</tr>\n`;
}

const tagsUnder = (tags: string[]): string =>
  tags.length ? under(escaped(tags.map(tag => `#${tag}`).join('  ')), 'cg-soft ') : '';

const under = (html: string, classes = ''): string =>
  html && `<span class="${classes}cg-under">${html}</span>`;

const NO_OWNER = '<span class="govuk-tag govuk-tag--red cg-tag">No owner</span>';

function drawCell(cell: Row['cells'][number]): string {
  if (cell === null) return `<td>${NO_OWNER}</td>`;
  if (typeof cell === 'string') return cell ? `<td>${clamped(cell)}</td>` : '<td></td>';
  const { printed, accountable, why = '' } = cell;
  return accountable
    ? `<td>${clamped(printed)}${under(escaped(`${accountable} answers`), 'cg-soft ')}</td>`
    : `<td>${clamped(printed)}${NO_OWNER} <span class="cg-soft">${escaped(why)}</span></td>`;
}

const clamped = (text: string): string => text && `<div class="cg-clamp">${escaped(text)}</div>`;

function stateCell({ state, doubtful }: Row): string {
  const { text, colour } = STATES[state as keyof typeof STATES] ?? STATES.unknown;
  const doubt = doubtful ? under('in doubt', 'cg-soft ') : '';
  // in a plan that gives no states a frame around each of them would say nothing fifty times
  const tag = colour === 'none' ? 'cg-soft' : `govuk-tag govuk-tag--${colour} cg-tag`;
  return `<td><span class="${tag}">${text}</span>${doubt}</td>`;
}

const nextCell = ({ next }: Row): string =>
  `<td${next.kind === 'date' ? '' : ' class="cg-soft"'}>${escaped(next.text)}</td>`;
