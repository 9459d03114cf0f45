import { escaped } from '../markup.ts';

/** One bar. `of` draws the whole behind it, pale: 22 of 24. */
export type Bar = { label: string; value: number; of?: number };

export type BarChart = {
  /** What is drawn, in words: read out in place of the picture. */
  title: string;
  bars: Bar[];
  /** At the newest bar, where the eye ends: "this week 91%". */
  lastLabel?: string;
  /** Draws each bar as its share of `of`, so that full height is always all of it. */
  share?: boolean;
};

const WIDTH = 360;
const HEIGHT = 132;
const LABELS = 24;
const GAP = 0.28;

/** Bars from zero, the first and the last labelled; the table behind it carries the rest. */
export function drawBars({ title, bars, lastLabel, share }: BarChart): string {
  const most = share ? 1 : Math.max(1, ...bars.map(bar => bar.of ?? bar.value));
  const step = WIDTH / Math.max(bars.length, 1);
  const drawn = bars.map((bar, place) =>
    pair(bar, { x: place * step, width: step * (1 - GAP), most, share }),
  );
  return [
    `<svg class="cg-bars__picture" viewBox="0 0 ${WIDTH} ${HEIGHT + LABELS}" role="img" aria-label="${escaped(title)}">`,
    ...drawn,
    `<path class="cg-bars__base" d="M0 ${HEIGHT + 0.5}h${WIDTH}"/>`,
    `<text class="cg-bars__label" x="0" y="${HEIGHT + 18}">${escaped(bars[0]?.label ?? '')}</text>`,
    `<text class="cg-bars__label" x="${WIDTH - step * GAP}" y="${HEIGHT + 18}" text-anchor="end">${escaped(lastLabel ?? bars.at(-1)?.label ?? '')}</text>`,
    '</svg>',
  ].join('');
}

type Place = { x: number; width: number; most: number; share?: boolean | undefined };

function pair(bar: Bar, place: Place): string {
  const whole = bar.of === undefined ? '' : column('of', place.share && bar.of ? 1 : bar.of, place);
  const value = place.share ? (bar.of ? bar.value / bar.of : 0) : bar.value;
  return `<g><title>${escaped(inWords(bar))}</title>${whole}${column('value', value, place)}</g>`;
}

function column(kind: 'of' | 'value', value: number, { x, width, most }: Place): string {
  const height = (value / most) * HEIGHT;
  return `<rect class="cg-bars__${kind}" x="${tenths(x)}" y="${tenths(HEIGHT - height)}" width="${tenths(width)}" height="${tenths(height)}"/>`;
}

function inWords({ label, value, of }: Bar): string {
  return of === undefined ? `${label}: ${value}` : `${label}: ${value} of ${of}`;
}

function tenths(length: number): string {
  return String(Math.round(length * 10) / 10);
}
