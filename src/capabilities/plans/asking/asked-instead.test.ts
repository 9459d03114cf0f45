import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ownersAsked, requestOn } from '../../../../tests/support/owners-asked.ts';

const { site, editor, with_, lines, accepted, openMessage } = await ownersAsked('2025-06-02T07:00:00Z'); // a Monday
after(site.close);

test('whoever is asked in an owner’s place takes the lines that they say are theirs', async () => {
  await with_.person({ name: 'Kay Moss' });
  const { plan, who } = await accepted('Weir');
  const [bins] = await lines(editor, plan);
  const shown = await who.get(`/plans/${plan}/lines/${bins!.id}`);
  const request = shown.dom.querySelector('main a[href^="/asking/"]')!.getAttribute('href')!;
  assert.equal((await who.post(`${request}/instead`, { name: 'Kay Moss' })).status, 303);
  const { phone, page } = await openMessage('Kay Moss');
  assert.equal((await phone.upload(requestOn(page), [], { choice: 'all' })).status, 303);
  await site.runJobs();
  const owners = (await lines(editor, plan)).map(({ accountable }) => accountable);
  assert.equal(owners.filter(name => name === 'Kay Moss').length, 2);
  assert.ok(owners.includes('Web team'), 'lines of others stay');
});

test('who stands in for whoever was asked instead takes nothing: lines go to whom was asked, and away from them again', async () => {
  const wyn = await with_.person({ name: 'Wyn Pugh' });
  const lee = await with_.person({ name: 'Lee Hart' });
  await with_.cover(wyn, lee, '2025-01-01', '2026-12-31');
  const { plan, who } = await accepted('Ford');
  const [bins] = await lines(editor, plan);
  const shown = await who.get(`/plans/${plan}/lines/${bins!.id}`);
  const request = shown.dom.querySelector('main a[href^="/asking/"]')!.getAttribute('href')!;
  await who.post(`${request}/instead`, { name: 'Wyn Pugh' });
  const { phone, page } = await openMessage('Lee Hart');
  const answer = async (choice: string) => {
    assert.equal((await phone.upload(requestOn(page), [], { choice })).status, 303);
    await site.runJobs();
    return (await lines(editor, plan)).slice(0, 2).map(({ accountable }) => accountable);
  };
  assert.deepEqual(await answer('all'), ['Wyn Pugh', 'Wyn Pugh']);
  assert.deepEqual(await answer('none'), ['', '']);
});
