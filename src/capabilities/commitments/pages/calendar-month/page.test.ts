import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { stageOccurrences } from '../../../../../tests/support/occurrences.ts';
import { quarterlySeries, stagedPromise, weeklySeries } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' }); // a Tuesday
after(site.close);
const editor = await site.person({ role: 'editor' });
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const promised = (what: string, dates: Parameters<typeof stageOccurrences>[2], more = {}) =>
  within(async inside => {
    const made = await stagedPromise(inside, { series: weeklySeries, what, now, ...more });
    await stageOccurrences(inside, made, dates, now);
    return made;
  });

const briefings = await within(async ({ db }) => {
  const wards = ['Castle', 'Harbour', 'Park'].map(name => ({
    kind: 'ward',
    name,
    created_at: now,
    changed_at: now,
  }));
  return db.insertInto('areas').values(wards).returning('id').execute();
}).then(areas =>
  promised(
    'Street briefings',
    [
      { from: '2025-04-01', by: '2025-04-07', outcome: 'met' },
      { from: '2025-04-08', by: '2025-04-14' },
    ],
    {
      spread: { of: 'areas', kind: 'ward' },
      areas,
    },
  ),
);
await promised('Staff newsletter', [{ by: '2025-04-01' }, { by: '2025-04-15' }]);
await promised('Ward panels', [{ from: '2025-04-01', by: '2025-06-30' }], { series: quarterlySeries });
for (let number = 1; number <= 6; number++) await promised(`Errand ${number}`, [{ by: '2025-04-22' }]);

/** The words of one day of a month. */
async function dayOf(path: string, iso: string): Promise<string> {
  const { dom } = await editor.get(path);
  const time = dom.querySelectorAll('.cg-month time').find(one => one.getAttribute('datetime') === iso);
  return text(time!.closest('td')!.innerHTML).trim();
}

test('a month is a table of weeks that says of each promise how many stand how on its last day', async () => {
  const { dom } = await editor.get('/calendar');
  assert.equal(dom.querySelector('h1')!.text, 'April 2025');
  assert.equal(dom.querySelectorAll('.cg-month tbody tr').length, 5);
  assert.match(await dayOf('/calendar', '2025-04-07'), /7 .*Street briefings , all 3 met, last day/);
  assert.match(await dayOf('/calendar', '2025-04-14'), /Street briefings , 3 due, last day/);
  assert.match(await dayOf('/calendar', '2025-04-01'), /Staff newsletter , missed/);
  assert.match(await dayOf('/calendar', '2025-04-15'), /Staff newsletter , planned/);
  assert.match(await dayOf('/calendar', '2025-04-18'), /Good Friday/);
});

test('what does not count says why, each its own word, in every calendar and whatever is asked for', async () => {
  const { plan } = await promised('Leaflet drop', [
    { by: '2025-05-06', outcome: 'postponed' },
    { by: '2025-05-07', outcome: 'nothing' },
    { by: '2025-05-08', outcome: 'not-triggered' },
    { by: '2025-05-09', outcome: 'excused' },
  ]);
  const words = ['postponed', 'nothing to say', 'did not apply', 'excused'];
  for (const asked of ['', `&plan=${plan}`]) {
    for (const [at, word] of words.entries()) {
      const day = await dayOf(`/calendar?month=2025-05${asked}`, `2025-05-0${6 + at}`);
      assert.match(day, new RegExp(`Leaflet drop , ${word}`));
    }
    for (const path of ['/calendar/week?from=2025-05-05', '/calendar/agenda?from=2025-05-05&by=2025-05-11']) {
      const { text: said } = await editor.get(path + asked);
      for (const word of words) assert.match(said, new RegExp(`Leaflet drop ?, ${word}`), path);
    }
  }
  const drawn = (await editor.get('/calendar/week?from=2025-05-05')).dom;
  assert.equal(drawn.querySelectorAll('.cg-month .cg-strip__not-triggered').length, 1);
});

