import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const bea = await site.person({ role: 'editor', name: 'Bea Reed' });
const viewer = await site.person({ role: 'viewer' });

async function aPlan() {
  return site.within(ada.organisation, async within => {
    const plan = await createPlan(within, newPlan(), site.clock.now());
    const { db } = within;
    const lines = await db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .orderBy('position')
      .execute();
    return { plan, lines: lines.map(line => line.id) };
  });
}
const firsts = async (plan: string) =>
  (await viewer.get(`/plans/${plan}`)).dom.querySelectorAll('tbody th[scope=row] a').map(link => link.text);

test('a line is removed with a reason and put back from the list of removed lines', async () => {
  const { plan, lines } = await aPlan();
  const address = `/plans/${plan}/lines/${lines[0]}`;
  const wrong = await ada.post(`${address}/remove`, { reason: '', version: '1' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Say why the line is removed/);
  const gone = await ada.post(
    `${address}/remove`,
    { reason: 'Printed twice', version: '1' },
    { follow: true },
  );
  assert.match(gone.text, /Recommendation 21\(a\) is removed\. See removed lines/);
  assert.equal((await firsts(plan)).length, 3);
  assert.equal((await viewer.get(address)).status, 404);
  assert.match(
    (await viewer.get(`/plans/${plan}/removed`)).text,
    /Recommendation 21\(a\).*Printed twice Ada Marsh/,
  );
  const none = await ada.post(`/plans/${plan}/removed`, {}, { follow: true });
  assert.match(none.text, /Nothing was ticked/);
  const back = await ada.post(`/plans/${plan}/removed`, { line: lines[0]! }, { follow: true });
  assert.match(back.text, /1 line is back in the plan/);
  assert.match(back.text, /Ada Marsh restored.*Ada Marsh removed Printed twice/);
  assert.equal((await firsts(plan))[0], 'Publish a forward plan of news stories');
  assert.match((await viewer.get(`/plans/${plan}/removed`)).text, /No line was removed/);
});

test('a line that somebody changed meanwhile is not removed unseen', async () => {
  const { plan, lines } = await aPlan();
  const address = `/plans/${plan}/lines/${lines[1]}`;
  await bea.post(`${address}/edit`, { version: '1', state: 'ongoing', marking: 'none', owner: 'Inspectors' });
  const late = await ada.post(`${address}/remove`, { reason: 'Not ours', version: '1' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Somebody changed this line after you opened this page/);
  assert.equal(late.dom.querySelector('input[name=version]')?.getAttribute('value'), '2');
  assert.equal(late.dom.querySelector('#reason')?.text.trim(), 'Not ours');
});

test('a line is added by hand to the section that was chosen, and moved', async () => {
  const { plan, lines } = await aPlan();
  const form = await ada.get(`/plans/${plan}/lines/new`);
  const other = form.dom.querySelector('details a[href*="section="]')!.getAttribute('href')!;
  const section = new URL(other, 'http://x').searchParams.get('section')!;
  const asked = await ada.get(other);
  assert.match(asked.text, /At the end of “Neighbourhood work”/);
  const empty = await ada.post(`/plans/${plan}/lines/new`, {
    section,
    state: 'ongoing',
    marking: 'none',
    what: ' ',
  });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Write at least one cell/);
  const added = await ada.post(
    `/plans/${plan}/lines/new`,
    {
      section,
      state: 'not-started',
      marking: 'none',
      audience: 'Traders',
      what: 'Street walk',
      when: 'by 30 June 2026',
    },
    { follow: true },
  );
  assert.match(added.text, /The line is added at the end of its section/);
  assert.match(added.text, /by Tuesday 30 June 2026/);
  assert.match(added.text, /Ada Marsh added by hand/);
  assert.deepEqual((await firsts(plan)).slice(-2), ['Residents', 'Traders']);
  await ada.post(`${added.path}/move`, { to: 'up' });
  assert.deepEqual((await firsts(plan)).slice(-2), ['Traders', 'Residents']);
  const moved = await ada.post(`/plans/${plan}/lines/${lines[0]}/move`, { to: section }, { follow: true });
  assert.match(moved.text, /moved from Already under way → to Neighbourhood work/);
  assert.equal((await firsts(plan)).at(-1), 'Recommendation 21(a)');
  assert.equal((await ada.post(`/plans/${plan}/lines/${lines[0]}/move`, { to: 'sideways' })).status, 404);
});
