import type { Within } from '../../../../platform/database/database.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import { mayAs, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type LineInPlan, lineInPlan } from '../../queries/line.ts';
import { sectionColumns } from '../../rules/columns.ts';
import { valuesOf } from '../../rules/line-changes.ts';
import { choicesOf, STATE_WORDS } from '../../rules/words.ts';
import { nameOfLine } from '../cells.ts';
import { idOf } from '../line-edit/typed.ts';
import { idIn } from '../which.ts';
import type { Row } from './tables.ts';

/** The line of a list that its address says is edited in place; of those that the list shows, and for who may. */
export async function lineToEdit(
  within: Within,
  visit: SignedInVisit,
  shown: readonly { id: string; plan: string }[],
): Promise<LineInPlan | undefined> {
  const id = visit.query.edit && idIn(visit.query.edit);
  const line = id && mayAs(visit.who.role, 'editor') ? shown.find(one => one.id === id) : undefined;
  return line && lineInPlan(within, line.plan, line.id);
}

/** Where a list's row becomes a form and is saved to; `span`: how many cells the row has. */
export type EditingRow = { line: LineInPlan; list: string; span: number; token: string };

/**
 * A row as a form of its own: the cells of its table and its state. It goes where the line's whole form goes, which takes
 * over, with all that was typed, where something is wrong or somebody else saved meanwhile.
 */
export const editRow =
  ({ line: found, list, span, token }: EditingRow) =>
  (row: Row): string | undefined => {
    const { line, section, plan } = found;
    if (row.id !== line.id) return undefined;
    const hidden = { _csrf: token, version: line.version, marking: line.marking, list };
    const fields = sectionColumns(section.columns).map(({ heading, cell }) =>
      area(cell, heading, valuesOf(line)[cell] ?? ''),
    );
    const name = escaped(nameOfLine(line));
    return `<tr class="cg-edit-row" id="line-${line.id}"><td colspan="${span}">
<form method="post" action="/plans/${plan.id}/lines/${line.id}/edit" aria-label="Edit ${name}" data-edit-form novalidate>
${Object.entries(hidden).map(hiddenField).join('')}
<div class="cg-edit-row__cells">${fields.join('')}${states(line.state)}</div>
<div class="govuk-button-group"><button class="govuk-button cg-button-compact" type="submit">Save</button><a class="govuk-link" data-edit-cancel href="${escaped(list)}#line-${line.id}">Cancel</a><a class="govuk-link" href="/plans/${plan.id}/lines/${line.id}/edit">All fields</a></div>
</form></td></tr>\n`;
  };

const hiddenField = ([name, value]: [string, string | number]): string =>
  `<input type="hidden" name="${name}" value="${escaped(String(value))}">`;

/** A line end after the tag, which a browser takes away, keeps one that the cell begins with. */
const area = (cell: string, heading: string, value: string): string =>
  `<div class="cg-cell"><label class="govuk-label cg-label" for="edit-${idOf(cell)}">${escaped(heading)}</label>
<textarea class="govuk-textarea" id="edit-${idOf(cell)}" name="${escaped(cell)}" rows="${rowsFor(value)}">\n${escaped(value)}</textarea></div>`;

/** As much of a cell as fits beside the others; more is scrolled to. */
const rowsFor = (text: string): number =>
  Math.min(
    8,
    Math.max(
      2,
      text.split('\n').reduce((sum, part) => sum + Math.ceil((part.length || 1) / 32), 0),
    ),
  );

function states(chosen: string): string {
  const options = choicesOf(STATE_WORDS).map(
    ({ value, text }) => `<option value="${value}"${value === chosen ? ' selected' : ''}>${text}</option>`,
  );
  return `<div class="cg-cell"><label class="govuk-label cg-label" for="edit-state">State</label>
<select class="govuk-select" id="edit-state" name="state">${options.join('')}</select></div>`;
}
