import assert from 'node:assert/strict';
import test from 'node:test';
import { applyDecisions } from './apply-decisions.ts';
import { countsOf, mergeReading } from './merge.ts';
import type { BaseLine, Cells, FileRow, MergeInput, PlanLine } from './merging.ts';

const WHAT = [
  'Write to residents of the harbour estate about the new bins',
  'Hold a ward panel in the library of Ashmere North',
  'Publish the flood leaflet in four languages',
  'Brief the parish councils on the winter gritting routes',
  'Film an interview with the lifeboat crew for schools',
];
const line = (index: number, more: Cells = {}): Cells => ({
  reference: `${index + 1}`,
  what: WHAT[index]!,
  owner: 'Press office',
  section: 'Phase one',
  state: 'not-started',
  ...more,
});
const id = (index: number) => `0000000${index}-0000-4000-8000-000000000000`;
const lines = WHAT.map((_, index): PlanLine => ({ id: id(index), version: 1, cells: line(index) }));
const base = lines.map(({ id: own, cells }): BaseLine => ({ id: own, cells }));
const SAYS = new Set(['reference', 'what', 'owner', 'section', 'state']);
const row = (at: number, cells: Cells, identity?: string): FileRow => ({
  at: { table: 0, row: at },
  cells,
  says: SAYS,
  ...(identity ? { identity } : {}),
});
const unchanged = lines.map(({ cells }, at) => row(at, cells));
const input = (more: Partial<MergeInput>): MergeInput => ({ lines, base, rows: unchanged, ...more });
const at = (rows: FileRow[]) => rows.map((one, index) => ({ ...one, at: { table: 0, row: index } }));

const NOTHING = {
  new: 0,
  changed: 0,
  unchanged: 5,
  gone: 0,
  doubtful: 0,
  conflicts: 0,
  moved: 0,
  takenOut: 0,
};

test('a file that nobody edited changes nothing', () => {
  const outcome = mergeReading(input({}));
  assert.deepEqual(countsOf(outcome), NOTHING);
  const writes = applyDecisions(input({}), outcome, {});
  assert.deepEqual([writes.inserts, writes.updates, writes.closures, writes.order], [[], [], [], undefined]);
});

test('a cell changed there is taken, one changed here stays, one changed on both sides is asked', () => {
  const mine = lines.map((one, index) =>
    index < 2 ? { ...one, cells: line(index, { owner: 'Mae Lund' }) } : one,
  );
  const rows = at([
    row(0, line(0)),
    row(1, line(1, { owner: 'Web team' })),
    row(2, line(2, { owner: 'Web team' })),
    ...unchanged.slice(3),
  ]);
  const given = input({ lines: mine, rows });
  const outcome = mergeReading(given);
  assert.deepEqual(countsOf(outcome), { ...NOTHING, changed: 1, unchanged: 4, conflicts: 1 });
  const conflict = { cell: 'owner', base: 'Press office', ours: 'Mae Lund', theirs: 'Web team' };
  assert.deepEqual(outcome.matched[1]!.conflicts, [conflict]);
  const open = applyDecisions(given, outcome, {});
  assert.deepEqual(open.updates, [{ line: id(2), version: 1, row: 2, cells: { owner: 'Web team' } }]);
  assert.deepEqual(open.undecided.conflicts, [{ line: id(1), cell: 'owner' }]);
  const decided = applyDecisions(given, outcome, {
    conflicts: [{ line: id(1), cell: 'owner', take: { typed: 'Mae Lund with the web team' } }],
  });
  assert.deepEqual(decided.updates[0]!.cells, { owner: 'Mae Lund with the web team' });
  assert.deepEqual(decided.undecided.conflicts, []);
});

test('rows that are gone are closed, new ones stand where the file has them', () => {
  const fresh = line(0, { reference: '2a', what: 'Open a stall at the Saturday market' });
  const rows = at([row(0, line(0)), row(1, line(1)), row(2, fresh), row(3, line(3)), row(4, line(4))]);
  const outcome = mergeReading(input({ rows }));
  assert.deepEqual(
    [outcome.added, outcome.gone, outcome.doubtful],
    [[2], [{ line: id(2), edited: false }], []],
  );
  const writes = applyDecisions(input({ rows }), outcome, {});
  assert.equal(writes.closures[0]!.now, 'closed');
  assert.deepEqual(
    writes.order,
    [0, 1, 2]
      .map(index => ({ line: id(index) }))
      .toSpliced(2, 0, { row: 2 } as never)
      .concat([{ line: id(3) }, { line: id(4) }]),
  );
});

test('where rows that are known have other numbers, a new row is not what had its number', () => {
  const two = lines.slice(0, 2);
  const rows = at([
    row(0, line(0, { reference: '2', what: 'Rehearse a siren test together with coastguards' })),
    row(1, line(0, { reference: '3' }), id(0)),
  ]);
  const outcome = mergeReading(input({ lines: two, base: base.slice(0, 2), rows }));
  assert.deepEqual([outcome.added, outcome.gone.map(one => one.line), outcome.doubtful], [[0], [id(1)], []]);
});

