import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead, SMALL_PLAN } from '../../../../../tests/support/given-in.ts';
import { type Fields, type Response, testSite } from '../../../../../tests/support/site.ts';
import type { ReadLine } from '../../../../reading/reading.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const other = await site.person({ name: 'Olive Fenn' });

const lines = async (id: string) => {
  const rows = await site.within(editor.organisation, ({ db }) =>
    db.selectFrom('reading_lines').select('line').where('reading_id', '=', id).orderBy('position').execute(),
  );
  return rows.map(row => row.line as ReadLine);
};

/** The form as the page sends it, with some cells typed over. */
function typed(page: Response, cells: Record<string, string>): Record<string, string> {
  const inputs = page.dom.querySelectorAll('form[method=post] input[type=hidden]');
  const areas = page.dom.querySelectorAll('textarea');
  return {
    ...Object.fromEntries(inputs.map(one => [one.getAttribute('name')!, one.getAttribute('value') ?? ''])),
    ...Object.fromEntries(areas.map(one => [one.getAttribute('name')!, one.text])),
    ...cells,
  };
}
const nameOf = (page: Response, label: string) =>
  page.dom.querySelector(`textarea[aria-label="${label}"]`)!.getAttribute('name')!;

test('cells of several lines are put right by one form, and read again once', async () => {
  const id = await givenInAndRead(site, editor);
  const here = `/readings/${id}/cells`;
  const page = await editor.get(here);
  const cells = {
    [nameOf(page, 'When, line 2')]: 'Every two months',
    [nameOf(page, 'Audience, line 3')]: 'Shops\r\nand markets',
  };
  const answer = await editor.post(`${here}?page=1`, typed(page, cells));
  assert.equal(answer.location, `${here}?page=1`);
  assert.equal(await site.runJobs(), 1);
  const read = await lines(id);
  assert.deepEqual([read[1]?.when, read[2]?.audience], ['Every two months', 'Shops\nand markets']);
  assert.match((await editor.get(here)).text, /2 cells were put right/);
  await editor.post(here, typed(await editor.get(here), {}));
  assert.match((await editor.get(here)).text, /Nothing was changed on this page/);
});

test('what somebody else put right meanwhile is shown beside what was typed, and neither is lost', async () => {
  const id = await givenInAndRead(site, editor);
  const here = `/readings/${id}/cells`;
  const page = await editor.get(here);
  await other.post(`/readings/${id}/lines/0/2`, { when: 'Fortnightly', what: 'Parking and buses' });
  const cells = {
    [nameOf(page, 'When, line 2')]: 'Weekly',
    [nameOf(page, 'How (channel), line 1')]: 'Meeting',
  };
  const asked = await editor.post(here, typed(page, cells));
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Somebody else changed When of line 2/);
  assert.match(asked.text, /Somebody else wrote: Fortnightly/);
  assert.equal(asked.dom.querySelector(`textarea[aria-label="When, line 2"]`)?.text, 'Weekly');
  await site.runJobs();
  await editor.post(here, typed(asked, {}));
  await site.runJobs();
  const read = await lines(id);
  assert.deepEqual([read[0]?.how, read[1]?.when, read[1]?.what], ['Meeting', 'Weekly', 'Parking and buses']);
});

test('what was typed for a line that is no longer there is given back', async () => {
  const id = await givenInAndRead(site, editor);
  const here = `/readings/${id}/cells`;
  const page = await editor.get(here);
  await other.post(`/readings/${id}/lines/0/2/drop`, { reason: 'A note' });
  await site.runJobs();
  const asked = await editor.post(here, typed(page, { [nameOf(page, 'What, line 2')]: 'Buses' }));
  assert.equal(asked.status, 422);
  assert.match(asked.text, /1 line is no longer there/);
  assert.match(asked.text, /What you typed for lines that are no longer there What Buses/);
});

test('a cell of too many letters is told of, and kept', async () => {
  const id = await givenInAndRead(site, editor);
  const page = await editor.get(`/readings/${id}/cells`);
  const long = 'long '.repeat(4_100);
  const asked = await editor.post(
    `/readings/${id}/cells`,
    typed(page, { [nameOf(page, 'What, line 1')]: long }),
  );
  assert.match(asked.text, /What of line 1 must be 20,000 characters or fewer/);
  assert.equal(asked.dom.querySelector('textarea[aria-label="What, line 1"]')?.text.trim(), long.trim());
});

test('the grid shows the lines that were looked for, and waits while they are read', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `Tell ward ${at + 1}\tRangers\tMonthly`);
  const id = await givenInAndRead(
    site,
    editor,
    ['Ashmere plan', '', 'What\tOwner\tWhen', ...rows].join('\n'),
  );
  assert.equal(
    (await editor.get(`/readings/${id}/cells?page=2`)).dom.querySelectorAll('tbody tr th a').length,
    10,
  );
  assert.equal(
    (await editor.get(`/readings/${id}/cells?q=ward+41`)).dom.querySelectorAll('tbody tr th a').length,
    1,
  );
  await editor.post(`/readings/${id}/lines/0/2`, { what: 'Tell all' });
  assert.match((await editor.get(`/readings/${id}/cells`)).text, /Reading the document again/);
  await site.runJobs();
});

test('a form of another make is no fault', async () => {
  const id = await givenInAndRead(site, editor, SMALL_PLAN);
  const forms: Fields[] = [
    {},
    { fields: 'x __proto__ what', 'at-0': '0/1', 'cell-0-0': 'y' },
    { 'at-0': '9/9/9' },
  ];
  for (const form of forms) assert.ok((await editor.post(`/readings/${id}/cells`, form)).status < 500);
  assert.equal((await editor.get('/readings/none/cells')).status, 404);
});
