import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();

/** The address of the line of a number, and the fields that its page would send. */
async function lineOf(id: string, number: number) {
  const { dom } = await editor.get(`/readings/${id}`);
  const path = dom.querySelectorAll('#lines th[scope=row] a')[number - 1]!.getAttribute('href')!;
  const page = await editor.get(path);
  const fields = page.dom
    .querySelectorAll('textarea')
    .map(field => [field.getAttribute('name')!, field.text] as const);
  return { path, page, fields: Object.fromEntries(fields) };
}

test('a line stands as printed beside as read, with its timings in words and its next dates', async () => {
  const id = await givenInAndRead(site, editor);
  const { page, fields } = await lineOf(id, 1);
  assert.match(page.text, /Line 1/);
  const printed = page.dom.querySelectorAll('.cg-pane--printed dt').map(term => term.text);
  assert.deepEqual(printed, ['Audience', 'Who from', 'What', 'How', 'When', 'Risk']);
  assert.equal(page.dom.querySelector('.cg-pane--printed mark')?.text, 'Quarterly');
  assert.match(page.text, /once in each quarter/);
  assert.match(page.text, /by 30 Jun by 30 Sep by 31 Dec/);
  assert.equal(fields.messenger, 'Ward sergeants');
  assert.equal(fields['other:Risk'], 'Low');
  assert.match((await lineOf(id, 2)).page.text, /When: Bi-monthly: every two months or twice a month\?/);
});

test('cells put right change the line, and no other', async () => {
  const id = await givenInAndRead(site, editor);
  const { path, fields } = await lineOf(id, 1);
  const sent = {
    ...fields,
    when: 'Every Tuesday',
    owner: 'Ward inspector',
    'other:Risk': 'Very low',
    state: 'in-progress',
  };
  const answer = await editor.post(path, sent);
  assert.equal(answer.location, path);
  await site.runJobs();
  assert.match((await editor.get(path)).text, /Line 1 was read again with what you put right/);
  const again = await lineOf(id, 1);
  assert.equal(again.fields.owner, 'Ward inspector');
  assert.equal(again.fields['other:Risk'], 'Very low');
  assert.match(again.page.text, /every Tuesday/);
  assert.equal(again.page.dom.querySelector('#state option[selected]')?.getAttribute('value'), 'in-progress');
  assert.match(again.page.dom.querySelector('.cg-pane--printed')!.text, /Quarterly/);
  assert.equal((await lineOf(id, 2)).fields.when, 'Bi-monthly');
  assert.match((await editor.get(`/readings/${id}`)).text, /0 words lost/);
});

test('where several timings stand in a line, what each may go with is offered', async () => {
  const id = await givenInAndRead(site, editor);
  const { path, page, fields } = await lineOf(id, 1);
  assert.doesNotMatch(page.text, /can become/);
  await editor.post(path, { ...fields, when: 'Quarterly; monthly', how: 'Ward panel; newsletter' });
  await site.runJobs();
  const { text } = await editor.get(path);
  assert.match(text, /Line\s*How\s*When 1 Ward panel Quarterly 2 newsletter monthly/);
  assert.match(text, /How: two beside two timings, in the same order/);
});

test('a line left as it is, or given what no line has, is not read again', async () => {
  const id = await givenInAndRead(site, editor);
  const { path, fields } = await lineOf(id, 1);
  await editor.post(path, { ...fields, what: `${fields.what}\r\n`, state: 'unknown' });
  assert.match((await editor.get(path)).text, /Nothing was changed in this line/);
  await editor.post(path, { state: 'splendid', 'other:Nowhere': 'x', nonsense: 'x', at: '3' });
  assert.match((await editor.get(path)).text, /Nothing was changed in this line/);
});

test('lines lead to their neighbours', async () => {
  const id = await givenInAndRead(site, editor);
  const { page } = await lineOf(id, 2);
  const leads = page.dom.querySelectorAll('.cg-acts a').map(link => link.text);
  assert.deepEqual(leads, ['Before: line 1', 'Next: line 3', 'All lines']);
});

test('lines that are not there are not found; a line of a plan is shown and no longer changed', async () => {
  const id = await givenInAndRead(site, editor);
  for (const place of ['0/9999', '9/1', '-1/0', 'x/y', '0/1e400', '99999999999/1'])
    assert.equal((await editor.get(`/readings/${id}/lines/${place}`)).status, 404, place);
  const { path } = await lineOf(id, 1);
  await editor.post(`/readings/${id}/accept`, { version: '1', title: 'A plan', kind: 'unknown' });
  const page = await editor.get(path);
  assert.equal(page.status, 200);
  assert.equal(page.dom.querySelector('form textarea'), null);
  await editor.post(path, { what: 'Something else' });
  assert.match((await editor.get(path)).text, /no longer to be checked/);
});

test('times that stand in the columns of a timetable are not said to stand under When', async () => {
  const plan = 'Plan\n\nTask\tOwner\tApr\tMay\tJun\nLetters\tMae Lund\tx\tx\t\nVisits\tWeb team\t\t\tx';
  const id = await givenInAndRead(site, editor, plan);
  const page = await editor.get(`/readings/${id}/lines/0/1`);
  assert.match(page.text, /As printed in the columns of the timetable/);
});
