import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, email, oneOf, phone, words } from './cells.ts';

const dayOf = (text: string): string => {
  const read = day(text);
  return 'value' in read ? String(read.value) : 'wrong';
};

for (const [text, expected] of [
  ['', 'null'],
  ['27/03/2026', '2026-03-27'],
  ['27.3.26', '2026-03-27'],
  ['27-Mar-2026', '2026-03-27'],
  ['27th March 2026', '2026-03-27'],
  ['Friday, 27 Mar 2026', '2026-03-27'],
  ['2026-03-27', '2026-03-27'],
  ['2026-03-27T00:00:00Z', '2026-03-27'],
  ['27/03/2026 00:00', '2026-03-27'],
  ['29/02/2025', 'wrong'],
  ['31/04/2026', 'wrong'],
  ['13/13/2026', 'wrong'],
  ['27 Smarch 2026', 'wrong'],
  ['March 2026', 'wrong'],
  ['45000', 'wrong'],
  ['27/03/0026', 'wrong'],
] as const)
  test(`${JSON.stringify(text)} is the day ${expected}`, () => assert.equal(dayOf(text), expected));

test('every day is read as it is written in Britain and as ISO writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), number => {
      const one = Temporal.PlainDate.from('1900-01-01').add({ days: number });
      assert.equal(dayOf(`${one.day}/${one.month}/${one.year}`), one.toString());
      assert.equal(dayOf(one.toString()), one.toString());
    }),
    { numRuns: 200 },
  );
});

test('email addresses, telephone numbers, choices and words are held to what they are', () => {
  assert.deepEqual(email(' Ann@Example.ORG '), { value: 'ann@example.org' });
  assert.deepEqual(email('mailto:ann@example.org'), { value: 'ann@example.org' });
  assert.deepEqual(email('a@b.example; c@d.example'), { problem: 'Give one email address only.' });
  assert.ok('problem' in email('ann at example'));
  assert.ok('problem' in email('=cmd|calc@x.example'));
  assert.deepEqual(phone('+44 (0)1632 960-001 ext 12'), { value: '+44 (0)1632 960-001 ext 12' });
  assert.ok('problem' in phone('ask Ann'));
  assert.ok('problem' in phone('12'));
  const kind = oneOf([
    { value: 'staff', called: ['Staff', 'Employee'] },
    { value: 'member', called: ['Member'] },
    { value: 'other', called: ['Other'] },
  ]);
  assert.deepEqual(kind('EMPLOYEE'), { value: 'staff' });
  assert.deepEqual(kind(''), { value: '' });
  assert.deepEqual(kind('dog'), { problem: 'Enter Staff, Member or Other.' });
  assert.deepEqual(words(5)(' a  b '), { value: 'a b' });
  assert.deepEqual(words(2)('abc'), { problem: 'This must be 2 characters or fewer; it has 3.' });
});
