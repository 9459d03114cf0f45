import { z } from 'zod';
import { count } from '../../../../language/words.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { restoreLines } from '../../actions/restore-lines.ts';
import { MARKINGS, type Marking } from '../../plan.ts';
import { type PlanHead, planHead } from '../../queries/plan.ts';
import {
  countRemovedLines,
  REMOVED_ON_A_PAGE,
  type RemovedLine,
  removedLines,
} from '../../queries/removed.ts';
import { nameOfLine } from '../cells.ts';
import { notePlanPage } from '../note-reads.ts';
import { PLANS, pageOf, planIdOf, shownMarking } from '../which.ts';

/** The lines that were taken out of a plan, from where they can be put back. */
export async function removedLinesPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const number = pageOf(visit);
  const found =
    id &&
    (await visit.within(async within => {
      const plan = await planHead(within, id);
      if (!plan) return undefined;
      const total = await countRemovedLines(within, id);
      const lines = await removedLines(within, id, number);
      await notePlanPage(
        within,
        visit,
        plan,
        lines.map(line => ({ ...line, plan: id })),
      );
      return { plan, total, lines };
    }));
  return found ? show(visit, { ...found, number }) : notFound;
}

/** How many lines of one page can be ticked; a form that names more is none of ours. */
const ticked = z.preprocess(
  sent => (typeof sent === 'string' ? [sent] : sent),
  z.array(z.uuid().toLowerCase()).min(1).max(REMOVED_ON_A_PAGE),
);

export async function putLinesBack(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  if (!id) return notFound;
  const lines = ticked.safeParse(visit.form.line).data;
  const here = `/plans/${id}/removed`;
  return visit.within(async within => {
    if (!(await planHead(within, id))) return notFound;
    if (!lines) return redirect(here, 'Nothing was ticked, so nothing was put back.');
    const { restored } = await restoreLines(within, { plan: id, lines }, visit.now());
    if (!restored.length) return redirect(here, 'Somebody put these lines back already.');
    const words = `${count(restored.length, 'line')} ${restored.length === 1 ? 'is' : 'are'} back in the plan.`;
    return redirect(restored.length === 1 ? `/plans/${id}/lines/${restored[0]}` : here, words);
  });
}

type Found = { plan: PlanHead; total: number; lines: RemovedLine[]; number: number };

function show(visit: SignedInVisit, { plan, total, lines, number }: Found): Answer {
  const here = `/plans/${plan.id}`;
  const facts = {
    total,
    lines: lines.map(line => ({ ...line, name: nameOfLine(line) })),
    mayEdit: mayAs(visit.who.role, 'editor'),
    zone: visit.who.organisation.timeZone,
    paging: pageLinks({ total, page: number, size: REMOVED_ON_A_PAGE }, one =>
      one > 1 ? `${here}/removed?page=${one}` : `${here}/removed`,
    ),
    hrefs: { plan: here, restore: `${here}/removed` },
  };
  return page('plans/pages/removed-lines/removed.njk', facts, {
    title: `Removed lines – ${plan.title}`,
    trail: [PLANS, { text: plan.title, href: here }, { text: 'Removed lines' }],
    marking: highest([plan.marking, ...lines.map(line => line.marking)]),
  });
}

/** Of the plan and of the lines that the page shows. */
const highest = (markings: Marking[]): string | undefined =>
  shownMarking(MARKINGS.findLast(marking => markings.includes(marking)) ?? 'none');
