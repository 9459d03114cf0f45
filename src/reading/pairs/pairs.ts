import { numberWord } from '../../language/number-words.ts';
import type { Timings } from '../lines/timings.ts';
import type { Field, Pair, ReadLine } from '../reading.ts';
import { namedBeside, speaksOf } from './named.ts';
import { inParts, type Manner, markedParts } from './parts.ts';

const BESIDE: [Field, Manner][] = [
  ['recommendation', 'prose'],
  ['what', 'prose'],
  ['audience', 'names'],
  ['how', 'names'],
];

/** More timings than this in a cell are no list that goes with another. */
const MOST = 12;

/**
 * Where several timings stand in a line, which part of which cell each may belong to: by the name that stands beside the
 * time; else by their order, where another cell falls into as many parts.
 */
export const pairsOf = (line: ReadLine, timings: Timings): Pair[] => [
  ...withSchedules(line, timings),
  ...withSuggestions(line),
];

function withSchedules(line: ReadLine, timings: Timings): Pair[] {
  const { schedules } = line;
  if (schedules.length < 2 || schedules.length > MOST) return [];
  const names = schedules.map(schedule => namedBeside(schedule, timings));
  return BESIDE.flatMap(([field, manner]) => {
    const text = line.taken?.[field]?.text ?? line[field] ?? '';
    return byName(field, text, names) ?? byOrder(field, text, schedules.length, manner);
  }).concat(besideTimes(names));
}

/** Each time names one part of the cell, and no two the same. */
function byName(field: Field, text: string, names: string[]): Pair[] | undefined {
  const parts = markedParts(text);
  const found = names.map(name => (name ? parts.filter(part => speaksOf(part, name)) : []));
  const texts = found.flatMap(matching => (matching.length === 1 ? matching : []));
  if (parts.length < 2 || texts.length < names.length || new Set(texts).size < texts.length) return undefined;
  return texts.map((part, schedule) => ({
    field,
    text: part,
    schedule,
    why: `“${names[schedule]}” is named beside the time`,
  }));
}

function byOrder(field: Field, text: string, count: number, manner: Manner): Pair[] {
  const parts = inParts(text, count, manner);
  return (parts?.texts ?? []).map((part, schedule) => ({
    field,
    text: part,
    schedule,
    why: `${numberWord(count)} beside ${numberWord(count)} timings, in the same order: ${parts?.why}`,
  }));
}

/** "Intranet: weekly; newsletter: monthly" says itself what each is for. */
const besideTimes = (names: string[]): Pair[] =>
  names.flatMap((name, schedule) =>
    /\p{L}{3}/u.test(name)
      ? [{ field: 'when' as const, text: name, schedule, why: 'it stands beside the time itself' }]
      : [],
  );

/** "Newsletter – monthly; intranet – weekly" in a cell for channels: each time with the part that it stands in. */
function withSuggestions({ suggestions, ...line }: ReadLine): Pair[] {
  return suggestions.flatMap(({ field, phrase }, suggestion) => {
    const parts = markedParts(line[field] ?? '').filter(part => part.includes(phrase));
    const [text = ''] = parts;
    const others = suggestions.filter(one => one.field === field).length > 1;
    if (!others || parts.length !== 1 || text === phrase || text === line[field]?.trim()) return [];
    return [{ field, text, suggestion, why: 'the time stands in it' }];
  });
}
