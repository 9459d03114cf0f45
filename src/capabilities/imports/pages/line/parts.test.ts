import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead, SMALL_PLAN } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { allLines, lineAt } from '../../queries/lines.ts';
import { readingById } from '../../queries/readings.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();

/** The last row has two timings beside two channels. */
const PLAN = SMALL_PLAN.replace('Leaflet', 'Leaflet; e-bulletin');
const ROW = '0/3';
const MAKE = /Make 2 lines of these pairs/;

const given = async () => {
  const id = await givenInAndRead(site, editor, PLAN);
  return { id, row: `/readings/${id}/lines/${ROW}`, review: `/readings/${id}` };
};
const linesOn = async (review: string) =>
  (await editor.get(review)).dom
    .querySelectorAll('#lines tbody tr')
    .filter(row => row.querySelector('a'))
    .map(row => row.structuredText.replace(/\s+/g, ' ').trim());
const stored = (id: string, part?: number) =>
  site.within(editor.organisation, async within => ({
    line: (await lineAt(within, id, { table: 0, row: 3, part }))?.line,
    corrections: (await readingById(within, id))?.corrections,
  }));
const lastDoubt = async (review: string) => {
  const page = await editor.get(`${review}?doubt=2`);
  const form = page.dom.querySelector('.cg-doubt form')!;
  const inputs = form.querySelectorAll('input[type=hidden], textarea');
  const fields = Object.fromEntries(
    inputs.map(field => [field.getAttribute('name')!, field.getAttribute('value') ?? field.text]),
  );
  return { page, form, fields };
};

test('the page of a row offers its pairs as lines, and makes them', async () => {
  const { id, row, review } = await given();
  const page = await editor.get(row);
  assert.match(page.text, /it can become 2 lines, which share its other cells/);
  assert.match(page.text, MAKE);
  const answer = await editor.post(`${row}/part`);
  assert.equal(answer.location, `${row}?part=1`);
  await site.runJobs();
  const first = await editor.get(`${row}?part=1`);
  assert.match(first.text, /Line 3 became 2 lines, each with its own timing/);
  assert.match(first.text, /This is line 1 of 2 that were made of one row of the document/);
  assert.equal(first.dom.querySelector('textarea[name=how]')?.text, 'Leaflet');
  assert.equal(first.dom.querySelector('textarea[name=when]')?.text, 'Weekly');
  assert.match(first.dom.querySelector('.cg-pane--printed')!.text, /Leaflet; e-bulletin/);
  assert.deepEqual((await linesOn(review)).slice(2), [
    'Line 3 Shops Business officer Theft advice Leaflet Weekly Sure',
    'Line 4 Shops Business officer Theft advice e-bulletin monthly Sure',
  ]);
  const facts = (await editor.get(review)).dom.querySelector('.cg-facts')!.text;
  assert.match(facts.replace(/\s+/g, ' '), /4 lines in 1 section .* 0 words lost/);
  assert.equal((await stored(id)).line, undefined);
  assert.deepEqual((await stored(id, 2)).line?.at, { table: 0, row: 3, part: 2 });
});

test('its neighbours are a step away, and each of the lines is put right by itself', async () => {
  const { id, row } = await given();
  await editor.post(`${row}/part`);
  await site.runJobs();
  const second = await editor.get(`${row}?part=2`);
  const leads = second.dom.querySelectorAll('.cg-acts a').map(link => link.getAttribute('href'));
  assert.deepEqual(leads, [`${row}?part=1`, `/readings/${id}`]);
  await editor.post(`${row}?part=2`, { owner: 'Web team' });
  await site.runJobs();
  assert.equal((await stored(id, 2)).line?.owner, 'Web team');
  assert.equal((await stored(id, 1)).line?.owner, undefined);
});

test('the lines become one again, and what was put right in one of them goes', async () => {
  const { id, row } = await given();
  const before = (await stored(id)).line;
  await editor.post(`${row}/part`);
  await site.runJobs();
  await editor.post(`${row}?part=2`, { owner: 'Web team' });
  await site.runJobs();
  const answer = await editor.post(`${row}/join?part=2`);
  assert.equal(answer.location, row);
  await site.runJobs();
  assert.match((await editor.get(row)).text, /The 2 lines of the row are one line again/);
  const now = await stored(id);
  assert.deepEqual(now.line, before);
  assert.deepEqual(now.corrections, { columns: [], cells: [], parted: [] });
});

