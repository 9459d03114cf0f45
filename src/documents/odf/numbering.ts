import { numeral } from '../docx/numerals.ts';
import { element, elements, type XmlElement } from '../xml.ts';

type Level = {
  bullet: boolean;
  format: string;
  before: string;
  after: string;
  shown: number;
  pattern?: string;
  start: number;
};

/** The name under which headings are counted, which stand in no list. */
export const OUTLINE = '';

/** Counts the items of lists as they are met, since their numbers stand nowhere in the text. */
export type Numbering = {
  /** A list begins anew; not called where it goes on with the one before of its style. */
  begin: (list: string) => void;
  /** The number or bullet of the next item; `start` where the item sets it. Depths count from 0. */
  next: (list: string, depth: number, start?: number) => string | undefined;
};

/** List and outline styles (OpenDocument 1.3, part 3, 16.30 to 16.34). */
export function readNumbering(parts: (XmlElement | undefined)[]): Numbering {
  const styles = new Map<string, Level[]>();
  for (const part of parts) {
    for (const kind of ['styles', 'automatic-styles']) {
      const inside = element(part, kind);
      for (const style of elements(inside, 'list-style'))
        styles.set(style.attributes.name ?? '', levelsOf(style));
      const outline = element(inside, 'outline-style');
      if (outline) styles.set(OUTLINE, levelsOf(outline));
    }
  }
  const counts = new Map<string, (number | undefined)[]>();
  const next = (list: string, depth: number, start?: number) => {
    const levels = styles.get(list) ?? [];
    const level = levels[depth];
    if (!level) return undefined;
    const own = counts.get(list) ?? [];
    counts.set(list, own);
    own[depth] = start ?? (own[depth] ?? level.start - 1) + 1;
    own.length = depth + 1;
    return printed(level, levels, own, depth);
  };
  return { begin: list => counts.delete(list), next };
}

function printed(
  level: Level,
  levels: Level[],
  counts: (number | undefined)[],
  depth: number,
): string | undefined {
  if (level.bullet) return '•';
  if (!level.format) return undefined;
  const at = (index: number) =>
    numeral(counts[index] ?? levels[index]?.start ?? 1, levels[index]?.format ?? 'decimal');
  if (level.pattern)
    return (
      level.pattern.replace(/%(\d{1,2})%/g, (_, number: string) => at(Number(number) - 1)).trim() || undefined
    );
  const first = Math.max(0, depth - level.shown + 1);
  const numbers = Array.from({ length: depth - first + 1 }, (_, index) => at(first + index));
  return `${level.before}${numbers.join('.')}${level.after}`.trim() || undefined;
}

const FORMATS: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function levelsOf(style: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const level of elements(style)) {
    const said = level.attributes;
    const depth = Number(said.level ?? 1) - 1;
    if (!(depth >= 0 && depth < 10)) continue;
    const format = said['num-format'] ?? '';
    const pattern = said['num-list-format'];
    levels[depth] = {
      bullet: level.name === 'list-level-style-bullet' || level.name === 'list-level-style-image',
      format: format && (FORMATS[format] ?? 'decimal'),
      before: said['num-prefix'] ?? '',
      after: said['num-suffix'] ?? '',
      shown: Number(said['display-levels'] ?? 1),
      start: Number(said['start-value'] ?? 1),
      ...(pattern === undefined ? {} : { pattern }),
    };
  }
  return levels;
}
