import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { JPEG } from '../../../../../tests/support/pictures.ts';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer', name: 'Vera Sedge' });
const administrator = await site.person({ role: 'administrator', name: 'Moss Heath' });
const stranger = await site.person({ organisation: await site.organisation('Elsewhere'), name: 'Ada Marsh' });

/** The addresses of a new plan and of its first line. */
async function aPlan(): Promise<{ plan: string; line: string }> {
  const id = await site.within(ada.organisation, within => createPlan(within, newPlan(), site.clock.now()));
  const { dom } = await viewer.get(`/plans/${id}`);
  return { plan: `/plans/${id}`, line: dom.querySelector('tbody th[scope=row] a')!.getAttribute('href')! };
}
const firstIn = async (page: string, action: string) =>
  (await ada.get(page)).dom.querySelector(`form[action^="${action}/"]`)!.getAttribute('action')!;

test('what is said of a line stands on its page, and whoever is named is told', async () => {
  const { line } = await aPlan();
  const said = await viewer.post(`${line}/comments`, { body: 'Who leads?\r\n@Ada Marsh, do you know?' });
  assert.equal(said.location, `${line}#comments`);
  assert.match((await viewer.get(line)).text, /Ada Marsh will find it.*Vera Sedge.*Who leads\?/);
  const told = await ada.get('/mentions');
  assert.match(told.text, /1 new one.*Vera Sedge.*New.*do you know\?/);
  assert.ok(told.dom.querySelector(`a[href="${line}#comments"]`));
  await ada.post('/mentions/seen');
  assert.match((await ada.get('/mentions')).text, /Nothing new/);
  assert.doesNotMatch((await stranger.get('/mentions')).text, /Who leads/);
});

test('of very many comments the last are shown', async () => {
  const { plan } = await aPlan();
  const { id } = ada.account;
  const subject = {
    subject_kind: 'plan',
    subject_id: plan.split('/').at(-1)!,
    subject_title: '',
    subject_href: plan,
  };
  const by = { by_id: id, by_name: 'Ada Marsh' };
  const rows = Array.from({ length: 320 }, (_, number) => ({
    ...subject,
    ...by,
    body: `Said as number ${number + 1}.`,
    at: site.clock.now().add({ seconds: number }),
  }));
  await site.within(ada.organisation, ({ db }) => db.insertInto('comments').values(rows).execute());
  const { text } = await ada.get(`${plan}/comments`);
  assert.match(text, /number 319\..*number 320\./);
  assert.doesNotMatch(text, /number 20\./);
});

test('a name that nobody has is told to whoever typed it', async () => {
  const { plan } = await aPlan();
  await ada.post(`${plan}/comments`, { body: 'Ask @Bea about it' });
  const page = await ada.get(`${plan}/comments`);
  assert.match(page.text, /Nobody here is called @Bea.*Ask @Bea about it/);
});

