import { wordsOf } from '../../documents/words.ts';
import type { Schedule } from '../../timing/schedule.ts';
import type { Field, Pair, ReadLine } from '../reading.ts';

/** What one of several lines says in place of the cells of the row that they are made of. */
export type Part = { cells: Partial<Record<Field, string>>; schedule?: Schedule };

/**
 * The lines that a row may be made into, by the pairs that are offered for it: one for each of its timings, or for each
 * part of a cell in which a time of its own stands. Undefined where the pairs do not account for all of a cell.
 */
export const partsOffered = (line: ReadLine): Part[] | undefined => bySchedules(line) ?? bySuggestions(line);

function bySchedules(line: ReadLine): Part[] | undefined {
  const { schedules, pairs = [] } = line;
  const inOrder = (own: Pair[]) =>
    schedules.flatMap((_, index) => own.find(({ schedule }) => schedule === index)?.text ?? []);
  const found = [...Map.groupBy(pairs, ({ field }) => field)]
    .map(([field, own]) => ({ field, texts: inOrder(own) }))
    .filter(({ texts }) => texts.length === schedules.length);
  const parted = found.filter(({ field, texts }) => field !== 'when' && holdAll(cellOf(line, field), texts));
  if (schedules.length < 2 || !(parted.length || found.some(({ field }) => field === 'when')))
    return undefined;
  return schedules.map((schedule, index) => ({
    cells: {
      ...Object.fromEntries(parted.map(({ field, texts }) => [field, texts[index]])),
      when: schedule.phrase,
    },
    schedule,
  }));
}

function bySuggestions(line: ReadLine): Part[] | undefined {
  const hidden = (line.pairs ?? []).filter(({ suggestion }) => suggestion !== undefined);
  for (const [field, own] of Map.groupBy(hidden, pair => pair.field)) {
    const texts = [...new Set(own.map(({ text }) => text))];
    if (texts.length > 1 && holdAll(cellOf(line, field), texts))
      return texts.map(text => ({ cells: { [field]: text } }));
  }
  return undefined;
}

const cellOf = (line: ReadLine, field: Field): string => line.taken?.[field]?.text ?? line[field] ?? '';

/** Words and numbers that only part one thing from the next. */
const JOINT = /^(?:and|or|then|\d{1,2}|[a-h]|i{1,3}|iv|v)$/;

/** Whether no word of a cell would be left without a line. */
function holdAll(cell: string, texts: string[]): boolean {
  const held = wordsOf(texts.join('\n'));
  return wordsOf(cell).every(word => {
    const at = held.indexOf(word);
    if (at >= 0) held.splice(at, 1);
    return at >= 0 || JOINT.test(word);
  });
}
