import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../tests/support/site.ts';
import { accessFollowsPeople } from '../access/index.ts';
import { ownersCalled } from './queries/owners.ts';
import { leadFor, peopleFor } from './reaching.ts';
import { samplePeople } from './sample-people.ts';
import { peopleIn } from './tables-in/people.ts';

const site = await testSite();
after(site.close);

test('owners of the sample’s plans mean the posts of its people, and are reached', async () => {
  const organisation = await site.organisation('Ashmere');
  const today = Temporal.PlainDate.from('2026-09-14');
  await site.within(organisation, async within => {
    await samplePeople(within, peopleIn(accessFollowsPeople, 'made').store, site.clock.now());
    const owners = await ownersCalled(within, ['Press Officer', 'Communications Team']);
    const reached = await peopleFor(
      within,
      owners.map(({ id }) => id),
      today,
    );
    const names = [...reached.values()].map(one =>
      'refused' in one ? one.refused : `${one.person.name} as ${one.as}`,
    );
    assert.deepEqual(names.sort(), ['Ines Calder as team', 'Tobi Arkwright as holder']);
    assert.equal((await leadFor(within, {}, today))?.name, 'Ines Calder');
  });
});
