import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { runTimed } from '../../../tests/support/run-timed.ts';
import { testSite } from '../../../tests/support/site.ts';

const site = await testSite();
after(site.close);

const LEFT = `select 'sessions' as what, count(*)::int as left from sessions
  union all select 'links', count(*)::int from one_time_links
  union all select 'failures', count(*)::int from sign_in_failures order by 1`;
const left = async () =>
  Object.fromEntries(
    (await site.query<{ what: string; left: number }>(LEFT)).map(row => [row.what, row.left]),
  );

test('what is over goes by itself where nobody comes any more, and what is not stays', async () => {
  const administrator = await site.person({ role: 'administrator' });
  const joining = { name: 'Jo Marsh', email: 'jo@ashmere.example', role: 'viewer' };
  await administrator.post('/organisation/people', joining);
  await site.visitor().post('/sign-in', { email: 'nobody@ashmere.example', password: 'wrong' });
  const begun = await left();
  assert.ok(begun.sessions && begun.links && begun.failures, JSON.stringify(begun));
  await runTimed(site, site.clock.now().add({ hours: 1 }));
  assert.deepEqual(await left(), begun);
  await runTimed(site, site.clock.now().add({ hours: 31 * 24 }));
  assert.deepEqual(await left(), { failures: 0, links: 0, sessions: 0 });
});
