import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn } from '../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../tests/support/kept-and-asked.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { agreeDates, FROM_THE_FIRST } from '../actions/agree-dates.ts';
import { knownFor } from '../queries/known.ts';
import { askWhatIsDue } from './ask-what-is-due.ts';
import { MOST_IN_ONE } from './entries.ts';

const site = await testSite({ now: '2025-06-02T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const people = askedOn(site, organisation);
const { keep, became } = promisesKeptOn(site, organisation);
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const today = Temporal.PlainDate.from('2025-06-16');
const now = Temporal.Instant.from('2025-06-16T04:30:00Z');
const owner = await people.owner('Ward sergeant', await people.person({ name: 'Jo Reed' }));

/** How many records each request is about, those of one promise. */
const entries = (promise: string): Promise<number[]> =>
  within(async ({ db }) => {
    const rows = await db
      .selectFrom('request_records as a')
      .innerJoin('occurrences as o', 'o.id', 'a.record_id')
      .select(({ fn }) => fn.countAll<number>().as('records'))
      .where('o.promise_id', '=', promise)
      .groupBy('a.request_id')
      .execute();
    return rows.map(({ records }) => Number(records)).sort((one, other) => other - one);
  });

test('two workers at once, and one that runs again, ask once; no more than fifty stand in one entry', async () => {
  const each = Array.from({ length: 60 }, (_, at) => `Ward ${at}`);
  const { promise } = await keep({ owner, what: 'Hold a ward panel', each, dates: [{ by: '2025-06-20' }] });
  const ask = () => within(inside => askWhatIsDue(inside, { now, today }));
  await Promise.all([ask(), ask()]);
  assert.deepEqual(await entries(promise), [MOST_IN_ONE, 10]);
  assert.equal(await ask(), 0);
});

test('what leaves in parts is asked about to the last', async () => {
  const { promise } = await keep({
    owner,
    what: 'Brief',
    each: ['A', 'B', 'C'],
    dates: [{ by: '2025-06-19' }],
  });
  const some = () => within(inside => askWhatIsDue(inside, { now, today }, 2));
  assert.deepEqual([await some(), await some(), await some()], [2, 1, 0]);
  assert.deepEqual(await entries(promise), [2, 1]);
});

test('a date that somebody was asked about stands when its series changes, and the others go', async () => {
  const rule = (day: string) => ({
    kind: 'rule' as const,
    rule: `FREQ=MONTHLY;BYMONTHDAY=${day}`,
    from: '2025-06-01',
  });
  const { promise } = await keep({ owner, what: 'Print the leaflet', series: rule('18') });
  await within(inside => askWhatIsDue(inside, { now, today }));
  await within(async inside => {
    const series = JSON.stringify(rule('25'));
    await inside.db.updateTable('promises').set({ series }).where('id', '=', promise).execute();
    const when = { now, today, after: FROM_THE_FIRST };
    await agreeDates(inside, { promise }, when, await knownFor(inside));
  });
  const days = (await became(promise)).slice(0, 3);
  assert.deepEqual(days, ['2025-06-18 open', '2025-06-25 open', '2025-07-25 open']);
});

test('what is older than a month, or has nobody who does it, is asked of nobody', async () => {
  const old = await keep({ owner, what: 'Old', dates: [{ by: '2025-05-10' }] });
  const nobodys = await keep({ what: 'Nobody’s', dates: [{ by: '2025-06-18' }] });
  assert.equal(await within(inside => askWhatIsDue(inside, { now, today })), 0);
  assert.deepEqual([await entries(old.promise), await entries(nobodys.promise)], [[], []]);
});
