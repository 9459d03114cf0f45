import type { Due } from '../../../timing/series/series.ts';

/** Dates of a series side by side, as the database takes many rows at once. Days and times of day as ISO words. */
export type DateColumns = {
  keys: string[];
  from: string[];
  by: string[];
  at: (string | null)[];
  pace: (string | null)[];
};

export const dateColumns = (dues: readonly Due[]): DateColumns => ({
  keys: dues.map(({ key }) => key),
  from: dues.map(({ from }) => from.toString()),
  by: dues.map(({ by }) => by.toString()),
  at: dues.map(({ at }) => at?.toString() ?? null),
  pace: dues.map(({ pace }) => pace?.toString() ?? null),
});
