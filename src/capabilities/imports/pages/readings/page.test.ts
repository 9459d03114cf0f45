import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

test('an organisation without documents is told how to begin', async () => {
  const newcomer = await site.person({ organisation: await site.organisation('Newtown') });
  const page = await newcomer.get('/readings');
  assert.match(page.text, /No document was given in yet/);
  assert.ok(page.dom.querySelector('a[href="/readings/new"]'));
});

test('what waits for somebody stands first, what is done with below, and nothing of others', async () => {
  const editor = await site.person();
  const stranger = await site.person({ organisation: await site.organisation('Otherton') });
  await givenInAndRead(site, stranger, undefined, 'Theirs.txt');
  const accepted = await givenInAndRead(site, editor, undefined, 'Accepted.txt');
  await editor.post(`/readings/${accepted}/accept`, { version: '1', title: 'Kept', kind: 'unknown' });
  const discarded = await givenInAndRead(site, editor, undefined, 'Discarded.txt');
  await editor.post(`/readings/${discarded}/discard`);
  await givenInAndRead(site, editor, undefined, 'Check me.txt');
  await givenInAndRead(site, editor, '%PDF-1.4', 'Wrong.pdf');
  await editor.upload('/readings', { name: 'On its way.txt', content: 'Plan' });
  const page = await editor.get('/readings');
  const [open, done] = page.dom
    .querySelectorAll('table')
    .map(table => table.structuredText.replace(/\s+/g, ' '));
  assert.match(open!, /Check me\.txt.*To be checked Check its 3 lines, then accept it\./);
  assert.match(open!, /Wrong\.pdf Not readable Wrong\.pdf is damaged/);
  assert.match(open!, /On its way\.txt Being read/);
  assert.match(done!, /Accepted\.txt Became a plan/);
  assert.match(done!, /Discarded\.txt Discarded The document was deleted/);
  assert.doesNotMatch(page.text, /Theirs\.txt/);
});

test('of a later edition it is said that its changes are looked at first', async () => {
  const editor = await site.person({ organisation: await site.organisation('Editionton') });
  const first = await givenInAndRead(site, editor, undefined, 'First.txt');
  const made = await editor.post(`/readings/${first}/accept`, {
    version: '1',
    title: 'Kept',
    kind: 'unknown',
  });
  const plan = made.location!.split('/').at(-1)!;
  const next = await givenInAndRead(site, editor, undefined, 'Next.txt');
  await editor.post(`/readings/${next}/edition`, { plan });
  const page = await editor.get('/readings');
  assert.match(page.text, /Next\.txt.*A later edition\. See what it changes, then accept it\./s);
});

test('a viewer has no business here', async () => {
  const viewer = await site.person({ role: 'viewer' });
  assert.equal((await viewer.get('/readings')).status, 403);
});
