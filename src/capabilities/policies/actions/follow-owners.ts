import { followOwners } from '../../../platform/register/follow-owners.ts';
import { handOverEntries } from '../../../platform/register/hand-over.ts';
import type { HandsOver, KeepsOwners } from '../../organisations/index.ts';
import { CLAUSES } from '../register.ts';

/** How clauses follow the register of owners. */
export const clausesFollowOwners: KeepsOwners = followOwners(CLAUSES);

/** How clauses go to others when whoever owns them leaves. */
export const clausesHandOver: HandsOver = handOverEntries(CLAUSES);