test('renumbered, moved and reworded rows are still the same lines', () => {
  const rows = at([
    row(0, line(4, { reference: '1' })),
    row(1, line(0, { reference: '2' })),
    row(2, line(1, { reference: '3', what: 'Hold two ward panels in the library of Ashmere North' })),
    row(3, line(2, { reference: '4' })),
    row(4, line(3, { reference: '5' })),
  ]);
  const outcome = mergeReading(input({ rows }));
  assert.deepEqual(
    outcome.matched.map(one => one.line),
    [4, 0, 1, 2, 3].map(id),
  );
  assert.deepEqual(
    outcome.matched.filter(one => one.moved).map(one => one.line),
    [id(4)],
  );
  const writes = applyDecisions(input({ rows }), outcome, {});
  assert.deepEqual(
    writes.order,
    [4, 0, 1, 2, 3].map(index => ({ line: id(index) })),
  );
});

test('a column that the file does not have says nothing', () => {
  const says = new Set(['reference', 'what']);
  const rows = unchanged.map(({ cells: { reference, what }, ...one }) => ({
    ...one,
    says,
    cells: { reference: reference!, what: what! },
  }));
  assert.deepEqual(countsOf(mergeReading(input({ rows }))), NOTHING);
});

test('a state read out of words is taken only where the words are new', () => {
  const told = (status: string, state: string) => ({ status, state });
  const was = lines.map((one, index) => ({ ...one, cells: line(index, told('In progress', 'in-progress')) }));
  const mine = was.map(one => ({ ...one, cells: { ...one.cells, state: 'deferred' } }));
  const says = new Set([...SAYS, 'status']);
  const rows = was.map(({ cells }, index) => ({
    ...row(index, index ? cells : { ...cells, ...told('Done', 'complete') }),
    says,
    toldState: ['status'],
  }));
  const given = { lines: mine, base: was, rows };
  const outcome = mergeReading(given);
  assert.deepEqual(outcome.matched[0]!.changes, [{ cell: 'status', before: 'In progress', after: 'Done' }]);
  assert.equal(outcome.matched[0]!.conflicts[0]!.cell, 'state');
  assert.deepEqual(countsOf(outcome), { ...NOTHING, changed: 1, unchanged: 4, conflicts: 1 });
});

test('identities hold where words were all changed, and give way where rows were sorted without them', () => {
  const reworded = at([
    row(0, line(0, { what: 'Something else', owner: 'TBC' }), id(0)),
    ...unchanged.slice(1),
  ]);
  assert.equal(mergeReading(input({ rows: reworded })).matched[0]!.by, 'identity');
  const sorted = [2, 0, 1, 3, 4].map((from, index) => row(index, line(from), id(index)));
  const outcome = mergeReading(input({ rows: sorted }));
  assert.deepEqual(countsOf(outcome), { ...NOTHING, unchanged: 4, moved: 1 });
});

test('of a row copied with its identity the most alike keeps it, and the other is new', () => {
  const copied = line(2, { what: 'Publish a poster about allotments', owner: 'Mae Lund', reference: '9' });
  const rows = at([row(0, copied, id(2)), ...lines.map(({ cells, id: own }) => row(0, cells, own))]);
  const outcome = mergeReading(input({ rows }));
  assert.deepEqual(outcome.added, [0]);
  assert.equal(countsOf(outcome).unchanged, 5);
});

test('identities of other plans and forged ones are passed over', () => {
  const rows = lines.map(({ cells }, index) => row(index, cells, `9${id(index).slice(1)}`));
  assert.deepEqual(countsOf(mergeReading(input({ rows }))), NOTHING);
});

test('a line taken out here stays out unless the file changed it and a person wants it back', () => {
  const mine = lines.filter((_, index) => index !== 1);
  const rows = at([row(0, line(0)), row(1, line(1, { owner: 'Web team' })), ...unchanged.slice(2)]);
  const given = input({ lines: mine, rows });
  const outcome = mergeReading(given);
  assert.equal(countsOf(outcome).takenOut, 1);
  assert.deepEqual(applyDecisions(given, outcome, {}).undecided.takenOut, [1]);
  const writes = applyDecisions(given, outcome, { takenOut: [{ at: { table: 0, row: 1 }, now: 'back' }] });
  assert.equal(writes.back[0]!.cells.owner, 'Web team');
  assert.deepEqual(writes.order?.[1], { line: id(1) });
});

test('a line that the file never knew is not gone, and one edited here is not closed unasked', () => {
  const newer = { id: id(7), version: 1, cells: line(0, { what: 'Added since', reference: '8' }) };
  const mine = [{ ...lines[0]!, cells: line(0, { owner: 'Mae Lund' }) }, ...lines.slice(1), newer];
  const given = input({ lines: mine, rows: at(unchanged.slice(1)) });
  const outcome = mergeReading(given);
  assert.deepEqual(outcome.gone, [{ line: id(0), edited: true }]);
  const writes = applyDecisions(given, outcome, {});
  assert.deepEqual([writes.closures, writes.undecided.gone], [[], [id(0)]]);
});
