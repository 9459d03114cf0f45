import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { quarterly } from '../../../../../tests/support/plans.ts';
import { quarterlySeries, stagedPromise, weeklySeries } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
const said = (page: { text: string }) => page.text.replace(/\s+/g, ' ');
const now = site.clock.now();

await within(({ db }) =>
  db
    .insertInto('areas')
    .values(['Harbour', 'Northfield'].map(name => ({ kind: 'ward', name, created_at: now, changed_at: now })))
    .execute(),
);
const jo = await within(({ db }) =>
  db
    .insertInto('owners')
    .values({ kind: 'person', name: 'Jo Marsh', created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow(),
);

const kept = (more: object = {}) =>
  within(inside =>
    stagedPromise(inside, { series: quarterlySeries, phrase: 'Quarterly', read: quarterly, now, ...more }),
  );

test('a promise stands in the fields as it is, is checked in words, and is changed by the second button', async () => {
  const { promise } = await kept();
  const here = `/promises/${promise}/edit`;
  const form = await editor.get(here);
  assert.equal(form.dom.querySelector('input[name=times]')?.getAttribute('value'), '1');
  const check = await sendForm(
    editor,
    form,
    { unit: 'month', owner: jo.id, graceDays: '3', act: 'check' },
    here,
  );
  assert.match(said(check), /once in each month.*Jo Marsh.*Days of grace 3 days/);
  assert.match(said(await editor.get(`/promises/${promise}`)), /Once in each quarter/);
  assert.equal((await sendForm(editor, check, { act: 'keep' }, here)).location, `/promises/${promise}`);
  const page = said(await editor.get(`/promises/${promise}`));
  assert.match(page, /Once in each month “Quarterly”.*Who does it Jo Marsh.*Days of grace 3 days/);
  const late = await sendForm(editor, check, { act: 'keep' }, here);
  assert.match(said(await editor.get(late.location!)), /Somebody else changed this promise meanwhile/);
});

test('another way to be due is chosen, and asks for its own fields', async () => {
  const { promise } = await kept();
  const here = `/promises/${promise}/edit`;
  assert.match(said(await editor.get(`${here}?choose=again`)), /How is it due\?/);
  const form = await editor.get(`${here}?choose=yes&kind=rule`);
  const check = await sendForm(
    editor,
    form,
    { repeats: 'weekly', weekdays: ['TU', 'TH'], act: 'check' },
    here,
  );
  assert.match(said(check), /every Tuesday and Thursday/);
  const wrong = await sendForm(editor, form, { repeats: 'monthly-date', date: '31', act: 'check' }, here);
  assert.equal(wrong.status, 422);
});

test('a ward gets its own messenger and its own dates, and goes back to those of all', async () => {
  const { promise } = await kept({ spread: { of: 'areas', kind: 'ward' }, series: weeklySeries });
  const page = await editor.get(`/promises/${promise}`);
  const here = page.dom.querySelector('a[href*="/for/"]')!.getAttribute('href')!;
  const form = await editor.get(here);
  assert.match(said(form), /For Harbour/);
  await sendForm(editor, form, { owner: jo.id, dates: 'own', repeats: 'weekly', weekdays: 'FR' }, here);
  await site.runJobs();
  assert.match(
    said(await editor.get(`/promises/${promise}`)),
    /Harbour ?its own dates: every Friday .* Jo Marsh/,
  );
  const days = await within(({ db }) =>
    db
      .selectFrom('occurrences as o')
      .innerJoin('commitments as c', 'c.id', 'o.commitment_id')
      .select('o.by_day')
      .where('c.promise_id', '=', promise)
      .where('c.for_name', '=', 'Harbour')
      .execute(),
  );
  assert.deepEqual([...new Set(days.map(({ by_day }) => by_day.dayOfWeek))], [5]);
  const wrong = await sendForm(editor, await editor.get(here), { weekdays: '', repeats: 'weekly' }, here);
  assert.match(said(wrong), /Tick at least one day of the week/);
  await sendForm(editor, await editor.get(here), { owner: '', dates: 'same' }, here);
  assert.doesNotMatch(said(await editor.get(`/promises/${promise}`)), /its own dates/);
});

test('what has ended is not changed, and a commitment is found under its own promise alone', async () => {
  const [one, other] = [await kept(), await kept({ spread: { of: 'areas', kind: 'ward' } })];
  await editor.post(`/promises/${one.promise}/end`, { version: '1', reason: 'It is over' });
  assert.equal((await editor.get(`/promises/${one.promise}/edit`)).status, 404);
  const page = await editor.get(`/promises/${other.promise}`);
  const of = page.dom.querySelector('a[href*="/for/"]')!.getAttribute('href')!.split('/').at(-1);
  assert.equal((await editor.get(`/promises/${one.promise}/for/${of}`)).status, 404);
});
