/** What other capabilities may ask of policies. */
import type { Within } from '../../platform/database/database.ts';
import { entriesOfLine, type LinkedEntry } from '../../platform/register/queries.ts';
import { CLAUSES } from './register.ts';

export { type CitingLine, fillClauses, linkClauses } from './actions/fill.ts';
export { CLAUSES } from './register.ts';
export type { ReadClause } from './rules/read-clause.ts';

export const clausesOfLine = (within: Within, line: string): Promise<LinkedEntry[]> =>
  entriesOfLine(within, CLAUSES, line);
