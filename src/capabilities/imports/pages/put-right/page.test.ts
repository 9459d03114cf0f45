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
  'Tell residents\tNewsletter\tMonthly\tJo Marsh\tLow',
  '\tand the traders\t\tJo Marsh\tHigh',
  'Walks and talks\tPosters\tMay 2025\tRangers\tLow',
  'Counted so far\tby the team\tJune 2025\tRangers\tLow',
].join('\n');
const given = () => givenInAndRead(site, editor, PLAN);
const lines = async (id: string) => {
  const rows = await site.within(editor.organisation, ({ db }) =>
    db.selectFrom('reading_lines').select('line').where('reading_id', '=', id).orderBy('position').execute(),
  );
  return rows.map(row => row.line as ReadLine);
};
const said = async (id: string) => (await lines(id)).map(({ what, how }) => [what, how]);

test('ticked lines are left out for one reason, listed with it, and come back by one button', async () => {
  const id = await given();
  const before = await lines(id);
  const answer = await editor.post(`/readings/${id}/drop?page=1`, {
    line: ['0/2', '0/4'],
    reason: ' Notes of the\nteam ',
  });
  assert.equal(answer.location, `/readings/${id}?page=1`);
  await site.runJobs();
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /2 lines were left out/);
  assert.match(page.text, /Counted so far \| by the team .* left out: Notes of the team/);
  assert.deepEqual(
    (await said(id)).map(([what]) => what),
    ['Tell residents', 'Walks and talks'],
  );
  const rest = await editor.get(`/readings/${id}/rest`);
  assert.match(rest.text, /Counted so far by the team .* Left out: Notes of the team/);
  assert.match(page.text, /0 words lost/);
  const undo = page.dom
    .querySelectorAll('#put-right button[name=taken]')
    .map(one => one.getAttribute('value')!);
  assert.equal(undo.length, 2);
  for (const taken of undo) await editor.post(`/readings/${id}/take-back`, { taken });
  await site.runJobs();
  assert.deepEqual(await lines(id), before);
  assert.equal((await editor.get(`/readings/${id}`)).dom.querySelector('#put-right'), null);
});

test('a reason is asked for, and what was ticked stays ticked', async () => {
  const id = await given();
  const page = await editor.post(`/readings/${id}/drop`, { line: '0/4', reason: ' ' });
  assert.equal(page.status, 422);
  assert.match(page.text, /There is a problem Say why it is left out/);
  assert.equal(page.dom.querySelector('input[name=line][checked]')?.getAttribute('value'), '0/4');
  const none = await editor.post(`/readings/${id}/drop`, { reason: 'A total' });
  assert.match(none.text, /Tick the lines that are no lines/);
  assert.equal(none.dom.querySelector('#reason')?.getAttribute('value'), 'A total');
  assert.equal((await lines(id)).length, 4);
  for (const line of ['9/99', 'x', '0/4/7'])
    assert.ok((await editor.post(`/readings/${id}/drop`, { line, reason: 'x' })).status < 500, line);
});

test('a row is left out, or joined, from its own page; a joined row is taken out again', async () => {
  const id = await given();
  const row = `/readings/${id}/lines/0/2`;
  const asked = await editor.post(`${row}/drop`, { reason: '' });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Say why it is left out/);
  const joined = await editor.post(`${row}/beside`, { beside: 'above' });
  assert.equal(joined.location, `/readings/${id}/lines/0/1`);
  await site.runJobs();
  const line = await editor.get(joined.location!);
  assert.match(line.text, /1 row below was joined to this one/);
  assert.deepEqual((await said(id))[0], ['Tell residents', 'Newsletter\nand the traders']);
  assert.match((await editor.get(`/readings/${id}`)).text, /Line 1 joined with the row below it/);
  await editor.post(`/readings/${id}/take-back`, {
    taken: line.dom.querySelector('button[name=taken]')!.getAttribute('value')!,
  });
  await site.runJobs();
  assert.equal((await lines(id)).length, 4);
  await editor.post(`${row}/beside`, { beside: 'below' });
  await site.runJobs();
  assert.equal((await said(id))[1]?.[0], 'Walks and talks');
  const last = `/readings/${id}/lines/0/4`;
  await editor.post(`${last}/beside`, { beside: 'below' });
  assert.match((await editor.get(last)).text, /no row of the same table there/);
});

