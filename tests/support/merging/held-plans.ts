import fc from 'fast-check';
import { sectionColumns } from '../../../src/capabilities/plans/rules/columns.ts';
import type { ExportedLine, ExportedPlan } from '../../../src/capabilities/plans/rules/export/exported.ts';
import { FIELDS, type Field, STATES } from '../../../src/reading/reading.ts';
import { type MadePlan, madePlans } from '../plan-texts.ts';

const PLACES = [
  'in Ashmere North',
  'on Mill Lane',
  'at the lighthouse',
  'for schools in Wexcombe',
  'with the harbour board',
  'before the regatta',
  'near Saint Brannock bridge',
  'across the fishing quarter',
  'at the Tidewater arcade',
  'for allotment holders',
];

/** A plan as the product holds it, some of its lines nearly alike and some alike in every word, some put right by hand. */
export const heldPlans: fc.Arbitrary<ExportedPlan> = fc
  .tuple(
    madePlans,
    fc.array(fc.nat(PLACES.length + 2), { minLength: 15, maxLength: 15 }),
    fc.array(fc.option(fc.constantFrom(...STATES), { freq: 6 }), { minLength: 15, maxLength: 15 }),
  )
  .map(([made, places, states]) => held(made, places, states));

function held(made: MadePlan, places: number[], states: (ExportedLine['state'] | null)[]): ExportedPlan {
  let number = 0;
  const sections = made.sections.map(({ title, lines }) => ({
    title,
    columns: made.columns.map(({ field, heading }) => ({ headings: [heading], meaning: field })),
    lines: lines.map(({ fields, state }): ExportedLine => {
      const at = number++;
      const what = [fields.what, PLACES[places[at]!]].filter(Boolean).join(' ');
      return {
        ...blank(),
        ...fields,
        what,
        id: identityOf(at),
        other: {},
        state: states[at] ?? state,
        marking: 'none',
        schedules: [],
      };
    }),
  }));
  const rest = { marking: 'none', dated: null, periodFrom: null, periodTo: null, beside: {} } as const;
  return { title: made.title, ...rest, sections };
}

const blank = () => Object.fromEntries(FIELDS.map(field => [field, ''])) as Record<Field, string>;

export const identityOf = (number: number): string =>
  `0197a3c0-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const EXPORT = identityOf(999);

/** Which cell of a line stands in which column of the tables that are given out. */
export const fieldsIn = (plan: ExportedPlan): string[] =>
  sectionColumns(plan.sections[0]!.columns).map(({ cell }) => cell);