test('each square of a calendar is drawn once, and shown wherever it stands', async () => {
  for (const path of ['/calendar', '/calendar/week', '/calendar/agenda?from=2025-04-01']) {
    const { dom } = await editor.get(path);
    const shown = dom.querySelectorAll('.cg-day__entry use').map(one => one.getAttribute('href')!);
    assert.ok(shown.length, path);
    for (const href of shown) assert.ok(dom.querySelector(`defs ${href} path`), href);
    assert.equal(dom.querySelectorAll('.cg-day__entry path').length, 0, path);
    assert.equal(dom.querySelectorAll('defs').length, 1, path);
  }
});

test('of a day with many promises a few are named and the rest are led to', async () => {
  assert.match(await dayOf('/calendar', '2025-04-22'), /and 2 more on 22 April 2025/);
  const day = await editor.get('/calendar/agenda?from=2025-04-22&by=2025-04-22');
  assert.equal(day.dom.querySelectorAll('.cg-day__entry').length, 6);
  assert.match(await dayOf('/calendar?paper=a3', '2025-04-22'), /Errand 6/);
});

test('a window that goes on behind the month is listed with its last day', async () => {
  assert.match((await editor.get('/calendar')).text, /Any day until 30 Jun Ward panels/);
  assert.match(await dayOf('/calendar?month=2025-06', '2025-06-30'), /Ward panels , due, last day/);
});

test('each entry leads to just the occurrences that it counts', async () => {
  const { dom } = await editor.get('/calendar');
  const href = dom
    .querySelectorAll('.cg-day__entry a')
    .find(one => one.text === 'Street briefings')!
    .getAttribute('href')!;
  const list = await editor.get(href.replaceAll('&amp;', '&'));
  assert.match(href, new RegExp(briefings.promise));
  assert.equal(list.status, 200);
  assert.match(list.text, /Castle.*Harbour.*Park/);
});

test('filters stay from month to week to agenda and are taken away one by one', async () => {
  const { dom } = await editor.get(`/calendar?plan=${briefings.plan}&state=open`);
  assert.deepEqual(
    [...new Set(dom.querySelectorAll('a.cg-day__about').map(one => one.text))],
    ['Street briefings'],
  );
  for (const link of dom.querySelectorAll('.cg-heading .cg-acts a, .cg-calendar-steps a'))
    assert.match(link.getAttribute('href')!, new RegExp(briefings.plan), link.text);
  const chips = dom.querySelectorAll('.cg-chip--removable');
  assert.deepEqual(
    chips.map(one => one.text),
    ['Remove: Plan: Ashmere panels', 'Remove: State: Planned or due'],
  );
  const form = await editor.get(`/calendar/week?plan=${briefings.plan}&filters=all`);
  assert.ok(form.dom.querySelector('#filter-owner'));
  const area = await within(({ db }) =>
    db.selectFrom('areas').select('id').where('name', '=', 'Park').executeTakeFirstOrThrow(),
  );
  assert.match(await dayOf(`/calendar?area=${area.id}`, '2025-04-07'), /Street briefings , met/);
});

test('what is chosen is called as it is where it is chosen, and what is gone says so', async () => {
  const { dom } = await editor.get('/calendar?filters=all');
  const chipAt = async (path: string) =>
    (await editor.get(path)).dom.querySelector('.cg-chip--removable')!.text;
  for (const label of dom.querySelectorAll('.cg-filters__label')) {
    const choice = dom.querySelectorAll(`#${label.getAttribute('for')} option`)[1];
    if (!choice) continue;
    const path = `/calendar?${label.getAttribute('for')!.slice('filter-'.length)}=${choice.getAttribute('value')}`;
    assert.equal(await chipAt(path), `Remove: ${label.text}: ${choice.text}`);
  }
  assert.equal(await chipAt('/calendar?owner=none'), 'Remove: Who does it: none');
  const gone = '00000000-0000-4000-8000-000000000000';
  for (const name of ['plan', 'owner', 'audience', 'channel', 'area', 'promise', 'for'])
    assert.match(await chipAt(`/calendar?${name}=${gone}`), /: no longer there$/);
});

test('what an address says wrongly shows the month of today', async () => {
  for (const path of [
    '/calendar?month=2025-99',
    '/calendar?plan=nobody',
    '/calendar/week?from=x',
    '/calendar/agenda?from=&by=31',
  ])
    assert.equal((await editor.get(path)).status, 200, path);
});

