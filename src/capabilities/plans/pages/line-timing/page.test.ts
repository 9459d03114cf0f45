import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dated, newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { firstBrokenEntry, historyOf } from '../../../../platform/history/history.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const bea = await site.person({ role: 'editor', name: 'Bea Reed' });
const viewer = await site.person({ role: 'viewer' });

async function aLine() {
  const line = newLine({
    reference: 'R1',
    what: 'Leaflet',
    when: '03/04/2026',
    schedules: [dated('03/04/2026', '2026-04-03')],
    doubts: [{ field: 'when', reason: '03/04/2026: day or month first?' }],
    suggestions: [{ phrase: 'by 30 June 2026', kind: 'dated', by: '2026-06-30', field: 'comments' }],
  });
  const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines: [line] }];
  return site.within(ada.organisation, async within => {
    const plan = await createPlan(within, newPlan({ sections }), site.clock.now());
    const { id } = await within.db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .executeTakeFirstOrThrow();
    return { id, address: `/plans/${plan}/lines/${id}` };
  });
}

const reason = 'The author writes the month first';

test('a misread date is put right with a reason, and that is no change of what the line says', async () => {
  const { id, address } = await aLine();
  const form = await ada.get(`${address}/timing`);
  assert.match(form.text, /by 4 March 2026/);
  assert.match(form.text, /by 30 June 2026 found under Comments/);
  const done = await ada.post(
    `${address}/timing`,
    { version: '1', misread: 'all', pick: 'by 4 March 2026', words: '', reason },
    { follow: true },
  );
  assert.match(done.text, /The reading is corrected\. The words stay as printed\./);
  assert.match(done.text, /Deadline 03\/04\/2026/);
  assert.match(done.text, /03\/04\/2026 by Wednesday 4 March 2026/);
  assert.match(
    done.text,
    /Ada Marsh corrected the reading of a date from by Friday 3 April 2026 → to by Wednesday 4 March 2026 The author writes/,
  );
  assert.doesNotMatch(done.text, /In doubt/);
  await site.within(ada.organisation, async within => {
    const [last] = await historyOf(within, { kind: 'line', id });
    assert.equal(last?.action, 'corrected the reading of a date');
    assert.deepEqual(
      last?.changes.map(change => change.field),
      ['timing', 'reason'],
    );
    assert.equal(await firstBrokenEntry(within, { kind: 'line', id }), undefined);
    const line = await within.db
      .selectFrom('lines')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.deepEqual([line.when, line.version, line.doubtful], ['03/04/2026', 2, false]);
  });
  await ada.post(`${address}/edit`, { version: '2', state: 'unknown', marking: 'none', when: '03/04/2027' });
  assert.match((await viewer.get(address)).text, /Saturday 3 April 2027/);
});

test('what a person writes is read, and is asked about where it is no time', async () => {
  const { address } = await aLine();
  const send = (fields: Record<string, string>) =>
    ada.post(`${address}/timing`, { version: '1', misread: 'all', pick: 'typed', reason, ...fields });
  assert.match((await send({ words: 'purple' })).text, /“purple” could not be read as a time/);
  assert.match((await send({ words: '' })).text, /Write when it is meant to happen/);
  const none = await send({ words: 'Monthly', reason: '' });
  assert.equal(none.status, 422);
  assert.match(none.text, /Say how you know what is meant/);
  assert.equal(none.dom.querySelector('#words')?.getAttribute('value'), 'Monthly');
  await send({ words: 'Monthly' });
  assert.match((await viewer.get(address)).text, /03\/04\/2026 once in each month/);
});

test('what is no timing at all has none', async () => {
  const { address } = await aLine();
  await ada.post(`${address}/timing`, { version: '1', misread: 'all', pick: 'none', reason });
  assert.match((await viewer.get(address)).text, /by Friday 3 April 2026 → to nothing/);
});

test('of a line that somebody changed meanwhile nothing is corrected unseen', async () => {
  const { address } = await aLine();
  await bea.post(`${address}/edit`, { version: '1', state: 'ongoing', marking: 'none' });
  const late = await ada.post(`${address}/timing`, { version: '1', pick: 'typed', words: 'Monthly', reason });
  assert.equal(late.status, 409);
  assert.match(late.text, /Somebody changed this line after you opened this page/);
  assert.equal(late.dom.querySelector('#reason')?.text.trim(), reason);
});

test('viewers correct nothing', async () => {
  const { address } = await aLine();
  assert.equal((await viewer.get(`${address}/timing`)).status, 403);
  assert.equal((await viewer.post(`${address}/timing`, { version: '1', pick: 'none', reason })).status, 403);
  assert.doesNotMatch((await viewer.get(address)).text, /misread/);
});
