import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from './site.ts';

const site = await testSite();
after(site.close);

test('somebody signed in is recognised, and nobody else', async () => {
  const person = await site.person();
  const unknown = await person.get('/nowhere');
  assert.equal(unknown.status, 404);
  assert.match(unknown.text, /Edwin Reed/);
  assert.match(unknown.text, /Borough of Ashmere/);
  assert.doesNotMatch((await site.visitor().get('/nowhere')).text, /Edwin Reed/);
});
