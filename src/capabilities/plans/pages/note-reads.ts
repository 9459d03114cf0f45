import type { Within } from '../../../platform/database/database.ts';
import type { Leaving } from '../../../platform/http/capability.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { type MarkedRead, noteMarkedReads, type Way } from '../../../platform/privacy/marked-reads.ts';
import { type MarkedLine, markedAmong } from '../queries/marked.ts';
import { markedIn, markedLine, type Shown, type ShownLine, type ShownPlan } from '../rules/marked.ts';
import { lineIdOf, planIdOf } from './which.ts';

const note = (
  within: Within,
  { now, today }: SignedInVisit,
  records: MarkedRead[],
  way: Way,
): Promise<void> => noteMarkedReads(within, { records, way }, { now: now(), today: today() });

/**
 * Writes down that the visitor was shown what is marked of a list, in the transaction that found it. Every page is looked
 * through before it leaves (`noteWhatLeaves`); those that know the markings of what they show say so here, which costs no
 * question where nothing is marked.
 */
export async function noteList(within: Within, visit: SignedInVisit, { plans, lines }: Shown): Promise<void> {
  for (const { id } of [...plans, ...lines]) visit.noted.add(id);
  await note(within, visit, markedIn({ plans, lines }), 'list');
}

/** The same for the page of a plan, with those of its lines that it lists. */
export async function notePlanPage(
  within: Within,
  visit: SignedInVisit,
  plan: ShownPlan,
  lines: readonly ShownLine[],
): Promise<void> {
  for (const { id } of [plan, ...lines]) visit.noted.add(id);
  const records = markedIn({ plans: [plan], lines });
  const of = (kind: string) => records.filter(({ subject }) => subject.kind === kind);
  await note(within, visit, of('plan'), 'page');
  await note(within, visit, of('line'), 'list');
}

/** The same for the page of a line. `beside`: others that it leads to and shows nothing of. */
export async function noteLinePage(
  within: Within,
  visit: SignedInVisit,
  found: { line: Omit<ShownLine, 'plan'>; plan: ShownPlan },
  beside: readonly (string | null)[] = [],
): Promise<void> {
  for (const id of [found.line.id, ...beside]) if (id) visit.noted.add(id);
  await note(within, visit, markedLine(found), 'page');
}

/**
 * Writes down who was shown what is marked, whichever page it was: the plan or line that its address names, every line that
 * it leads to, and what it says that it shows. Nobody has to think of the first two, so no page can forget them.
 */
export async function noteWhatLeaves(visit: SignedInVisit, { kind, html }: Leaving): Promise<void> {
  const own = lineIdOf(visit) ?? planIdOf(visit);
  const ids = [...new Set([...(own ? [own] : []), ...linesIn(html), ...visit.shown])];
  const asked = ids.filter(id => !visit.noted.has(id));
  if (!asked.length) return;
  await visit.within(async within => {
    const found = await markedAmong(within, asked);
    const whole = found.plans.filter(({ id }) => id === own || visit.shown.has(id));
    const theirs = found.lines.filter(({ line }) => line.id === own);
    const way = kind === 'file' ? 'file' : 'page';
    await note(within, visit, [...markedIn({ plans: whole, lines: [] }), ...theirs.flatMap(markedLine)], way);
    const others = found.lines.filter(({ line }) => line.id !== own);
    await note(within, visit, listed(others, planIdOf(visit)), kind === 'file' ? 'file' : 'list');
  });
}

/** What a list shows: of whole plans each once, besides the one on whose page it stands. */
function listed(found: MarkedLine[], its: string | undefined): MarkedRead[] {
  const plans = new Map(found.map(({ plan }) => [plan.id, plan]));
  const named = markedIn({ plans: [...plans.values()], lines: found.map(({ line }) => line) });
  return named.filter(({ subject }) => subject.id !== its);
}

/** Lines that a page leads to, by the addresses in it. */
function linesIn(html: string): Set<string> {
  const found = new Set<string>();
  for (let at = html.indexOf(TO_A_LINE); at >= 0; at = html.indexOf(TO_A_LINE, at + 1)) {
    const id = html.slice(at + TO_A_LINE.length, at + TO_A_LINE.length + 36);
    if (UUID.test(id)) found.add(id);
  }
  return found;
}

const TO_A_LINE = '/lines/';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
