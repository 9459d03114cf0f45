import type { Settled } from './treacherous.ts';

const ACTS: readonly (Settled['sense'] | undefined)[] = [
  'action',
  'message',
  'description',
  'subject',
  'item',
  'recommendation',
  'objective',
];
/** Words for a way to communicate that are as often words for what is done. */
const BOTH = /^(?:communication |comm |key |engagement )?(?:tactic|approach|technique|material)$/;
/** A strategy is what is done wherever nothing else is. */
const DONE = /^(?:communication |comm |key )?strategy$/;

/** What is made or reached: where another column says what is done, this says by what it is known. */
const MADE = /^(?:deliverable |key )?(?:output|deliverable output|output deliverable)$/;

/** "Project / action | … | Outputs": where two columns say what is done, outputs are how it is measured. */
export function outputsAsMeasures(columns: Settled[]): Settled[] {
  const acts = columns.filter(({ sense }) => sense === 'action');
  if (acts.length < 2 || acts.every(({ phrase }) => MADE.test(phrase))) return columns;
  return columns.map(column =>
    column.sense === 'action' && MADE.test(column.phrase)
      ? { ...column, sense: 'target', why: `${column.why}, and another column says what is done` }
      : column,
  );
}

/** Columns that say when, and who or how, and in none what is done: another one stands in for that. */
function leavesOpenWhat(columns: Settled[]): boolean {
  const has = (...senses: Settled['sense'][]) => columns.some(({ sense }) => sense && senses.includes(sense));
  return !has(...ACTS) && has('timing') && has('owner', 'messenger', 'channel', 'who');
}

const inItsPlace = ({ why }: Settled) => `${why}, and no other column says what is done`;

/** What a plan is arranged by, which is what it is about where no other column says that. */
const THEME =
  /^(?:campaign |communication |comm |key )?(?:theme|strand|work ?stream|topic area|subject area)$/;

/** "Month | Campaign theme | Lead | Media": where nothing else says what is done, but who and when, the theme does. */
export function themesAsSubjects(columns: Settled[]): Settled[] {
  if (!leavesOpenWhat(columns)) return columns;
  return columns.map(column => {
    if (column.sense !== 'theme' || !THEME.test(column.phrase)) return column;
    const { section: _, ...about } = column;
    return { ...about, sense: 'subject', why: inItsPlace(column) };
  });
}

/** What somebody wants to hear: in a register something about them, in a plan what they are told. */
const WANTED = /^what (?:do |does )?(?:they|people) (?:need|want|expect|like|care about|think)s?\b/;

/** "Audience | What they need from us | How | When": where nothing else says what is done, that does. */
export function needsAsMessages(columns: Settled[]): Settled[] {
  if (!leavesOpenWhat(columns)) return columns;
  return columns.map(column =>
    column.sense === 'detail' && WANTED.test(column.phrase)
      ? { ...column, sense: 'message', why: inItsPlace(column) }
      : column,
  );
}

/** "Tactic | Medium": where nothing else says what is done, and another column says how, a tactic is what is done. */
export function waysAsActions(columns: Settled[]): Settled[] {
  const done = columns.filter(({ sense }) => ACTS.includes(sense));
  // "Objective | Strategy": what is sought, and what is done for it
  if (done.some(({ sense }) => sense !== 'objective')) return columns;
  const ways = columns.filter(({ sense }) => sense === 'channel');
  // a way that is numbered and answered for is a thing to do
  const tracked = ['reference', 'owner'].every(wanted => columns.some(({ sense }) => sense === wanted));
  const at = columns.findIndex(
    ({ sense, phrase }) =>
      sense === 'channel' &&
      (DONE.test(phrase) || (!done.length && (ways.length > 1 || tracked) && BOTH.test(phrase))),
  );
  return columns.map((column, index) =>
    index === at ? { ...column, sense: 'action', why: inItsPlace(column) } : column,
  );
}
