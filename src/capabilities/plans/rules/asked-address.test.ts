import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Asked } from './asked.ts';
import { ALL_LINES, addressOf, listOf, type Query, readAsked } from './asked-address.ts';

const PLAN = '4dd0f6c4-6cb5-4c39-a3a4-2a70f2ac6ab1';
const OTHER = '0f0b0ccc-24ff-4e55-b0ce-9a2a42d7a1ce';
const read = (query: Query) => readAsked(query, 'Europe/London');
const queryOf = (address: string) => Object.fromEntries(new URL(address, 'http://localhost').searchParams);

test('an address without a query asks for the document’s order from its beginning', () => {
  assert.deepEqual(plainly(read({})), { order: 'document', page: 1 });
  assert.equal(addressOf(listOf(PLAN), read({})), `/plans/${PLAN}`);
  assert.equal(addressOf(listOf(undefined), read({})), '/lines');
});

test('what is said wrongly is not said', () => {
  const wrong = {
    section: 'x',
    plan: 'x',
    audience: 'x',
    state: 'nearly',
    only: 'toString',
    marking: 'SECRET',
    since: '2026-02-30',
    columns: ['constructor', 'x'],
    sort: 'constructor',
    after: '-1',
    page: '3',
    q: ' \0 ',
    tag: ' ',
    timing: 'toString',
    due: 'soon',
    lacks: 'everything',
  };
  assert.deepEqual(plainly(read(wrong)), { order: 'document', page: 1 });
  assert.equal(read({ q: ['a', 'b'] }).words, undefined);
  assert.equal(read({ after: '3000000000' }).cursor, undefined);
  assert.equal(read({ sort: 'changed', after: '3.today' }).cursor, undefined);
});

test('a day begins when it does for the organisation', () => {
  const { since } = read({ since: '2026-06-01' });
  assert.equal(since?.from.toString(), '2026-05-31T23:00:00Z');
});

test('what is due is told by a month, or by the day it is', () => {
  assert.deepEqual(read({ due: '2026-04' }).due, { month: '2026-04' });
  assert.equal(read({ due: '2026-13' }).due, undefined);
  const today = Temporal.PlainDate.from('2026-06-01');
  assert.deepEqual(readAsked({ due: 'late' }, 'Europe/London', today).due, {
    late: true,
    today: '2026-06-01',
  });
  assert.equal(addressOf(ALL_LINES, { due: { late: true, today: '2026-06-01' } }), '/lines?due=late');
});

test('columns are told in the order of their fields, however they were ticked', () => {
  assert.deepEqual(read({ columns: ['owner', 'what'] }).columns, ['what', 'owner']);
  assert.deepEqual(read({ columns: 'owner what' }).columns, ['what', 'owner']);
});

test('the plan is said where the page is not its own', () => {
  assert.equal(addressOf(ALL_LINES, { plan: PLAN }), `/lines?plan=${PLAN}`);
  assert.equal(addressOf(listOf(PLAN), { plan: PLAN, state: 'complete' }), `/plans/${PLAN}?state=complete`);
});

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const noNul = (text: string) => !text.includes('\0');

const anything = fc.record<Asked>({
  plan: maybe(fc.uuid()),
  section: maybe(fc.uuid()),
  audience: maybe(fc.uuid()),
  channel: maybe(fc.uuid()),
  owner: maybe(fc.string({ minLength: 1 }).filter(noNul)),
  state: fc.constantFrom(undefined, 'complete', 'ongoing'),
  only: fc.constantFrom(undefined, 'unowned', 'undated', 'doubtful'),
  marking: fc.constantFrom(undefined, 'none', 'OFFICIAL', 'OFFICIAL-SENSITIVE'),
  tag: maybe(fc.stringMatching(/^[\p{L}\p{N}"&=]{1,20}$/u)),
  since: fc.constantFrom(undefined, read({ since: '2026-01-31' }).since),
  timing: fc.constantFrom(undefined, 'recurring', 'none'),
  due: fc.constantFrom(undefined, { month: '2026-04' }, { late: true as const }),
  lacks: fc.constantFrom(undefined, 'audience', 'priority'),
  words: maybe(fc.stringMatching(/^[\p{L}\p{N}"&=]{1,20}$/u)),
  order: fc.constantFrom('document', 'reference', 'owner', 'state'),
  columns: fc.constantFrom(undefined, ['what'], ['reference', 'when', 'owner']),
  view: maybe(fc.uuid()),
  unfolded: fc.constantFrom(undefined, true),
  cursor: maybe(
    fc.record({
      towards: fc.constantFrom('after' as const, 'before' as const),
      position: fc.nat({ max: 50_000 }),
      plan: fc.constant(OTHER),
      key: fc.string().filter(noNul),
    }),
  ),
  page: fc.constant(1),
});

test('an address says all that is asked, and nothing is lost in saying it', () => {
  fc.assert(
    fc.property(anything, one =>
      assert.deepEqual(plainly(read(queryOf(addressOf(ALL_LINES, one)))), plainly(one)),
    ),
  );
});

/** Without what is not said. */
const plainly = (asked: Asked): unknown => JSON.parse(JSON.stringify(asked));
