import type { Change } from '../../../platform/history/history.ts';
import { mayCite } from '../../../prose/may-cite.ts';
import { mayTellNeeds } from '../../../prose/may-tell-needs.ts';

const LINKED_BY = ['audience', 'how'];

/**
 * Whether changes of a line may change what it is linked with: whom it names, by which ways, a need that its comments
 * mention, or a clause that it cites anywhere; or did. All else saves without a look at the registers.
 */
export const touchesRegisters = (changes: Change[]): boolean =>
  changes.some(({ field, before, after }) => {
    if (LINKED_BY.includes(field)) return true;
    const words = `${before ?? ''}\n${after ?? ''}`;
    return mayCite(words) || (field === 'comments' && mayTellNeeds(words));
  });
