import { capitalised } from '../../../language/same-name.ts';
import { cadenceIn } from './cadence.ts';
import { type ChannelKind, channelKindOf } from './channel-kind.ts';

/** A row of a list of channels as a document has it. */
export type ReadChannel = {
  category: string;
  description: string;
  existing: string[];
  projectSpecific: string[];
};

/** What the register keeps of one channel of such a row. */
export type ListedChannel = {
  name: string;
  kind: ChannelKind;
  grouped: string;
  detail: string;
  cadence: string;
  projectSpecific: boolean;
};

const LONGEST_NAME = 120;
const AFTER_NAME = /\s*(?:[([].*|\s[-–—]\s.*|:\s.*)$/s;

/** The channels that a row lists, those there already and those for the project; a row that lists none is one itself. */
export function channelsOfRow({
  category,
  description,
  existing,
  projectSpecific,
}: ReadChannel): ListedChannel[] {
  const grouped = category.replace(/\s+/g, ' ').trim();
  const listed = [
    ...existing.map(item => ({ item, projectSpecific: false })),
    ...projectSpecific.map(item => ({ item, projectSpecific: true })),
  ].map(one => channelOf(one, grouped));
  if (listed.length || !grouped) return listed;
  return [{ ...channelOf({ item: grouped, projectSpecific: false }, ''), detail: description }];
}

function channelOf(
  { item, projectSpecific }: { item: string; projectSpecific: boolean },
  grouped: string,
): ListedChannel {
  const whole = item.replace(/\s+/g, ' ').trim();
  const short = whole.replace(AFTER_NAME, '').trim() || whole;
  const name = capitalised(short.slice(0, LONGEST_NAME).trim());
  return {
    name,
    kind: channelKindOf(name, grouped),
    grouped,
    detail: short === whole ? '' : whole,
    cadence: cadenceIn(whole),
    projectSpecific,
  };
}
