import { z } from 'zod';
import { type Corrections, FIELDS } from '../../../../reading/reading.ts';

export type CellField = Corrections['cells'][number]['field'];

/** What a person may put right in a line. */
export const cellField: z.ZodType<CellField> = z.union([
  z.enum([...FIELDS, 'section', 'state']),
  z.templateLiteral(['other:', z.string().min(1).max(300)]),
]);
