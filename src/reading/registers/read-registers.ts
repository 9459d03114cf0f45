import { rowText } from '../grid/grid.ts';
import { type Gathering, gatherRows, type Leftover } from '../lines/gather.ts';
import type { PlanRow } from '../lines/plan-row.ts';
import type { Reading, ReadRegister } from '../reading.ts';
import type { Shape } from '../tables/shapes.ts';
import type { Stretch } from '../tables/stretches.ts';
import { folded } from '../text/plain.ts';
import { audienceOf, audiencePlace } from './audiences.ts';
import { channelPlaces, channelsOf } from './channels.ts';

/** A stretch of a table that lists audiences or channels. `adjoining`: nothing stands between it and the table before. */
export type RegisterRows = { stretch: Stretch; shape: Shape; order: number; adjoining: boolean };

export type Registers = Pick<Reading, 'audiences' | 'channels'> & {
  registers: ReadRegister[];
  leftovers: Leftover[];
};

/** Reads the rows of registers as those of plans are: split rows are joined, groups are carried down, titles are groups. */
export function readRegisters(all: RegisterRows[]): Registers {
  const leftovers = all.flatMap(headingWords);
  const rowsOf = (kind: 'audiences' | 'channels') =>
    gather(
      all.filter(one => one.shape.kind === kind),
      leftovers,
    );
  const audiences = rowsOf('audiences');
  const channels = rowsOf('channels');
  for (const rows of [audiences, channels]) leftovers.push(...repeatedGroups(rows.map(({ row }) => row)));
  return {
    audiences: audiences.map(({ row, shape }) => audienceOf(row, shape.columns)),
    channels: channelsOf(
      channels.map(({ row, shape }) => ({
        cells: row.cells,
        columns: shape.columns,
        group: row.section?.text ?? '',
      })),
    ),
    registers: all.flatMap(registerOf),
    leftovers,
  };
}

/** What each column of a register was taken for; a piece of one without headings of its own goes on as it began. */
function registerOf({ stretch, shape }: RegisterRows): ReadRegister[] {
  const { kind, columns } = shape;
  if ((kind !== 'audiences' && kind !== 'channels') || shape.inherited) return [];
  const places = kind === 'audiences' ? columns.map(audiencePlace) : channelPlaces(columns);
  const read = columns.map(({ headings, why, meaning }, index) => ({
    headings,
    place: places[index] ?? '',
    why: meaning === 'other' && headings.length ? `the heading says “${headings.join(' – ')}”` : why,
  }));
  return [{ kind, where: stretch.where, columns: read }];
}

function headingWords({ stretch, order }: RegisterRows): Leftover[] {
  return [...stretch.titles, ...stretch.headings].map(row => ({
    text: rowText(row),
    where: row.where,
    order,
  }));
}

function gather(all: RegisterRows[], leftovers: Leftover[]): { row: PlanRow; shape: Shape }[] {
  const into: Gathering = { rows: [], sections: [], leftovers, section: undefined, open: undefined };
  const read = all.flatMap(({ stretch, shape, order, adjoining }) => {
    if (!adjoining || stretch.headings.length) Object.assign(into, { section: undefined, open: undefined });
    const before = into.rows.length;
    gatherRows(stretch, shape.columns, 0, 0, order, into);
    return into.rows.slice(before).map(row => ({ row, shape }));
  });
  const used = new Set(into.rows.map(row => row.section));
  leftovers.push(...into.sections.filter(section => !used.has(section)));
  return read;
}

/** A group that is printed again for a row of the same group counts once. */
function repeatedGroups(rows: PlanRow[]): Leftover[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]?.section;
    const again =
      row.section && before && row.section !== before && folded(row.section.text) === folded(before.text);
    return again && row.section ? [row.section] : [];
  });
}
