import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword, isPassword } from './password-hash.ts';

test('a password is known again, another is not, and the same one is stored differently each time', async () => {
  const [one, other] = await Promise.all([hashPassword('kestrel thimble'), hashPassword('kestrel thimble')]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(one, other);
  assert.equal(await isPassword('kestrel thimble', one), true);
  assert.equal(await isPassword('kestrel thimbles', one), false);
});

test('the same characters typed on another keyboard are the same password', async () => {
  const stored = await hashPassword('caf\u00e9 au bord du lac');
  assert.equal(await isPassword('cafe\u0301 au bord du lac', stored), true);
});

test('an account without a password is opened by none', async () => {
  assert.equal(await isPassword('', null), false);
  assert.equal(await isPassword('anything at all', undefined), false);
});

test('many at once all get their turn', async () => {
  const stored = await hashPassword('kestrel thimble');
  const answers = await Promise.all(
    ['kestrel thimble', 'a', 'b', 'kestrel thimble', 'c'].map(p => isPassword(p, stored)),
  );
  assert.deepEqual(answers, [true, false, false, true, false]);
});

test('a hash with other parameters is still checked by its own', async () => {
  const nonce = Buffer.from('somesalt');
  const tag = argon2Sync('argon2id', {
    message: 'password',
    nonce,
    parallelism: 1,
    tagLength: 32,
    memory: 256,
    passes: 1,
  });
  const phc = `$argon2id$v=19$m=256,t=1,p=1$${nonce.toString('base64')}$${tag.toString('base64')}`.replaceAll(
    '=$',
    '$',
  );
  assert.equal(await isPassword('password', phc), true);
});
