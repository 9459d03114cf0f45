import type { Looks } from '../text/looks.ts';
import type { Sense } from './senses.ts';
import type { Settled } from './treacherous.ts';

const TOLD_AGAIN: readonly (Sense | undefined)[] = ['progress', 'status', 'rag', 'comments', 'response'];
/** Less than any difference between the rights of two senses, more than what their order makes. */
const A_LITTLE = 0.2;

/**
 * "Update Q1 | Update Q2 | Update Q3": of columns that are headed alike but for the day they hold for, the last that
 * says anything is how things stand now, and has the better right to the field.
 */
export function newest(columns: Settled[], looks: Looks[]): number[] {
  return columns.map((one, column) => {
    const alike = columns.flatMap((other, index) =>
      TOLD_AGAIN.includes(one.sense) &&
      other.sense === one.sense &&
      other.phrase === one.phrase &&
      looks[index]?.filled
        ? [index]
        : [],
    );
    return alike.length > 1 && alike.at(-1) === column ? A_LITTLE : 0;
  });
}
