import type { Box, Ruling } from './marks.ts';
import { type Matrix, pointIn } from './matrix.ts';

/** How the library numbers the steps of a path, and how many numbers each takes. */
const STEPS: Record<number, { name: 'move' | 'line' | 'curve' | 'close'; takes: number }> = {
  0: { name: 'move', takes: 2 },
  1: { name: 'line', takes: 2 },
  2: { name: 'curve', takes: 6 },
  3: { name: 'curve', takes: 4 },
  4: { name: 'close', takes: 0 },
};

/** Points. A filled shape as thin as this is a drawn line. */
const THIN = 3.5;
const STRAIGHT = 0.8;
const MOST_STEPS = 200_000;

type Point = [number, number];
/** A part of a path drawn without lifting the pen; `curved` where any of it bends. */
type Stroke = { points: Point[]; curved: boolean };

/** The parts of a path, placed on the page. `data` holds step numbers with their co-ordinates behind each. */
export function strokesOf(data: unknown, page: Matrix): Stroke[] {
  if (!(data instanceof Float32Array)) return [];
  const strokes: Stroke[] = [];
  let open: Stroke | undefined;
  for (let at = 0; at < Math.min(data.length, MOST_STEPS); ) {
    const step = STEPS[data[at] ?? -1];
    if (!step) break;
    const end = at + 1 + step.takes;
    const point = pointIn(page, data[end - 2] ?? 0, data[end - 1] ?? 0);
    if (step.name === 'move' || !open) {
      open = { points: [point], curved: false };
      strokes.push(open);
    } else if (step.name === 'close') open.points.push(open.points[0] ?? point);
    else {
      open.points.push(point);
      open.curved ||= step.name === 'curve';
    }
    at = end;
  }
  return strokes;
}

/** The straight lines along the page that stroking draws. */
export const strokedRulings = (stroke: Stroke): Ruling[] =>
  stroke.curved
    ? []
    : stroke.points.slice(1).flatMap((point, index) => {
        const from = stroke.points[index];
        return from ? rulingBetween(from, point) : [];
      });

function rulingBetween([x0, y0]: Point, [x1, y1]: Point): Ruling[] {
  if (Math.abs(y1 - y0) <= STRAIGHT && Math.abs(x1 - x0) > STRAIGHT)
    return [{ across: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  if (Math.abs(x1 - x0) <= STRAIGHT && Math.abs(y1 - y0) > STRAIGHT)
    return [{ across: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  return [];
}

/** What filling a shape draws: lines where it is thin (both ways for a dot of a dotted line), else an area. */
export function filled(stroke: Stroke): { rulings: Ruling[]; box?: Box } {
  const box = boxAround(stroke.points);
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const across = { across: true, at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1 };
  const down = { across: false, at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1 };
  if (height <= THIN && width <= THIN) return { rulings: [across, down] };
  if (height <= THIN) return { rulings: [across] };
  if (width <= THIN) return { rulings: [down] };
  return stroke.curved ? { rulings: [] } : { rulings: [], box };
}

function boxAround(points: Point[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const [x, y] of points) {
    box.x0 = Math.min(box.x0, x);
    box.x1 = Math.max(box.x1, x);
    box.y0 = Math.min(box.y0, y);
    box.y1 = Math.max(box.y1, y);
  }
  return box;
}
