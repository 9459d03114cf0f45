import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS } from '../../../../reading/reading.ts';
import { planThen, readBack } from './read-back.ts';

const today = Temporal.PlainDate.from('2025-04-01');
const LINE = '0197a3c0-0000-7000-8000-000000000001';
const OTHER = '0197a3c0-0000-7000-8000-000000000002';
const columns = (['what', 'owner', 'when'] as const).map(meaning => ({ headings: [meaning], meaning }));
const standing = {
  title: 'Ashmere plan',
  dated: null,
  periodFrom: null,
  periodTo: null,
  sections: [
    { id: 'one', title: 'Phase one', columns },
    { id: 'two', title: 'Phase two', columns },
  ],
  lines: [LINE, OTHER].map(id => ({ id, section: 'one', schedules: [] })),
};
const cells = { what: 'Write to residents about the new bins', owner: 'Jo Marsh', when: 'Monthly' };

test('a plan is put together as it stood, each line in the section it stood in, without lines that came later', () => {
  const then = { ...cells, 'other:Risk': 'Rain', state: 'deferred', section: 'Phase two' };
  const plan = planThen(standing, [{ id: LINE, cells: then }]);
  assert.deepEqual(
    plan.sections.map(({ lines }) => lines.map(({ id, state, other }) => [id, state, other])),
    [[], [[LINE, 'deferred', { Risk: 'Rain' }]]],
  );
});

test('what reading makes of its export is told: a row known by what it is stays one, a number at the head is taken off', () => {
  const odd = {
    ...Object.fromEntries(FIELDS.map(field => [field, ''])),
    what: 'as above',
    section: 'Phase one',
  };
  const numbered = { ...cells, recommendation: '1. Tell residents', section: 'Phase one' };
  const plan = planThen(standing, [
    { id: LINE, cells: numbered },
    { id: OTHER, cells: odd },
  ]);
  const known = readBack(plan, { today, known: true });
  assert.deepEqual(
    known.lines.map(({ identity, reference, recommendation }) => [identity, reference, recommendation]),
    [
      [LINE, '1', 'Tell residents'],
      [OTHER, undefined, undefined],
    ],
  );
  assert.equal(readBack(plan, { today, known: false, oneTable: true }).lines[0]?.section, 'Phase one');
});
