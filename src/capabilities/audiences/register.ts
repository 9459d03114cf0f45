import { sql } from 'kysely';
import type { Register } from '../../platform/register/register.ts';
import { askUnknown } from './actions/ask-unknown.ts';
import { settleNeeds } from './actions/needs.ts';
import { countUnknown } from './queries.ts';

/** Whom an organisation speaks to. */
export const AUDIENCES: Register = {
  table: 'audiences',
  one: 'audience',
  many: 'audiences',
  title: 'Audiences',
  about: 'Whom the plans speak to: read from their tables and lines, each once.',
  links: { table: 'line_audiences', entry: 'audience_id' },
  titleOf: entry => entry.name,
  fields: [
    {
      name: 'grouped',
      label: 'Group',
      hint: 'How the register puts them together: “Employees”, “Partners”.',
      kind: 'text',
      most: 200,
    },
    { name: 'detail', label: 'Detail', hint: 'Who they are, and how many.', kind: 'area' },
    {
      name: 'role',
      label: 'Role',
      hint: 'What they do for the work, or what it asks of them.',
      kind: 'area',
    },
    {
      name: 'languages',
      label: 'Languages they need',
      hint: 'Besides English, with commas between them: “Polish, Urdu”.',
      kind: 'text',
      most: 300,
    },
    {
      name: 'formats',
      label: 'Formats they need',
      hint: 'With commas between them: “large print, British Sign Language”.',
      kind: 'text',
      most: 300,
    },
  ],
  listed: [
    { heading: 'Group', field: 'grouped' },
    { heading: 'Detail', field: 'detail' },
  ],
  facet: { field: 'grouped', label: 'Group', any: 'Any group' },
  gaps: [
    {
      name: 'unreached',
      words: 'reached by no line',
      teach:
        'No line of a plan reaches these. Write them into the audience cell of a line, link a line by hand, or end those that nobody speaks to any more.',
      condition: sql`e.lines = 0`,
    },
    {
      name: 'unmet',
      words: 'with a need that no line mentions',
      teach:
        'These need a language or a format, and no line that reaches them mentions it under how or comments.',
      condition: sql`e.unmet <> '{}'`,
    },
  ],
  figures: async within => [
    { number: await countUnknown(within), words: 'lines that name nobody known', href: '/audiences/unknown' },
  ],
  saved: async (within, id, changed, now) => {
    if (changed.includes('name') || changed.includes('also called')) await askUnknown(within, id, now);
    if (changed.some(field => field === 'languages' || field === 'formats')) await settleNeeds(within, [id]);
  },
  empty: {
    title: 'No audiences yet',
    words: [
      'An audience comes into this list when a document that lists it is made a plan, or when a line of a plan names it: “residents; ward councillors and local businesses” are three.',
      'Each stands here once, whatever number of plans name it, with the lines that reach it. So it shows whom nobody speaks to.',
    ],
  },
};
