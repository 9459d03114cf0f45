import { type HistoryEntry, historyOf } from '../../../../platform/history/history.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  type SignedInVisit,
  timesOf,
} from '../../../../platform/http/visit.ts';
import { type AskedAbout, askedAbout, REQUEST_STATE_WORDS } from '../../../asking/index.ts';
import { OWNERSHIP } from '../../asking/kinds.ts';
import type { Section } from '../../queries/facts.ts';
import { type LineInPlan, lineInPlan } from '../../queries/line.ts';
import { type LineLink, linksOfLine } from '../../queries/line-links.ts';
import { sectionTitles } from '../../queries/plan.ts';
import { prioritiesOf, type ServedBy } from '../../queries/priorities.ts';
import { ALL_LINES, addressOf } from '../../rules/asked-address.ts';
import { valuesOf } from '../../rules/line-changes.ts';
import { nextDate } from '../../rules/next-date.ts';
import { whyState, whyTiming } from '../../rules/why-so.ts';
import { cellsOfLine, cellWords, headingOfLine, nameOfLine, valueIn } from '../cells.ts';
import { groupedLinks } from '../line-links/page.ts';
import { noteLinePage } from '../note-reads.ts';
import { loadTalk, type Talk, type TypedTalk, talkFacts } from '../record/talk.ts';
import { shownTiming } from '../timings.ts';
import { mayUpdate } from '../updating.ts';
import { lineIdOf, PLANS, planIdOf, shownMarking } from '../which.ts';
import { type LineOwners, notesOf, ownersWith } from './as-read.ts';
import { historyRows } from './history-rows.ts';
import { whoAnswers } from './who-answers.ts';

/** One line of a plan: all its words, its times, its doubts and what was ever changed of it. */
export async function linePage(visit: SignedInVisit, typed?: TypedTalk): Promise<Answer> {
  const [plan, id] = [planIdOf(visit), lineIdOf(visit)];
  if (!plan || !id) return notFound;
  const found = await visit.within(async within => {
    const line = await lineInPlan(within, plan, id);
    if (!line) return undefined;
    const owners = await ownersWith(within, line);
    const [priorities, links, talk, asked, history, sections] = await Promise.all([
      prioritiesOf(within, { kind: 'line', id }),
      linksOfLine(within, id),
      loadTalk(within, { kind: 'line', id }),
      askedAbout(within, { kind: 'line', id }),
      historyOf(within, { kind: 'line', id }),
      mayAs(visit.who.role, 'editor') ? sectionTitles(within, plan) : [],
    ]);
    const update = await mayUpdate(within, visit, line);
    const promises = await visit.panel(within, 'promises of a line', promisesAbout(visit, line));
    await noteLinePage(within, visit, line, [line.before, line.after]);
    return { line, owners, priorities, links, talk, asked, history, sections, update, promises };
  });
  return found ? show(visit, found, typed) : notFound;
}

type Found = {
  line: LineInPlan;
  owners: LineOwners;
  priorities: ServedBy[];
  links: LineLink[];
  talk: Talk;
  asked: AskedAbout[];
  history: HistoryEntry[];
  sections: Pick<Section, 'id' | 'title'>[];
  update: boolean;
  promises: string;
};

const promisesAbout = (visit: SignedInVisit, { line, plan }: LineInPlan): Record<string, string> => ({
  plan: plan.id,
  line: line.id,
  timings: String(line.schedules.length),
  today: visit.today().toString(),
  mayEdit: mayAs(visit.who.role, 'editor') ? 'yes' : '',
});

function show(
  visit: SignedInVisit,
  {
    line: found,
    owners,
    priorities,
    links,
    talk,
    asked,
    history: entries,
    sections,
    update,
    promises,
  }: Found,
  typed?: TypedTalk,
): Answer {
  const { line, section, plan, before, after } = found;
  const times = timesOf(visit);
  const words = cellWords(section.columns);
  const name = nameOfLine(line);
  const here = `/plans/${plan.id}`;
  const heading = headingOfLine(line);
  const facts = {
    heading,
    section: section.title,
    position: line.position,
    state: line.state,
    next: nextDate(line, times),
    marking: shownMarking(line.marking),
    tags: line.tags.map(tag => ({ text: tag, href: addressOf(ALL_LINES, { tag }) })),
    rows: rowsOf(found, owners),
    stateWhy: whyState(line, entries),
    row: line.asRead?.row,
    timings: line.schedules.map(one => ({
      ...shownTiming(one, times),
      because: whyTiming(one, line.asRead, entries),
    })),
    suggestions: line.suggestions.map(one => ({
      ...shownTiming(one, times),
      found: words(one.field),
      because: whyTiming(one, line.asRead, entries),
    })),
    priorities,
    links: groupedLinks(links).filter(({ entries }) => entries.length),
    doubts: line.doubts.map(doubt => ({ field: words(doubt.field), reason: doubt.reason })),
    history: entries.flatMap(entry => historyRows(entry, words)),
    zone: visit.who.organisation.timeZone,
    hrefs: {
      plan: here,
      edit: `${here}/lines/${line.id}/edit`,
      move: `${here}/lines/${line.id}/move`,
      remove: `${here}/lines/${line.id}/remove`,
      timing: `${here}/lines/${line.id}/timing`,
      priorities: `${here}/lines/${line.id}/priorities`,
      links: `${here}/lines/${line.id}/links`,
      before: before && `${here}/lines/${before}`,
      after: after && `${here}/lines/${after}`,
    },
    sections: sections.filter(one => one.id !== section.id),
    answers: whoAnswers(found, owners, mayAs(visit.who.role, 'editor')),
    mayEdit: mayAs(visit.who.role, 'editor'),
    mayUpdate: update,
    promises,
    asked: askedFacts(visit, { plan: here, line: `${here}/lines/${line.id}` }, asked, found.owners),
    talk: talkFacts(visit, `${here}/lines/${line.id}`, talk, { ...typed, mayAttach: update }),
    errors: typed?.errors,
  };
  const frame = {
    title: `${heading} – ${plan.title}`,
    trail: [PLANS, { text: plan.title, href: here }, { text: name }],
    marking: shownMarking(line.marking) ?? shownMarking(plan.marking),
  };
  return page('plans/pages/line/line.njk', facts, frame, typed ? 422 : 200);
}

/** The facts of `asking/about.njk`. */
function askedFacts(
  { who }: SignedInVisit,
  here: { plan: string; line: string },
  asked: AskedAbout[],
  { accountable }: LineInPlan['owners'],
) {
  const mayAsk = mayAs(who.role, 'editor');
  const unconfirmed = accountable && !asked.some(({ kind }) => kind === OWNERSHIP);
  return {
    asked: asked.map(one => ({ ...one, stateWords: REQUEST_STATE_WORDS[one.state].toLowerCase() })),
    mayAsk,
    mayOpen: mayAsk,
    href: `${here.line}/ask`,
    whose: mayAsk && unconfirmed ? `${here.plan}/ask` : undefined,
    zone: who.organisation.timeZone,
  };
}

/** The columns of its table, empty ones too, with what was read of them; of the other fields only those that say something. */
function rowsOf(
  { line, section }: LineInPlan,
  owners: LineOwners,
): { key: string; text: string; notes: string[] }[] {
  const values = valuesOf(line);
  const { printed, beside } = cellsOfLine(section.columns, line);
  const loose = beside.filter(({ cell }) => valueIn(values, cell));
  return [...printed, ...loose].map(({ heading, cell }) => ({
    key: heading,
    text: valueIn(values, cell),
    notes: notesOf(cell, line.budget, owners),
  }));
}
