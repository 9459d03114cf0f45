import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead, SMALL_PLAN } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { smallPlan } from '../../../../../tests/support/small-plan.ts';

const site = await testSite({ settings: { COMMSGRID_UPLOAD_MB: '1' } });
after(site.close);
const editor = await site.person();

test('the page says what is accepted, how large, where it goes and what happens next', async () => {
  const page = await editor.get('/readings/new');
  assert.equal(page.status, 200);
  assert.match(page.text, /Word document \(\.docx\), a PDF, .* or a plain text file \(\.txt\) of up to 1 MB/);
  assert.match(page.text, /No outside service sees it/);
  assert.match(page.text, /Nothing is stored as a plan before that/);
});

test('a document is kept as it is and waits to be read, and no plan is made', async () => {
  const answer = await editor.upload('/readings', { name: 'Ashmere plan.txt', content: SMALL_PLAN });
  assert.equal(answer.status, 303);
  const id = answer.location!.replace('/readings/', '');
  const stored = await site.within(editor.organisation, ({ db }) =>
    db
      .selectFrom('readings')
      .innerJoin('files', 'files.id', 'readings.file_id')
      .select(['readings.status', 'readings.given_by', 'files.content', 'files.name', 'readings.file_size'])
      .where('readings.id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  assert.equal(stored.status, 'waiting');
  assert.equal(stored.given_by, 'Edwin Reed');
  assert.equal(stored.name, 'Ashmere plan.txt');
  assert.equal(stored.content.toString(), SMALL_PLAN);
  assert.equal(stored.file_size, Buffer.byteLength(SMALL_PLAN));
  await site.runJobs();
  assert.equal((await plans()).length, 0);
});

test('a Word document is read too', async () => {
  const id = await givenInAndRead(site, editor, await smallPlan(4), 'Panels.docx');
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /Check what was read/);
  assert.match(page.text, /4 lines in 1 section/);
});

test('without a file the page asks for one', async () => {
  const page = await editor.upload('/readings', { name: '', content: '' });
  assert.equal(page.status, 422);
  assert.match(page.text, /There is a problem Choose the document to read/);
});

test('a file over the limit is refused and nothing is kept', async () => {
  const before = await files();
  const page = await editor.upload('/readings', { name: 'big.txt', content: 'x'.repeat(1024 * 1024 + 1) });
  assert.equal(page.status, 413);
  assert.match(page.text, /too large/);
  assert.equal(await files(), before);
});

const BAD: [string, string | Uint8Array, RegExp][] = [
  ['empty.txt', ' ', /has no words in it/],
  ['plan.pdf', '%PDF-1.7', /plan\.pdf is damaged/],
  ['plan.docx', 'only words', /is not what its name says/],
  ['plan.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /old/],
  ['broken.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9, 9, 9, 9]), /broken\.docx/],
];
for (const [name, content, sentence] of BAD)
  test(`${name}: the sentence, and a way on`, async () => {
    const id = await givenInAndRead(site, editor, content, name);
    const page = await editor.get(`/readings/${id}`);
    assert.equal(page.status, 200);
    assert.match(page.text, /This document could not be read/);
    assert.match(page.text, sentence);
    assert.ok(page.dom.querySelector('form[action="/readings"] input[type=file]'));
    await editor.post(`/readings/${id}/again`);
    assert.equal(await site.runJobs(), 1);
    assert.match((await editor.get(`/readings/${id}`)).text, sentence);
  });

test('a name with what nobody can see, and a file with the character 0, are kept all the same', async () => {
  const odd = SMALL_PLAN.replace('Parking', 'Par\0king').replace('Risk', 'Ri\0sk');
  const id = await givenInAndRead(site, editor, odd, 'Odd\0\u202e plan.txt');
  const page = await editor.get(`/readings/${id}`);
  assert.match(page.text, /Check what was read Odd plan\.txt/);
});

test('a viewer may not give in, and a forged form is refused', async () => {
  const viewer = await site.person({ role: 'viewer' });
  assert.equal((await viewer.get('/readings/new')).status, 403);
  const before = await files();
  assert.equal((await viewer.upload('/readings', { name: 'a.txt', content: SMALL_PLAN })).status, 403);
  const forged = await editor.upload(
    '/readings',
    { name: 'a.txt', content: SMALL_PLAN },
    {},
    { forged: true },
  );
  assert.equal(forged.status, 403);
  assert.equal(await files(), before);
});

const plans = () =>
  site.within(editor.organisation, ({ db }) => db.selectFrom('plans').select('id').execute());
const files = async () =>
  (await site.within(editor.organisation, ({ db }) => db.selectFrom('files').select('id').execute())).length;
