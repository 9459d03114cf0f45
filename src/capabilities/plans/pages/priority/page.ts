import { z } from 'zod';
import { STATE_WORDS } from '../../../../language/state-words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { type Answer, mayAs, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { PRIORITY_KIND_WORDS } from '../../priority.ts';
import { linesServing, NAMED_ON_A_PAGE } from '../../queries/lines-serving.ts';
import { plansServing, priorityById } from '../../queries/priorities.ts';
import { PLANS, priorityIdOf } from '../which.ts';

export const PRIORITIES = { text: 'Priorities and messages', href: '/priorities' };

const pageShape = z.coerce.number().int().min(1).max(10_000).catch(1);

/** One priority or message, with the plans and lines that are for it. */
export async function priorityPage(visit: SignedInVisit): Promise<Answer> {
  const id = priorityIdOf(visit);
  const number = pageShape.parse(visit.query.page);
  const loaded = id && (await visit.within(within => load(within, id, number)));
  if (!loaded) return notFound;
  const { priority, plans, lines, history } = loaded;
  const total = plans.reduce((sum, plan) => sum + plan.lines, 0);
  const facts = {
    priority,
    kindWords: PRIORITY_KIND_WORDS[priority.kind],
    plans,
    lines: lines.map(line => ({ ...line, stateWords: STATE_WORDS[line.state] })),
    total,
    paging: pageLinks({ total, page: number, size: NAMED_ON_A_PAGE }, one => `/priorities/${id}?page=${one}`),
    history: history.flatMap(({ at, actor, action, changes }) =>
      changes.map(({ field, before, after }) => ({
        when: at,
        who: actor,
        words: `${action}: ${field}`,
        before,
        after,
      })),
    ),
    mayEdit: mayAs(visit.who.role, 'editor'),
    zone: visit.who.organisation.timeZone,
  };
  return page('plans/pages/priority/priority.njk', facts, {
    title: priority.name,
    trail: [PLANS, PRIORITIES, { text: priority.name }],
  });
}

async function load(within: Within, id: string, number: number) {
  const priority = await priorityById(within, id);
  if (!priority) return undefined;
  const [plans, lines, history] = await Promise.all([
    plansServing(within, id),
    linesServing(within, id, number),
    historyOf(within, { kind: 'priority', id }, 50),
  ]);
  return { priority, plans, lines, history };
}
