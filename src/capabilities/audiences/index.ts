/** What other capabilities may ask of audiences. */
import type { Within } from '../../platform/database/database.ts';
import { entriesOfLine, type LinkedEntry } from '../../platform/register/queries.ts';
import { AUDIENCES } from './register.ts';

export { type AudienceLine, fillAudiences, linkAudiences, type ReadAudience } from './actions/fill.ts';
export { settleNeeds } from './actions/needs.ts';
export { AUDIENCES } from './register.ts';

export const audiencesOfLine = (within: Within, line: string): Promise<LinkedEntry[]> =>
  entriesOfLine(within, AUDIENCES, line);
