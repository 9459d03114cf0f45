import { sql } from 'kysely';
import type { Register } from '../../platform/register/register.ts';

/** What policies and frameworks bind people to. */
export const CLAUSES: Register = {
  table: 'clauses',
  one: 'clause',
  many: 'clauses',
  title: 'Clauses',
  about: 'What policies and frameworks ask for, clause by clause, with the lines that cite them.',
  links: { table: 'line_clauses', entry: 'clause_id' },
  titleOf: ({ name, values }) => (values.number ? `${values.number} ${name}` : name),
  fields: [
    { name: 'number', label: 'Number', hint: 'As lines cite it: “4.2”, “7(b)”.', kind: 'text', most: 40 },
    { name: 'detail', label: 'Text', kind: 'area' },
    { name: 'owner_id', label: 'Owner', hint: 'Who sees that it is kept.', kind: 'owner' },
  ],
  listed: [
    { heading: 'Text', field: 'detail' },
    { heading: 'Owner', field: 'owner_id' },
  ],
  facet: { field: 'plan_id', label: 'Document', any: 'Any document', names: 'plans' },
  inOrder: sql`e.plan_id, e.place, lower(e.name)`,
  sharesNames: true,
  gaps: [
    {
      name: 'unowned',
      words: 'owned by nobody',
      teach: 'Nobody sees that these are kept. Choose an owner on the page of each.',
      condition: sql`e.owner_id is null`,
    },
    {
      name: 'uncited',
      words: 'cited by no line',
      teach:
        'No line of a plan cites these by their number. That may be right: a clause that asks for something regular should have a line.',
      condition: sql`e.lines = 0`,
    },
  ],
  empty: {
    title: 'No clauses yet',
    words: [
      'Clauses come into this list when a policy or a framework is read and made a plan: each numbered rule of it stands here, with who sees that it is kept.',
      'A line that cites one, such as “see clause 4.2”, is linked with it.',
    ],
  },
};
