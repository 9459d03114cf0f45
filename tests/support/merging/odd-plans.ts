import fc from 'fast-check';
import type { ExportedLine, ExportedPlan } from '../../../src/capabilities/plans/rules/export/exported.ts';
import { FIELDS, type Field } from '../../../src/reading/reading.ts';
import { heldPlans } from './held-plans.ts';

/** What people type into cells, each of which a reader may take for something else than a cell of a line. */
const ODD = [
  'TBC',
  'as above',
  'and then the leaflets',
  'First the letter\nThen the poster',
  '=SUM(A1:A3)',
  '-£2,000',
  '1. Publish it',
  'Total',
  'Note: see the annex',
  'Phase two',
  'OBJECTIVE 2',
  'Key: green is done',
  'Owner',
  'A & B <x> "c"',
  'Two  blanks and\ta tab ',
  '•  a bullet',
  '👩‍👩‍👧 families',
  '3 May 2025',
  'Complete',
  '-',
];

type Oddity =
  | { do: 'write'; line: number; field: Field; text: string }
  | { do: 'alone'; line: number; text: string }
  | { do: 'own column'; line: number; text: string }
  | { do: 'number' };

const line = fc.nat(15);
const text = fc.constantFrom(...ODD);
const oddities: fc.Arbitrary<Oddity[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('write' as const),
        line,
        field: fc.constantFrom(...FIELDS),
        text,
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('alone' as const), line, text }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('own column' as const), line, text }) },
    { weight: 1, arbitrary: fc.constant({ do: 'number' as const }) },
  ),
  { minLength: 1, maxLength: 4 },
);

/** Plans in which people have typed things that look like headings, titles, pointers, notes, numbers or formulas. */
export const oddPlans: fc.Arbitrary<ExportedPlan> = fc
  .tuple(heldPlans, oddities)
  .map(([plan, all]) => all.reduce(withOddity, plan));

function withOddity(plan: ExportedPlan, oddity: Oddity): ExportedPlan {
  const count = plan.sections.reduce((sum, { lines }) => sum + lines.length, 0);
  let number = 0;
  const sections = plan.sections.map(section => ({
    ...section,
    columns: oddity.do === 'own column' ? withRisk(section.columns) : section.columns,
    lines: section.lines.map(one => {
      const at = number++;
      if (oddity.do === 'number') return { ...one, reference: `${at + 1}` };
      return at === oddity.line % count ? oddLine(one, oddity) : one;
    }),
  }));
  return { ...plan, sections };
}

function oddLine(one: ExportedLine, oddity: Exclude<Oddity, { do: 'number' }>): ExportedLine {
  if (oddity.do === 'write') return { ...one, [oddity.field]: oddity.text };
  if (oddity.do === 'own column') return { ...one, other: { ...one.other, Risk: oddity.text } };
  const blank = Object.fromEntries(FIELDS.map(field => [field, '']));
  return { ...one, ...blank, what: oddity.text };
}

const withRisk = (columns: ExportedPlan['sections'][number]['columns']) =>
  columns.some(({ name }) => name === 'Risk')
    ? columns
    : [...columns, { headings: ['Risk'], meaning: 'other' as const, name: 'Risk' }];
