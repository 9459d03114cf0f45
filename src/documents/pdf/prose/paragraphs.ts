import type { Paragraph } from '../../document.ts';
import { type Line, lineText } from '../words/line.ts';
import { breaksBefore, type Measure } from './breaks.ts';
import { jointOf } from './joints.ts';
import { bulletOf } from './markers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A paragraph with the lines that it was made of. */
export type Composed = { lines: Line[]; paragraph: Paragraph };

/** Paragraphs from the lines of one column, from top to bottom. `tabs` keeps wide gaps inside lines as tabs. */
export function paragraphsOf(
  lines: Line[],
  measure: Measure,
  vocabulary: Vocabulary,
  where: string,
  tabs = false,
): Composed[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group && above && !breaksBefore(line, above, group, measure)) group.push(line);
    else groups.push([line]);
  }
  return groups.flatMap(group => {
    const paragraph = paragraphOf(group, measure, vocabulary, where, tabs);
    return paragraph ? [{ lines: group, paragraph }] : [];
  });
}

function paragraphOf(
  lines: Line[],
  measure: Measure,
  vocabulary: Vocabulary,
  where: string,
  tabs: boolean,
): Paragraph | undefined {
  const bullet = bulletOf(lines[0]?.words ?? []);
  let text = '';
  lines.forEach((line, index) => {
    const words = index === 0 && bullet ? line.words.slice(1) : line.words;
    const above = lines[index - 1];
    const joint = above ? jointOf(above, line, measure.right, vocabulary) : { between: '', cut: false };
    text = `${joint.cut ? text.slice(0, -1) : text}${joint.between}${lineText(words, tabs)}`;
  });
  text = text.replaceAll('\u00AD', '').trim();
  if (!text) return undefined;
  return {
    kind: 'paragraph',
    text,
    where,
    ...(bullet ? { marker: '•', depth: depthOf(lines[0], measure) } : {}),
    ...(!bullet && isIndented(lines, measure) ? { indented: true as const } : {}),
    ...(lines.every(line => line.bold) && /[\p{L}\p{N}]/u.test(text) ? { bold: true as const } : {}),
  };
}

/** Points that lists are usually set in by for each level. */
const STEP = 18;
const depthOf = (line: Line | undefined, { left }: Measure) =>
  Math.max(0, Math.min(8, Math.round(((line?.x0 ?? left) - left) / STEP - 1)));

/** Set in as a whole: by more than a paragraph's first line would be. */
const isIndented = (lines: Line[], { left }: Measure) =>
  lines.every(line => line.x0 - left > line.size * 0.9) && (lines[0]?.x0 ?? 0) - left < STEP * 6;
