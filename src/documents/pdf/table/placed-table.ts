import type { Table } from '../../document.ts';
import type { Box } from '../page/marks.ts';

/** A table with where it stands on its page and where its columns part, from its left edge on. */
export type PlacedTable = Box & { table: Table; edges: number[] };
