import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const editor = await site.person({ role: 'editor' });
const viewer = await site.person({ role: 'viewer' });
const make = (title: string) =>
  site.within(editor.organisation, within => createPlan(within, newPlan({ title }), site.clock.now()));

test('where there is no plan yet, the page teaches how one begins', async () => {
  const page = await editor.get('/plans');
  assert.ok(page.dom.querySelector('a.govuk-button[href="/readings/new"]'));
  const seen = await viewer.get('/plans');
  assert.equal(seen.dom.querySelector('a[href="/readings/new"]'), null);
  assert.match(seen.text, /No plans yet/);
});

test('a plan stands in the list with its counts, each opening onto its lines', async () => {
  const id = await make('Ashmere communications action plan');
  const { dom, text } = await viewer.get('/plans');
  assert.match(text, /Ashmere communications action plan\s*Recommendation tracker/);
  const row = dom.querySelectorAll('tbody tr').find(one => one.text.includes('Ashmere communications'))!;
  assert.deepEqual(
    row.querySelectorAll('td').map(cell => cell.text.trim()),
    ['4', '1', '1', '2', '1', '8 April 2025'],
  );
  assert.ok(row.querySelector(`a[href="/plans/${id}?only=undated"]`));
});

test('many plans are sorted, searched and turned over by address', async () => {
  for (let number = 1; number <= 55; number++) {
    site.clock.advance({ minutes: 1 });
    await make(`Ward plan ${String(number).padStart(2, '0')}`);
  }
  const titles = async (address: string) =>
    (await viewer.get(address)).dom.querySelectorAll('tbody th a').map(link => link.text);
  assert.equal((await titles('/plans'))[0], 'Ward plan 55');
  assert.equal((await titles('/plans')).length, 50);
  assert.equal((await titles('/plans?sort=title&page=2')).at(-1), 'Ward plan 55');
  assert.deepEqual(await titles('/plans?q=plan+07'), ['Ward plan 07']);
  assert.deepEqual(await titles('/plans?q=%25'), []);
  assert.match((await viewer.get('/plans?q=zeppelin')).text, /No plan is called that/);
});
