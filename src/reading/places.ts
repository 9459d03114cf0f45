import type { ReadLine } from './reading.ts';

/** Where a line stands: its row and, where a person made several lines of that, which of them. */
export type Place = ReadLine['at'];

export const isSameRow = (one: Place, other: Place): boolean =>
  one.table === other.table && one.row === other.row;

export const isSamePlace = (one: Place, other: Place): boolean =>
  isSameRow(one, other) && one.part === other.part;
