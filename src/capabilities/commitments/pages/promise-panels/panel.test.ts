import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { newPlan, quarterly } from '../../../../../tests/support/plans.ts';
import { quarterlySeries, stagedLine, stagedPromise } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan } from '../../../plans/index.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
const now = site.clock.now();
const said = (page: { text: string }) => page.text.replace(/\s+/g, ' ');

test('a line says what is promised of it and how that stands, and which timings nobody promised', async () => {
  const of = await within(inside =>
    stagedLine(inside, { what: 'Hold panels', when: 'Quarterly', schedules: [quarterly] }, now),
  );
  const here = `/plans/${of.plan}/lines/${of.line}`;
  assert.match(
    said(await editor.get(here)),
    /1 timing is not kept as a promise, so nobody is asked about it/,
  );
  await within(inside =>
    stagedPromise(inside, { series: quarterlySeries, of, now, phrase: 'Quarterly', read: quarterly }),
  );
  await site.runJobs();
  const page = said(await editor.get(here));
  assert.match(page, /Promises once in each quarter ?Due by 30 Jun /);
  assert.doesNotMatch(page, /not kept as a promise/);
});

test('a clause that binds whoever holds a post is promised by each of them: held or not held', async () => {
  const clauses = [{ number: '4.2', heading: 'Team meetings', text: 'Managers meet their staff regularly.' }];
  const beside = { clauses: clauses.map(clause => ({ ...clause, where: 'page 2' })) };
  const framework = newPlan({ title: 'Framework', kind: 'framework', beside: beside as never });
  await within(inside => createPlan(inside, framework, now));
  const clause = await within(({ db }) => db.selectFrom('clauses').select('id').executeTakeFirstOrThrow());
  const post = await within(async ({ db }) => {
    const times = { created_at: now, changed_at: now };
    const made = await db
      .insertInto('posts')
      .values({ title: 'Manager', ...times })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const name of ['Ada Reed', 'Bo Sedge']) {
      const person = { name, email: `${name[0]!.toLowerCase()}@ashmere.example`, ...times };
      const { id } = await db.insertInto('people').values(person).returning('id').executeTakeFirstOrThrow();
      await db
        .insertInto('post_holdings')
        .values({ post_id: made.id, person_id: id, as: 'holder' })
        .execute();
    }
    return made.id;
  });
  const page = await editor.get(`/clauses/${clause.id}`);
  const link = page.dom.querySelector('a[href*="/promises/new?clause="]')!.getAttribute('href')!;
  const form = await editor.get(`${link}&kind=each`);
  assert.ok(form.dom.querySelector('input[name=heldOnly][checked]'));
  const action = link.split('?')[0]!;
  const check = await sendForm(editor, form, { whom: 'post', post, unit: 'month', act: 'check' }, action);
  assert.match(
    said(check),
    /whoever holds the post Manager: 2 promises today See who they are Ada Reed; Bo Sedge/,
  );
  const kept = await sendForm(editor, check, { act: 'keep' }, action);
  await site.runJobs();
  assert.match(said(await editor.get(kept.location!)), /Held or not held.*Ada Reed.*Bo Sedge/);
  assert.match(
    said(await editor.get(`/clauses/${clause.id}`)),
    /once in each month, whoever holds the post Manager ?0 of 2 met, by 31 May/,
  );
});

test('whoever may not see what is marked finds no promise of a marked line, on any page', async () => {
  const marked = { what: 'Watch the pier', marking: 'OFFICIAL-SENSITIVE' as const, schedules: [quarterly] };
  const of = await within(inside => stagedLine(inside, marked, now));
  const { promise } = await within(inside =>
    stagedPromise(inside, { series: quarterlySeries, of, now, about: 'Watch the pier' }),
  );
  const viewer = await site.person({ role: 'viewer' });
  assert.equal((await viewer.get(`/promises/${promise}`)).status, 404);
  for (const show of ['open', 'kept'])
    assert.doesNotMatch((await viewer.get(`/plans/${of.plan}/promises?show=${show}`)).text, /pier/);
  const seeing = await site.person({ role: 'viewer', marked: true });
  assert.equal((await seeing.get(`/promises/${promise}`)).status, 200);
  const read = await within(({ db }) => db.selectFrom('marked_reads').selectAll().execute());
  assert.ok(read.some(row => JSON.stringify(row).includes(of.line)));
});

test('a calendar and its entries say which promises hang on them', async () => {
  const calendar = await within(async ({ db }) => {
    const times = { created_at: now, changed_at: now };
    const made = { name: 'Full council', kind: 'meetings', ...times };
    const { id } = await db.insertInto('calendars').values(made).returning('id').executeTakeFirstOrThrow();
    for (const [uid, iso] of Object.entries({ near: '2025-05-20', far: '2099-05-19' }))
      await db
        .insertInto('calendar_entries')
        .values({
          ...{ calendar_id: id, uid, title: 'Full council', ...times },
          ...{ from_day: Temporal.PlainDate.from(iso), by_day: Temporal.PlainDate.from(iso) },
        })
        .execute();
    return id;
  });
  const here = `/calendars/${calendar}`;
  assert.doesNotMatch(said(await editor.get(here)), /dated by it/);
  const series = {
    kind: 'beside' as const,
    calendar,
    days: { at: 'first-day' as const },
    from: '2025-05-06',
  };
  const { line } = await within(inside =>
    stagedPromise(inside, { series, what: 'Put the news online', now }),
  );
  await site.runJobs();
  const page = await editor.get(here);
  assert.match(said(page), /Promises that are dated by it Put the news online/);
  assert.ok(page.dom.querySelector(`a[href$="/lines/${line}"]`));
  const [near, far] = await within(({ db }) =>
    db
      .selectFrom('calendar_entries')
      .select('id')
      .where('calendar_id', '=', calendar)
      .orderBy('from_day')
      .execute(),
  );
  assert.match(
    said(await editor.get(`${here}/entries/${near!.id}`)),
    /Promises that are due by it Put the news/,
  );
  assert.doesNotMatch(said(await editor.get(`${here}/entries/${far!.id}`)), /due by it/);
});
