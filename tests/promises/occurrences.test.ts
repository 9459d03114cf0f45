import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { settle } from '../../src/capabilities/commitments/actions/settle.ts';
import { WRITE_DATES } from '../../src/capabilities/commitments/write-dates-asked.ts';
import { removeLines, restoreLines } from '../../src/capabilities/plans/index.ts';
import { json } from '../../src/platform/database/json.ts';
import { enqueue } from '../../src/platform/jobs/enqueue.ts';
import { daysSeries, stagedPromise, weeklySeries } from '../support/promises.ts';
import { runTimed } from '../support/run-timed.ts';
import { testSite } from '../support/site.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const ada = await site.person({ role: 'editor', name: 'Ada Marsh' });
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(ada.organisation, work);
const today = () => site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();

const keep = (series: Parameters<typeof stagedPromise>[1]['series']) =>
  within(inside => stagedPromise(inside, { series, now: site.clock.now() }));

const datesOf = (promise: string) =>
  within(({ db }) =>
    db
      .selectFrom('occurrences')
      .select(['id', 'by_day', 'outcome'])
      .where('promise_id', '=', promise)
      .orderBy('by_day')
      .execute(),
  );

test('after three days, and after two years, in which nothing ran, pages tell what was missed, and one night writes all dates', async () => {
  const { promise } = await keep(weeklySeries);
  await runTimed(site);
  const [first] = await datesOf(promise);
  site.clock.advance({ hours: 3 * 24 });
  const later = await site.person({ name: 'Ben Reed' }); // whoever signed in before was signed out meanwhile
  assert.match((await later.get(`/occurrences/${first!.id}`)).text, /Missed: nobody has said/);
  site.clock.advance({ hours: 2 * 365 * 24 });
  await runTimed(site);
  const days = (await datesOf(promise)).map(({ by_day }) => by_day);
  const ahead = today().add({ months: 18 });
  assert.ok(days.at(-1)!.until(ahead).days < 7, `the last is ${days.at(-1)}`);
  assert.ok(days.every((day, place) => !place || day.equals(days[place - 1]!.add({ weeks: 1 }))));
});

test('a clock that was years ahead for a day leaves no gap and nothing twice once it is right', async () => {
  const right = site.clock.now();
  const { promise } = await keep(weeklySeries);
  site.clock.advance({ hours: 3 * 365 * 24 });
  await runTimed(site);
  const then = await datesOf(promise);
  site.clock.set(right);
  await runTimed(site);
  assert.deepEqual(await datesOf(promise), then);
  const keys = new Set(then.map(({ by_day }) => by_day.toString()));
  assert.equal(keys.size, then.length);
});

test('what somebody was asked is taken for what it was asked about, though its series changed while the message was on its way', async () => {
  const soon = today().add({ days: 3 }).toString();
  const { promise } = await keep(daysSeries(soon));
  await site.runJobs();
  const [asked] = await datesOf(promise);
  await within(async inside => {
    const { db } = inside;
    await db.updateTable('occurrences').set({ asked_on: today() }).where('id', '=', asked!.id).execute();
    const other = json(daysSeries(today().add({ days: 30 }).toString()));
    await db.updateTable('promises').set({ series: other }).where('id', '=', promise).execute();
    await enqueue(inside, WRITE_DATES, { promise }, site.clock.now());
  });
  await site.runJobs();
  const said = { occurrences: [asked!.id], as: 'done' as const };
  const by = { name: 'Olive Marl', account: null };
  await within(inside => settle(inside, said, by, { now: site.clock.now(), today: today() }));
  const dates = (await datesOf(promise)).map(({ by_day, outcome }) => [by_day.toString(), outcome]);
  assert.deepEqual(dates, [
    [soon, 'met'],
    [today().add({ days: 30 }).toString(), null],
  ]);
});

test('a line that was taken out has nothing due, and what happened before stays; put back, it is due again', async () => {
  const [soon, later] = [today().add({ days: 1 }), today().add({ days: 60 })].map(String) as [string, string];
  const ben = await site.person({ name: 'Ben Reed' });
  const { promise, plan, line } = await keep(daysSeries(soon, later));
  await site.runJobs();
  const [done, open] = (await datesOf(promise)).map(({ id }) => `/occurrences/${id}`);
  const { day, month, year } = today();
  const fields = { said: 'done', 'done-day': `${day}`, 'done-month': `${month}`, 'done-year': `${year}` };
  await ben.upload(`${done}/settle`, [], fields);
  const now = site.clock.now();
  await within(inside => removeLines(inside, { plan, lines: [{ id: line }], reason: 'Twice' }, now));
  assert.match((await ben.get(open!)).text, /Not due\. What it was promised for is not there any more/);
  assert.match((await ben.get(done!)).text, /Met on/);
  assert.equal((await ben.upload(`${open}/settle`, [], fields)).status, 404);
  await within(inside => restoreLines(inside, { plan, lines: [line] }, now));
  assert.match((await ben.get(open!)).text, /Planned\./);
});
