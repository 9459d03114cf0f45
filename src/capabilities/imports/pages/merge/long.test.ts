import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  csv,
  editionsOn,
  fieldsOf,
  LINES,
  type Line,
  withLine,
} from '../../../../../tests/support/editions.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { firstBrokenEntry, historyOf } from '../../../../platform/history/history.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const { madePlan, givenAsEdition, facts, lines, accept } = editionsOn(site);

test('an edition of many lines is worked in by a job, in the name of who accepted it', async () => {
  const { plan } = await madePlan(editor);
  const many = Array.from(
    { length: 520 },
    (_, at): Line => [`Tell street ${at} about scheme ${(at * 7919) % 997}`, 'Press office', 'Weekly'],
  );
  const reading = await givenAsEdition(editor, plan, csv([...withLine(0, { 1: 'Mae Lund' }), ...many]));
  assert.match(await facts(editor, reading), /520 new, 1 changed/);
  const second = await editor.get(`/readings/${reading}/merge?show=new&page=11`);
  assert.match(second.text, /501 to 520 of 520/);
  assert.equal((await accept(editor, reading)).location, `/readings/${reading}/merge`);
  assert.equal((await lines(editor, plan)).length, 5);
  const waiting = await editor.get(`/readings/${reading}/merge`);
  assert.match(waiting.text, /Working the edition into the plan/);
  await site.runJobs();
  assert.equal((await lines(editor, plan)).length, 525);
  assert.match((await editor.get(`/readings/${reading}/merge`)).text, /· accepted/);
  const [first] = await lines(editor, plan);
  await site.within(editor.organisation, async within => {
    const subject = { kind: 'line', id: first!.id };
    const [entry] = await historyOf(within, subject);
    assert.equal(entry!.actor, editor.account.name);
    assert.equal(await firstBrokenEntry(within, subject), undefined);
    assert.equal(await firstBrokenEntry(within, { kind: 'plan', id: plan }), undefined);
  });
  const asked = await editor.post(`/readings/${reading}/undo`);
  assert.equal(asked.location, `/readings/${reading}/merge`);
  assert.equal((await lines(editor, plan)).length, 525);
  assert.match((await editor.get(`/readings/${reading}/merge`)).text, /Taking the edition back out/);
  assert.equal((await editor.get(`/readings/${reading}/undo`)).location, `/readings/${reading}/merge`);
  await editor.post(`/readings/${reading}/undo`);
  await site.runJobs();
  assert.equal((await lines(editor, plan)).length, 5);
  await site.within(editor.organisation, async within => {
    const [entry] = await historyOf(within, { kind: 'line', id: first!.id });
    assert.equal(entry!.actor, editor.account.name);
    assert.equal(entry!.action, 'took back the edition Ashmere plan 2026.csv');
  });
  await editor.get(`/readings/${reading}/merge`);
  await site.runJobs();
  assert.match((await editor.get(`/readings/${reading}/merge`)).text, /nothing is stored until you accept/);
});

test('a line that was removed here and changed in the document is asked about, and can come back', async () => {
  const { plan } = await madePlan(editor, csv(LINES), 'Made.csv');
  const [, second] = await lines(editor, plan);
  const address = `/plans/${plan}/lines/${second!.id}/remove`;
  const sent = fieldsOf(await editor.get(address), `form[action="${address}"]`);
  assert.ok((await editor.post(address, { ...sent, reason: 'Not ours' })).location);
  site.clock.advance({ minutes: 5 });
  const reading = await givenAsEdition(editor, plan, csv(withLine(1, { 2: 'Weekly' })), 'Back.csv');
  const page = await editor.get(`/readings/${reading}/merge`);
  assert.match(page.text, /Removed here, changed in the document/);
  assert.match(page.text, /1 question is open/);
  const form = fieldsOf(page, 'form[action$="/merge/all"]');
  await editor.post(`/readings/${reading}/merge/all`, { ...form, take: 'back' });
  await accept(editor, reading);
  const after = await lines(editor, plan);
  assert.deepEqual(
    after.map(line => line.when),
    ['30 June 2025', 'Weekly', 'Each October', 'Each November', 'Monthly'],
  );
  assert.equal(after[1]!.id, second!.id);
  site.clock.advance({ minutes: 5 });
  await editor.post(`/readings/${reading}/undo`);
  assert.deepEqual(
    (await lines(editor, plan)).map(line => line.when),
    ['30 June 2025', 'Each October', 'Each November', 'Monthly'],
  );
  const removed = await editor.get(`/plans/${plan}/removed`);
  assert.match(removed.text, /ward panel.*Not ours/);
});
