import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, page } from '../../../../platform/http/visit.ts';
import { inWords } from '../../../../timing/words.ts';
import {
  BULK_PAGE,
  type BulkChange,
  type BulkLine,
  type Counted,
  linesOfChange,
  type Outcome,
  outcomesOf,
  timesWanted,
} from '../../queries/bulk.ts';
import { WHY_ALONE } from '../../rules/bulk/weigh.ts';
import { MARKING_WORDS, STATE_WORDS } from '../../rules/words.ts';
import { cellWords, nameOfLine } from '../cells.ts';
import { PLANS } from '../which.ts';
import { wantedWords } from './words.ts';

/** What a list of lines of a change shows: those that it is about, or those that were left. */
type Point = { title: (lines: string) => string; main: Outcome[]; left: Outcome[] };

const POINTS: Record<'weighed' | 'changed' | 'undone', Point> = {
  weighed: {
    title: lines => `${lines} would change`,
    main: ['change'],
    left: ['alone'],
  },
  changed: { title: lines => `${lines} changed`, main: ['changed'], left: ['alone'] },
  undone: { title: lines => `${lines} put back`, main: ['undone'], left: ['kept'] },
};

/** What a change would do, or did, line by line, and what it leaves alone and why. */
export async function shownOutcome(
  within: Within,
  change: BulkChange,
  asked: { page: number; all: boolean },
): Promise<Answer> {
  const point = POINTS[change.status as keyof typeof POINTS];
  const counted = await outcomesOf(within, change.id);
  const [lines, left] = [point.main, point.left].map(outcomes => sum(counted, outcomes)) as [number, number];
  const which = asked.all ? point.left : point.main;
  const rows = await linesOfChange(within, change.id, which, asked.page);
  const here = `/bulk-changes/${change.id}`;
  const title = point.title(count(lines, 'line'));
  const facts = {
    status: change.status,
    title,
    lines,
    left,
    showsLeft: asked.all,
    wanted: wantedWords(change.wanted),
    times: change.wanted.when ? (await timesWanted(within, change.id)).map(inWords) : [],
    reasons: counted
      .filter(({ outcome }) => outcome && point.left.includes(outcome))
      .map(one => ({ lines: one.lines, words: one.why ? WHY_ALONE[one.why] : '' })),
    lowers: change.status === 'weighed' && counted.some(({ why }) => why === 'marking-lowered'),
    rows: rows.map(shownRow),
    paging: pageLinks({ total: asked.all ? left : lines, page: asked.page, size: BULK_PAGE }, number =>
      addressAt(here, asked.all, number),
    ),
    hrefs: {
      here,
      again: `${here}?again=yes`,
      left: `${here}?alone=yes`,
      carryOut: `${here}/carry-out`,
      undo: `${here}/undo`,
      back: change.back,
    },
  };
  return page('plans/pages/bulk-change/outcome.njk', facts, {
    title,
    place: '/plans',
    trail: [PLANS, { text: 'Change of many lines' }],
    marking: rows.map(row => row.marking).find(marking => marking === 'OFFICIAL-SENSITIVE'),
  });
}

const sum = (counted: Counted[], outcomes: Outcome[]): number =>
  counted
    .filter(({ outcome }) => outcome && outcomes.includes(outcome))
    .reduce((all, { lines }) => all + lines, 0);

function addressAt(here: string, all: boolean, number: number): string {
  const query = new URLSearchParams({
    ...(all && { alone: 'yes' }),
    ...(number > 1 && { page: `${number}` }),
  });
  return query.size ? `${here}?${query}` : here;
}

const words = cellWords([]);

const shownRow = ({ line, plan, planTitle, position, reference, what, changes, why, by }: BulkLine) => ({
  name: position === null ? 'A removed line' : nameOfLine({ reference, position }),
  href: position === null ? undefined : `/plans/${plan}/lines/${line}`,
  what,
  plan: planTitle,
  why: why && (by ? `${by} changed it meanwhile` : ALONE_WORDS[why]),
  changes: changes.map(({ field, before, after }) => ({
    field: words(field),
    before: shownValue(field, before),
    after: shownValue(field, after),
  })),
});

/** As of one line: "it is like this already". */
const ALONE_WORDS: Record<keyof typeof WHY_ALONE, string> = {
  'same-already': 'it is like this already',
  'marking-lowered': 'its marking would become lower',
  'too-many-tags': 'it has as many tags as a line can have',
  removed: 'it was removed meanwhile',
  'changed-meanwhile': 'somebody changed it meanwhile',
  stopped: 'Commsgrid was stopped before it was its turn',
};

const SPOKEN: Record<string, Record<string, string>> = { state: STATE_WORDS, marking: MARKING_WORDS };
/** Characters of a cell before and after: what is cut off is on the line's own page. */
const SHOWN = 200;

function shownValue(field: string, value: string | null): string | null {
  if (value === null) return null;
  const words = SPOKEN[field]?.[value] ?? value;
  return words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words;
}
