import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sendForm } from '../../../../../tests/support/filled-form.ts';
import { quarterly } from '../../../../../tests/support/plans.ts';
import { stagedLine } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
const { plan, line } = await within(inside =>
  stagedLine(
    inside,
    { what: 'Hold ward panels', when: 'Quarterly', schedules: [quarterly] },
    site.clock.now(),
  ),
);
await within(({ db }) =>
  db
    .insertInto('areas')
    .values(
      ['Northfield', 'Harbour', 'Old Town'].map(name => ({
        kind: 'ward',
        name,
        created_at: site.clock.now(),
        changed_at: site.clock.now(),
      })),
    )
    .execute(),
);
const post = `/plans/${plan}/promises/new`;
const here = `${post}?line=${line}`;
const said = (page: { text: string }) => page.text.replace(/\s+/g, ' ');

/** The words and dates of a promise that was answered so. */
async function checked(kind: string, fields: Record<string, string | string[]>) {
  const form = await editor.get(`${here}&kind=${kind}`);
  const page = await sendForm(editor, form, { ...fields, act: 'check' }, post);
  return said(page);
}

test('what the plan’s words say stands in the fields, and is shown in words with its next dates before it is kept', async () => {
  const form = await editor.get(`${here}&at=t0`);
  assert.match(said(form), /Hold ward panels · the plan says “Quarterly”/);
  assert.equal(
    form.dom.querySelector('select[name=unit] option[selected]')?.getAttribute('value'),
    'quarter',
  );
  const check = await sendForm(editor, form, { whom: 'areas', areaKind: 'ward', act: 'check' }, post);
  assert.match(said(check), /once in each quarter Begins with this quarter\. Next dates by 30 Jun by 30 Sep/);
  assert.match(said(check), /each ward: 3 promises today See who they are Harbour; Northfield; Old Town/);
  const again = await sendForm(editor, check, { act: 'change' }, post);
  assert.equal(again.dom.querySelector('input[name=whom][checked]')?.getAttribute('value'), 'areas');
  const kept = await sendForm(editor, check, { act: 'keep' }, post);
  assert.match(kept.location!, /^\/promises\/[-0-9a-f]{36}$/);
});

test('every kind of series can be said, and a rule is made only where it is true', async () => {
  assert.match(await checked('rule', { repeats: 'weekly', weekdays: 'TU' }), /every Tuesday/);
  assert.match(
    await checked('rule', { repeats: 'monthly-weekday', nth: '1', weekday: 'MO' }),
    /first Monday of each month Next dates 2 Jun 7 Jul 4 Aug/i,
  );
  assert.match(
    await checked('rule', { repeats: 'monthly-date', date: '-1' }),
    /Next dates 31 May 30 Jun 31 Jul/,
  );
  assert.match(await checked('each', { times: '2', unit: 'year', count: '1' }), /twice in each year/);
  assert.match(
    await checked('days', { days: '30 June 2025\nby 31 July 2025\nautumn 2025' }),
    /30 June 2025.*Next dates by 31 Jul 30 Jun by 30 Nov/,
  );
  assert.match(
    await checked('occasions', { occasions: 'Halloween\nBonfire Night', lead: '7' }),
    /by 31 Oct by 5 Nov/,
  );
  assert.match(
    await checked('triggered', {
      trigger: 'an incident',
      setOffBy: 'incident',
      limit: '24',
      limitUnit: 'hours',
    }),
    /within 24 hours of an incident Next dates Once it has happened/i,
  );
  assert.match(
    await checked('continuous', { count: '6', unit: 'month' }),
    /looked at once in every six months/,
  );
});

test('what is due so long before an entry of a calendar is said in fields of its own', async () => {
  await within(async ({ db }) => {
    const times = { created_at: site.clock.now(), changed_at: site.clock.now() };
    const { id } = await db
      .insertInto('calendars')
      .values({ name: 'Diary', kind: 'meetings', ...times })
      .returning('id')
      .executeTakeFirstOrThrow();
    const closes = Temporal.PlainDate.from('2025-09-30');
    await db
      .insertInto('calendar_entries')
      .values({
        ...{ calendar_id: id, uid: 'closes', title: 'Consultation closes', ...times },
        ...{ from_day: closes, by_day: closes },
      })
      .execute();
  });
  const form = await editor.get(`${here}&kind=beside`);
  assert.doesNotMatch(said(form), /<(div|input|select)/, 'fields, not their markup');
  const before = { place: 'before', far: '6', farUnit: 'week', end: 'first-day', act: 'check' };
  assert.match(said(await sendForm(editor, form, before, post)), /six weeks before .* Next dates 19 Aug/);
});

test('what is missing or wrong is said at its field, and the answers stay', async () => {
  assert.match(await checked('rule', { repeats: 'weekly' }), /Tick at least one day of the week/);
  assert.match(await checked('days', { days: 'whenever' }), /“whenever” is no day/);
  assert.match(await checked('occasions', { occasions: 'Someday' }), /“Someday” is no time of the year/);
  assert.match(await checked('triggered', { trigger: '' }), /Enter what it waits for/);
  assert.match(
    await checked('each', {
      'from-day': '1',
      'from-month': '6',
      'from-year': '2025',
      'until-day': '1',
      'until-month': '5',
      'until-year': '2025',
    }),
    /The last day must be after the first day/,
  );
  const kinds = await editor.get(`${here}&choose=yes`);
  assert.equal(kinds.status, 422);
  assert.match(said(kinds), /Choose how it is due/);
});

test('a line that is not there is not found, and viewers promise nothing', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  assert.equal((await editor.get(`/plans/${plan}/promises/new?line=${nobody}`)).status, 404);
  const viewer = await site.person({ role: 'viewer' });
  assert.equal((await viewer.get(here)).status, 403);
});
