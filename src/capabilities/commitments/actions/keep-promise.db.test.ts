import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { quarterlySeries, stagedLine, stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import { promiseSubject } from '../promise.ts';
import { keepPromise } from './keep-promise.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const now = site.clock.now();
const today = Temporal.PlainDate.from('2025-05-06');
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);
const commitments = (promise: string) =>
  within(({ db }) =>
    db
      .selectFrom('commitments')
      .select(['for_kind', 'for_name', 'starts_on'])
      .where('promise_id', '=', promise)
      .orderBy('for_name')
      .execute(),
  );

test('a promise is kept once for all from today, and its history begins with what it says', async () => {
  const { promise } = await within(inside =>
    stagedPromise(inside, { series: quarterlySeries, phrase: 'Quarterly', now, today }),
  );
  assert.deepEqual(await commitments(promise), [{ for_kind: '', for_name: '', starts_on: today }]);
  const [entry] = await within(inside => historyOf(inside, promiseSubject(promise)));
  assert.equal(entry?.action, 'kept');
  assert.deepEqual(
    entry?.changes.map(({ field, after }) => [field, after]),
    [
      ['about', 'Hold ward panels'],
      ['words of the plan', 'Quarterly'],
      ['when due', 'once in each quarter'],
    ],
  );
});

test('a day that the plan named before today holds from that day: it was due by the plan’s own words', async () => {
  const series = { kind: 'days' as const, windows: [{ from: '2025-03-01', by: '2025-03-31' }] };
  const { promise } = await within(inside => stagedPromise(inside, { series, now, today }));
  assert.equal((await commitments(promise))[0]?.starts_on.toString(), '2025-03-01');
});

test('one is kept for each ward that there is on the day, and for no other', async () => {
  await within(async ({ db }) => {
    const ward = { kind: 'ward', created_at: now, changed_at: now };
    const day = (text: string) => Temporal.PlainDate.from(text);
    await db
      .insertInto('areas')
      .values([
        { ...ward, name: 'Northfield' },
        { ...ward, name: 'Harbour' },
        { ...ward, name: 'Old Town', ends_on: day('2025-04-30') },
        { ...ward, name: 'Ashmere Vale', kind: 'parish' },
      ])
      .execute();
  });
  const spread = { of: 'areas' as const, kind: 'ward' };
  const { promise } = await within(inside =>
    stagedPromise(inside, { series: quarterlySeries, spread, now, today }),
  );
  assert.deepEqual(
    (await commitments(promise)).map(one => [one.for_kind, one.for_name]),
    [
      ['area', 'Harbour'],
      ['area', 'Northfield'],
    ],
  );
});

test('what is not there keeps no promise: a line of another plan, an owner nobody knows, a kind that no area is of', async () => {
  const { plan, line } = await within(inside => stagedLine(inside, { what: 'Panels' }, now));
  const nobody = '00000000-0000-4000-8000-000000000000';
  const kept = (more: object) =>
    within(inside =>
      keepPromise(
        inside,
        {
          ...{ plan, of: { line }, about: 'Panels', phrase: '', series: quarterlySeries, conditional: false },
          ...{ heldOnly: false, graceDays: 0, warningDays: 5, spread: null, owner: null, setOffBy: null },
          ...more,
        },
        { now, today },
      ),
    );
  assert.deepEqual(await kept({ of: { line: nobody } }), { refused: 'not-found' });
  assert.deepEqual(await kept({ of: { clause: nobody } }), { refused: 'not-found' });
  assert.deepEqual(await kept({ owner: nobody }), { refused: 'no-such-owner' });
  assert.deepEqual(await kept({ spread: { of: 'areas', kind: 'county' } }), { refused: 'nobody' });
});
