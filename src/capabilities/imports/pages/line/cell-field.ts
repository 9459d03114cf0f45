import { z } from 'zod';
import { type Corrections, FIELDS } from '../../../../reading/reading.ts';

export type CellField = Corrections['cells'][number]['field'];

/** What a person may put right in a line. */
export const cellField: z.ZodType<CellField> = z.union([
  z.enum([...FIELDS, 'section', 'state']),
  z.templateLiteral(['other:', z.string().min(1).max(300)]),
]);

const count = z.coerce.number().int().min(0).max(1e6);

/** Where a line stands in its document, as an address or a form names it. */
export const linePlace = z.object({ table: count, row: count });
export type LinePlace = z.output<typeof linePlace>;
