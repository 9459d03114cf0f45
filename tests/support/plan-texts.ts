import fc from 'fast-check';
import type { Field, State } from '../../src/reading/reading.ts';

/** One line of a made plan: what it must be read as. */
export type MadeLine = { fields: Partial<Record<Field, string>>; state: State };
/** A made plan: columns with the headings chosen for them, and sections of lines. */
export type MadePlan = {
  title: string;
  columns: { field: Field; heading: string }[];
  sections: { title: string; lines: MadeLine[] }[];
};

/** Headings that bodies give each field, of their own wording as well. */
const HEADINGS: Partial<Record<Field, string[]>> = {
  reference: ['Ref', 'No.', 'Action No', '#', 'Item no.', 'ID', 'Ref:', 'REFERENCE'],
  recommendation: [
    'Recommendation',
    'Scrutiny recommendation',
    'RECOMMENDATION:',
    'What the panel recommended',
  ],
  what: [
    'Action',
    'ACTIVITY',
    'What we will do',
    'Task',
    'Proposed action',
    'Key actions',
    'Deliverables',
    'Action required',
  ],
  audience: ['Audience', 'Target audience', 'Stakeholders', 'Who to', 'Target group', 'Key audiences'],
  how: ['Channel', 'How', 'Communication channels', 'Tools', 'Method of communication', 'Tactics / Channels'],
  when: [
    'When',
    'Frequency',
    'Timescale',
    'Deadline',
    'Target date',
    'By when?',
    'TIMELINE',
    'Due date',
    'Timing/Frequency',
  ],
  owner: [
    'Owner',
    'Lead officer',
    'Responsible',
    'By whom',
    'Lead',
    'Person responsible',
    'POST TITLE',
    'Officer responsible',
  ],
  status: ['Status', 'Current status', 'Progress', 'Progress update', 'Status (RAG)'],
  budget: ['Budget', 'Cost', 'Resources', 'Cost / budget', 'Funding'],
  measure: ['Success measures', 'KPI', 'How will we know?', 'Measure of success', 'Evaluation'],
  comments: ['Comments', 'Notes', 'Comments / notes', 'Remarks'],
};

const TEXTS: Partial<Record<Field, string[]>> = {
  recommendation: [
    'That the council publishes a calendar of all its consultations each spring',
    'That ward newsletters are sent to every household and not only to subscribers',
    'That councillors are told of press releases about their ward before they go out',
  ],
  what: [
    'Write and publish a monthly newsletter for the residents of the harbour estate',
    'Hold a briefing for local journalists on the new recycling rounds and their start',
    'Put notices about the closure on all lamp posts along the seafront and in shops',
    'Train every receptionist to answer questions about the move of the library',
    'Send a letter from the leader to all the businesses that will be affected',
  ],
  audience: [
    'Residents of the harbour estate',
    'Local journalists',
    'All members',
    'Parents and carers',
    'Small businesses',
  ],
  how: ['Newsletter', 'E-mail and website', 'Posters in shops', 'Social media', 'Drop-in meeting'],
  when: [
    'Monthly',
    'Quarterly',
    'By 14 July 2025',
    'September 2025',
    'As required',
    'Every Friday',
    'TBC',
    '31/03/2026',
  ],
  owner: [
    'Communications Manager',
    'Head of Libraries',
    'Jo Marsh',
    'Press Officer',
    'Waste Team',
    'Ward Sergeant',
  ],
  budget: ['£500', 'Within existing budgets', 'Staff time', '£1,250', 'Nil'],
  measure: ['80% of homes reached', 'Fewer calls about bins', 'Ten articles in the local press'],
  comments: [
    'Photographs are needed from the parks service',
    'Talked about at the last meeting',
    'Printed on recycled paper',
  ],
};

const STATES: [string, State][] = [
  ['Complete', 'complete'],
  ['Ongoing', 'ongoing'],
  ['In progress', 'in-progress'],
  ['Not started', 'not-started'],
  ['On hold', 'deferred'],
  ['Superseded', 'superseded'],
  ['Not being progressed', 'not-progressing'],
  ['Completed in March', 'complete'],
  ['Work in progress - draft with the editor', 'in-progress'],
];

const OPTIONAL: Field[] = [
  'reference',
  'recommendation',
  'audience',
  'how',
  'owner',
  'status',
  'budget',
  'measure',
  'comments',
];

const MAY_BE_EMPTY: Field[] = ['owner', 'budget', 'comments', 'measure', 'audience', 'how'];

function lineOf(columns: Field[], number: number): fc.Arbitrary<MadeLine> {
  const cells = columns.map(field => {
    if (field === 'reference') return fc.constant(`${number}`);
    if (field === 'status') return fc.constantFrom(...STATES.map(([text]) => text));
    const texts = fc.constantFrom(...(TEXTS[field] ?? ['']));
    return MAY_BE_EMPTY.includes(field) ? fc.oneof({ weight: 4, arbitrary: texts }, fc.constant('')) : texts;
  });
  return fc.tuple(...cells).map(texts => {
    const fields = Object.fromEntries(
      columns.flatMap((field, index) => (texts[index] ? [[field, texts[index]]] : [])),
    );
    const state = STATES.find(([text]) => text === fields.status)?.[1] ?? 'unknown';
    return { fields, state };
  });
}

/** Plans with any columns in any order, under any headings, in one or more sections. */
export const madePlans: fc.Arbitrary<MadePlan> = fc
  .record({
    others: fc.subarray(OPTIONAL, { minLength: 1, maxLength: 6 }),
    order: fc.infiniteStream(fc.nat(1000)),
    sizes: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 3 }),
  })
  .chain(({ others, order, sizes }) => {
    const fields: Field[] = ['what', 'when', ...others];
    const columns = fields
      .map(field => ({ field, key: order.next().value }))
      .sort((a, b) => a.key - b.key)
      .map(one => one.field);
    let number = 0;
    const sections = sizes.map((size, index) =>
      fc.record({
        title: fc.constant(
          `Section ${'ABC'[index]}: ${['Telling residents', 'Working with others', 'Looking ahead'][index]}`,
        ),
        lines: fc
          .tuple(...Array.from({ length: size }, () => lineOf(columns, ++number)))
          .map(lines => [...lines]),
      }),
    );
    return fc.record({
      title: fc.constantFrom(
        'Ashmere Communications Plan',
        'Harbour Estate Engagement Action Plan',
        'Media Plan 2025/26',
      ),
      columns: fc
        .tuple(
          ...columns.map(field =>
            fc.constantFrom(...(HEADINGS[field] ?? [field])).map(heading => ({ field, heading })),
          ),
        )
        .map(all => [...all]),
      sections: fc.tuple(...sections).map(all => [...all]),
    });
  });

export const cellsOf = (plan: MadePlan, line: MadeLine): string[] =>
  plan.columns.map(({ field }) => line.fields[field] ?? '');
