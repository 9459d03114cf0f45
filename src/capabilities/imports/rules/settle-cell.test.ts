import assert from 'node:assert/strict';
import test from 'node:test';
import { readOwners } from '../../../reading/text/owners/read-owners.ts';
import type { OwnerAnswers, Who } from '../owner-answers.ts';
import { cellKey, ownerCellOf, settleCell } from './settle-cell.ts';

const NONE: OwnerAnswers = { names: {}, cells: {} };
const person = (name: string): Who => ({ name, kind: 'person' });

type Given = { answers?: OwnerAnswers; edition?: OwnerAnswers; register?: Record<string, Who> };

/** Who answers, who contributes, and why, as one sentence. */
function told(text: string, { answers = NONE, edition = NONE, register = {} }: Given = {}): string {
  const cell = {
    key: cellKey(text),
    text,
    field: 'owner' as const,
    owners: readOwners(text, new Map([['KB', 'Katherine Bell']])),
    lines: 2,
    first: 1,
  };
  const known = (name: string) => {
    const owner = Object.hasOwn(register, name) ? register[name] : undefined;
    return owner && { owner };
  };
  const { accountable, contributors, settling, fresh } = settleCell(cell, { answers, edition, known });
  const others = contributors.map(({ name }) => name).join(', ');
  return `${settling}: ${accountable?.name ?? 'nobody'}${fresh ? ' (new)' : ''}${others && ` with ${others}`}`;
}

const said = (
  cell: string,
  accountable: string | null,
  contributors: string[] = [],
  names = {},
): OwnerAnswers => ({
  names,
  cells: { [cellKey(cell)]: { accountable, contributors } },
});

test('a cell without a doubt settles itself: by the document’s key, the register, or as somebody new', () => {
  assert.equal(told('KB'), 'cell: Katherine Bell (new)');
  assert.equal(
    told('KB', { register: { 'Katherine Bell': person('Katherine Bell') } }),
    'cell: Katherine Bell',
  );
  assert.equal(
    told('RM', { register: { RM: person('Ray Mott'), 'Ray Mott': person('Ray Mott') } }),
    'cell: Ray Mott',
  );
});

test('of several nobody is chosen, whatever the register knows', () => {
  const register = { AD: person('Ann Dale'), RM: person('Ray Mott') };
  assert.equal(told('AD/RM', { register }), 'open: nobody');
  assert.equal(told('All', { register }), 'open: nobody');
});

test('what a person said holds, also of a name in every other cell', () => {
  const answers = said('AD/RM', 'rm', ['ad'], { ad: person('Ann Dale') });
  assert.equal(told('AD/RM', { answers }), 'answer: RM (new) with Ann Dale');
  assert.equal(told('AD', { answers }), 'cell: Ann Dale (new)');
  assert.equal(told('AD/RM', { answers: said('AD/RM', null) }), 'answer: nobody');
  assert.equal(
    told('All', {
      answers: said('All', 'town clerk', [], { 'town clerk': { name: 'Town Clerk', kind: 'post' } }),
    }),
    'answer: Town Clerk (new)',
  );
});

test('what was said of the last edition holds until somebody says otherwise', () => {
  const edition = said('AD/RM', 'ad', ['rm'], { ad: person('Ann Dale') });
  assert.equal(told('ad / RM', { edition }), 'open: nobody');
  assert.equal(told('AD/RM', { edition }), 'edition: Ann Dale (new) with RM');
  assert.equal(told('AD/RM', { edition, answers: said('AD/RM', null) }), 'answer: nobody');
});

test('names that every object answers to are names', () => {
  for (const name of ['constructor', '__proto__', 'toString'])
    assert.doesNotThrow(() => told(`${name} Manager / ${name}`));
});

test('the cell of a line is its own, the one it points to, or the one that says who gives the message', () => {
  const line = { at: { table: 0, row: 1 }, section: '', other: {}, state: 'unknown' as const };
  const rest = { schedules: [], suggestions: [], doubts: [], printed: [] };
  const owner = (field: 'owner' | 'messenger') => readOwners('Jo Marsh').map(one => ({ ...one, field }));
  assert.deepEqual(ownerCellOf({ ...line, ...rest, owner: 'Jo Marsh', owners: owner('owner') }), {
    field: 'owner',
    text: 'Jo Marsh',
  });
  assert.equal(
    ownerCellOf({ ...line, ...rest, messenger: 'Jo Marsh', owners: owner('messenger') }).text,
    'Jo Marsh',
  );
  const taken = { owner: { text: 'Jo Marsh', row: 1, because: 'as above' as const } };
  assert.equal(
    ownerCellOf({ ...line, ...rest, owner: 'as above', taken, owners: owner('owner') }).text,
    'Jo Marsh',
  );
  assert.equal(ownerCellOf({ ...line, ...rest }).text, '');
});

test('a cell that is as a whole the name of one in the register is that one, unless somebody said otherwise', () => {
  const text = 'Ward sergeant, Mill ward';
  const register = { [text]: { name: text, kind: 'post' as const } };
  assert.equal(told(text), 'open: nobody');
  assert.equal(told(text, { register }), `cell: ${text}`);
  assert.equal(told('Ward sergeant,\n Mill ward', { register }), `cell: ${text}`);
  const answers = said(text, 'ward sergeant');
  assert.equal(told(text, { register, answers }), 'answer: Ward sergeant (new)');
});
