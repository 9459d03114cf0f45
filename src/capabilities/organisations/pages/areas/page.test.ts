import assert from 'node:assert/strict';
import { after, test } from 'node:test';
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
    ['2', 'Enter the name of the area.'],
    ['2', 'Enter a real date with the day before the month, like 27/03/2026 or 27 March 2026.'],
    ['3', 'The last day is before the first. Check both.'],
    ['4', 'No area is called “Northfeld”, here or in the file. Check the name, or add a row for it.'],
    ['5', 'Enter what kind of area this is, like ward.'],
  ]);
  const csv = await ada.get(`${page.path}/problems.csv`);
  assert.match(csv.html, /\r\n2,Name,,Enter the name of the area\.\r\n/);
  assert.equal((await ada.post(`${page.path}/confirm`, {}, { follow: true })).path, page.path);
  assert.match((await ada.get('/directory/areas')).text, /No areas yet/);
});