test('nothing said is a problem at the field', async () => {
  const { line } = await aPlan();
  const wrong = await viewer.post(`${line}/comments`, { body: '  ' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Write what you want to say/);
  const long = await viewer.post(`${line}/comments`, { body: 'x'.repeat(5001) });
  assert.match(long.text, /5,000 characters or fewer/);
  assert.equal(long.dom.querySelector('#body')?.text.trim().length, 5001);
});

test('a comment is taken back by whoever wrote it or an administrator, and its words are shown to nobody', async () => {
  const { line } = await aPlan();
  await ada.post(`${line}/comments`, { body: 'Said in haste about @Vera Sedge' });
  const remove = await firstIn(line, `${line}/comments`);
  assert.equal((await viewer.post(remove)).status, 404);
  assert.equal((await administrator.post(remove)).location, `${line}#comments`);
  assert.match((await ada.get(line)).text, /Taken back by Moss Heath/);
  assert.doesNotMatch((await viewer.get('/mentions')).text, /Said in haste/);
  assert.match((await ada.get(line)).text, /Moss Heath.*comment/);
});

test('a file is kept with a line, without the place where it was taken, and given back by its content', async () => {
  const { line } = await aPlan();
  await ada.upload(`${line}/files`, { name: 'panel.pdf', content: JPEG });
  const page = await viewer.get(line);
  const link = page.dom.querySelector(`a[href^="${line}/files/"]`)!;
  assert.equal(link.text, 'panel.pdf.jpg');
  const file = await viewer.get(link.getAttribute('href')!);
  assert.equal(file.headers['content-type'], 'image/jpeg');
  assert.match(String(file.headers['content-disposition']), /^attachment; filename="panel\.pdf\.jpg"/);
  assert.ok(JPEG.includes('Secretphone') && !file.bytes.includes('Secretphone'));
  assert.equal((await stranger.get(link.getAttribute('href')!)).status, 404);
  assert.match(page.text, /Ada Marsh changed file from nothing → to panel\.pdf\.jpg/);
});

test('the same content is kept once', async () => {
  const [{ line }, { plan }] = [await aPlan(), await aPlan()];
  const note = `Held on Tuesday ${line}`;
  await ada.upload(`${line}/files`, { name: 'one.txt', content: note });
  await ada.upload(`${plan}/files`, { name: 'two.txt', content: note });
  const rows = await site.within(ada.organisation, ({ db }) =>
    db.selectFrom('attachments').select('file_id').where('name', 'in', ['one.txt', 'two.txt']).execute(),
  );
  assert.equal(rows.length, 2);
  assert.equal(new Set(rows.map(row => row.file_id)).size, 1);
});

test('what may not be kept is said, and nothing of it is', async () => {
  const { line } = await aPlan();
  const give = (name: string, content: string | Uint8Array) => ada.upload(`${line}/files`, { name, content });
  assert.match(
    (await give('a.jpg', Buffer.from('MZ\x90\0\x03', 'latin1'))).text,
    /The file must be one of these/,
  );
  assert.match((await give('a.txt', '')).text, /The file is empty/);
  assert.match((await give('a.jpg', JPEG.subarray(0, JPEG.length - 20))).text, /The picture is damaged/);
  assert.match((await ada.upload(`${line}/files`, [])).text, /Choose a file/);
  assert.equal((await viewer.upload(`${line}/files`, { name: 'a.txt', content: 'x' })).status, 403);
  assert.match((await ada.get(line)).text, /No file yet/);
});

test('a file is taken away and put back', async () => {
  const { plan } = await aPlan();
  await ada.upload(`${plan}/files`, { name: 'minutes.txt', content: 'Agreed.' });
  const page = `${plan}/comments`;
  const href = (await ada.get(page)).dom.querySelector(`a[href^="${plan}/files/"]`)!.getAttribute('href')!;
  await ada.post(await firstIn(page, `${plan}/files`));
  assert.match((await viewer.get(page)).text, /minutes\.txt, taken away by Ada Marsh/);
  assert.equal((await viewer.get(href)).status, 404);
  await ada.post(await firstIn(page, `${plan}/files`));
  assert.equal((await viewer.get(href)).bytes.toString(), 'Agreed.');
});

test('nobody reaches what is malformed, or under another record', async () => {
  const [{ line }, { line: other }] = [await aPlan(), await aPlan()];
  await ada.upload(`${line}/files`, { name: 'a.txt', content: 'Under one line.' });
  const href = (await ada.get(line)).dom.querySelector(`a[href^="${line}/files/"]`)!.getAttribute('href')!;
  const id = href.split('/').at(-1)!;
  assert.equal((await ada.get(`${other}/files/${id}`)).status, 404);
  assert.equal((await ada.get(`${line}/files/nonsense`)).status, 404);
  assert.equal((await ada.post(`${other}/files/${id}/remove`)).status, 404);
  assert.equal((await ada.post(`${line}/comments/nonsense/remove`)).status, 404);
});
