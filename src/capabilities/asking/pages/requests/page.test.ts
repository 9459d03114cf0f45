import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askedOn, linkIn } from '../../../../../tests/support/asked.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T07:00:00Z' }); // a Monday
after(site.close);

let administrator: Person;
let editor: Person;
let with_: ReturnType<typeof askedOn>;
let mae: string;
let jo: string;
let request: string;

before(async () => {
  administrator = await site.person({ role: 'administrator' });
  editor = await site.person({ role: 'editor' });
  with_ = askedOn(site, administrator.organisation);
  mae = await with_.person({ name: 'Mae Lund' });
  jo = await with_.person({ name: 'Jo Reed', manager: mae });
  request = await with_.ask({ of: { person: jo }, what: 'Was the panel held?', by: '2025-06-05' });
});

test('what waits is listed with how it stands', async () => {
  const list = await editor.get('/asking');
  assert.match(
    list.text,
    /Was the panel held\? asked of Jo Reed, by 5 June 2025 Jo Reed 5 Jun Goes with the next daily message Test/,
  );
  assert.match((await editor.get('/asking?show=settled')).text, /No request is like that/);
  assert.match((await editor.get('/asking?q=reed')).text, /Was the panel held/);
  assert.equal((await (await site.person({ role: 'viewer' })).get('/asking')).status, 403);
});

test('the next message is shown before it goes', async () => {
  const next = await editor.get(`/asking/people/${jo}`);
  assert.match(next.text, /goes on 2 June 2025 at 9am/);
  assert.match(next.text, /Borough of Ashmere: 1 thing to answer/);
  assert.match(next.text, /1\. Was the panel held\? \(new, by Thursday 5 June 2025\)/);
  assert.match((await editor.get(`/asking/people/${mae}`)).text, /No message is due/);
  assert.equal((await editor.get('/asking/people/nobody')).status, 404);
});

test('one request shows the messages that it stood in, and what was said', async () => {
  await runTimed(site, '2025-06-02T10:00:00Z');
  const link = linkIn((await with_.messages('Jo Reed')).at(-1));
  const phone = site.visitor();
  await phone.get(link);
  const file = { name: 'panel.txt', content: '14 came' };
  await phone.upload(`${link}/${request}`, file, { choice: 'no', note: 'It rained.' });
  const shown = await editor.get(`/asking/${request}`);
  assert.match(shown.text, /Monday 2 June 2025 Jo Reed asked/);
  assert.match(shown.text, /Jo Reed by link .* No, and here is why It rained\. panel\.txt/);
  const href = shown.dom.querySelector('a[download]')!.getAttribute('href')!;
  assert.equal((await editor.get(href)).bytes.toString(), '14 came');
});

test('a request is withdrawn with a reason, and asked of somebody else by name', async () => {
  const other = await with_.ask({ of: { person: jo }, what: 'Is it done?', by: '2025-06-20' });
  const wrong = await editor.post(`/asking/${other}/instead`, { name: 'Nobody Here' });
  assert.equal(wrong.status, 422);
  const instead = await editor.post(`/asking/${other}/instead`, { name: 'mae lund' }, { follow: true });
  assert.match(instead.text, /Who is asked now Mae Lund/);
  assert.equal((await editor.post(`/asking/${other}/withdraw`, { reason: '' })).status, 422);
  const gone = await editor.post(
    `/asking/${other}/withdraw`,
    { reason: 'Found out otherwise' },
    { follow: true },
  );
  assert.match(gone.text, /Withdrawn · asked of/);
  assert.match(gone.text, /reason: Found out otherwise/);
});

test('links that went astray are ended, and the next message has a new one', async () => {
  await with_.ask({ of: { person: jo }, what: 'How was it?', by: '2025-06-20' });
  await runTimed(site, '2025-06-03T10:00:00Z');
  const link = linkIn((await with_.messages('Jo Reed')).at(-1));
  assert.equal((await site.visitor().get(link)).status, 200);
  const here = await site.person({ role: 'administrator' }); // who signed in yesterday is signed out
  const ended = await here.post(`/asking/people/${jo}/links/end`);
  assert.equal(ended.status, 303, ended.text);
  assert.equal((await site.visitor().get(link)).status, 410);
});

test('an administrator says when and how often people are asked', async () => {
  const here = await site.person({ role: 'administrator' });
  const settings = {
    hour: '10',
    remindBefore: '5',
    remindAfter: '1, 3',
    tellAfter: '4',
    snoozes: '1',
    closeAfter: '6',
  };
  const kept = await here.post('/asking/settings', settings, { follow: true });
  assert.equal(kept.status, 200, kept.text);
  assert.match(kept.text, /From now on people are asked like this/);
  assert.match(kept.html, /value="1, 3"/);
  assert.equal((await here.post('/asking/settings', { ...settings, remindAfter: 'soon' })).status, 422);
  assert.equal((await (await site.person({ role: 'editor' })).get('/asking/settings')).status, 403);
});
