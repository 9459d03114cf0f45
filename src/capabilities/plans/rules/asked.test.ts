import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Asked, addressOf, readAsked } from './asked.ts';

const PLAN = '4dd0f6c4-6cb5-4c39-a3a4-2a70f2ac6ab1';
const queryOf = (address: string) => Object.fromEntries(new URL(address, 'http://localhost').searchParams);

test('an address without a query asks for the document’s order from its beginning', () => {
  assert.deepEqual(plainly(readAsked({})), { order: 'document', page: 1 });
  assert.equal(addressOf(PLAN, readAsked({})), `/plans/${PLAN}`);
});

test('what is said wrongly is not said', () => {
  const wrong = {
    section: 'x',
    state: 'nearly',
    only: 'toString',
    sort: 'constructor',
    after: '-1',
    page: '3',
    q: ' \0 ',
  };
  assert.deepEqual(plainly(readAsked(wrong)), { order: 'document', page: 1 });
  assert.equal(readAsked({ q: ['a', 'b'] }).words, undefined);
  assert.equal(readAsked({ after: '3000000000' }).cursor, undefined);
  assert.equal(readAsked({ sort: 'changed', after: '3.today' }).cursor, undefined);
});

test('an address says all that is asked, and nothing is lost in saying it', () => {
  const asked = fc.record<Asked>({
    section: fc.option(fc.uuid(), { nil: undefined }),
    owner: fc.option(
      fc.string({ minLength: 1 }).filter(text => !text.includes('\0')),
      { nil: undefined },
    ),
    state: fc.constantFrom(undefined, 'complete', 'ongoing'),
    only: fc.constantFrom(undefined, 'unowned', 'undated', 'doubtful'),
    words: fc.option(fc.stringMatching(/^[\p{L}\p{N}"&=]{1,20}$/u), { nil: undefined }),
    order: fc.constantFrom('document', 'reference', 'owner', 'state'),
    cursor: fc.option(
      fc.record({
        towards: fc.constantFrom('after' as const, 'before' as const),
        position: fc.nat({ max: 50_000 }),
        key: fc.string().filter(text => !text.includes('\0')),
      }),
      { nil: undefined },
    ),
    page: fc.constant(1),
  });
  fc.assert(
    fc.property(asked, one =>
      assert.deepEqual(plainly(readAsked(queryOf(addressOf(PLAN, one)))), plainly(one)),
    ),
  );
});

/** Without what is not said. */
const plainly = (asked: Asked): unknown => JSON.parse(JSON.stringify(asked));
