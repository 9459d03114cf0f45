import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn, linkIn } from '../../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../../tests/support/kept-and-asked.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T09:00:00Z' });
after(site.close);
/** Signed in today: sessions end while the days pass. */
const signIn = (role: 'editor' | 'viewer') => site.person({ role });
const editor = await signIn('editor');
const { organisation } = editor;
const people = askedOn(site, organisation);
const { keep } = promisesKeptOn(site, organisation);

const morning = async (day: string) => {
  await runTimed(site, `${day}T04:00:00Z`);
  await runTimed(site, `${day}T09:05:00Z`);
};
const linkTo = async (name: string) => linkIn((await people.messages(name)).at(-1));
async function answer(name: string, sent: Record<string, string>) {
  const phone = site.visitor();
  const page = await phone.get(await linkTo(name));
  await phone.upload(page.dom.querySelector('form[enctype]')!.getAttribute('action')!, [], sent);
  await site.runJobs();
  return page;
}

test('before anything was raised the page says where concerns come from', async () => {
  const page = await editor.get('/concerns');
  assert.match(page.text, /No concerns yet.*one thing to a line/s);
});

test('what people were worried about is asked of whoever answers for the line, and told back by whoever heard it', async () => {
  const press = await people.owner('Press office', await people.person({ name: 'Mae Lund' }));
  const jo = await people.person({ name: 'Jo Reed' });
  const sergeant = await people.owner('Ward sergeant', jo);
  const { line } = await keep({ owner: sergeant, what: 'Hold a ward panel', dates: [{ by: '2025-06-05' }] });
  await site.within(organisation, ({ db }) =>
    db
      .updateTable('lines')
      .set({ accountable_id: press, accountable: 'Press office' })
      .where('id', '=', line)
      .execute(),
  );
  await morning('2025-06-03');
  await answer('Jo Reed', { choice: 'done', concerns: '- The gate lights are out\n- Parking' });
  const viewer = await signIn('viewer');
  const list = await viewer.get('/concerns');
  assert.match(list.text, /2 waiting for an answer/);
  assert.match(list.text, /Parking.*Hold a ward panel.*Press office/s);

  await morning('2025-06-04');
  const asked = await answer('Mae Lund', { choice: 'answer', note: 'They are mended on Monday.' });
  assert.match(asked.text, /People were worried about this\. What is the answer\?/);
  assert.match(asked.text, /“(The gate lights are out|Parking)” \(Hold a ward panel\)/);
  await morning('2025-06-05');
  const back = await answer('Jo Reed', { choice: 'told', note: 'At the panel in June' });
  assert.match(
    back.text,
    /This was answered\. Have those who were worried been told\?.*They are mended on Monday/s,
  );

  const reader = await signIn('viewer');
  const told = await reader.get('/concerns?show=told');
  const href = told.dom.querySelector('table a')!.getAttribute('href')!;
  const one = await reader.get(href);
  assert.match(
    one.text,
    /They are mended on Monday\..*Mae Lund, by link.*At the panel in June.*Jo Reed, by link/s,
  );
  assert.equal(one.dom.querySelectorAll('main form').length, 0);
});