test('what is put right in a joined line is kept with the join', async () => {
  const id = await given();
  await editor.post(`/readings/${id}/lines/0/1`, { how: 'E-bulletin' });
  await editor.post(`/readings/${id}/lines/0/2/beside`, { beside: 'above' });
  await site.runJobs();
  assert.equal((await said(id))[0]?.[1], 'E-bulletin\nand the traders');
  await editor.post(`/readings/${id}/lines/0/1`, { how: 'Both at once' });
  await site.runJobs();
  assert.equal((await said(id))[0]?.[1], 'Both at once');
  await editor.post(`/readings/${id}/take-back`, {
    taken: JSON.stringify([{ kind: 'joined', table: 0, row: 2 }]),
  });
  await site.runJobs();
  assert.equal((await said(id))[0]?.[1], 'E-bulletin');
});

test('a cell and a column are taken back by themselves, and history says so', async () => {
  const id = await given();
  await editor.post(`/readings/${id}/lines/0/1`, { how: 'E-bulletin', when: 'Weekly' });
  await editor.post(`/readings/${id}/columns`, {
    version: '2',
    'column-0-4': 'other',
    'name-0-4': 'How risky',
  });
  await site.runJobs();
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /Column “Risk” kept under “How risky”/);
  assert.deepEqual((await lines(id))[0]?.other, { 'How risky': 'Low' });
  const buttons = page.dom
    .querySelectorAll('#put-right button[name=taken]')
    .map(one => one.getAttribute('value')!);
  assert.equal(buttons.length, 3);
  await editor.post(`/readings/${id}/take-back`, { taken: buttons.find(one => one.includes('"how"'))! });
  await editor.post(`/readings/${id}/take-back`, { taken: buttons.find(one => one.includes('column'))! });
  await site.runJobs();
  const [first] = await lines(id);
  assert.deepEqual([first?.how, first?.when, first?.other], ['Newsletter', 'Weekly', { Risk: 'Low' }]);
  const entries = await site.within(editor.organisation, ({ db }) =>
    db.selectFrom('history').select('action').where('subject_id', '=', id).orderBy('number').execute(),
  );
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['gave in', 'put right', 'put right', 'took back', 'took back'],
  );
});

test('a row left out stands beside the lines of the plan, with the reason', async () => {
  const id = await given();
  await editor.post(`/readings/${id}/drop`, { line: '0/4', reason: 'Only a count' });
  await site.runJobs();
  const accepted = { version: '2', title: 'Ashmere plan', kind: 'stakeholder-plan', marking: 'none' };
  const { location } = await editor.post(`/readings/${id}/accept`, accepted);
  const beside = await editor.get(`${location}/beside`);
  assert.match(beside.text, /Counted so far .* Left out when the document was checked: Only a count/);
  assert.match((await editor.get(`/readings/${id}`)).text, /left out: Only a count/);
  assert.equal((await editor.get(`/readings/${id}`)).dom.querySelector('button[name=taken]'), null);
});

test('a column kept under a chosen heading stands under it in the plan', async () => {
  const id = await given();
  await editor.post(`/readings/${id}/columns`, {
    version: '1',
    'column-0-4': 'other',
    'name-0-4': 'How risky',
  });
  await site.runJobs();
  const accepted = { version: '2', title: 'Ashmere plan', kind: 'stakeholder-plan', marking: 'none' };
  const { location } = await editor.post(`/readings/${id}/accept`, accepted);
  const page = await editor.get(location!);
  assert.ok(page.dom.querySelectorAll('th[scope=col]').some(one => one.text.trim() === 'How risky'));
  assert.match(page.text, /How risky .* Low/);
});

test('all that was put right has a page of its own', async () => {
  const id = await given();
  assert.match((await editor.get(`/readings/${id}/put-right`)).text, /Nothing was put right by hand/);
  await editor.post(`/readings/${id}/lines/0/1`, { how: 'E-bulletin', when: '' });
  await site.runJobs();
  const page = await editor.get(`/readings/${id}/put-right`);
  assert.match(page.text, /Line 1, How \(channel\) “E-bulletin”/);
  assert.match(page.text, /Line 1, When left empty/);
  assert.equal((await editor.get('/readings/not-one/put-right')).status, 404);
});

test('what nobody put right cannot be taken back', async () => {
  const id = await given();
  for (const taken of [
    '',
    '{}',
    '[]',
    'edition',
    '[{"kind":"cell"}]',
    '[{"kind":"dropped","table":-1,"row":1}]',
  ])
    assert.ok((await editor.post(`/readings/${id}/take-back`, { taken })).status < 500, taken);
  await site.runJobs();
  assert.equal((await lines(id)).length, 4);
});
