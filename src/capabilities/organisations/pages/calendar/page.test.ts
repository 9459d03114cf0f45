import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const PATH = '/organisation/calendar';
const fields = { financialYearMonth: '1', springMonth: '4' };

test('it begins with the year of most public bodies in the United Kingdom', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const page = await administrator.get(PATH);
  assert.equal(page.dom.querySelector('option[selected]')?.text, 'April');
  assert.match(page.text, /Q1 between 1 April and 30 June/);
  assert.match(page.text, /Summer between 1 June and 31 August/);
});

test('an administrator changes it: quarters and seasons fall in other months, and the history says who', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const saved = await administrator.post(PATH, fields, { follow: true });
  assert.match(saved.text, /Saved\. Timings are told by it/);
  assert.match(saved.text, /Q1 between 1 January and 31 March/);
  assert.match(saved.text, /Summer between 1 July and 30 September/);
  const { text } = await administrator.get('/organisation');
  assert.match(text, /changed the first month of the financial year from April → to January/);
  assert.match(text, /changed the first month of spring from March → to April/);
  assert.match((await administrator.post(PATH, fields, { follow: true })).text, /Nothing was changed/);
});

test('months that are none are refused', async () => {
  const administrator = await site.person({ role: 'administrator' });
  for (const wrong of ['13', '0', '2.5', 'May', '']) {
    const refused = await administrator.post(PATH, { financialYearMonth: wrong, springMonth: '7' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Choose the month in which the financial year begins/);
    assert.match(refused.text, /Choose the months of spring/);
  }
});

for (const role of ['viewer', 'editor'] as const)
  test(`a ${role} may not see or change it`, async () => {
    const person = await site.person({ role });
    assert.equal((await person.get(PATH)).status, 403);
    assert.equal((await person.post(PATH, fields)).status, 403);
  });
