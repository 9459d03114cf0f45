/** When a figure is something that happened: against an amount, or in per cent against the value before it. */
export const FIGURE_WAYS = ['above', 'below', 'rise'] as const;
export type FigureWay = (typeof FIGURE_WAYS)[number];

export const WAY_WORDS: Record<FigureWay, string> = {
  above: 'rises above',
  below: 'falls below',
  rise: 'rises by more than (in per cent, since the value before)',
};

export type FigureRule = { id: string; way: FigureWay; amount: number };

/** In characters. */
export const LONGEST_FIGURE = 120;
/** Of a value or an amount, either way. */
export const LARGEST_VALUE = 1e15;
