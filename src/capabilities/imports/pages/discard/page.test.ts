import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);

test('discarding asks first, then deletes the document and what was read of it', async () => {
  const id = await givenInAndRead(site, editor, undefined, 'Wrong one.txt');
  const asked = await editor.get(`/readings/${id}/discard`);
  assert.match(asked.text, /Discard Wrong one\.txt\?/);
  assert.match(asked.text, /This cannot be undone/);
  const page = await editor.post(`/readings/${id}/discard`, {}, { follow: true });
  assert.match(page.text, /Wrong one\.txt was discarded and deleted/);
  const left = await within(async ({ db }) => ({
    files: await db.selectFrom('files').select('id').execute(),
    lines: await db.selectFrom('reading_lines').select('position').execute(),
    reading: await db.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  }));
  assert.deepEqual([left.files, left.lines], [[], []]);
  assert.equal(left.reading.status, 'discarded');
  assert.deepEqual([left.reading.outline, left.reading.beside, left.reading.file_id], [null, null, null]);
  assert.match((await editor.get(`/readings/${id}`)).text, /This document was discarded/);
  assert.equal((await editor.get(`/readings/${id}/rest`)).status, 404);
  assert.equal((await editor.get(`/readings/${id}/discard`)).status, 404);
  await editor.post(`/readings/${id}/accept`, { version: '1', title: 'Mine', kind: 'unknown' });
  assert.deepEqual(await within(({ db }) => db.selectFrom('plans').select('id').execute()), []);
});

test('a document that is discarded while it is read stays discarded', async () => {
  const { location } = await editor.upload('/readings', {
    name: 'a.txt',
    content: 'Plan\n\nWhat\tWhen\nTell\tMay\n',
  });
  await editor.post(`${location}/discard`);
  await site.runJobs();
  assert.match((await editor.get(location!)).text, /This document was discarded/);
});

test('what became a plan is not discarded', async () => {
  const id = await givenInAndRead(site, editor);
  await editor.post(`/readings/${id}/accept`, { version: '1', title: 'Kept', kind: 'unknown' });
  assert.equal((await editor.get(`/readings/${id}/discard`)).location, `/readings/${id}`);
  await editor.post(`/readings/${id}/discard`);
  assert.match((await editor.get(`/readings/${id}`)).text, /This became the plan/);
});
