import type { ReadLine } from '../reading.ts';

/** The doubt about a cell that holds more than one timing; undefined for a line without. */
export const severalTimings = ({ schedules }: ReadLine): ReadLine['doubts'][number] | undefined =>
  schedules.length > 1
    ? {
        field: 'when',
        reason: `${schedules.length} timings stand in one cell: does each belong to this line?`,
      }
    : undefined;
