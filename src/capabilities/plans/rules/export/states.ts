import { pointsUp } from '../../../../reading/lines/as-above.ts';
import { decideState } from '../../../../reading/lines/state.ts';
import { coloursOf } from '../../../../reading/plan/colours.ts';
import type { ExportedLine, ExportedPlan } from './exported.ts';

const TELLING = ['status', 'comments', 'when', 'measure', 'budget'] as const;

/** Whether some line's own words, read again, would not say the state that it is in. */
export function statesToTell({ sections, beside }: ExportedPlan): boolean {
  const colours = coloursOf((beside.remainder ?? []).map(one => one.text));
  return sections.some(({ title, lines }) => {
    const told = withPointersFollowed(lines);
    return lines.some((line, index) => {
      const other = Object.entries(line.other).map(([name, text]) => ({ field: `other:${name}`, text }));
      const state = decideState([...told[index]!, ...other], title, colours)?.state ?? 'unknown';
      return state !== line.state;
    });
  });
}

type Told = { field: string; text: string }[];

/** "As above" under Status says what the line above says there. */
function withPointersFollowed(lines: ExportedLine[]): Told[] {
  const above: Partial<Record<string, string>> = {};
  return lines.map(line =>
    TELLING.flatMap(field => {
      const text = pointsUp(line[field]) ? (above[field] ?? '') : line[field];
      if (text) above[field] = text;
      return text ? [{ field, text }] : [];
    }),
  );
}
