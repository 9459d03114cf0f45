import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead, SMALL_PLAN } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();

test('while it is read, the page says so without moving by itself, and a script may ask', async () => {
  const { location } = await editor.upload('/readings', { name: 'Ashmere plan.txt', content: SMALL_PLAN });
  const begun = performance.now();
  const page = await editor.get(location!);
  assert.ok(performance.now() - begun > 1_000, 'a small file is waited for');
  assert.match(page.text, /Reading the document/);
  assert.ok(page.dom.querySelectorAll('a').some(link => link.text === 'Check again'));
  assert.equal(page.dom.querySelector('meta[http-equiv=refresh]'), null);
  assert.deepEqual(JSON.parse((await editor.get(`${location}/status`)).html), {
    status: 'waiting',
    progress: '',
  });
  await site.runJobs();
  assert.deepEqual(JSON.parse((await editor.get(`${location}/status`)).html), {
    status: 'read',
    progress: '',
  });
  assert.match((await editor.get(location!)).text, /Check what was read/);
});

test('a page that waits shows the reading as soon as it is there', async () => {
  const { location } = await editor.upload('/readings', { name: 'Ashmere plan.txt', content: SMALL_PLAN });
  const jobs = site.runJobs();
  let page = await editor.get(location!);
  // on a busy machine the reading may outlast the page's patience: then a person checks again
  for (let asked = 1; asked < 10 && /Reading the document/.test(page.text); asked++)
    page = await editor.get(location!);
  assert.match(page.text, /Check what was read/);
  await jobs;
});

test('the facts, the columns, the first doubt, the lines and how to accept are on one page', async () => {
  const id = await givenInAndRead(site, editor);
  const page = await editor.get(`/readings/${id}`);
  const facts = page.dom
    .querySelectorAll('.cg-facts__item')
    .map(item => item.text.replace(/\s+/g, ' ').trim());
  assert.deepEqual(facts.slice(0, 4), [
    '3 lines in 1 section',
    '4 timings, 4 with dates',
    '2 doubts for you',
    '3 owners',
  ]);
  assert.match(facts[4] ?? '', /^0 words lost; \d+ in the remainder$/);
  assert.equal(
    page.dom.querySelector('select[name=column-0-0] option[selected]')?.getAttribute('value'),
    'audience',
  );
  assert.equal(
    page.dom.querySelector('select[name=column-0-5] option[selected]')?.getAttribute('value'),
    'other',
  );
  assert.match(page.text, /1 of 2 doubts: Bi-monthly: every two months or twice a month\?/);
  assert.equal(page.dom.querySelector('mark')?.text, 'Bi-monthly');
  assert.equal(page.dom.querySelector('textarea[name=answer]')?.text, 'Bi-monthly');
  assert.match(page.text, /once every two months/);
  const tags = page.dom.querySelectorAll('#lines tbody td:nth-last-child(2)').map(cell => cell.text.trim());
  assert.deepEqual(tags, ['Sure', '1 doubt', '1 doubt']);
  assert.equal(page.dom.querySelector('#title')?.text.trim(), 'Ashmere external communication plan 2025-26');
});

test('doubts are looked at one by one, or as a list', async () => {
  const id = await givenInAndRead(site, editor);
  const second = await editor.get(`/readings/${id}?doubt=2`);
  assert.match(second.text, /2 of 2 doubts: 2 timings stand in one cell/);
  assert.match((await editor.get(`/readings/${id}?doubt=99`)).text, /2 of 2 doubts/);
  const list = await editor.get(`/readings/${id}?doubtful=yes`);
  assert.match(list.text, /Lines with a doubt/);
  assert.equal(list.dom.querySelectorAll('#lines tbody th[scope=row]').length, 2);
});

test('the same file again is said, with the way to the first reading', async () => {
  const other = await site.organisation('Fenwater District');
  const stranger = await site.person({ organisation: other });
  const theirs = await givenInAndRead(site, stranger);
  assert.doesNotMatch((await stranger.get(`/readings/${theirs}`)).text, /very same file/);
  const first = await givenInAndRead(site, stranger, `${SMALL_PLAN}\n`);
  site.clock.advance({ minutes: 5 });
  const again = await givenInAndRead(site, stranger, `${SMALL_PLAN}\n`, 'Copy.txt');
  const page = await stranger.get(`/readings/${again}`);
  assert.match(page.text, /The very same file was given in on/);
  assert.ok(page.dom.querySelector(`a[href="/readings/${first}"]`));
  assert.doesNotMatch((await stranger.get(`/readings/${first}`)).text, /very same file/);
});

test('thousands of lines come fifty at a time', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => `Tell street ${at + 1}\tPress office\tWeekly`);
  const id = await givenInAndRead(
    site,
    editor,
    ['Ashmere plan', '', 'What\tOwner\tWhen', ...rows].join('\n'),
  );
  const third = await editor.get(`/readings/${id}?page=3`);
  assert.match(third.text, /101 to 120 of 120 lines/);
  assert.equal(third.dom.querySelectorAll('#lines tbody th[scope=row]').length, 20);
  assert.match(third.text, /Tell street 120/);
  for (const odd of ['page=0', 'page=x', 'page=99999', 'doubt=-1', 'doubtful=no', 'page=1&page=2'])
    assert.equal((await editor.get(`/readings/${id}?${odd}`)).status, 200, odd);
});

test('a policy without a table can be accepted for its clauses', async () => {
  const policy = 'Ashmere media policy\n\n1. Enquiries\n\n1.1 Every enquiry is answered in two hours.\n';
  const id = await givenInAndRead(site, editor, policy, 'Media policy.txt');
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /No table with lines was found/);
  assert.match(page.text, /Every enquiry is answered in two hours/);
});

test('what is not there, or is another organisation’s, is not found, whatever is asked of it', async () => {
  const id = await givenInAndRead(site, editor);
  const other = await site.person({ organisation: await site.organisation('Otherton') });
  const ids = [id, '00000000-0000-4000-8000-000000000000', 'x', '1; drop table readings'];
  for (const one of ids) {
    const address = `/readings/${encodeURIComponent(one)}`;
    for (const path of ['', '/status', '/rest', '/discard', '/lines/0/1'])
      assert.equal((await other.get(`${address}${path}`)).status, 404, `${address}${path}`);
    for (const path of ['/columns', '/doubts', '/accept', '/again', '/discard', '/lines/0/1']) {
      const fields = {
        version: '1',
        title: 'Mine',
        kind: 'unknown',
        table: '0',
        row: '1',
        field: 'when',
        reason: 'x',
      };
      assert.equal((await other.post(`${address}${path}`, fields)).status, 404, `${address}${path}`);
    }
  }
  assert.match((await editor.get(`/readings/${id}`)).text, /Check what was read/);
});

test('a doubt about a column is answered above it, and not by the words of its first cell', async () => {
  const content =
    'Plan\n\nAction\tLead\tTarget date\tRevised target date\nFair\tEvents Team\tMay 2025\tJune 2025';
  const id = await givenInAndRead(site, editor, content);
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /“Revised target date” could be “When”/);
  assert.match(page.text, /This asks about the whole column/);
  assert.equal(page.dom.querySelector('#answer'), null);
  const asked = page.dom.querySelectorAll('form[action$="/doubts"] input');
  const names = asked.map(input => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']);
  const sent = Object.fromEntries(names.filter(([name]) => name !== 'alike'));
  const { location } = await editor.post(`/readings/${id}/doubts`, sent);
  assert.doesNotMatch((await editor.get(location!)).text, /“Revised target date” could be “When”/);
});
