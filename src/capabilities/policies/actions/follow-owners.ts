import { followOwners } from '../../../platform/register/follow-owners.ts';
import type { KeepsOwners } from '../../organisations/index.ts';
import { CLAUSES } from '../register.ts';

/** How clauses follow the register of owners. */
export const clausesFollowOwners: KeepsOwners = followOwners(CLAUSES);
