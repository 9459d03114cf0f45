import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer' });
const aPlan = () => site.within(ada.organisation, within => createPlan(within, newPlan(), site.clock.now()));

test('title and marking are changed, and the history says so', async () => {
  const plan = await aPlan();
  const saved = await ada.post(`/plans/${plan}/edit`, {
    title: ' Ashmere plan ',
    marking: 'OFFICIAL',
    version: '1',
  });
  assert.equal(saved.location, `/plans/${plan}`);
  const seen = await viewer.get(`/plans/${plan}`);
  assert.equal(seen.dom.querySelector('h1')?.text, 'Ashmere plan');
  assert.match(seen.text, /OFFICIAL/);
  assert.match(
    (await ada.get(`/plans/${plan}/edit`)).text,
    /Ada Marsh changed the title from Ashmere communications action plan → to Ashmere plan/,
  );
});

test('a title is needed, and what was typed stays', async () => {
  const plan = await aPlan();
  const wrong = await ada.post(`/plans/${plan}/edit`, { title: ' ', marking: 'OFFICIAL', version: '1' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Enter a title/);
  assert.equal(wrong.dom.querySelector('input[name=marking][checked]')?.getAttribute('value'), 'OFFICIAL');
});

test('a title that somebody else changed meanwhile is not overwritten', async () => {
  const plan = await aPlan();
  await ada.post(`/plans/${plan}/edit`, { title: 'First', marking: 'none', version: '1' });
  const late = await ada.post(`/plans/${plan}/edit`, { title: 'Second', marking: 'none', version: '1' });
  assert.equal(late.status, 409);
  assert.match(late.text, /It is now called “First”/);
  assert.equal(late.dom.querySelector('#title')?.getAttribute('value'), 'Second');
  assert.equal((await viewer.get(`/plans/${plan}`)).dom.querySelector('h1')?.text, 'First');
});

test('viewers may not', async () => {
  const plan = await aPlan();
  assert.equal((await viewer.get(`/plans/${plan}/edit`)).status, 403);
  assert.equal(
    (await viewer.post(`/plans/${plan}/edit`, { title: 'x', marking: 'none', version: '1' })).status,
    403,
  );
});
