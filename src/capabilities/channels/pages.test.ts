import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { AUDIENCE_COLUMNS, newLine, newPlan } from '../../../tests/support/plans.ts';
import { testSite } from '../../../tests/support/site.ts';
import { createPlan } from '../plans/index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });

const lines = ['Posters and radio', 'Posters; e-mail'].map(how => newLine({ how, owner: 'Print room' }));
const channels = [
  { category: 'Printed', description: '', existing: ['Town diary (quarterly)'], projectSpecific: [] },
];
await site.within(ada.organisation, within =>
  createPlan(
    within,
    newPlan({ sections: [{ title: '', columns: AUDIENCE_COLUMNS, lines }], beside: { channels } }),
    site.clock.now(),
  ),
);
await site.runJobs();

const names = async (address: string) =>
  (await ada.get(address)).dom.querySelectorAll('tbody th a').map(link => link.text);

test('channels are told by kind, and those that nobody uses stand apart', async () => {
  assert.deepEqual(await names('/channels'), ['E-mail', 'Posters', 'Radio', 'Town diary']);
  assert.deepEqual(await names('/channels?in=print'), ['Posters', 'Town diary']);
  assert.deepEqual(await names('/channels?only=unused'), ['Town diary']);
  assert.match((await ada.get('/channels?in=print')).text, /Remove: Print/);
  assert.match((await ada.get('/channels')).text, /quarterly/);
});

test('kind, owner and project are changed; what is none of the choices is refused', async () => {
  const address = (await ada.get('/channels?q=diary')).dom.querySelector('tbody th a')!.getAttribute('href')!;
  const form = await ada.get(`${address}/edit`);
  const [owner] = form.dom.querySelectorAll('#owner_id option').filter(one => one.getAttribute('value'));
  const typed = {
    name: 'Town diary',
    also_called: 'Diary of the town',
    kind: 'print',
    grouped: 'Printed',
    detail: '',
    cadence: 'each March',
    owner_id: owner?.getAttribute('value') ?? '',
    project_specific: 'yes',
    version: form.dom.querySelector('input[name=version]')!.getAttribute('value')!,
  };
  const wrong = await ada.post(`${address}/edit`, { ...typed, kind: 'smoke signal' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Choose one of these/);
  await ada.post(`${address}/edit`, typed);
  const seen = (await ada.get(address)).text;
  assert.match(seen, /Owner\s*Print room/);
  assert.match(seen, /each March/);
  assert.match(seen, /Made for one project\s*Yes/);
  const kept = await site.within(ada.organisation, ({ db }) =>
    db.selectFrom('channels').select('project_specific').where('name', '=', 'Town diary').execute(),
  );
  assert.deepEqual(kept, [{ project_specific: true }]);
});
