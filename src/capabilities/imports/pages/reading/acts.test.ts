import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead, SMALL_PLAN } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import type { ReadLine } from '../../../../reading/reading.ts';
import type { AsRead } from '../../../plans/index.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);

const MEANINGS = ['audience', 'messenger', 'what', 'how', 'when', 'other'];
const asColumns = (meanings: string[]) =>
  Object.fromEntries(meanings.map((meaning, at) => [`column-0-${at}`, meaning]));
const acceptance = { version: '1', title: 'Our plan', kind: 'stakeholder-plan', marking: 'OFFICIAL' };

test('a column’s meaning put right changes every line', async () => {
  const id = await givenInAndRead(site, editor);
  const fields = { version: '1', ...asColumns(['audience', 'messenger', 'what', 'how', 'when', 'status']) };
  const answer = await editor.post(`/readings/${id}/columns`, fields);
  assert.equal(answer.location, `/readings/${id}`);
  await site.runJobs();
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /read again with the columns as you said/);
  assert.deepEqual(
    (await lines(id)).map(line => line.status),
    ['Low', 'High', 'Low'],
  );
  assert.equal(
    page.dom.querySelector('select[name=column-0-5] option[selected]')?.getAttribute('value'),
    'status',
  );
});

test('columns left as they are, or chosen on a page that is out of date, change nothing', async () => {
  const id = await givenInAndRead(site, editor);
  await editor.post(`/readings/${id}/columns`, { version: '1', ...asColumns(MEANINGS) });
  assert.match((await editor.get(`/readings/${id}`)).text, /No column was changed/);
  const late = { version: '7', ...asColumns(MEANINGS.with(5, 'status')) };
  await editor.post(`/readings/${id}/columns`, late);
  assert.match((await editor.get(`/readings/${id}`)).text, /read again since you opened the page/);
  await editor.post(`/readings/${id}/columns`, { version: '1', 'column-0-5': 'nonsense' });
  assert.equal((await reading(id)).version, 1);
});

test('a doubt that is agreed with is settled, and stays so after reading again', async () => {
  const id = await givenInAndRead(site, editor);
  const doubt = await shownDoubt(id);
  const answer = await editor.post(`/readings/${id}/doubts`, doubt);
  assert.equal(answer.location, `/readings/${id}?doubt=1&next=yes`);
  const page = await editor.get(`/readings/${id}?doubt=1&next=yes`);
  assert.match(page.text, /1 of 1 doubt: 2 timings stand in one cell/);
  assert.ok(page.dom.querySelector('.cg-doubt button[autofocus]'), 'Enter agrees with the next one');
  await editor.post(`/readings/${id}/columns`, { version: '1', 'column-0-5': 'comments' });
  await site.runJobs();
  assert.match((await editor.get(`/readings/${id}`)).text, /1 doubt for you/);
});

test('the same doubt in many lines is settled in all of them at once, when the person says so', async () => {
  const rows = ['Tell\tPress office / Ward team\tMay', 'Ask\tPress office / Ward team\tJune', 'Go\t\tJuly'];
  const plan = ['Ashmere plan', '', 'What\tOwner\tWhen', ...rows].join('\n');
  const id = await givenInAndRead(site, editor, plan);
  assert.match(
    (await editor.get(`/readings/${id}`)).text,
    /Agree with it in the 1 other line that asks the same/,
  );
  await editor.post(`/readings/${id}/doubts`, { ...(await shownDoubt(id)), alike: 'yes' });
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /2 doubts were settled/);
  assert.match(page.text, /1 of 1 doubt: nobody is named as responsible/);
  assert.equal(((await reading(id)).settled as unknown[]).length, 2);
});

test('a doubt answered in other words is read again, and no longer a doubt', async () => {
  const id = await givenInAndRead(site, editor);
  await editor.post(`/readings/${id}/doubts`, { ...(await shownDoubt(id)), answer: 'Every two months' });
  await site.runJobs();
  const [, line] = await lines(id);
  assert.equal(line?.when, 'Every two months');
  assert.deepEqual(line?.doubts, []);
  assert.match((await editor.get(`/readings/${id}`)).text, /1 of 1 doubt: 2 timings/);
});

