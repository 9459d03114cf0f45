import { renderView } from '../../../../platform/govuk/views.ts';
import type { Panel } from '../../../../platform/http/capability.ts';
import { countDrawn, KIND_WORDS } from '../../../organisations/index.ts';
import { drawsOf } from '../../queries.ts';
import { countWords } from '../../rules/members.ts';

/** On the page of an audience: how many its members are, and the way to them. */
export const membersPanel: Panel = async (within, { entry = '', here = '', today = '' }) => {
  const draws = await drawsOf(within, entry);
  const counts = draws.length ? await countDrawn(within, draws, Temporal.PlainDate.from(today)) : undefined;
  const words = counts ? countWords(counts, draws, KIND_WORDS) : '';
  return renderView('audiences/pages/members/panel.njk', { words, here: `${here}/members` });
};
