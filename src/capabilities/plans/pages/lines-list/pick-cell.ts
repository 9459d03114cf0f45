import { escaped } from '../../../../platform/govuk/markup.ts';
import type { Row } from './tables.ts';

/** The heading of the cells below, only heard. */
export const PICK_HEADING = 'Pick or edit';

/** Before each row of somebody who may edit: a tick for a change of many lines, and the way to edit the line in place. */
export const pickCell =
  (list: string) =>
  ({ id, first }: Row): string => {
    const name = escaped(first.slice(0, LONGEST_NAME));
    const edit = `${list}${list.includes('?') ? '&' : '?'}edit=${id}#line-${id}`;
    return `<td class="cg-pick" id="line-${id}"><input type="checkbox" form="pick" name="line" value="${id}" aria-label="Pick ${name}"><a class="govuk-link" data-edit-row href="${escaped(edit)}">Edit<span class="govuk-visually-hidden"> ${name}</span></a></td>`;
  };

/** Characters: enough to tell it by ear from its neighbours. */
const LONGEST_NAME = 60;
