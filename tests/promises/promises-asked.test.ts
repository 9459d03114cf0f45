import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askedOn } from '../support/asked.ts';
import { diaryOf } from '../support/diary.ts';
import { inboxes } from '../support/inboxes.ts';
import { promisesKeptOn } from '../support/kept-and-asked.ts';

/**
 * A May passes, with two bank holidays in it, and what stands in people's inboxes is looked at. Whoever keeps a promise is
 * asked about it, or whoever stands in; what they answer becomes of it; nobody is written to twice on a day.
 */
const mail = await inboxes('2025-05-01T10:00:00Z');
const { site } = mail;
after(mail.close);
const { diary, liveUntil, work, withoutMailOn } = diaryOf(mail, {
  looks: ['asking', 'mail', 'commitments'],
  hoursOf: () => ['T04:30:00Z', 'T09:05:00Z'],
});

const { organisation } = await site.person({ role: 'editor' });
const people = askedOn(site, organisation);
const { keep, became } = promisesKeptOn(site, organisation);
const ids: Record<string, string> = {};
const kept: Record<string, string> = {};

/** Somebody answers the first thing of their last message that waits for an answer. */
async function answer(name: string, sent: Record<string, string>) {
  const phone = site.visitor();
  const page = await phone.get(mail.linkTo(name));
  await phone.upload(page.dom.querySelector('form[enctype]')!.getAttribute('action')!, [], sent);
  await work();
  return page;
}

before(async () => {
  Object.assign(ids, await people.team('Mae Lund', ['Jo Reed', 'Kit Marsh', 'Pat Holm']));
  ids.sam = await people.person({ name: 'Sam Birch' });
  const owner = async (name: string, person: string) => people.owner(name, ids[person]!);
  const panel = { what: 'Hold a ward panel', owner: await owner('Ward sergeant', 'jo') };
  const dates = [{ from: '2025-04-01', by: '2025-05-30' }];
  kept.panel = (await keep({ ...panel, each: ['Harbour', 'Northfield', 'Old Town'], dates })).promise;
  const rule = {
    kind: 'rule' as const,
    rule: 'FREQ=WEEKLY;BYDAY=TU',
    from: '2025-05-01',
    until: '2025-05-21',
  };
  const streets = { what: 'Brief the streets', owner: await owner('Wardens', 'kit'), series: rule };
  kept.streets = (await keep(streets)).promise;
  const plan = { what: 'Publish the forward plan', owner: await owner('Press office', 'pat') };
  kept.plan = (await keep({ ...plan, dates: [{ by: '2025-05-09' }] })).promise;
});

test('the first week: what is weekly is asked on its day, and a yes is enough', async () => {
  await liveUntil('2025-05-06');
  const page = await answer('Kit Marsh', { choice: 'done' });
  assert.match(page.text, /Has this been done\?.*Brief the streets, on 6 May 2025/s);
  await liveUntil('2025-05-11');
});

test('three days without a worker: what fell due meanwhile is asked about once, when there is one again', async () => {
  site.clock.set('2025-05-14T20:00:00Z');
  await liveUntil('2025-05-15');
  const page = await answer('Kit Marsh', {
    choice: 'late',
    'done-day': '15',
    'done-month': '5',
    'done-year': '2025',
  });
  assert.match(page.text, /Brief the streets, on 13 May 2025/);
  await liveUntil('2025-05-18');
});

test('somebody stands in, the mail server is away for a day, and a bank holiday counts for nothing', async () => {
  await people.cover(ids.jo!, ids.sam!, '2025-05-19', '2025-05-24');
  await liveUntil('2025-05-19');
  await withoutMailOn('2025-05-20');
  await liveUntil('2025-05-22');
  const page = await answer('Sam Birch', { choice: 'done', note: 'All three were held' });
  assert.match(page.text, /Have these 3 been done\?.*for Ward sergeant/s);
  await liveUntil('2025-05-30');
});

test('what each of them received, day by day', () => {
  assert.deepEqual(diary, [
    // the forward plan: Pat says nothing. The 5th is a bank holiday
    '2025-05-02 pat: 1 thing to answer',
    '2025-05-06 kit: 1 thing to answer',
    '2025-05-06 pat: 1 thing to answer',
    '2025-05-09 pat: 1 thing to answer',
    // from the 12th to the 14th there is no worker
    '2025-05-15 kit: 1 thing to answer',
    '2025-05-15 pat: 1 thing to answer, 1 late',
    '2025-05-16 mae: Pat Holm has not answered',
    '2025-05-16 pat: 1 thing to answer, 1 late',
    // on the 20th the mail server is away
    '2025-05-21 kit: 1 thing to answer',
    '2025-05-22 kit: 1 thing to answer, 1 late',
    '2025-05-22 sam: 1 thing to answer',
    // five working days late, the 26th being none: Kit is reminded the last time, and Mae is told
    '2025-05-28 kit: 1 thing to answer, 1 late',
    '2025-05-28 mae: Kit Marsh has not answered',
  ]);
});

test('what became of each, and of whom nobody heard', async () => {
  assert.deepEqual(await became(kept.panel!), [
    '2025-05-30 Harbour met on 2025-05-22',
    '2025-05-30 Northfield met on 2025-05-22',
    '2025-05-30 Old Town met on 2025-05-22',
  ]);
  assert.deepEqual(await became(kept.streets!), [
    '2025-05-06 met on 2025-05-06',
    '2025-05-13 late on 2025-05-15',
    '2025-05-20 open',
  ]);
  assert.deepEqual(await became(kept.plan!), ['2025-05-09 open']);
});
