import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const anEditor = async () => site.person({ organisation: await site.organisation('Ashmere') });
const AT = '/directory/areas/import';

const AREAS = `Type,Ward name,GSS code,Within,Notes
borough,Ashmere,,,x
ward,Northfield,E05999001,Ashmere (borough),
ward,Quayside,E05999002,Ashmere (borough),`;

const given = (ada: Person, content: string | Uint8Array, name = 'areas.csv') =>
  ada.upload(AT, { name, content }, {}, { follow: true });

test('areas come from a file: looked at, then stored, and known when they come again', async () => {
  const ada = await anEditor();
  assert.match((await ada.get('/directory/areas')).text, /No areas yet/);
  const preview = await given(ada, AREAS);
  assert.match(preview.text, /3 new 0 changed 0 stored already/);
  assert.match(preview.text, /Passed over, and not stored: Notes/);
  assert.match((await ada.get('/directory/areas')).text, /No areas yet/);
  const done = await ada.post(`${preview.path}/confirm`, {}, { follow: true });
  assert.match(done.text, /areas\.csv is stored: 3 areas added/);
  assert.match(done.text, /Northfield E05999001 Ward Ashmere/);
  const again = await given(ada, `${AREAS}\nward,Saltmarsh,,Ashmere,`.replace('Northfield', 'North Field'));
  assert.match(again.text, /1 new 1 changed 2 stored already/);
  assert.match(again.text, /Name: from Northfield → to North Field/);
  await ada.post(`${again.path}/confirm`);
  assert.match((await ada.get('/directory/areas')).text, /North Field/);
  assert.match((await given(ada, AREAS.replace('Northfield', 'North Field'))).text, /nothing to confirm/);
});

test('every cell that is wrong is told in its row, and nothing is stored', async () => {
  const ada = await anEditor();
  const page = await given(
    ada,
    'Kind,Name,Part of,First day,Last day\nward,,Nowhere,31/02/2025,\nward,Northfield,,2025-06-01,1 May 2025\nward,Quayside,Northfeld,,\n,Marsh,,,\nward,Saltings,Marsh,,',
  );
  assert.match(page.text, /Nothing was stored/);
  const wrong = page.dom
    .querySelectorAll('tbody .govuk-error-message')
    .map(one => [one.closest('tr')!.querySelector('th')!.text, one.text]);
  assert.deepEqual(wrong, [
    ['2 Name First day', 'Enter the name of the area.'],
    [
      '2 Name First day',
      'Enter a real date with the day before the month, like 27/03/2026 or 27 March 2026.',
    ],
    ['3 Last day', 'The last day is before the first. Check both.'],
    ['4 Part of', 'No area is called “Northfeld”, here or in the file. Check the name, or add a row for it.'],
    ['5 Kind', 'Enter what kind of area this is, like ward.'],
  ]);
  const csv = await ada.get(`${page.path}/problems.csv`);
  assert.match(csv.html, /\r\n2,Name,,Enter the name of the area\.\r\n/);
  assert.equal((await ada.post(`${page.path}/confirm`, {}, { follow: true })).path, page.path);
  assert.match((await ada.get('/directory/areas')).text, /No areas yet/);
});

test('only what was looked at is stored: what was changed since is to be looked at again', async () => {
  const ada = await anEditor();
  const [mine, other] = [await given(ada, AREAS), await given(ada, AREAS)];
  await ada.post(`${other.path}/confirm`);
  const again = await ada.post(`${mine.path}/confirm`, {}, { follow: true });
  assert.equal(again.path, mine.path);
  assert.match(again.text, /Nothing was stored: something was changed since you looked/);
  assert.match(again.text, /0 new 0 changed 3 stored already/);
  const twice = await ada.post(`${other.path}/confirm`, {}, { follow: true });
  assert.match(twice.text, /Nothing was stored: look at the file as it stands now/);
  assert.match(twice.text, /3 areas added/);
});

