/** What other capabilities may ask of channels. */
export { type ChannelLine, fillChannels, linkChannels } from './actions/fill.ts';
export { channelsFollowOwners, channelsHandOver } from './actions/follow-owners.ts';
export { CHANNELS } from './register.ts';
export type { ReadChannel } from './rules/listed-channels.ts';
