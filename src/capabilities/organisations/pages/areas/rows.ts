import { thousands } from '../../../../language/words.ts';
import { escaped } from '../../../../platform/govuk/markup.ts';
import { kindShown } from '../../area.ts';
import type { ListedArea } from '../../queries/areas.ts';
import { areaAddress } from '../place-addresses.ts';
import { standingUnder } from '../place-standing.ts';

/** The body of the table, as that of bodies. */
export const drawAreas = (areas: ListedArea[], today: Temporal.PlainDate): string =>
  areas.map(area => drawArea(area, today)).join('');

function drawArea(area: ListedArea, today: Temporal.PlainDate): string {
  const link = `<a class="govuk-link" href="${areaAddress(area.id)}">${escaped(area.name)}</a>`;
  const code = area.code && ` <span class="cg-soft cg-under">${escaped(area.code)}</span>`;
  const cells = [
    `<td>${escaped(kindShown(area.kind))}</td>`,
    `<td data-head="Part of">${escaped(area.above ?? '')}</td>`,
    `<td class="cg-number" data-head="Parts">${area.parts ? thousands(area.parts) : ''}</td>`,
    `<td class="cg-number" data-head="Bodies">${area.bodies ? thousands(area.bodies) : ''}</td>`,
  ];
  return `<tr><th scope="row">${link}${standingUnder(area, today) || code}</th>${cells.join('')}</tr>\n`;
}
