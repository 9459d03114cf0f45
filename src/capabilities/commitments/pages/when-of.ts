import type { SignedInVisit } from '../../../platform/http/visit.ts';
import type { When } from '../when.ts';

/** When a visitor does something: the moment, and the day that it is for their organisation. */
export const whenOf = (visit: Pick<SignedInVisit, 'now' | 'today'>): When => ({
  now: visit.now(),
  today: visit.today(),
});
