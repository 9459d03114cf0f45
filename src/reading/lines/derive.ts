import type { Schedule } from '../../timing/schedule.ts';
import { ratedState, ratingDoubts } from '../colours/rated-state.ts';
import type { Column } from '../headings/columns.ts';
import { disagreements } from '../pairs/disagreements.ts';
import { pairsOf } from '../pairs/pairs.ts';
import { withStart } from '../pairs/start-and-end.ts';
import type { ReadLine } from '../reading.ts';
import { readCosts } from '../text/budget/read-costs.ts';
import { type Called, doubtsOf } from './doubts.ts';
import type { LineFacts } from './line-facts.ts';
import { asksWhoAndWhen, ownersOf } from './owners.ts';
import { decideState, type Told } from './state.ts';
import { MAY_HIDE } from './timings.ts';
import { wholeWeeks } from './weeks.ts';

/** What is known of a line beyond its words, so that it is not read out of them. */
export type Given = { state: boolean; schedules?: Schedule[] };

/** Everything that a line's words say beyond themselves: its state, times, hidden times and doubts. */
export function derive(line: ReadLine, facts: LineFacts, given: Given): void {
  const told = toldBy(line, facts.columns);
  const rating = facts.ratings.get(line.at.row);
  const found = given.state
    ? undefined
    : ratedState(line, rating, decideState(told, line.section, facts.colours));
  if (found) {
    const { state, field, phrase, why, shaded } = found;
    line.state = state;
    line.stateFrom = { field, phrase, why, ...(shaded ? { shaded } : {}) };
  }
  const called = calledIn(facts.columns);
  const read = facts.timings.read(line.taken?.when?.text ?? line.when ?? '');
  line.schedules = given.schedules ?? withStart(wholeWeeks(read, facts.columns), line, facts.timings, called);
  line.suggestions = MAY_HIDE.flatMap(field =>
    facts.timings.find(line[field] ?? '').map(schedule => ({ ...schedule, field })),
  );
  // only offered beside what the column of times says
  const marked = facts.timetable(line.at.row, facts.timings);
  const timed = line.when || line.taken?.when || line.schedules.length > 0;
  if (timed) line.suggestions.push(...marked.map(schedule => ({ ...schedule, field: 'when' as const })));
  const asksOwner = facts.columns.some(column => column.meaning === 'owner');
  const pairs = pairsOf(line, facts.timings);
  if (pairs.length) line.pairs = pairs;
  const owners = ownersOf(line, asksOwner, facts.initials, facts.columns.some(asksWhoAndWhen));
  if (owners.length) line.owners = owners;
  const costs = readCosts(line.taken?.budget?.text ?? line.budget ?? '');
  if (costs.length) line.costs = costs;
  line.doubts.push(
    ...doubtsOf(line, told, asksOwner, called),
    ...disagreements(line, facts.timings, called),
    ...ratingDoubts(line, rating),
  );
  // behind the doubts and pairs, which are about times in words
  if (!timed) line.schedules.push(...marked);
}

/** A field as its own table prints it, or as it is always called where no heading does. */
function calledIn(columns: Column[]): Called {
  return field => {
    const own = /^other:(.*)$/s.exec(field)?.[1];
    const printed =
      own ??
      columns
        .find(column => column.meaning === field)
        ?.headings.filter(Boolean)
        .join(' – ');
    if (printed && !/^[—\s]*$/.test(printed)) return `“${printed.replace(/\s+/g, ' ')}”`;
    return own === undefined ? field : 'a column without a heading';
  };
}

function toldBy(line: ReadLine, columns: Column[]): Told {
  const fields = (['status', 'comments', 'when', 'measure', 'budget'] as const).flatMap(field => {
    if (field === 'comments' && line.status && isOlderUpdate(columns)) return [];
    const text = line.taken?.[field]?.text ?? line[field];
    return text ? [{ field: field as string, text }] : [];
  });
  return [...fields, ...Object.entries(line.other).map(([name, text]) => ({ field: `other:${name}`, text }))];
}

/** "Six-month update | Twelve-month update": what the newer says stands, also where it tells no state. */
const isOlderUpdate = (columns: Column[]): boolean =>
  (['status', 'comments'] as const).every(field =>
    columns.some(({ meaning, sense }) => meaning === field && sense === 'progress'),
  );
