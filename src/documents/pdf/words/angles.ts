import type { Box, Letter, PageMarks, Ruling } from '../page/marks.ts';
import type { Word } from './word.ts';

/** Degrees, against the clock, by which letters are turned from the usual direction. */
export type Angle = 0 | 90 | 180 | 270;

const ALONG = 0.05;

export function angleOf({ x, y, endX, endY, size }: Letter): Angle | 'slanted' {
  const right = endX - x;
  const down = endY - y;
  const straight = ALONG * Math.max(size, Math.abs(right), Math.abs(down));
  if (Math.abs(down) <= straight) return right >= -straight ? 0 : 180;
  if (Math.abs(right) <= straight) return down < 0 ? 90 : 270;
  return 'slanted';
}

type Turn = (x: number, y: number) => [number, number];

/** Where a point goes when letters turned by `angle` are turned back, on a page of that size. */
function turnBack(angle: Angle, width: number, height: number): Turn {
  if (angle === 90) return (x, y) => [height - y, x];
  if (angle === 180) return (x, y) => [width - x, height - y];
  if (angle === 270) return (x, y) => [y, width - x];
  return (x, y) => [x, y];
}

/** The page turned so that letters turned by `angle` run from left to right. */
export function turnedMarks(marks: PageMarks, angle: Angle): PageMarks {
  if (angle === 0) return marks;
  const turn = turnBack(angle, marks.width, marks.height);
  const upright = angle === 180;
  return {
    width: upright ? marks.width : marks.height,
    height: upright ? marks.height : marks.width,
    letters: marks.letters.map(letter => turnedLetter(letter, turn)),
    rulings: marks.rulings.map(ruling => turnedRuling(ruling, turn)),
    fills: marks.fills.map(fill => ({ ...fill, ...turnedBox(fill, turn) })),
  };
}

function turnedLetter(letter: Letter, turn: Turn): Letter {
  const [x, y] = turn(letter.x, letter.y);
  const [endX, endY] = turn(letter.endX, letter.endY);
  return { ...letter, x, y, endX, endY };
}

function turnedRuling({ across, at, from, to }: Ruling, turn: Turn): Ruling {
  const [x0, y0] = across ? turn(from, at) : turn(at, from);
  const [x1, y1] = across ? turn(to, at) : turn(at, to);
  return Math.abs(y1 - y0) <= Math.abs(x1 - x0)
    ? { across: true, at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) }
    : { across: false, at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) };
}

function turnedBox({ x0, y0, x1, y1 }: Box, turn: Turn): Box {
  const [ax, ay] = turn(x0, y0);
  const [bx, by] = turn(x1, y1);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

/** Makes words of letters turned by `angle` as if they ran from left to right, and says where they stand on the page. */
export function turnedBack(letters: Letter[], angle: Angle, words: (letters: Letter[]) => Word[]): Word[] {
  if (angle === 0 || letters.length === 0) return words(letters);
  // Any size of page will do: the way back undoes it.
  const there = turnBack(angle, 0, 0);
  const back = turnBack(((360 - angle) % 360) as Angle, 0, 0);
  return words(letters.map(letter => turnedLetter(letter, there))).map(word => ({
    ...word,
    ...turnedBox(word, back),
    y: turnedBox(word, back).y1,
    turned: { angle, x0: word.x0, x1: word.x1, y: word.y },
  }));
}
