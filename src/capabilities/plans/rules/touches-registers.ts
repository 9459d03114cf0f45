import type { Change } from '../../../platform/history/history.ts';
import { mayCite } from '../../../prose/may-cite.ts';

const LINKED_BY = ['audience', 'how', 'comments'];

/**
 * Whether changes of a line may change what it is linked with: whom it names, by which ways, what it says of needs, or
 * a clause that it cites or cited anywhere. All else saves without a look at the registers.
 */
export const touchesRegisters = (changes: Change[]): boolean =>
  changes.some(
    ({ field, before, after }) => LINKED_BY.includes(field) || mayCite(before ?? '') || mayCite(after ?? ''),
  );
