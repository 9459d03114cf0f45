import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn, linkIn } from '../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../tests/support/kept-and-asked.ts';
import { runTimed } from '../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T07:00:00Z' }); // a Monday
after(site.close);
const { organisation } = await site.person({ role: 'administrator' });
const people = askedOn(site, organisation);
const { keep, became } = promisesKeptOn(site, organisation);

/** Sessions are over after days; whoever looks signs in anew. */
const page = async (path: string) => (await site.person({ role: 'editor' })).get(path);
const days = async (...moments: string[]) => {
  for (const moment of moments) await runTimed(site, `2025-${moment}Z`);
};

test('what nobody answers is closed months after somebody was told, and counted; the miss stays one', async () => {
  const mae = await people.person({ name: 'Mae Lund' });
  const owner = await people.owner('Jo Reed', await people.person({ name: 'Jo Reed', manager: mae }));
  const { promise } = await keep({ owner, what: 'Hold a ward panel', dates: [{ by: '2025-06-05' }] });
  await days('06-03T04:30:00', '06-03T09:30:00', '06-06T04:30:00', '06-12T09:30:00');
  assert.match(
    (await people.messages('Mae Lund'))[0]!.text!,
    /Jo Reed has not answered: Has this been done\? .*\n {3}- Hold a ward panel, on 5 June 2025\n/,
  );
  const link = linkIn((await people.messages('Jo Reed')).at(-1));

  await days('09-12T04:50:00');
  assert.match((await page('/asking')).text, /1 silent, and told/);
  await days('09-13T04:50:00');
  const list = await page('/asking');
  assert.match(list.text, /0 silent, and told/);
  assert.match(list.text, /1 request was never answered in the last year/);
  const closed = await page('/asking?show=unanswered');
  assert.match(closed.text, /Has this been done\?.*Never answered/);
  const request = closed.dom.querySelector('th a')!.getAttribute('href')!;
  assert.match(
    (await page(request)).text,
    /closed without an answer.*nobody answered for 3 months after somebody was told/,
  );
  assert.equal((await site.visitor().get(link)).status, 410);

  assert.deepEqual(await became(promise), ['2025-06-05 open']);
  assert.match((await page('/occurrences?state=missed')).text, /Hold a ward panel.*Missed/);
  await days('09-15T04:30:00', '09-15T09:30:00');
  assert.equal((await people.messages('Jo Reed')).length, 2, 'it is asked of nobody anew');

  const lead = await site.person({ role: 'editor' });
  const said = {
    choice: 'late',
    'done-day': '9',
    'done-month': '6',
    'done-year': '2025',
    who: 'Jo Reed',
    way: 'telephone',
    'on-day': '15',
    'on-month': '9',
    'on-year': '2025',
  };
  const written = await lead.upload(`${request}/answer`, [], said);
  assert.equal(written.status, 303, written.text);
  await site.runJobs();
  assert.deepEqual(await became(promise), ['2025-06-05 late on 2025-06-09']);
});

test('of several who hold a post one is asked, and every page says who, why, and who is not', async () => {
  const longest = await people.person({ name: 'Rae Stone' });
  const other = await people.person({ name: 'Ivo Lane' });
  const owner = await site.within(organisation, async ({ db }) => {
    const times = { created_at: site.clock.now(), changed_at: site.clock.now() };
    const insert = { title: 'Ward sergeant', ...times };
    const post = await db.insertInto('posts').values(insert).returning('id').executeTakeFirstOrThrow();
    const holds = (person: string, from: string) => ({
      post_id: post.id,
      person_id: person,
      as: 'holder',
      starts_on: Temporal.PlainDate.from(from),
    });
    await db
      .insertInto('post_holdings')
      .values([holds(other, '2024-09-01'), holds(longest, '2022-01-10')])
      .execute();
    const named = { kind: 'post', name: 'Ward sergeant', post_id: post.id, ...times };
    return (await db.insertInto('owners').values(named).returning('id').executeTakeFirstOrThrow()).id;
  });
  const { promise, plan, line } = await keep({
    owner,
    what: 'Meet the wardens',
    dates: [{ by: '2025-09-18' }],
  });
  const why =
    /Ivo Lane holds the post too and is not asked: whoever has held it longest is, and can pass it on/;
  const kept = await page(`/promises/${promise}`);
  assert.match(kept.text, /Requests go to Rae Stone, who holds the post\. Ivo Lane holds/);
  assert.match(kept.text, why);
  const ofLine = await page(`/plans/${plan}/lines/${line}`);
  assert.match(ofLine.text, /Who does it: Ward sergeant\. Requests go to Rae Stone, who holds the post\./);
  assert.match(ofLine.text, why);
  await days('09-16T04:30:00', '09-16T09:30:00');
  assert.equal((await people.messages('Rae Stone')).length, 1);
  assert.deepEqual(await people.messages('Ivo Lane'), []);
  const list = await page('/asking?q=sergeant');
  const request = list.dom.querySelector('th a')!.getAttribute('href')!;
  assert.match((await page(request)).text, why);
});
