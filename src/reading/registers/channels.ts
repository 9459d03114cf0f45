import type { Column } from '../headings/columns.ts';
import type { Reading } from '../reading.ts';
import { folded } from '../text/plain.ts';

type Channel = Reading['channels'][number];
/** `group`: the title under which the row stands, if any. */
type RegisterRow = { cells: string[]; columns: Column[]; group: string };

/** "Face to face methods Key for understanding…": the kind of channel, then what is said of it. */
const KIND =
  /^(.{3,70}?\b(?:methods?|channels?|media|tools?|activit(?:y|ies)|communications?|materials?|events?)(?: \([^)]{1,30}\))?)(?:\s*[-–:.]\s*|\s+)(?=\p{Lu})/u;

/** Rows of a list of channels; a row without a kind goes on with the lists of the one above. */
export function channelsOf(rows: RegisterRow[]): Channel[] {
  const channels: Channel[] = [];
  for (const row of rows) {
    const read = channelOf(row);
    const above = channels.at(-1);
    const again = above !== undefined && folded(read.category) === folded(above.category);
    if (above && !read.description && (!read.category || (again && row.group))) {
      above.existing.push(...read.existing);
      above.projectSpecific.push(...read.projectSpecific);
    } else if (again && !row.group) {
      // A kind that is printed again is not carried down: its words count here.
      channels.push({
        ...read,
        category: '',
        description: [read.category, read.description].filter(Boolean).join('\n'),
      });
    } else channels.push(read);
  }
  return channels;
}

function channelOf({ cells, columns, group }: RegisterRow): Channel {
  const channel: Channel = { category: group, description: '', existing: [], projectSpecific: [] };
  const described: string[] = [];
  channelPlaces(columns).forEach((place, index) => {
    const text = cells[index] ?? '';
    if (!text || place === 'group') return;
    if (place === 'existing') channel.existing.push(...items(text));
    else if (place === 'project-specific') channel.projectSpecific.push(...items(text));
    else if (place === 'kind' && !channel.category) channel.category = text;
    else if (place === 'kind and words' && !channel.category) {
      const { category, description } = kindAndWords(text);
      channel.category = category;
      described.push(description);
    } else described.push(text);
  });
  channel.description = described.filter(Boolean).join('\n');
  return channel;
}

export type ChannelPlace =
  | 'group'
  | 'kind'
  | 'kind and words'
  | 'description'
  | 'existing'
  | 'project-specific';

/** What the cells of each column say of a channel. A list that calls its first column "Type" names the kind there. */
export function channelPlaces(columns: Column[]): ChannelPlace[] {
  const kind = columns.some(column => column.meaning === 'how') ? -1 : columns.findIndex(isDescribed);
  return columns.map((column, index) => {
    if (column.meaning === 'section') return 'group';
    if (column.sense === 'existing' || column.sense === 'project-specific') return column.sense;
    if (index === kind) return 'kind';
    return column.meaning === 'how' ? 'kind and words' : 'description';
  });
}

const isDescribed = ({ sense, meaning }: Column): boolean =>
  meaning !== 'section' && sense !== 'existing' && sense !== 'project-specific';

function kindAndWords(text: string): Pick<Channel, 'category' | 'description'> {
  const [first = '', ...rest] = text.split('\n');
  if (rest.length && first.split(' ').length <= 10) return { category: first, description: rest.join('\n') };
  const kind = KIND.exec(text);
  if (kind?.[1]) return { category: kind[1], description: text.slice(kind[0].length).trim() };
  return { category: text, description: '' };
}

/** A list in one cell: by its lines and bullets. */
const items = (text: string): string[] =>
  text
    .split(/\n|[•▪●◦‣·]|(?:^|\s)[-–](?=\s)/)
    .map(item => item.trim())
    .filter(Boolean);
