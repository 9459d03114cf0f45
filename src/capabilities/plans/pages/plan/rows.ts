import { markingTag } from '../../../../platform/govuk/marking.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import { STATES } from '../../../../platform/govuk/states.ts';
import type { ListTable, Row } from './tables.ts';

/**
 * The body of a list's table. Written here and not by the view, whose loops and look-ups took a third of the time of the
 * whole page; what surrounds the rows is the view's.
 */
export function drawRows({ parts, span }: ListTable): string {
  return parts.map(part => sectionRow(part.title, span) + part.rows.map(drawRow).join('')).join('');
}

const sectionRow = (title: string, span: number): string =>
  title &&
  `<tr class="cg-table__section"><th scope="rowgroup" colspan="${span}">${escaped(title)}</th></tr>\n`;

function drawRow(row: Row): string {
  const link = `<a class="govuk-link cg-clamp" href="${escaped(row.href)}">${escaped(row.first)}</a>`;
  const head = link + under(escaped(row.section), 'cg-soft ') + under(markingTag(row.marking));
  return `<tr><th scope="row">${head}</th>${row.cells.map(drawCell).join('')}${stateCell(row)}${nextCell(row)}</tr>\n`;
}

const under = (html: string, classes = ''): string =>
  html && `<span class="${classes}cg-under">${html}</span>`;

function drawCell(text: string | null): string {
  if (text === null) return '<td><span class="govuk-tag govuk-tag--red cg-tag">No owner</span></td>';
  return text ? `<td><div class="cg-clamp">${escaped(text)}</div></td>` : '<td></td>';
}

function stateCell({ state, doubtful }: Row): string {
  const { text, colour } = STATES[state as keyof typeof STATES] ?? STATES.unknown;
  const doubt = doubtful ? under('in doubt', 'cg-soft ') : '';
  // in a plan that gives no states a frame around each of them would say nothing fifty times
  const tag = colour === 'none' ? 'cg-soft' : `govuk-tag govuk-tag--${colour} cg-tag`;
  return `<td><span class="${tag}">${text}</span>${doubt}</td>`;
}

const nextCell = ({ next }: Row): string =>
  `<td${next.kind === 'date' ? '' : ' class="cg-soft"'}>${escaped(next.text)}</td>`;
