import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { HTMLElement } from 'node-html-parser';
import { type StagedOccurrence, stageOccurrences } from '../../../../../tests/support/occurrences.ts';
import { quarterlySeries, stagedPromise } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-07-16T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
const stamp = { created_at: now, changed_at: now };

await within(async ({ db }) => {
  const borough = { kind: 'borough', name: 'Ashmere', ...stamp };
  const { id } = await db.insertInto('areas').values(borough).returning('id').executeTakeFirstOrThrow();
  const wards = ['Harbour', 'Northfield', 'Mill Lane'].map(name => ({
    kind: 'ward',
    name,
    part_of: id,
    ...stamp,
  }));
  await db.insertInto('areas').values(wards).execute();
});

/** A promise to the audiences named, by the channel named. */
const promised = (what: string, owner: string, to: string[], spread = false) =>
  within(async inside => {
    const made = await stagedPromise(inside, {
      ...{ what, series: quarterlySeries, phrase: 'Quarterly', now, from: '2025-01-01', line: { owner } },
      ...(spread ? { spread: { of: 'areas', kind: 'ward' } } : {}),
    });
    for (const name of to) await linked(inside, made, name);
    return made;
  });

async function linked(
  { db }: Parameters<Parameters<typeof within>[0]>[0],
  of: { plan: string; line: string },
  name: string,
) {
  const link = { plan_id: of.plan, line_id: of.line };
  const audience = await db
    .insertInto('audiences')
    .values({ name, ...stamp })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  const id =
    audience?.id ??
    (await db.selectFrom('audiences').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
  await db
    .insertInto('line_audiences')
    .values({ ...link, audience_id: id })
    .execute();
}

const panels = await promised('Hold ward panels', 'Ward sergeants', ['Residents', 'Ward panels'], true);
const letters = await promised('Write to faith groups', 'Communications team', ['Faith groups']);
const library = await promised('Brief the library board', '', ['Residents']);

const met = (by: string): StagedOccurrence => ({ by, outcome: 'met', doneOn: by });
const OF: [{ promise: string; for?: string }, StagedOccurrence[]][] = [
  [{ ...panels, for: 'Harbour' }, [met('2025-03-31'), met('2025-05-31'), met('2025-06-30')]],
  [
    { ...panels, for: 'Northfield' },
    [met('2025-05-31'), { by: '2025-06-30', outcome: 'late', doneOn: '2025-07-04', wasMissed: true }],
  ],
  [{ ...panels, for: 'Mill Lane' }, [{ by: '2025-05-31', outcome: 'excused' }, { by: '2025-06-30' }]],
  [
    letters,
    [met('2025-03-03'), { by: '2025-04-30' }, { by: '2025-05-30', outcome: 'missed', wasMissed: true }],
  ],
  [
    library,
    [
      { by: '2025-06-10', outcome: 'excused', wasMissed: true },
      { by: '2025-07-01', outcome: 'nothing' },
      { from: '2025-07-01', by: '2025-07-31' },
      { by: '2025-09-30' },
    ],
  ],
];
await within(async inside => {
  for (const [of, occurrences] of OF) await stageOccurrences(inside, of, occurrences, now);
});

const words = (cell: HTMLElement) =>
  cell.innerHTML
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const hrefOf = (link: HTMLElement) => link.getAttribute('href')!.replaceAll('&amp;', '&');

/** How many occurrences an address lists. */
const listed = async (href: string): Promise<number> =>
  (await editor.get(href)).dom.querySelectorAll('tbody tr').length;

/** A table's rows without what is only heard. */
function rowsOf(dom: HTMLElement, along: string): string[] {
  const table = dom
    .querySelectorAll('table')
    .find(one => one.querySelector('caption')?.text.endsWith(`by ${along}`));
  for (const heard of table?.querySelectorAll('.govuk-visually-hidden') ?? []) heard.remove();
  return table?.querySelectorAll('tbody tr').map(words) ?? [];
}

test('the last thirteen weeks are counted by plan, audience, area, owner and month, and what does not count is said', async () => {
  const { dom, text } = await editor.get('/adherence');
  assert.match(
    text,
    /3 of 7 met on time, 1 late, 3 missed\. Not counted: 2 excused, 1 with nothing to say; 1 of these had been missed before\./,
  );
  // met of those that count, late, missed, not counted, due
  assert.deepEqual(rowsOf(dom, 'audience'), [
    'Faith groups 0 of 2 0 2 0 0',
    'Residents 3 of 5 1 1 3 0',
    'Ward panels 3 of 5 1 1 1 0',
  ]);
  assert.deepEqual(rowsOf(dom, 'area'), [
    'No area 0 of 2 0 2 2 0',
    'Ashmere, borough 3 of 5 1 1 1 0',
    'Mill Lane, ward 0 of 1 0 1 1 0',
    'Northfield, ward 1 of 2 1 0 0 0',
    'Harbour, ward 2 of 2 0 0 0 0',
  ]);
  assert.deepEqual(rowsOf(dom, 'who does it'), [
    'Communications team 0 of 2 0 2 0 0',
    'Ward sergeants 3 of 5 1 1 1 0',
    'Nobody yet 0 of 0 0 0 2 0',
  ]);
  assert.deepEqual(rowsOf(dom, 'month'), [
    '21 to 30 April 2025 0 of 1 0 1 0 0',
    'May 2025 2 of 3 0 1 1 0',
    'June 2025 1 of 3 1 1 1 0',
    '1 to 16 July 2025 0 of 0 0 0 1 0',
  ]);
  assert.equal(rowsOf(dom, 'plan').length, 3);
});

test('every figure opens onto as many occurrences', async () => {
  const figures = new Map<string, number>();
  for (const query of ['', '?from=2025-01-01&by=2025-12-31']) {
    const { dom } = await editor.get(`/adherence${query}`);
    for (const heard of dom.querySelectorAll('.govuk-visually-hidden')) heard.remove();
    for (const link of dom.querySelectorAll('.cg-kept-table td a, .cg-facts a, p a[href*="after-miss"]'))
      figures.set(hrefOf(link), Number.parseInt(link.text.trim(), 10));
    for (const item of dom.querySelectorAll('.cg-silent li'))
      figures.set(hrefOf(item.querySelector('a')!), Number(/(\d+) dates? missed/.exec(item.text)![1]));
  }
  assert.ok(figures.size > 80, `${figures.size}`);
  for (const [href, number] of figures) assert.equal(await listed(href), number, href);
});

test('who has heard nothing for longer than promised is named, by audience and one by one', async () => {
  const { dom } = await editor.get('/adherence');
  assert.deepEqual(dom.querySelectorAll('.cg-silent li').map(words), [
    'Faith groups : nothing since 3 March 2025 promised: Quarterly; 11 weeks over; 2 dates missed since',
  ]);
  const page = await editor.get('/adherence/unheard');
  for (const heard of page.dom.querySelectorAll('.govuk-visually-hidden')) heard.remove();
  assert.deepEqual(page.dom.querySelectorAll('tbody tr').map(words), [
    'Faith groups nothing since 3 March 2025 Quarterly 11 weeks 2',
    'Mill Lane nothing yet Quarterly 2 weeks 1',
  ]);
  for (const link of page.dom.querySelectorAll('tbody a'))
    assert.equal(await listed(hrefOf(link)), Number(link.text));
});

test('a filter counts less along what is left', async () => {
  const { dom } = await editor.get('/adherence');
  const [faith] = dom.querySelectorAll('th a[href*="audience="]');
  const narrowed = await editor.get(hrefOf(faith!));
  assert.match(narrowed.text, /0 of 2 met on time, 2 missed\./);
  assert.deepEqual(rowsOf(narrowed.dom, 'audience'), []);
  assert.deepEqual(rowsOf(narrowed.dom, 'who does it'), ['Communications team 0 of 2 0 2 0 0']);
});

test('the figures come as a file', async () => {
  const { bytes, headers } = await editor.get('/adherence/file?from=2025-04-01&by=2025-06-30');
  assert.match(String(headers['content-disposition']), /Adherence, 2025-04-01 to 2025-06-30\.csv/);
  const rows = bytes.toString().split('\r\n');
  assert.equal(rows[1], ',All,3,7,1,3,2,0,0,0,1,0');
  assert.ok(rows.includes('Month,April 2025,0,1,0,1,0,0,0,0,0,0'));
});

test('nonsense in the address shows the figures all the same, and days the wrong way round are put right', async () => {
  for (const query of ['?from=x&by=y', '?along=colour', '?plan=x&owner=%00', '?by=2025-07-16'])
    assert.match((await editor.get(`/adherence${query}`)).text, /3 of 7 met on time/, query);
  assert.match((await editor.get('/adherence?from=2025-06-30&by=2025-04-01')).text, /1 Apr to 30 June 2025/);
  assert.match(
    (await editor.get('/adherence?from=2031-01-01&by=2031-02-01')).text,
    /Nothing fell due in these days/,
  );
});

test('where nothing is promised yet, the page says how to begin', async () => {
  const newcomer = await site.person({ organisation: await site.organisation('Sedge Council') });
  for (const path of ['/adherence', '/adherence/unheard'])
    assert.doesNotMatch((await newcomer.get(path)).text, /Faith groups|Harbour/);
  assert.match((await newcomer.get('/adherence')).text, /Nothing is promised yet/);
});

test('the overview of a plan says how far it was kept, and nothing where nothing fell due', async () => {
  const { text } = await editor.get(`/plans/${panels.plan}/overview`);
  assert.match(
    text,
    /What it promised 3 of 5 met on time, 1 late, 1 missed in the last 13 weeks\. Not counted: 1 excused\./,
  );
  const { plan } = await within(inside =>
    stagedPromise(inside, { series: quarterlySeries, what: 'Later', now }),
  );
  assert.doesNotMatch((await editor.get(`/plans/${plan}/overview`)).text, /What it promised/);
});