test('a doubt that nobody raised cannot be settled', async () => {
  const id = await givenInAndRead(site, editor);
  const doubt = { table: '0', row: '999', field: 'when', reason: 'made up', number: '1' };
  await editor.post(`/readings/${id}/doubts`, doubt);
  await editor.post(`/readings/${id}/doubts`, { ...(await shownDoubt(id)), reason: 'made up' });
  assert.equal((await editor.post(`/readings/${id}/doubts`, { table: 'x' })).status, 404);
  assert.deepEqual((await reading(id)).settled, []);
});

test('accepting makes one plan that says what the corrected reading says, however often it is sent', async () => {
  const id = await givenInAndRead(site, editor);
  assert.equal((await plans()).length, 0);
  await editor.post(`/readings/${id}/doubts`, { ...(await shownDoubt(id)), answer: 'Every two months' });
  await site.runJobs();
  const fields = { ...acceptance, version: '2' };
  const twice = await Promise.all([
    editor.post(`/readings/${id}/accept`, fields),
    editor.post(`/readings/${id}/accept`, fields),
  ]);
  const made = await plans();
  assert.equal(made.length, 1);
  for (const answer of twice) assert.equal(answer.location, `/plans/${made[0]?.id}`);
  assert.deepEqual(
    [made[0]?.title, made[0]?.kind, made[0]?.marking],
    ['Our plan', 'stakeholder-plan', 'OFFICIAL'],
  );
  const stored = await within(({ db }) =>
    db.selectFrom('lines').select(['when', 'other', 'audience', 'doubts']).orderBy('position').execute(),
  );
  assert.deepEqual(
    stored.map(line => [line.audience, line.when, line.other]),
    [
      ['Ward panels', 'Quarterly', { Risk: 'Low' }],
      ['Mill Lane', 'Every two months', { Risk: 'High' }],
      ['Shops', 'Weekly and monthly', { Risk: 'Low' }],
    ],
  );
  assert.match(JSON.stringify(stored[2]?.doubts), /2 timings stand in one cell/);
  assert.ok(made[0]?.source_file_id);
  assert.match(JSON.stringify(made[0]?.beside), /reviewed every spring/);
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /This became the plan Our plan\./);
  assert.equal(page.dom.querySelector('#accept'), null);
  await editor.post(`/readings/${id}/columns`, { version: '2', 'column-0-5': 'comments' });
  assert.equal((await reading(id)).status, 'accepted');
});

test('a reading that changed since it was looked at is not accepted', async () => {
  const id = await givenInAndRead(site, editor);
  const before = (await plans()).length;
  await editor.post(`/readings/${id}/columns`, { version: '1', 'column-0-5': 'comments' });
  await editor.post(`/readings/${id}/accept`, acceptance);
  await site.runJobs();
  await editor.post(`/readings/${id}/accept`, acceptance);
  assert.match((await editor.get(`/readings/${id}`)).text, /read again since you opened the page/);
  assert.equal((await plans()).length, before);
});

test('numbers that no reading has are no fault', async () => {
  const id = await givenInAndRead(site, editor);
  for (const number of ['99999999999', '1e99', '-1', 'x', '']) {
    const { status } = await editor.post(`/readings/${id}/accept`, { ...acceptance, version: number });
    assert.ok(status < 500, number);
    const doubt = { table: number, row: number, field: 'when', reason: 'x', number };
    assert.ok((await editor.post(`/readings/${id}/doubts`, doubt)).status < 500, number);
  }
  assert.equal((await reading(id)).status, 'read');
});

