import { element, elements, isOn, val, type XmlElement } from '../xml.ts';
import { numeral } from './numerals.ts';

type Level = { start: number; format: string; text: string; legal: boolean; restart?: number };
type List = { counter: string; levels: Level[]; starts: Map<number, number> };

/** Gives the next number or bullet of a list; asked once for each paragraph, in reading order. */
export type Numbering = (list: string, depth: number) => string | undefined;

const DEPTHS = 9;
const NO_LEVEL: Level = { start: 1, format: 'none', text: '', legal: false };

/**
 * Word keeps list numbers out of the text and counts when it prints. So do we (ECMA-376 17.9):
 * lists of one abstract definition share their counters, a deeper level starts again
 * when a higher one moves on, and an override starts a list afresh.
 */
export function readNumbering(part: XmlElement | undefined): Numbering {
  const lists = readLists(part);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (id, asked) => {
    const list = lists.get(id);
    if (!list) return undefined;
    const depth = Math.min(Math.max(asked, 0), DEPTHS - 1);
    const counts = counters.get(list.counter) ?? [];
    counters.set(list.counter, counts);
    if (!begun.has(id)) {
      begun.add(id);
      for (const [level, start] of list.starts) counts[level] = start - 1;
    }
    advance(counts, list.levels, depth);
    return printed(counts, list.levels, depth);
  };
}

function advance(counts: (number | undefined)[], levels: Level[], depth: number): void {
  const startOf = (level: number) => (levels[level] ?? NO_LEVEL).start;
  for (let level = 0; level < depth; level++) counts[level] ??= startOf(level);
  counts[depth] = (counts[depth] ?? startOf(depth) - 1) + 1;
  for (let level = depth + 1; level < DEPTHS; level++) {
    const restart = levels[level]?.restart;
    if (restart === undefined || (restart > 0 && depth < restart)) counts[level] = undefined;
  }
}

function printed(counts: (number | undefined)[], levels: Level[], depth: number): string | undefined {
  const level = levels[depth] ?? NO_LEVEL;
  if (level.format === 'bullet') return '•';
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const other = levels[Number(digit) - 1] ?? NO_LEVEL;
    return numeral(counts[Number(digit) - 1] ?? other.start, level.legal ? 'decimal' : other.format);
  });
  return text.trim() || undefined;
}

function readLists(part: XmlElement | undefined): Map<string, List> {
  const definitions = new Map(
    [...elements(part, 'abstractNum')].map(found => [found.attributes.abstractNumId ?? '', found]),
  );
  const lists = new Map<string, List>();
  for (const num of elements(part, 'num')) {
    const counter = val(num, 'abstractNumId') ?? '';
    const levels = readLevels(definition(definitions, counter));
    const starts = new Map<number, number>();
    for (const override of elements(num, 'lvlOverride')) {
      const depth = Number(override.attributes.ilvl ?? 0);
      const own = element(override, 'lvl');
      if (own) levels[depth] = readLevel(own);
      const start = val(override, 'startOverride');
      if (start !== undefined) starts.set(depth, Number(start));
    }
    lists.set(num.attributes.numId ?? '', { counter, levels, starts });
  }
  return lists;
}

/** A definition may only point to a list style, whose own definition then holds the levels. */
function definition(all: Map<string, XmlElement>, id: string): XmlElement | undefined {
  const found = all.get(id);
  const link = val(found, 'numStyleLink');
  if (link === undefined) return found;
  return [...all.values()].find(other => val(other, 'styleLink') === link) ?? found;
}

function readLevels(from: XmlElement | undefined): Level[] {
  const levels: Level[] = [];
  for (const level of elements(from, 'lvl')) levels[Number(level.attributes.ilvl ?? 0)] = readLevel(level);
  return levels;
}

function readLevel(level: XmlElement): Level {
  const restart = val(level, 'lvlRestart');
  return {
    start: Number(val(level, 'start') ?? 0),
    format: val(level, 'numFmt') ?? 'decimal',
    text: val(level, 'lvlText') ?? '',
    legal: isOn(level, 'isLgl') ?? false,
    ...(restart === undefined ? {} : { restart: Number(restart) }),
  };
}
