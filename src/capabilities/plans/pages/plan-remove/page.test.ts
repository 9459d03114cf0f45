import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { routeList } from '../../../../platform/http/route-list.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const viewer = await site.person({ role: 'viewer' });

async function aPlan(title: string) {
  return site.within(ada.organisation, async within => {
    const plan = await createPlan(within, newPlan({ title }), site.clock.now());
    const [line] = await within.db.selectFrom('lines').select('id').where('plan_id', '=', plan).execute();
    return { plan, line: line!.id };
  });
}

test('a removed plan is nowhere but among the removed, and comes back as it was', async () => {
  const { plan } = await aPlan('Zeppelin plan');
  const asked = await ada.post(`/plans/${plan}/remove`, { reason: ' ' });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Say why the plan is removed/);
  const gone = await ada.post(`/plans/${plan}/remove`, { reason: 'Read twice' }, { follow: true });
  assert.match(gone.text, /Zeppelin plan is removed\. Put it back/);
  for (const address of ['/plans', '/lines', '/plans?q=zeppelin'])
    assert.equal((await viewer.get(address)).dom.querySelector(`a[href*="${plan}"]`), null, address);
  assert.match((await viewer.get('/lines?q=news')).text, /No lines yet|No line matches/);
  const removed = await viewer.get('/plans/removed');
  assert.match(removed.text, /Zeppelin plan 4 Ada Marsh/);
  assert.equal(removed.dom.querySelector('main form'), null);
  const back = await ada.post(`/plans/${plan}/restore`, {}, { follow: true });
  assert.match(back.text, /Zeppelin plan is back, with all its lines/);
  assert.match((await viewer.get('/lines?q=news')).text, /1 line found/);
  assert.equal((await ada.post(`/plans/${plan}/restore`)).status, 404);
});

test('nothing under a removed plan is found', async () => {
  const { plan, line } = await aPlan('Airship plan');
  await ada.post(`/plans/${plan}/lines/${line}/remove`, { reason: 'twice', version: '1' });
  const [other] = await site.within(ada.organisation, ({ db }) =>
    db.selectFrom('lines').select('id').where('plan_id', '=', plan).execute(),
  );
  await ada.post(`/plans/${plan}/remove`, { reason: 'Read twice' });
  const found: string[] = [];
  const file = { name: 'Notes.txt', content: 'Notes' };
  for (const { method, path, options } of await routeList(site.capabilities)) {
    if (!path.startsWith('/plans/:plan') || path === '/plans/:plan/restore') continue;
    const address = path.replace(':plan', plan).replace(':line', other!.id).replace(/:\w+/g, plan);
    const fields = {
      reason: 'x',
      title: 'x',
      marking: 'none',
      state: 'ongoing',
      version: '1',
      line,
      to: 'up',
    };
    const send = () => (options.upload ? ada.upload(address, file) : ada.post(address, fields));
    const { status } = await (method === 'GET' ? ada.get(address) : send());
    if (![403, 404].includes(status)) found.push(`${method} ${path} answers ${status}`);
  }
  assert.deepEqual(found, []);
});

test('viewers remove and restore nothing', async () => {
  const { plan, line } = await aPlan('Balloon plan');
  for (const address of [
    `/plans/${plan}/remove`,
    `/plans/${plan}/restore`,
    `/plans/${plan}/removed`,
    `/plans/${plan}/lines/new`,
    `/plans/${plan}/lines/${line}/remove`,
    `/plans/${plan}/lines/${line}/move`,
  ])
    assert.equal((await viewer.post(address, { reason: 'x', to: 'up' })).status, 403, address);
});
