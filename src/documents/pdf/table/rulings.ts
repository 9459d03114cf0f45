import type { Box, Ruling } from '../page/marks.ts';

/** Points. Lines nearer than this are one line: double borders, and borders that each cell draws for itself. */
export const SAME_LINE = 3;
/** Gaps in dotted and dashed lines. */
const DASH = 4;
const SHORTEST = 7;

/** Lines that lie on or beside each other as one, dots and dashes as whole lines; what stays short is no line. */
export function wholeRulings(rulings: Ruling[]): Ruling[] {
  return [true, false].flatMap(across =>
    lanes(rulings.filter(ruling => ruling.across === across)).flatMap(lane => joined(lane)),
  );
}

/** Lines of one direction, put together where hardly a point lies between them. */
function lanes(rulings: Ruling[]): Ruling[][] {
  const lanesSoFar: Ruling[][] = [];
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const lane = lanesSoFar.at(-1);
    const first = lane?.[0];
    if (lane && first && ruling.at - first.at <= SAME_LINE) lane.push(ruling);
    else lanesSoFar.push([ruling]);
  }
  return lanesSoFar;
}

function joined(lane: Ruling[]): Ruling[] {
  const whole: Ruling[] = [];
  for (const ruling of [...lane].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && ruling.from - last.to <= DASH) last.to = Math.max(last.to, ruling.to);
    else whole.push({ ...ruling });
  }
  return whole.filter(ruling => ruling.to - ruling.from >= SHORTEST);
}

export const meets = (a: Ruling, b: Ruling, slack = SAME_LINE): boolean =>
  a.across !== b.across &&
  a.at >= b.from - slack &&
  a.at <= b.to + slack &&
  b.at >= a.from - slack &&
  b.at <= a.to + slack;

export const boxOf = (rulings: Ruling[]): Box => {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { across, at, from, to } of rulings) {
    box.x0 = Math.min(box.x0, across ? from : at);
    box.x1 = Math.max(box.x1, across ? to : at);
    box.y0 = Math.min(box.y0, across ? at : from);
    box.y1 = Math.max(box.y1, across ? at : to);
  }
  return box;
};

/** The four sides of an area. */
export const sidesOf = ({ x0, y0, x1, y1 }: Box): Ruling[] => [
  { across: true, at: y0, from: x0, to: x1 },
  { across: true, at: y1, from: x0, to: x1 },
  { across: false, at: x0, from: y0, to: y1 },
  { across: false, at: x1, from: y0, to: y1 },
];
