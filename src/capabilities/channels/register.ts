import { sql } from 'kysely';
import type { Register } from '../../platform/register/register.ts';
import { CHANNEL_KIND_WORDS, CHANNEL_KINDS } from './rules/channel-kind.ts';

/** The ways by which an organisation reaches people. */
export const CHANNELS: Register = {
  table: 'channels',
  one: 'channel',
  many: 'channels',
  title: 'Channels',
  about: 'The ways by which the plans reach people: read from their tables and lines, each once.',
  links: { table: 'line_channels', entry: 'channel_id' },
  titleOf: entry => entry.name,
  fields: [
    {
      name: 'kind',
      label: 'Kind',
      kind: 'choice',
      items: CHANNEL_KINDS.map(value => ({ value, text: CHANNEL_KIND_WORDS[value] })),
    },
    {
      name: 'grouped',
      label: 'Group',
      hint: 'How the register puts them together.',
      kind: 'text',
      most: 200,
    },
    { name: 'detail', label: 'Detail', hint: 'Whom it reaches, and what it is good for.', kind: 'area' },
    {
      name: 'cadence',
      label: 'How often',
      hint: 'In words: “monthly”, “each Friday”.',
      kind: 'text',
      most: 200,
    },
    { name: 'owner_id', label: 'Owner', hint: 'Who looks after it.', kind: 'owner' },
    { name: 'project_specific', label: 'Made for one project', kind: 'tick' },
  ],
  listed: [
    { heading: 'Kind', field: 'kind' },
    { heading: 'How often', field: 'cadence' },
    { heading: 'Owner', field: 'owner_id' },
  ],
  facet: { field: 'kind', label: 'Kind', any: 'Any kind' },
  gaps: [
    {
      name: 'unused',
      words: 'never used',
      teach:
        'No line of a plan uses these. Write them into the how cell of a line, link a line by hand, or end those that are not there any more.',
      condition: sql`e.lines = 0`,
    },
    {
      name: 'unowned',
      words: 'owned by nobody',
      teach: 'Nobody looks after these. Choose an owner on the page of each.',
      condition: sql`e.owner_id is null`,
    },
  ],
  empty: {
    title: 'No channels yet',
    words: [
      'A channel comes into this list when a document that lists it is made a plan, or when a line of a plan names it under how: “e-mail, website and posters” are three.',
      'Each stands here once, with its kind and the lines that use it. So it shows which ones nobody uses.',
    ],
  },
};
