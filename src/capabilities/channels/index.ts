/** What other capabilities may ask of channels. */
import type { Within } from '../../platform/database/database.ts';
import { entriesOfLine, type LinkedEntry } from '../../platform/register/queries.ts';
import { CHANNELS } from './register.ts';

export { type ChannelLine, fillChannels, linkChannels } from './actions/fill.ts';
export { CHANNELS } from './register.ts';
export type { ReadChannel } from './rules/listed-channels.ts';

export const channelsOfLine = (within: Within, line: string): Promise<LinkedEntry[]> =>
  entriesOfLine(within, CHANNELS, line);
