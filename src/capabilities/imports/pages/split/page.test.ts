import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import type { ReadLine } from '../../../../reading/reading.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();

const PLAN = [
  'Ashmere plan',
  '',
  'Action\tHow\tWhen\tOwner\tRisk',
  'Walks and talks\tPosters\tMay 2025\tRangers\tLow',
  'Open day\tLeaflet\tJune 2025\tRangers\tLow',
].join('\n');
const lines = async (id: string) => {
  const rows = await site.within(editor.organisation, ({ db }) =>
    db.selectFrom('reading_lines').select('line').where('reading_id', '=', id).orderBy('position').execute(),
  );
  return rows.map(row => row.line as ReadLine);
};

test('the row’s words stand ready with the first line, and each line says its own', async () => {
  const id = await givenInAndRead(site, editor, PLAN);
  const row = `/readings/${id}/lines/0/1`;
  const page = await editor.get(`${row}/split`);
  assert.equal(page.dom.querySelector('textarea[name=cell-0-1]')?.text, 'Walks and talks');
  assert.equal(page.dom.querySelector('textarea[name=cell-0-2]')?.text, '');
  const fields = {
    lines: '2',
    'cell-0-1': 'Walks',
    'cell-0-2': 'Talks',
    'cell-1-1': 'Posters',
    'cell-2-1': 'May 2025',
    'cell-2-2': 'Each month',
    'cell-3-1': 'Rangers',
    'cell-3-same': 'yes',
    'cell-4-1': 'Low',
    'cell-4-2': 'High',
  };
  const answer = await editor.post(`${row}/split`, fields);
  assert.equal(answer.location, `${row}?part=1`);
  await site.runJobs();
  assert.deepEqual(
    (await lines(id)).map(({ what, how, when, owner, other }) => [what, how, when, owner, other.Risk]),
    [
      ['Walks', 'Posters', 'May 2025', 'Rangers', 'Low'],
      ['Talks', undefined, 'Each month', 'Rangers', 'High'],
      ['Open day', 'Leaflet', 'June 2025', 'Rangers', 'Low'],
    ],
  );
  assert.match((await editor.get(`/readings/${id}`)).text, /Line 1 split into 2 lines by hand/);
  assert.equal((await editor.get(`${row}/split?part=1`)).location, `${row}?part=1`);
  await editor.post(`${row}/join?part=2`);
  await site.runJobs();
  assert.equal((await lines(id))[0]?.what, 'Walks and talks');
});

test('one more line keeps what was written, and a line without words is asked for', async () => {
  const id = await givenInAndRead(site, editor, PLAN);
  const row = `/readings/${id}/lines/0/1`;
  const written = { lines: '2', 'cell-0-1': 'Walks', 'cell-0-2': 'Talks' };
  const more = await editor.post(`${row}/split`, { ...written, more: 'yes' });
  assert.equal(more.status, 200);
  assert.equal(more.dom.querySelector('textarea[name=cell-0-2]')?.text, 'Talks');
  assert.equal(more.dom.querySelector('textarea[name=cell-0-3]')?.text, '');
  const empty = await editor.post(`${row}/split`, { ...written, lines: '3' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Say what line 3 holds/);
  assert.equal(empty.dom.querySelector('textarea[name=cell-0-2]')?.text, 'Talks');
  assert.equal((await lines(id)).length, 2);
});

test('words that were put into no line are told once before the row is split without them', async () => {
  const id = await givenInAndRead(site, editor, PLAN);
  const row = `/readings/${id}/lines/0/1`;
  const fields = {
    lines: '2',
    'cell-0-1': 'Walks',
    'cell-0-2': 'talks',
    'cell-1-1': 'May 2025',
    'cell-2-1': '',
    'cell-3-1': 'Rangers',
    'cell-4-1': 'Low',
  };
  const asked = await editor.post(`${row}/split`, fields);
  assert.equal(asked.status, 422);
  assert.match(asked.text, /stand in none of the lines: “Posters”/);
  assert.equal(asked.dom.querySelector('textarea[name=cell-0-2]')?.text, 'talks');
  assert.equal((await lines(id)).length, 2);
  const without = asked.dom.querySelector('button[name=without]')?.getAttribute('value');
  const other = await editor.post(`${row}/split`, { ...fields, 'cell-4-1': '', without: without! });
  assert.match(other.text, /“Posters; Low”/);
  assert.equal(
    (await editor.post(`${row}/split`, { ...fields, without: without! })).location,
    `${row}?part=1`,
  );
  await site.runJobs();
  assert.equal((await lines(id)).length, 3);
});