test('a plan needs a title; what was chosen is kept', async () => {
  const id = await givenInAndRead(site, editor);
  const page = await editor.post(`/readings/${id}/accept`, { ...acceptance, title: ' ' });
  assert.equal(page.status, 422);
  assert.match(page.text, /There is a problem Enter a title for the plan/);
  assert.equal(page.dom.querySelector('#marking option[selected]')?.getAttribute('value'), 'OFFICIAL');
});

test('history says who gave in, put right, settled and accepted', async () => {
  const id = await givenInAndRead(site, editor);
  await editor.post(`/readings/${id}/doubts`, await shownDoubt(id));
  await editor.post(`/readings/${id}/columns`, { version: '1', 'column-0-5': 'comments' });
  await site.runJobs();
  await editor.post(`/readings/${id}/accept`, { ...acceptance, version: '2' });
  const entries = await within(({ db }) =>
    db
      .selectFrom('history')
      .select(['action', 'actor_name'])
      .where('subject_id', '=', id)
      .orderBy('number')
      .execute(),
  );
  assert.deepEqual(
    entries.map(entry => entry.action),
    ['gave in', 'settled a doubt', 'put right', 'accepted'],
  );
  assert.ok(entries.every(entry => entry.actor_name === 'Edwin Reed'));
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /Edwin Reed put right: table 1, column 6/);
});

/** The fields that the page sends for the doubt it shows. */
async function shownDoubt(id: string): Promise<Record<string, string>> {
  const { dom } = await editor.get(`/readings/${id}`);
  const fields = dom
    .querySelectorAll('.cg-doubt input[type=hidden]')
    .filter(one => one.getAttribute('name') !== '_csrf');
  const answer = dom.querySelector('.cg-doubt textarea')?.text ?? '';
  return {
    ...Object.fromEntries(fields.map(one => [one.getAttribute('name')!, one.getAttribute('value')!])),
    answer,
  };
}

const reading = (id: string) =>
  within(({ db }) => db.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
const plans = () => within(({ db }) => db.selectFrom('plans').selectAll().execute());

async function lines(id: string) {
  const rows = await within(({ db }) =>
    db.selectFrom('reading_lines').select('line').where('reading_id', '=', id).orderBy('position').execute(),
  );
  return rows.map(row => row.line as Pick<ReadLine, 'status' | 'when' | 'doubts' | 'other'>);
}

test('an accepted line keeps why it was read so, and the row where several lines were made of it', async () => {
  const id = await givenInAndRead(site, editor, SMALL_PLAN.replace('Leaflet', 'Leaflet; e-bulletin'));
  await editor.post(`/readings/${id}/lines/0/3/part`);
  await site.runJobs();
  const accepted = await editor.post(`/readings/${id}/accept`, { ...acceptance, version: '2' });
  const kept = await within(({ db }) =>
    db
      .selectFrom('lines')
      .select(['how', 'when', 'as_read'])
      .where('plan_id', '=', accepted.location!.split('/').at(-1)!)
      .orderBy('position')
      .execute(),
  );
  assert.deepEqual(
    kept.map(({ how, when }) => [how, when]),
    [
      ['Panel meeting', 'Quarterly'],
      ['Street briefing', 'Bi-monthly'],
      ['Leaflet', 'Weekly'],
      ['e-bulletin', 'monthly'],
    ],
  );
  const asRead = kept[3]!.as_read as AsRead;
  assert.equal(asRead.timings[0]?.why, 'it stands under “When”, and its words say how often');
  assert.equal(asRead.state?.why, 'no cell of the row holds a word that tells a state');
  assert.deepEqual([asRead.row?.part, asRead.row?.of], [2, 2]);
  assert.deepEqual(asRead.row?.printed[3], { heading: 'How', text: 'Leaflet; e-bulletin' });
});

test('a title that was written over several lines is one', async () => {
  const id = await givenInAndRead(site, editor);
  const title = '  Our plan\r\nfor  the year ';
  await editor.post(`/readings/${id}/accept`, { ...acceptance, title });
  assert.match((await editor.get('/plans')).text, /Our plan for the year/);
});