test('a promise whose line was taken out is due nowhere; what became of it stays', async () => {
  const { line } = await promised('Gone by now', [
    { by: '2025-04-02', outcome: 'met' },
    { by: '2025-04-03' },
    { by: '2025-04-25' },
  ]);
  assert.match(await dayOf('/calendar', '2025-04-25'), /Gone by now/);
  await within(({ db }) => db.deleteFrom('lines').where('id', '=', line).execute());
  assert.doesNotMatch(await dayOf('/calendar', '2025-04-25'), /Gone by now/);
  assert.doesNotMatch(await dayOf('/calendar', '2025-04-03'), /Gone by now/);
  assert.match(await dayOf('/calendar', '2025-04-02'), /Gone by now , met/);
});

test('who may not see what is marked does not see its promises; who does is noted, and the page is marked', async () => {
  const marked = { line: { marking: 'OFFICIAL-SENSITIVE' } };
  await promised('Brief the gold group', [{ by: '2025-04-29' }], marked);
  const viewer = await site.person({ role: 'viewer' });
  const seen = await viewer.get('/calendar');
  assert.doesNotMatch(seen.text, /gold group/);
  const page = await editor.get('/calendar');
  assert.match(page.text, /gold group/);
  assert.match(page.html, /cg-marked--official-sensitive/);
  const reads = await within(({ db }) => db.selectFrom('marked_reads').selectAll().execute());
  assert.ok(reads.length > 0);
});

test('what a calendar is filtered by is kept as a view, opens in any month and is read by no link', async () => {
  const filtered = await editor.get(`/calendar?plan=${briefings.plan}&state=open`);
  const save = filtered.dom
    .querySelectorAll('.cg-calendar-views a')
    .find(one => one.text === 'Save this view');
  const form = await editor.get(save!.getAttribute('href')!.replaceAll('&amp;', '&'));
  assert.match(form.text, /Calendar Plan: Ashmere panels State: Planned or due/);
  const said = `plan=${briefings.plan}&state=open`;
  const saved = await editor.post('/views', {
    list: '/calendar',
    said,
    name: 'Open briefings',
    shared: 'yes',
  });
  assert.match(saved.location!, /^\/calendar\?/);
  const opened = await editor.get(saved.location!);
  assert.match(opened.text, /Open briefings Change/);
  assert.match((await editor.get('/views')).text, /Open briefings Calendar Everyone here/);
  assert.doesNotMatch((await editor.get('/lines')).text, /Open briefings/);
  const view = /view=([0-9a-f-]{36})/.exec(saved.location!)![1];
  const change = await editor.get(`/views/${view}/edit`);
  assert.match(change.text, /filter the calendar anew.*Deleting a view deletes no promise\. You can take/);
  assert.doesNotMatch(change.text, /\blines?\b/);
  assert.doesNotMatch((await editor.get('/views')).text, /shows the lines/);
  assert.equal((await editor.get(`/views/${view}/links`)).status, 404);
  assert.equal((await editor.get(`/views/${view}`)).location, saved.location);
});

test('a ward that left the register has no dates to come, here as in the list; what became of its earlier ones stays', async () => {
  const days = { by: '2025-05-12', from: '2025-05-06' };
  await within(inside => stageOccurrences(inside, briefings, [days], now));
  assert.match(await dayOf('/calendar?month=2025-05', '2025-05-12'), /Street briefings , 3 planned/);
  await within(({ db }) =>
    db
      .updateTable('commitments')
      .set({ ended_on: Temporal.PlainDate.from('2025-05-01') })
      .where('promise_id', '=', briefings.promise)
      .where('for_name', '=', 'Park')
      .execute(),
  );
  assert.match(await dayOf('/calendar?month=2025-05', '2025-05-12'), /Street briefings , 2 planned/);
  assert.match(await dayOf('/calendar', '2025-04-07'), /all 3 met/);
  const list = await editor.get(`/occurrences?promise=${briefings.promise}&from=2025-05-12&by=2025-05-12`);
  assert.equal(list.dom.querySelectorAll('tbody tr').length, 2);
});
