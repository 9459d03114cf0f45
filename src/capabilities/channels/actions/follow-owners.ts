import { followOwners } from '../../../platform/register/follow-owners.ts';
import type { KeepsOwners } from '../../organisations/index.ts';
import { CHANNELS } from '../register.ts';

/** How channels follow the register of owners. */
export const channelsFollowOwners: KeepsOwners = followOwners(CHANNELS);
