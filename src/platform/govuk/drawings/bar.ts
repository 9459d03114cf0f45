const WIDTH = 200;
const HEIGHT = 14;

/** A bar that lies beside its number; `of` draws the whole behind it, pale. `most`: what fills the width. */
export function drawBar({ value, of }: { value: number; of?: number }, most: number): string {
  const whole = of === undefined ? '' : part('of', of, most);
  return `<svg class="cg-bar-table__bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" focusable="false" aria-hidden="true">${whole}${part('value', value, most)}</svg>`;
}

/** Whatever is more than nothing is seen. */
function part(kind: 'value' | 'of', value: number, most: number): string {
  const width = value > 0 ? Math.max(1, Math.round((value / Math.max(most, 1)) * WIDTH * 10) / 10) : 0;
  return `<rect class="cg-bars__${kind}" width="${Math.min(width, WIDTH)}" height="${HEIGHT}"/>`;
}

export const largest = (rows: { value: number; of?: number }[]): number =>
  Math.max(1, ...rows.map(({ value, of }) => of ?? value));
