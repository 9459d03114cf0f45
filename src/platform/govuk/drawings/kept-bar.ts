/** How many were met, met late and missed. */
export type KeptCounts = { met: number; late: number; missed: number };

const WIDTH = 200;
const HEIGHT = 14;

/**
 * A bar that is whole for all that count, however many they are: met full, late half as high, missed a frame alone. The
 * shape tells it, for those who do not tell colours and for paper without them.
 */
export function drawKeptBar({ met, late, missed }: KeptCounts): string {
  const all = met + late + missed;
  if (!all) return '';
  const [toMet, toLate] = ends(met / all, late / all);
  const parts = [
    met > 0 ? rect('met', { x: 0, width: toMet, y: 0, height: HEIGHT }) : '',
    late > 0 ? rect('late', { x: toMet, width: toLate - toMet, y: HEIGHT / 2, height: HEIGHT / 2 }) : '',
    missed > 0 ? rect('missed', { x: toLate + 1, width: WIDTH - toLate - 2, y: 1, height: HEIGHT - 2 }) : '',
  ];
  return `<svg class="cg-kept-bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" focusable="false" aria-hidden="true">${parts.join('')}</svg>`;
}

/** Where each part ends; whatever is more than nothing is seen. */
function ends(met: number, late: number): [number, number] {
  const toMet = met < 1 ? Math.min(Math.round(met * WIDTH), WIDTH - LEAST) : WIDTH;
  const toLate = met + late < 1 ? Math.min(Math.round((met + late) * WIDTH), WIDTH - LEAST) : WIDTH;
  return [toMet, toLate];
}
const LEAST = 4;

type Box = { x: number; y: number; width: number; height: number };

const rect = (kind: keyof KeptCounts, { x, y, width, height }: Box): string =>
  `<rect class="cg-kept-bar__${kind}" x="${x}" y="${y}" width="${Math.max(width, 1)}" height="${height}"/>`;
