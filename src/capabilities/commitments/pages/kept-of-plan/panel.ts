import { drawKeptBar } from '../../../../platform/govuk/drawings/kept-bar.ts';
import { renderView } from '../../../../platform/govuk/views.ts';
import type { Panel } from '../../../../platform/http/capability.ts';
import { keptOf } from '../../queries/adherence.ts';
import { addressOf } from '../../rules/asked-occurrences.ts';
import { counted, dueInWords, keptInWords, notCounted, notCountedInWords } from '../../rules/kept.ts';
import { lastWeeks } from '../../rules/periods.ts';
import { adherenceOf } from '../adherence/asked.ts';

/** How far what a plan promises was kept of late. About: `plan`, `today`. '' where nothing fell due. */
const ofPlan: Panel = async (within, { plan = '', today = '' }) => {
  const { from, by } = lastWeeks(Temporal.PlainDate.from(today));
  const asked = { plan, from: from.toString(), by: by.toString() };
  const kept = await keptOf(within, asked, by);
  if (!counted(kept) && !notCounted(kept) && !kept.due) return '';
  return renderView('commitments/pages/kept-of-plan/kept.njk', {
    kept: keptInWords(kept),
    notCounted: notCountedInWords(kept),
    due: dueInWords(kept),
    bar: drawKeptBar(kept),
    adherenceHref: adherenceOf({ plan }),
    listHref: addressOf(asked),
    missed: kept.missed,
    missedHref: addressOf({ ...asked, state: 'missed' }),
  });
};

export const keptPanels: Record<string, Panel> = { 'adherence of a plan': ofPlan };
