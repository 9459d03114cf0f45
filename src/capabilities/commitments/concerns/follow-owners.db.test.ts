import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn } from '../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../tests/support/kept-and-asked.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { concernById } from '../queries/concerns.ts';
import { concernsFollowOwners, concernsHandOver } from './follow-owners.ts';
import { raise } from './raise-concerns.ts';

const site = await testSite({ now: '2025-06-02T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const people = askedOn(site, organisation);
const { keep } = promisesKeptOn(site, organisation);
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const now = site.clock.now();

const owner = async (name: string) => {
  const person = await people.person({ name: `${name} Reed` });
  return { id: await people.owner(name, person), name, person };
};
const [one, other] = [await owner('Jo'), await owner('Kit')];

async function raised(by: { id: string }): Promise<string> {
  const { promise } = await keep({ owner: by.id, dates: [{ by: '2025-06-20' }] });
  return within(async inside => {
    const { id } = await inside.db
      .selectFrom('occurrences')
      .select('id')
      .where('promise_id', '=', promise)
      .executeTakeFirstOrThrow();
    const words = { occurrence: id, words: ['The gate lights'], by: { name: 'Warden', person: null } };
    const [concern] = await raise(inside, words, { now, today: Temporal.PlainDate.from('2025-06-02') });
    return concern!;
  });
}
const ownerOf = (concern: string) => within(async inside => (await concernById(inside, concern))?.owner);

test('what somebody is to answer follows when two names become one, and goes back', async () => {
  const concern = await raised(one);
  const owners = { from: one, into: other };
  const moved = await within(inside => concernsFollowOwners.merged(inside, owners, now));
  assert.equal(await ownerOf(concern), 'Kit');
  await within(inside => concernsFollowOwners.putBack(inside, moved, owners, now));
  assert.equal(await ownerOf(concern), 'Jo');
});

test('whoever leaves hands over what they were to answer', async () => {
  const concern = await raised(other);
  const endsOn = Temporal.PlainDate.from('2025-06-30');
  const leaver = { id: other.person, name: 'Kit Reed', owners: [other], endsOn };
  const [held] = await within(inside => concernsHandOver.held(inside, leaver, 10));
  assert.deepEqual([held?.total, held?.things[0]?.name], [1, 'The gate lights']);
  const all = { kind: 'concern', things: { besides: [] }, to: one };
  await within(inside => concernsHandOver.handOver(inside, leaver, all, now));
  assert.equal(await ownerOf(concern), 'Jo');
  assert.deepEqual(await within(inside => concernsHandOver.held(inside, leaver, 10)), []);
});
