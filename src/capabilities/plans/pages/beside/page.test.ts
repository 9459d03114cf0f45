import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan, type NewPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const viewer = await site.person({ role: 'viewer' });
const make = (beside: NewPlan['beside']) =>
  site.within(viewer.organisation, within => createPlan(within, newPlan({ beside }), site.clock.now()));

test('what the document says besides its lines is all there', async () => {
  const plan = await make({
    clauses: [{ number: '1.1', heading: 'Aim', text: 'To be understood.' }],
    audiences: [{ group: 'Public', name: 'Residents', detail: 'all wards', role: 'to be told' }],
    channels: [
      { category: 'Print', description: 'Leaflets', existing: ['Ashmere News'], projectSpecific: ['Flyer'] },
    ],
    remainder: [{ text: 'Agreed in April', where: 'paragraph 2' }],
  });
  const { text } = await viewer.get(`/plans/${plan}/beside`);
  for (const words of [
    '1.1 Aim To be understood.',
    'Residents Public all wards to be told',
    'Print Leaflets Ashmere News Flyer',
    'paragraph 2 Agreed in April',
  ])
    assert.ok(text.includes(words), words);
});

test('a document of lines alone says so', async () => {
  assert.match((await viewer.get(`/plans/${await make({})}/beside`)).text, /Nothing else/);
});
