import { filled } from '../grid/grid.ts';
import type { Leftover } from '../lines/gather.ts';
import type { Reading } from '../reading.ts';
import type { Shape } from '../tables/shapes.ts';
import type { Stretch } from '../tables/stretches.ts';

/** A stretch of a table that lists audiences or channels. */
export type RegisterRows = { stretch: Stretch; shape: Shape; order: number };

export type Registers = Pick<Reading, 'audiences' | 'channels'> & { leftovers: Leftover[] };

export function readRegisters(all: RegisterRows[]): Registers {
  return {
    audiences: [],
    channels: [],
    leftovers: all.flatMap(({ stretch, order }) =>
      [...stretch.headings, ...stretch.rows].map(row => ({
        text: filled(row)
          .map(cell => cell.text)
          .join(' | '),
        where: row.where,
        order,
      })),
    ),
  };
}
