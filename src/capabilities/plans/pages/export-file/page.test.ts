import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const viewer = await site.person({ role: 'viewer', name: 'Vera Sedge' });
const other = await site.person({ role: 'viewer' });

const LINES = 4_001;
const lines = Array.from({ length: LINES }, (_, at) =>
  newLine({ what: `Tell street ${at}`, owner: at % 2 ? 'Press office' : '' }),
);
const plan = await site.within(viewer.organisation, within => {
  const sections = [{ title: 'Streets', columns: RECOMMENDATION_COLUMNS, lines }];
  return createPlan(within, newPlan({ sections, marking: 'OFFICIAL' }), site.clock.now());
});

test('a long PDF is written by a job while the person may leave, and lies ready for them for a day', async () => {
  const { location } = await viewer.get(`/plans/${plan}/export.pdf`);
  assert.match(location!, /^\/exports\//);
  assert.equal((await viewer.get(`/plans/${plan}/export.pdf`)).location, location);
  const waiting = await viewer.get(location!);
  assert.match(waiting.text, /Writing the PDF.*4,001 lines usually take about 10 seconds/);
  assert.match((await viewer.get(`${location}/status`)).text, /"status":"waiting"/);
  assert.equal((await viewer.get(`${location}/file`)).status, 404);
  await site.runJobs();
  const ready = await viewer.get(location!);
  assert.match(ready.text, /The PDF is ready.*4,001 lines/);
  const file = await viewer.get(`${location}/file`);
  assert.equal(file.bytes.toString('latin1', 0, 5), '%PDF-');
  assert.match(String(file.headers['content-disposition']), /OFFICIAL/);
  const [entry] = await site.within(viewer.organisation, within =>
    historyOf(within, { kind: 'plan', id: plan }),
  );
  assert.equal(`${entry!.actor} ${entry!.action}`, 'Vera Sedge was given 4001 lines as a PDF');
  for (const path of ['', '/status', '/file'])
    assert.equal((await other.get(location + path)).status, 404, path);
  // a day later they would have to sign in again
  const yesterday = site.clock.now().subtract({ hours: 25 });
  await site.within(viewer.organisation, ({ db }) =>
    db.updateTable('export_files').set({ asked_at: yesterday }).execute(),
  );
  assert.equal((await viewer.get(`${location}/file`)).status, 404);
});

test('only the lines that were asked for are in it, and what takes no time is given at once', async () => {
  const few = await viewer.get(`/plans/${plan}/export.pdf?only=unowned&state=complete`);
  assert.equal(few.status, 200);
  const excel = await viewer.get(`/plans/${plan}/export.xlsx`);
  assert.equal(excel.status, 200);
});

test('a file of yesterday is deleted within the hour, and one of today is not', async () => {
  const { location } = await viewer.get(`/plans/${plan}/export.pdf?sort=owner`);
  assert.match(location!, /^\/exports\//);
  await runTimed(site, site.clock.now().add({ hours: 1 }));
  const left = await site.within(viewer.organisation, ({ db }) =>
    db.selectFrom('export_files').select(['id', 'status']).execute(),
  );
  assert.deepEqual(left, [{ id: location!.replace('/exports/', ''), status: 'made' }]);
});

test('no such file is not found', async () => {
  for (const id of ['1', '0197a3c0-0000-4000-8000-000000000001'])
    assert.equal((await viewer.get(`/exports/${id}`)).status, 404);
});