test('at the doubt about several timings one button makes the lines, the other keeps one', async () => {
  const { id, row, review } = await given();
  const { page, form, fields } = await lastDoubt(review);
  assert.match(page.text, /2 timings stand in one cell/);
  const buttons = form.querySelectorAll('button').map(button => button.text.trim());
  assert.deepEqual(buttons, ['Keep as one line', 'Make 2 lines of these pairs']);
  assert.equal(form.querySelector('button[formaction]')?.getAttribute('formaction'), `${row}/part`);
  const answer = await editor.post(`${row}/part`, fields);
  assert.equal(answer.location, `${review}?doubt=2&next=yes`);
  await site.runJobs();
  assert.equal((await linesOn(review)).length, 4);
  assert.match((await editor.get(review)).text, /1 of 1 doubt: Bi-monthly/);
  assert.deepEqual((await stored(id)).corrections?.parted, [{ table: 0, row: 3 }]);
});

test('kept as one line from the page of the row, the doubt is settled and the row stays', async () => {
  const { id, row } = await given();
  const form = (await editor.get(row)).dom.querySelector(`form[action="${row}/part"]`)!;
  const fields = Object.fromEntries(
    form
      .querySelectorAll('input')
      .map(field => [field.getAttribute('name')!, field.getAttribute('value') ?? '']),
  );
  const button = form.querySelectorAll('button')[1]!;
  assert.equal(button.text, 'Keep as one line');
  const answer = await editor.post(button.getAttribute('formaction')!, fields);
  assert.equal(answer.location, row);
  assert.deepEqual((await stored(id)).line?.doubts, []);
  const page = await editor.get(row);
  assert.match(page.text, MAKE, 'another day it may still be parted');
  assert.doesNotMatch(page.text, /Keep as one line/);
});

test('words written into the answer count first', async () => {
  const { id, row, review } = await given();
  const { fields } = await lastDoubt(review);
  await editor.post(`${row}/part`, { ...fields, answer: 'Weekly' });
  await site.runJobs();
  assert.match((await editor.get(row)).text, /read again with what you wrote/);
  assert.equal((await stored(id)).line?.when, 'Weekly');
});

test('a row without pairs, and a reading that is done with, stay as they are', async () => {
  const { id, row, review } = await given();
  await editor.post(`/readings/${id}/lines/0/1/part`);
  assert.match((await editor.get(review)).text, /No pairs are offered for this line any more/);
  for (const odd of ['?part=x', '?part=-1', '?part=1&part=2'])
    assert.equal((await editor.get(`${row}${odd}`)).status, 404, odd);
  await editor.post(`${review}/accept`, { version: '1', title: 'A plan', kind: 'unknown' });
  await editor.post(`${row}/part`);
  assert.match((await editor.get(row)).text, /no longer to be checked/);
  await editor.post(`${row}/join`);
  assert.equal((await stored(id)).corrections?.parted, undefined);
});

test('a plan with such lines is exported with them, and the export read again gives the same', async () => {
  const { id, row, review } = await given();
  await editor.post(`${row}/part`);
  await site.runJobs();
  const accepted = await editor.post(`${review}/accept`, { version: '2', title: 'A plan', kind: 'unknown' });
  const { bytes } = await editor.get(`${accepted.location}/export.docx`);
  const again = await givenInAndRead(site, editor, bytes, 'A plan.docx');
  const told = async (reading: string) =>
    (await site.within(editor.organisation, within => allLines(within, reading))).map(
      ({ audience, what, how, when, schedules }) => [audience, what, how, when, schedules],
    );
  assert.equal((await told(id)).length, 4);
  assert.deepEqual(await told(again), await told(id));
});

test('whoever comes back to a line that stands elsewhere by now is led there, and a second press does nothing', async () => {
  const { id, row } = await given();
  await editor.post(`${row}/part`);
  await site.runJobs();
  assert.equal((await editor.get(row)).location, `${row}?part=1`);
  const version = async () => (await stored(id)).corrections;
  const before = await version();
  for (const path of [`${row}/part`, row]) {
    const again = await editor.post(path, { owner: 'Web team' });
    assert.equal(again.location, `${row}?part=1`);
    assert.match((await editor.get(again.location!)).text, /since you opened the page/);
  }
  assert.deepEqual(await version(), before);
  await editor.post(`${row}/join?part=2`);
  await site.runJobs();
  for (const part of [1, 2]) assert.equal((await editor.get(`${row}?part=${part}`)).location, row);
  assert.equal((await editor.post(`${row}/join?part=2`)).location, row);
  assert.equal((await editor.get(`/readings/${id}/lines/0/99`)).status, 404);
});
