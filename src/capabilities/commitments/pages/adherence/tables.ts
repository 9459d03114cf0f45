import { count } from '../../../../language/words.ts';
import { type Adherence, DIMENSIONS, type Dimension } from '../../queries/adherence.ts';
import { type Asked, adherenceOf } from './asked.ts';
import { DIMENSION_WORDS, drawRows, inOrder } from './drawn.ts';

/** What a person reads at a glance; all of them stand on a page of their own. */
const FEW = 8;
/** What one page bears. */
const MOST = 400;

/** A table for each dimension that tells anything apart, or the whole of the one that is asked for. */
export function keptTables(asked: Asked, figures: Adherence): object[] {
  const shown = asked.along ? [asked.along] : DIMENSIONS.filter(along => tellsApart(asked, along, figures));
  return shown.map(along => tableOf(asked, along, figures));
}

/** What is asked for is not told apart again; nor what nothing has. */
function tellsApart(asked: Asked, along: Dimension, figures: Adherence): boolean {
  const rows = figures[along];
  if (along === 'month') return rows.length > 0;
  if (along === 'area') return rows.some(({ id }) => id !== null && id !== asked.area);
  return asked[along] === undefined && rows.some(({ id }) => id !== null);
}

function tableOf(asked: Asked, along: Dimension, figures: Adherence): object {
  const { title, head } = DIMENSION_WORDS[along];
  const rows = inOrder(along, figures[along]);
  const most = asked.along ? MOST : along === 'month' ? 12 : FEW;
  const shown = along === 'month' && !asked.along ? rows.slice(-most) : rows.slice(0, most);
  return {
    along,
    title,
    head,
    caption: `What was kept, by ${head.toLowerCase()}`,
    rows: drawRows(asked, along, shown),
    ...(rows.length > shown.length &&
      !asked.along && {
        more: { text: `All ${count(rows.length, MANY[along])}`, href: adherenceOf({ ...asked, along }) },
      }),
    ...(rows.length > MOST && asked.along && { cut: MOST }),
  };
}

const MANY: Record<Dimension, string> = {
  plan: 'plan',
  audience: 'audience',
  channel: 'channel',
  area: 'area',
  owner: 'owner',
  month: 'month',
};
