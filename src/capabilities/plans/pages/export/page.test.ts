import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { openDocument } from '../../../../documents/open.ts';
import { readDocument } from '../../../../reading/read.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const viewer = await site.person({ role: 'viewer' });

test('a viewer takes the plan away as it now stands, marked, and it reads as the same lines', async () => {
  const plan = newPlan({ title: 'Ashmere plan 2025/26', marking: 'OFFICIAL' });
  const id = await site.within(viewer.organisation, within => createPlan(within, plan, site.clock.now()));
  const file = await viewer.get(`/plans/${id}/export.docx`);
  assert.equal(file.status, 200);
  assert.match(
    String(file.headers['content-disposition']),
    /filename="Ashmere plan 2025 26 \(OFFICIAL\)\.docx"/,
  );
  const document = await openDocument(file.bytes, 'export.docx');
  const reading = readDocument(document, { today: Temporal.PlainDate.from('2025-04-08') });
  assert.deepEqual(
    reading.lines.map(({ section, what, owner, state }) => [section, what, owner, state]),
    plan.sections.flatMap(({ title, lines }) =>
      lines.map(({ what, owner, state }) => [title, what, owner, state]),
    ),
  );
  assert.ok(document.asides.some(aside => aside.text === 'OFFICIAL'));
});

test('a plan of others is not given away', async () => {
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  const id = await site.within(viewer.organisation, within =>
    createPlan(within, newPlan(), site.clock.now()),
  );
  assert.equal((await stranger.get(`/plans/${id}/export.docx`)).status, 404);
});
