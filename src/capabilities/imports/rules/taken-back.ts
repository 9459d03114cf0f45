import { isSamePlace, isSameRow, type Place } from '../../../reading/places.ts';
import type { CellField, Corrections } from '../../../reading/reading.ts';
import type { SettledDoubt } from '../stored-reading.ts';
import { withoutDropped, withoutJoined, withoutParted } from './corrections.ts';

/** One thing that a person put right, by what it is about. */
export type PutRight =
  | { kind: 'column'; table: number; column: number }
  | (Place & { kind: 'cell'; joined?: number; field: CellField })
  | (Place & { kind: 'dropped' | 'joined' | 'lines' })
  | (Place & { kind: 'doubt'; field: string; reason: string });

export type Said = { corrections: Corrections; settled: SettledDoubt[] };

/** What was said without some of it; what nobody said is not missed. */
export const withoutSaid = (said: Said, taken: PutRight[]): Said => taken.reduce(without, said);

function without(said: Said, one: PutRight): Said {
  const { corrections, settled } = said;
  const left = (less: Corrections): Said => ({ settled, corrections: less });
  switch (one.kind) {
    case 'column':
      return left({
        ...corrections,
        columns: corrections.columns.filter(
          ({ table, column }) => table !== one.table || column !== one.column,
        ),
      });
    case 'cell':
      return left({
        ...corrections,
        cells: corrections.cells.filter(
          cell => !isSamePlace(cell, one) || cell.joined !== one.joined || cell.field !== one.field,
        ),
      });
    case 'dropped':
      return left(withoutDropped(corrections, one));
    case 'joined':
      return left(withoutJoined(corrections, one));
    case 'lines':
      return left(withoutParted(corrections, one));
    case 'doubt':
      return {
        corrections,
        settled: settled.filter(
          doubt => !isSamePlace(doubt, one) || doubt.field !== one.field || doubt.reason !== one.reason,
        ),
      };
  }
}

/** How many things were put right: what its list is headed with. */
export const countSaid = ({ corrections: { columns, cells, ...rows } }: Said): number =>
  columns.length +
  cells.length +
  [rows.dropped, rows.joined, rows.split, rows.parted].reduce((sum, list) => sum + (list?.length ?? 0), 0);

export const isAmong = (places: Place[], at: Place): boolean => places.some(one => isSameRow(one, at));