test('an editor answers on the page, says who is to, and notes that it was told back', async () => {
  const before = await signIn('editor');
  const open = await before.get('/concerns?show=open');
  const href = open.dom.querySelector('table a')!.getAttribute('href')!;
  await people.person({ name: 'Kit Marsh' });
  assert.equal((await before.post(`${href}/owner`, { owner: 'Nobody Atall' })).status, 422);
  assert.equal((await before.post(`${href}/told`, { how: 'In a letter' }, { follow: true })).status, 200);
  const given = await before.post(`${href}/owner`, { owner: 'Kit Marsh' }, { follow: true });
  assert.match(given.text, /Kit Marsh is asked in their next daily message/);
  await morning('2025-06-09');
  assert.match((await people.messages('Kit Marsh')).at(-1)!.text!, /worried about this/);

  const editor = await signIn('editor');
  const viewer = await signIn('viewer');
  assert.equal((await viewer.post(`${href}/answer`, { answer: 'No' })).status, 403);
  assert.equal((await editor.post(`${href}/answer`, { answer: ' ' })).status, 422);
  const answered = await editor.post(`${href}/answer`, { answer: 'From July on.' }, { follow: true });
  assert.match(answered.text, /Answered, and to be told back/);
  assert.equal((await editor.post(`${href}/told`, { how: '' })).status, 422);
  const told = await editor.post(`${href}/told`, { how: 'By telephone' }, { follow: true });
  assert.match(told.text, /Told back.*By telephone.*Edwin Reed/s);
  const again = await editor.post(`${href}/answer`, { answer: 'Never' }, { follow: true });
  assert.match(again.text, /nothing was changed/);
  assert.match(again.text, /From July on\./);
  const waits = await site.within(organisation, ({ db }) =>
    db
      .selectFrom('requests')
      .select('id')
      .where('state', '=', 'open')
      .where('kind', 'like', 'concern%')
      .execute(),
  );
  assert.deepEqual(waits, []);
});

test('a concern that is not there is not found', async () => {
  const editor = await signIn('editor');
  for (const id of ['not-one', '00000000-0000-4000-8000-000000000000']) {
    assert.equal((await editor.get(`/concerns/${id}`)).status, 404);
    assert.equal((await editor.post(`/concerns/${id}/answer`, { answer: 'Yes' })).status, 404);
  }
});

test('whoever says on a page what became of something passes worries on there', async () => {
  const { promise } = await keep({ what: 'Open the hall', dates: [{ by: '2025-06-12' }] });
  const { id } = await site.within(organisation, ({ db }) =>
    db.selectFrom('occurrences').select('id').where('promise_id', '=', promise).executeTakeFirstOrThrow(),
  );
  const editor = await signIn('editor');
  const here = `/occurrences/${id}`;
  const empty = await editor.post(`${here}/concerns`, { concerns: ' ' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Write what people were worried about/);
  const raised = await editor.post(
    `${here}/concerns`,
    { concerns: 'The stairs\nThe heating' },
    { follow: true },
  );
  for (const words of ['The stairs', 'The heating'])
    assert.match(
      raised.text,
      new RegExp(`What people were worried about.*${words}.*Waits for an answer`, 's'),
    );
  assert.match((await editor.get('/concerns?show=unowned')).text, /2 with nobody to answer/);
  const viewer = await signIn('viewer');
  assert.equal((await viewer.post(`${here}/concerns`, { concerns: 'No' })).status, 403);
  assert.equal((await editor.post('/occurrences/none/concerns', { concerns: 'No' })).status, 404);
});

test('what was heard at one of several wards stands with the ward where it was done', async () => {
  const sergeant = await people.owner('Ward constable', await people.person({ name: 'Ivo Reed' }));
  const day = site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
  const by = day.add({ days: 3 }).toString();
  await keep({ owner: sergeant, what: 'Walk the ward', each: ['Castle', 'Harbour'], dates: [{ by }] });
  await morning(day.add({ days: 1 }).toString());
  const phone = site.visitor();
  const page = await phone.get(await linkTo('Ivo Reed'));
  const harbour = page.dom
    .querySelectorAll('[name=picked]')
    .find(one => one.parentNode!.text.includes('Harbour'))!;
  const form = page.dom.querySelector('form[enctype]')!.getAttribute('action')!;
  const picked = harbour.getAttribute('value')!;
  await phone.upload(form, [], { choice: 'some', picked, concerns: 'The quay is dark' });
  await site.runJobs();
  const list = await (await signIn('viewer')).get('/concerns');
  assert.match(list.text, /The quay is dark\s*Walk the ward, Harbour/);
});
