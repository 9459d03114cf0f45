import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../tests/support/site.ts';
import { places } from '../organisations/places.ts';
import { membersOf } from './index.ts';
import { sample } from './sample.ts';

const site = await testSite();
after(site.close);

test('the sample borough has boards with chairs, and an audience that is these', async () => {
  const organisation = await site.organisation('Ashmere');
  const now = site.clock.now();
  const members = await site.within(organisation, async within => {
    await places.sample(within, now);
    await sample(within, now);
    const { id } = await within.db.selectFrom('audiences').select('id').executeTakeFirstOrThrow();
    return membersOf(within, id, Temporal.PlainDate.from('2026-01-01'));
  });
  assert.deepEqual(
    members.map(({ name, address }) => `${name} ${address}`),
    [
      'Ann Reed ann.reed@northfield.example',
      'Cy Marsh cy.marsh@quayside.example',
      'Dee Lund board@saltmarsh.example',
    ],
  );
});
