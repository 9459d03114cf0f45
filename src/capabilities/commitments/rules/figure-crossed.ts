import type { FigureRule, FigureWay } from '../figure.ts';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
export const inFigures = (value: number): string => NUMBER.format(value);

/**
 * Whether a value is something that happened, in words: "rose above 40". It crosses an amount once and not again
 * with every value beyond it; without a value before, being beyond it counts.
 */
export function crossed(
  { way, amount }: Pick<FigureRule, 'way' | 'amount'>,
  { value, before }: { value: number; before: number | undefined },
): string | undefined {
  return CROSSED[way](amount, value, before) || undefined;
}

type Crossed = (amount: number, value: number, before: number | undefined) => string | false;

const CROSSED: Record<FigureWay, Crossed> = {
  above: (amount, value, before) =>
    value > amount && (before === undefined || before <= amount) && `rose above ${inFigures(amount)}`,
  below: (amount, value, before) =>
    value < amount && (before === undefined || before >= amount) && `fell below ${inFigures(amount)}`,
  // of nothing, or less, no per cent can be told
  rise: (amount, value, before) =>
    before !== undefined &&
    before > 0 &&
    value * 100 > before * (100 + amount) &&
    `rose by more than ${inFigures(amount)}% from ${inFigures(before)}`,
};

/** "Complaints rose above 40 and rose by more than 20% from 30, to 43" */
export const crossingsInWords = (name: string, words: readonly string[], value: number): string =>
  `${name} ${words.join(' and ')}, to ${inFigures(value)}`;

/** "rises above 40", "rises by more than 20% since the value before" */
export const ruleInWords = ({ way, amount }: Pick<FigureRule, 'way' | 'amount'>): string =>
  way === 'rise'
    ? `rises by more than ${inFigures(amount)}% since the value before`
    : `${way === 'above' ? 'rises above' : 'falls below'} ${inFigures(amount)}`;
