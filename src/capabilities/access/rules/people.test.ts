import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAdd, mayChangeRole, mayFound, mayMakeLink } from './people.ts';

test('the last administrator stays one', () => {
  assert.deepEqual(mayChangeRole('administrator', 'editor', 1), { refused: 'last-administrator' });
  assert.deepEqual(mayChangeRole('administrator', undefined, 1), { refused: 'last-administrator' });
  assert.equal(mayChangeRole('administrator', 'administrator', 1), undefined);
  assert.equal(mayChangeRole('administrator', 'viewer', 2), undefined);
  assert.equal(mayChangeRole('editor', undefined, 1), undefined);
});

test('a link that sets a password is made only where it opens no other organisation', () => {
  const standing = { opened: true, here: true, elsewhere: 0 };
  assert.equal(mayMakeLink(standing), undefined);
  assert.deepEqual(mayMakeLink({ ...standing, elsewhere: 1 }), { refused: 'works-elsewhere' });
  assert.deepEqual(mayMakeLink({ ...standing, here: false }), { refused: 'not-here' });
});

test('who is new gets a link, who has an account is added, who is here or waits elsewhere is not', () => {
  assert.equal(mayAdd(undefined), 'with-link');
  assert.equal(mayAdd({ opened: false, here: false, elsewhere: 0 }), 'with-link');
  assert.equal(mayAdd({ opened: true, here: false, elsewhere: 2 }), 'as-known');
  assert.deepEqual(mayAdd({ opened: true, here: true, elsewhere: 0 }), { refused: 'already-here' });
  assert.deepEqual(mayAdd({ opened: false, here: false, elsewhere: 1 }), { refused: 'waits-elsewhere' });
});

test('the first account may set up an organisation, then only who administers one', () => {
  assert.equal(mayFound({ organisations: 0, administers: 0 }), undefined);
  assert.equal(mayFound({ organisations: 3, administers: 1 }), undefined);
  assert.deepEqual(mayFound({ organisations: 1, administers: 0 }), { refused: 'not-first' });
});
