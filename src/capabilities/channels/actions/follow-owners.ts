import { followOwners } from '../../../platform/register/follow-owners.ts';
import { handOverEntries } from '../../../platform/register/hand-over.ts';
import type { HandsOver, KeepsOwners } from '../../organisations/index.ts';
import { CHANNELS } from '../register.ts';

/** How channels follow the register of owners. */
export const channelsFollowOwners: KeepsOwners = followOwners(CHANNELS);

/** How channels go to others when whoever owns them leaves. */
export const channelsHandOver: HandsOver = handOverEntries(CHANNELS);
