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

/** "Tactic | Medium": where nothing else says what is done, and another column says how, a tactic is what is done. */
export function waysAsActions(columns: Settled[]): Settled[] {
  const done = columns.filter(({ sense }) => ACTS.includes(sense));
  // "Objective | Strategy": what is sought, and what is done for it
  if (done.some(({ sense }) => sense !== 'objective')) return columns;
  const ways = columns.filter(({ sense }) => sense === 'channel');
  const at = columns.findIndex(
    ({ sense, phrase }) =>
      sense === 'channel' && (DONE.test(phrase) || (!done.length && ways.length > 1 && BOTH.test(phrase))),
  );
  return columns.map((column, index) =>
    index === at
      ? { ...column, sense: 'action', why: `${column.why}, and no other column says what is done` }
      : column,
  );
}
