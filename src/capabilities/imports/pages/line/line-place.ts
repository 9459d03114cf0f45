import { z } from 'zod';
import type { Corrections } from '../../../../reading/reading.ts';

export type CellField = Corrections['cells'][number]['field'];

const count = z.coerce.number().int().min(0).max(1e6);

/** Where a line stands in its document, as an address or a form names it. */
export const linePlace = z.object({ table: count, row: count });
export type LinePlace = z.output<typeof linePlace>;