test('a file is its giver’s alone, can be discarded, and is gone after a day', async () => {
  const ada = await anEditor();
  const [kept, gone] = [await given(ada, AREAS), await given(ada, AREAS)];
  const other = await site.person({ organisation: ada.organisation, name: 'Bo Fenn' });
  assert.equal((await other.get(kept.path)).status, 404);
  for (const act of ['confirm', 'discard'])
    assert.equal((await other.post(`${kept.path}/${act}`)).status, 404);
  assert.match((await ada.post(`${gone.path}/discard`, {}, { follow: true })).text, /was discarded/);
  assert.equal((await ada.get(gone.path)).status, 404);
  const before = site.clock.now();
  const late = () => site.person({ organisation: ada.organisation });
  await runTimed(site, before.add({ hours: 25 }));
  assert.deepEqual(await rowsKept(ada.organisation), []);
  assert.equal((await (await late()).get(kept.path)).status, 404);
  site.clock.set(before);
});

const rowsKept = (organisation: string) =>
  site.within(organisation, ({ db }) => db.selectFrom('given_tables').select('id').execute());

test('a long file, and a workbook, are read and stored by a job while the person may leave', async () => {
  const ada = await anEditor();
  const rows = Array.from({ length: 2_000 }, (_, at) => `ward,Ward ${at},${'x'.repeat(120)}`);
  const waiting = await ada.upload(AT, { name: 'long.csv', content: `Kind,Name,Notes\n${rows.join('\n')}` });
  const status = async () => (await ada.get(`${waiting.location}/status`)).html;
  assert.equal(await status(), '{"status":"waiting"}');
  await site.runJobs();
  assert.match((await ada.get(waiting.location!)).text, /2,000 new.*and 1,980 more rows/);
  await ada.post(`${waiting.location}/confirm`);
  assert.equal(await status(), '{"status":"waiting"}');
  await site.runJobs();
  assert.equal(await status(), '{"status":"stored"}');
  assert.match((await ada.get(waiting.location!)).text, /2,000 areas added/);
  assert.match((await ada.get('/directory/areas')).text, /1 to 50 of 2,000 areas/);
  const [first] = await site.within(ada.organisation, ({ db }) =>
    db.selectFrom('history').select('actor_name').where('subject_kind', '=', 'area').limit(1).execute(),
  );
  assert.equal(first!.actor_name, 'Edwin Reed');
});

test('what cannot be read is told at once, and nothing of it is kept', async () => {
  const ada = await anEditor();
  const upload = async (content: string, name = 'x.csv') => ada.upload(AT, { name, content });
  for (const [content, words] of [
    ['', /This file is empty/],
    ['a,b\n1,2', /no row of headings that is known/],
    ['Name,Code\nx,1', /has no column “Kind”/],
    ['Kind,Name', /has headings and no rows under them/],
    [`Kind,Name\n${'ward,x\n'.repeat(20_001)}`, /more than 20,000 rows/],
  ] as const) {
    const answer = await upload(content);
    assert.equal(answer.status, 422);
    assert.match(answer.text, words);
  }
  assert.deepEqual(await rowsKept(ada.organisation), []);
  const example = await ada.get(`${AT}/example.csv`);
  assert.match((await given(ada, example.bytes)).text, /3 new/);
});

test('hostile cells are words: markup is shown, formulas go out still, and nothing runs', async () => {
  const ada = await anEditor();
  const hostile = [
    '<script>alert(1)</script>',
    '=HYPERLINK("http://x.example","y")',
    'a\0b\u202ec',
    "Robert'); drop table areas;--",
  ];
  const quoted = hostile.map(text => `ward,"${text.replaceAll('"', '""')}",`);
  const preview = await given(ada, `Kind,Name,Part of\n${quoted.join('\n')}`);
  assert.ok(preview.html.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
  await ada.post(`${preview.path}/confirm`);
  const list = await ada.get('/directory/areas');
  assert.match(list.text, /abc/);
  assert.match(list.text, /drop table areas;--/);
  assert.ok(!list.html.includes('<script>alert'));
  const wrong = await given(ada, 'Kind,Name,Part of\nward,x,=1+1');
  assert.match((await ada.get(`${wrong.path}/problems.csv`)).html, /2,Part of,'=1\+1,"No area is called/);
});
