import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { HTMLElement } from 'node-html-parser';
import { type StagedOccurrence, stageOccurrences } from '../../../../../tests/support/occurrences.ts';
import { quarterlySeries, stagedPromise } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { OUTCOMES, type Outcome, stateOn } from '../../occurrence.ts';

const site = await testSite({ now: '2025-07-15T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);

const areas = await within(async ({ db }) => {
  const stamp = { created_at: now, changed_at: now };
  const sector = await db
    .insertInto('areas')
    .values({ kind: 'sector', name: 'East sector', ...stamp })
    .returning('id')
    .executeTakeFirstOrThrow();
  const wards = ['Harbour', 'Northfield'].map(name => ({
    ...{ kind: 'ward', name, part_of: sector.id },
    ...stamp,
  }));
  const [harbour] = await db.insertInto('areas').values(wards).returning('id').execute();
  return { sector: sector.id, harbour: harbour!.id };
});

const panels = await within(inside =>
  stagedPromise(inside, {
    ...{ series: quarterlySeries, phrase: 'Quarterly', now, from: '2025-01-01' },
    spread: { of: 'areas', kind: 'ward' },
    line: { owner: 'Ward sergeants', marking: 'OFFICIAL' },
  }),
);
const single = await within(inside =>
  stagedPromise(inside, {
    series: quarterlySeries,
    what: 'Brief the library board',
    now,
    from: '2025-01-01',
  }),
);

const WINDOWS: StagedOccurrence[] = [
  { from: '2025-01-01', by: '2025-03-31', outcome: 'met', doneOn: '2025-03-04' },
  { from: '2025-04-01', by: '2025-06-30' },
  { from: '2025-07-01', by: '2025-09-30' },
  { from: '2025-10-01', by: '2025-12-31' },
];
await within(async inside => {
  await stageOccurrences(inside, { ...panels, for: 'Harbour' }, WINDOWS, now);
  const [, spring] = await stageOccurrences(inside, { ...panels, for: 'Northfield' }, WINDOWS, now);
  const excused = { outcome: 'excused', was_missed: true, reason: 'The hall was flooded' };
  await inside.db
    .updateTable('occurrences')
    .set({ ...excused, settled_at: now })
    .where('id', '=', spring!)
    .execute();
  await stageOccurrences(inside, single, [{ by: '2025-07-14', graceDays: 3 }], now);
});

const listed = async (query: string) =>
  (await editor.get(`/occurrences${query}`)).dom
    .querySelectorAll('tbody tr')
    .map(row => row.querySelectorAll('th, td:not(.cg-pick)').map(words));
const words = (cell: HTMLElement) =>
  cell.innerHTML
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const whatBecame = async (query: string) => (await listed(query)).map(cells => cells.at(-1));

test('every date stands with whom it is for, who does it and what became of it, in the order of its last day', async () => {
  const rows = await listed(`?promise=${panels.promise}`);
  assert.equal(rows.length, 8);
  const spring = rows.filter(([, due]) => due?.startsWith('by 30 June 2025'));
  assert.deepEqual(spring.map(row => row.at(-1)).sort(), [
    'Excused had been missed before that was said The hall was flooded',
    'Missed: nobody has said',
  ]);
  assert.deepEqual(await whatBecame(`?promise=${panels.promise}&state=met`), [
    'Met on 4 March 2025',
    'Met on 4 March 2025',
  ]);
});

test('what is due within its grace is due, and no miss', async () => {
  assert.deepEqual(await whatBecame(`?promise=${single.promise}`), ['Due now']);
});

test('every filter finds its own', async () => {
  const many = async (query: string) => (await listed(`?${query}`)).length;
  const found: Record<string, number> = {
    '': 9,
    [`plan=${single.plan}`]: 1,
    [`for=${areas.harbour}`]: 4,
    [`area=${areas.harbour}`]: 4,
    [`area=${areas.sector}`]: 8,
    'area=none': 1,
    'owner=none': 1,
    'audience=none': 9,
    'channel=none&state=due': 3,
    'state=open': 5,
    'state=counted': 3,
    'state=not-counted': 1,
    'state=after-miss': 1,
    'month=2025-09': 2,
    'from=2025-06-30&by=2025-07-14': 3,
    'from=2025-02-31&state=nonsense&owner=me': 9,
  };
  for (const [query, number] of Object.entries(found)) assert.equal(await many(query), number, query);
});

test('the state that the database gives is the one that the rule gives, whatever the outcome and the day', async () => {
  const today = Temporal.PlainDate.from('2025-07-15');
  const rows = await within(({ db }) =>
    db
      .selectFrom('occurrences')
      .select(['id', 'outcome', 'from_day as from', 'missed_from as missedFrom'])
      .execute(),
  );
  assert.equal(rows.length, 9);
  for (const { id, outcome, ...days } of rows) {
    const state = stateOn({ outcome: outcome as Outcome | null, ...days }, today);
    const { html } = await editor.get(`/occurrences?state=${state}`);
    assert.ok(html.includes(`/occurrences/${id}`), `${id}, ${state}`);
  }
  for (const outcome of OUTCOMES)
    assert.equal(stateOn({ outcome, from: today, missedFrom: today }, today), outcome);
});

test('what is open of a line that was taken out is not listed; what became of it is', async () => {
  const gone = await within(async inside => {
    const made = await stagedPromise(inside, { series: quarterlySeries, what: 'Walk the market', now });
    await stageOccurrences(inside, made, [{ by: '2025-07-10', outcome: 'met' }, { by: '2025-08-01' }], now);
    return made;
  });
  assert.equal((await listed(`?promise=${gone.promise}`)).length, 2);
  await within(({ db }) => db.deleteFrom('lines').where('id', '=', gone.line).execute());
  assert.equal((await listed(`?promise=${gone.promise}`)).length, 1);
  await within(({ db }) =>
    db.updateTable('plans').set({ removed_at: now, removed_by: 'Ada' }).where('id', '=', gone.plan).execute(),
  );
  assert.equal((await listed(`?promise=${gone.promise}`)).length, 0);
});

test('a long list is turned forwards and backwards over every date once', async () => {
  const days = Array.from({ length: 120 }, (_, at) => ({
    by: Temporal.PlainDate.from('2023-01-02')
      .add({ days: at >> 1 ? at : 0 })
      .toString(),
    outcome: 'met' as const,
  }));
  const long = await within(async inside => {
    const made = await stagedPromise(inside, { series: quarterlySeries, what: 'Post the figures', now });
    await stageOccurrences(inside, made, days.slice(1), now);
    return made;
  });
  for (const sort of ['', '&sort=latest']) {
    const seen: string[][] = [];
    let at: string | undefined = `/occurrences?promise=${long.promise}${sort}`;
    const to = (dom: Awaited<ReturnType<typeof editor.get>>['dom'], rel: string) =>
      dom.querySelector(`a[rel=${rel}]`)?.getAttribute('href')?.replaceAll('&amp;', '&');
    let back: string | undefined;
    while (at) {
      const { dom } = await editor.get(at);
      seen.push(dom.querySelectorAll('tbody th a').map(link => link.getAttribute('href')!));
      at = to(dom, 'next');
      back = to(dom, 'prev');
    }
    assert.equal(new Set(seen.flat()).size, 119);
    const { dom } = await editor.get(back!);
    assert.deepEqual(
      dom.querySelectorAll('tbody th a').map(link => link.getAttribute('href')),
      seen[1],
    );
  }
});

test('what is still open can be ticked, and what became of it is said once for all that are', async () => {
  const { dom } = await editor.get(`/occurrences?promise=${panels.promise}`);
  const ticks = dom.querySelectorAll('input[form=settle]').map(tick => tick.getAttribute('value')!);
  assert.equal(ticks.length, 5);
  assert.equal(dom.querySelector('#settle')!.getAttribute('action'), '/occurrences/settle');
  const asked = await editor.post('/occurrences/settle', { occurrence: ticks.slice(0, 2) });
  assert.match(asked.text, /What became of 2 dates\?/);
  const viewer = await site.person({ role: 'viewer' });
  const seen = await viewer.get(`/occurrences?promise=${panels.promise}`);
  assert.equal(seen.dom.querySelectorAll('input[form=settle]').length, 0);
});

test('the same dates come as a file', async () => {
  const { headers, bytes } = await editor.get(`/occurrences/file?promise=${panels.promise}&state=after-miss`);
  assert.match(String(headers['content-disposition']), /What was promised when, 2025-07-15\.csv/);
  const [, row] = bytes.toString().split('\r\n');
  assert.equal(
    row,
    'Hold ward panels,Northfield,Ashmere panels,2025-04-01,2025-06-30,,2025-06-30,Ward sergeants,Excused,,yes,The hall was flooded',
  );
});

test('where nothing is promised yet, the page says how to begin', async () => {
  const newcomer = await site.person({ organisation: await site.organisation('Sedge Council') });
  assert.match((await newcomer.get('/occurrences')).text, /Nothing is promised yet/);
  assert.equal(
    (await newcomer.get(`/occurrences?promise=${panels.promise}`)).text.includes('ward panels'),
    false,
  );
});

test('of what is marked, whoever may not see it sees neither dates nor figures; of whoever may, it is written down', async () => {
  const marked = await within(async inside => {
    const line = { marking: 'OFFICIAL-SENSITIVE' as const };
    const made = await stagedPromise(inside, {
      series: quarterlySeries,
      what: 'Brief on the inquiry',
      line,
      now,
    });
    await stageOccurrences(inside, made, [{ by: '2025-07-01' }], now);
    return made;
  });
  const cleared = await site.person({ role: 'viewer', marked: true });
  const plain = await site.person({ role: 'viewer' });
  for (const path of ['/occurrences', '/occurrences/file']) {
    const address = `${path}?promise=${marked.promise}`;
    assert.doesNotMatch((await plain.get(address)).bytes.toString(), /inquiry/);
    assert.match((await cleared.get(address)).bytes.toString(), /Brief on the inquiry/);
  }
  const figures = `/adherence?plan=${marked.plan}`;
  assert.match((await plain.get(figures)).text, /Nothing fell due in these days/);
  assert.match((await cleared.get(figures)).text, /0 of 1 met on time, 1 missed/);
  const reads = await within(({ db }) =>
    db.selectFrom('marked_reads').select(['account_id', 'subject_id', 'way']).execute(),
  );
  assert.deepEqual(reads.map(({ way }) => way).sort(), ['file', 'list']);
  for (const read of reads) {
    assert.equal(read.account_id, cleared.account.id);
    assert.equal(read.subject_id, marked.line);
  }
});
