import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askedOn, linkIn } from '../../../../../tests/support/asked.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T07:00:00Z' }); // a Monday
after(site.close);

let editor: Person;
let with_: ReturnType<typeof askedOn>;
let jo: string;
let mae: string;
let request: string;

before(async () => {
  editor = await site.person({ role: 'editor', name: 'Ada Marsh' });
  with_ = askedOn(site, editor.organisation);
  mae = await with_.person({ name: 'Mae Lund' });
  jo = await with_.person({ name: 'Jo Reed', manager: mae });
  request = await with_.ask({ of: { person: jo }, what: 'Was the panel held?', by: '2025-06-05' });
  await runTimed(site, '2025-06-02T10:00:00Z');
});

const said = { who: 'Jo Reed', way: 'telephone', 'on-day': '2', 'on-month': '6', 'on-year': '2025' };
const send = (fields: Record<string, string>, file: Parameters<Person['upload']>[1] = []) =>
  editor.upload(`/asking/${request}/answer`, file, fields, { follow: true });

test('the page asks who answered, how, when and what, and keeps what was typed', async () => {
  const page = await editor.get(`/asking/${request}/answer`);
  assert.match(page.text, /Was the panel held\? · asked of Jo Reed/);
  assert.equal(page.dom.querySelector('#who')?.getAttribute('value'), 'Jo Reed');
  assert.match(page.text, /up to 25 MB/);
  const wrong = await send({ who: '', choice: 'no', 'on-day': '9', 'on-month': '6', 'on-year': '2025' });
  assert.equal(wrong.status, 422);
  for (const problem of [
    /Enter the name of who answered/,
    /Choose how they answered/,
    /Enter a day that is not in the future/,
    /Write a sentence about it/,
  ])
    assert.match(wrong.text, problem);
  assert.ok(wrong.dom.querySelector('input[value=no][checked]'));
});

test('what is written down is an update under their name and its writer’s, and nobody is reminded', async () => {
  const photo = { name: 'panel.txt', content: '14 came' };
  const kept = await send({ ...said, choice: 'no', note: 'It rained.' }, photo);
  assert.match(kept.text, /The answer is written down/);
  assert.match(
    kept.text,
    /Jo Reed by telephone on 2 June 2025, written down by Ada Marsh .* No, and here is why It rained\. panel\.txt/,
  );
  assert.match(kept.text, /Ada Marsh answered/);
  assert.match(kept.text, /Answered · asked of/);
  const before = (await with_.messages()).length;
  await runTimed(site, '2025-06-05T10:00:00Z');
  assert.equal((await with_.messages()).length, before);
});

test('their link stays: it shows what was written down, and another answer is another update', async () => {
  const link = linkIn((await with_.messages('Jo Reed')).at(-1));
  const phone = site.visitor();
  const page = await phone.get(`${link}/${request}`);
  assert.match(
    page.text,
    /Ada Marsh wrote down on .* what was answered for you on 2 June 2025: No, and here/,
  );
  assert.equal((await phone.upload(`${link}/${request}`, [], { choice: 'yes' })).status, 303);
  const rows = await site.within(editor.organisation, ({ db }) =>
    db
      .selectFrom('request_updates')
      .select(['number', 'choice', 'by_id', 'by_link', 'written_by', 'way'])
      .where('request_id', '=', request)
      .orderBy('number')
      .execute(),
  );
  assert.deepEqual(rows, [
    { number: 1, choice: 'no', by_id: jo, by_link: false, written_by: 'Ada Marsh', way: 'telephone' },
    { number: 2, choice: 'yes', by_id: jo, by_link: true, written_by: '', way: null },
  ]);
});

test('“not mine” with a name that the directory has goes to them; who leaves a name out leaves it to the lead', async () => {
  const here = await site.person({ role: 'editor', name: 'Ada Marsh' });
  const ask = (what: string) => with_.ask({ of: { person: jo }, what, by: '2025-06-20' });
  const tell = (id: string, name: string) =>
    here.upload(`/asking/${id}/answer`, [], { ...said, choice: 'not-mine', name }, { follow: true });
  const passed = await tell(await ask('Is the van there?'), 'Mae Lund');
  assert.match(passed.text, /Mae Lund is asked in the next message/);
  assert.match(passed.text, /Who is asked now Mae Lund/);
  const open = await ask('Is the tent there?');
  assert.match((await tell(open, '')).text, /Say below whose it is/);
  const later = await here.upload(`/asking/${open}/answer`, [], { ...said, choice: 'yes' }, { follow: true });
  assert.match(later.text, /The answer is written down/);
});

test('what is over takes no answer, and nobody may write one down who may not ask', async () => {
  const here = await site.person({ role: 'editor' });
  const gone = await with_.ask({ of: { person: jo }, what: 'Is it over?', by: '2025-06-20' });
  await here.post(`/asking/${gone}/withdraw`, { reason: 'Found out' });
  assert.equal((await here.get(`/asking/${gone}/answer`)).status, 404);
  const late = await here.upload(`/asking/${gone}/answer`, [], { ...said, choice: 'yes' }, { follow: true });
  assert.match(late.text, /nothing was written down/);
  assert.equal((await here.get('/asking/none/answer')).status, 404);
  const viewer = await site.person({ role: 'viewer' });
  assert.equal((await viewer.get(`/asking/${request}/answer`)).status, 403);
});
