import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan, type NewPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const viewer = await site.person({ role: 'viewer' });
const inAshmere = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(viewer.organisation, work);
const make = (plan: Partial<NewPlan>) =>
  inAshmere(within => createPlan(within, newPlan(plan), site.clock.now()));

const winter = await make({ title: 'Winter plan' });
const autumn = await make({ title: 'autumn plan', marking: 'OFFICIAL' });

/** Of the second plan: a line with everything that a seldom filter asks for. */
async function link(): Promise<{ audience: string; channel: string }> {
  return inAshmere(async ({ db }) => {
    const stamp = { created_at: site.clock.now(), changed_at: site.clock.now() };
    const named = { name: 'School governors', ...stamp };
    const line = await db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', winter)
      .where('position', '=', 3)
      .executeTakeFirstOrThrow();
    const audience = await db.insertInto('audiences').values(named).returning('id').executeTakeFirstOrThrow();
    const channel = await db
      .insertInto('channels')
      .values({ ...named, kind: 'print', name: 'Leaflet' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const of = { plan_id: winter, line_id: line.id };
    await db
      .insertInto('line_audiences')
      .values({ ...of, audience_id: audience.id })
      .execute();
    await db
      .insertInto('line_channels')
      .values({ ...of, channel_id: channel.id })
      .execute();
    await db
      .updateTable('lines')
      .set({ tags: ['ward work'], marking: 'OFFICIAL', changed_at: site.clock.now().add({ hours: 48 }) })
      .where('id', '=', line.id)
      .execute();
    return { audience: audience.id, channel: channel.id };
  });
}

const { audience, channel } = await link();

const heads = async (query: string) =>
  (await viewer.get(`/lines${query}`)).dom
    .querySelectorAll('tbody tr:not(.cg-table__section) th a')
    .map(link => link.text);

test('where there is no plan yet, the page says where lines come from', async () => {
  const other = await site.person({ organisation: await site.organisation('Sedge Council') });
  assert.match((await other.get('/lines')).text, /No lines yet/);
});

test('lines of all plans stand under the title of theirs, plans in the order of their titles', async () => {
  const { dom } = await viewer.get('/lines');
  const titles = dom.querySelectorAll('.cg-table__section a').map(link => link.text);
  assert.deepEqual(titles, ['autumn plan', 'Winter plan']);
  assert.equal((await heads('')).length, 8);
  const headings = dom.querySelectorAll('thead th').map(cell => cell.text.trim());
  assert.deepEqual(headings, ['What', 'Audience', 'When', 'Owner', 'State', 'Next']);
});

test('the five facts count every plan and open onto its lines', async () => {
  const { dom } = await viewer.get('/lines');
  const facts = dom.querySelectorAll('.cg-facts a');
  assert.deepEqual(
    facts.map(link => link.querySelector('.cg-facts__number')!.text),
    ['8', '25%', '2', '4', '2'],
  );
  for (const link of facts.slice(2))
    assert.equal(
      (await heads(link.getAttribute('href')!.replace('/lines', ''))).length,
      Number(link.querySelector('.cg-facts__number')!.text),
    );
});

test('every filter finds its lines in all plans, in any order', async () => {
  const found: Record<string, string[]> = {
    [`plan=${winter}&state=complete`]: ['Recommendation 21(a) Publish a forward plan of news stories'],
    'owner=ward+sergeants': [
      'Priorities with local figures',
      'Crime prevention advice',
      'Priorities with local figures',
      'Crime prevention advice',
    ],
    [`audience=${audience}`]: ['Priorities with local figures'],
    [`channel=${channel}`]: ['Priorities with local figures'],
    'tag=ward+work': ['Priorities with local figures'],
    'marking=OFFICIAL': ['Priorities with local figures'],
    'since=2025-04-10': ['Priorities with local figures'],
    [`audience=${channel}`]: [],
    'q=interviews': [
      'Recommendation 9 Train spokespeople in broadcast interviews',
      'Recommendation 9 Train spokespeople in broadcast interviews',
    ],
    'q=interviews&tag=ward+work': [],
  };
  for (const [query, lines] of Object.entries(found)) {
    assert.deepEqual(await heads(`?${query}`), lines, query);
    for (const sort of ['reference', 'owner', 'state', 'changed'])
      assert.equal((await heads(`?${query}&sort=${sort}`)).length, lines.length, `${query}, by ${sort}`);
  }
});

test('the same filters stand on the page of a plan, folded away until they are wanted', async () => {
  const plain = await viewer.get(`/plans/${winter}`);
  assert.equal(plain.dom.querySelector('#filter-tag'), null);
  const open = await viewer.get(`/plans/${winter}?filters=all`);
  assert.deepEqual(
    open.dom.querySelectorAll('#filter-tag option').map(option => option.text),
    ['Any', 'ward work'],
  );
  for (const query of [`audience=${audience}`, `channel=${channel}`, 'tag=ward+work', 'since=2025-04-10']) {
    const { dom } = await viewer.get(`/plans/${winter}?${query}`);
    assert.equal(dom.querySelectorAll('tbody tr:not(.cg-table__section)').length, 1, query);
  }
});

test('what is on stands as words that can be taken away, also where it is gone', async () => {
  const gone = '0f0b0ccc-24ff-4e55-b0ce-9a2a42d7a1ce';
  const chips = async (query: string) =>
    (await viewer.get(`/lines?${query}`)).dom
      .querySelectorAll('.cg-chip--removable')
      .map(chip => chip.text.replace('Remove: ', ''));
  assert.deepEqual(await chips(`audience=${audience}&since=2025-04-10&plan=${winter}`), [
    'Plan: Winter plan',
    'Audience: School governors',
    'Changed since: 10 April 2025',
  ]);
  assert.deepEqual(await chips(`audience=${gone}&plan=${gone}&owner=nobody`), [
    'Plan: no longer there',
    'Accountable owner: nobody, who has no lines now',
    'Audience: no longer there',
  ]);
});

test('columns are chosen, and told in the address until they are those that are shown anyway', async () => {
  const headings = async (query: string) =>
    (await viewer.get(query)).dom.querySelectorAll('thead th').map(cell => cell.text.trim());
  assert.deepEqual(await headings('/lines?columns=owner&columns=reference'), [
    'Reference',
    'Owner',
    'State',
    'Next',
  ]);
  assert.deepEqual(await headings(`/plans/${winter}?columns=what+owner&sort=owner`), [
    'Deliverable',
    'Who is responsible',
    'State',
    'Next',
  ]);
  assert.equal((await headings('/lines?columns=what+audience+when+owner')).length, 6);
});

test('lines of a plan that was taken out are not listed, not counted and not found', async () => {
  const gone = await make({ title: 'Spring plan' });
  const remove = (removed: boolean) =>
    inAshmere(({ db }) =>
      db
        .updateTable('plans')
        .set({ removed_at: removed ? site.clock.now() : null })
        .where('id', '=', gone)
        .execute(),
    );
  await remove(true);
  for (const query of [
    '',
    '?sort=owner',
    '?sort=changed',
    '?q=interviews',
    '?only=undated',
    '?state=complete',
  ])
    assert.doesNotMatch((await viewer.get(`/lines${query}`)).text, /Spring plan/, query);
  assert.match((await viewer.get('/lines')).text, /8 lines/);
  assert.deepEqual(await heads(`?plan=${gone}`), []);
  await remove(false);
  assert.match((await viewer.get('/lines')).text, /Spring plan.*12 lines/);
  await remove(true);
});

test('nonsense in the address shows the list all the same', async () => {
  for (const query of [
    '?plan=x',
    '?section=x',
    '?audience=x',
    '?since=yesterday',
    '?since=2025-99-99',
    '?after=3',
    '?after=3~x',
    '?sort=changed&after=1~x.yesterday',
    '?after=3~0f0b0ccc-24ff-4e55-b0ce-9a2a42d7a1ce',
    '?columns=x&columns=y',
    '?tag=%00',
    '?view=x',
  ])
    assert.equal((await viewer.get(`/lines${query}`)).status, 200, query);
});

test('every order turns its pages forwards and backwards over every line of every plan once', async () => {
  const lines = (plan: number) =>
    Array.from({ length: 45 }, (_, number) =>
      newLine({
        reference: `R${number}`,
        what: `Do thing ${number} of ${plan}`,
        owner: number % 5 ? `Officer ${number % 3}` : '',
        state: number % 3 ? 'complete' : 'ongoing',
      }),
    );
  const other = await site.person({ organisation: await site.organisation('Tealby Council') });
  for (const plan of [1, 2, 3])
    await site.within(other.organisation, within => {
      const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines: lines(plan) }];
      return createPlan(within, newPlan({ title: 'Same title', sections }), site.clock.now());
    });
  const rows = async (address: string) => {
    const { dom } = await other.get(address);
    const links = dom.querySelectorAll('tbody tr:not(.cg-table__section) th[scope=row] a');
    const to = (rel: string) =>
      dom.querySelector(`a[rel=${rel}]`)?.getAttribute('href')?.replaceAll('&amp;', '&');
    return { lines: links.map(one => one.getAttribute('href')!), next: to('next'), previous: to('prev') };
  };
  for (const query of [
    '',
    '?sort=reference',
    '?sort=owner',
    '?sort=state',
    '?sort=changed',
    '?q=thing',
    '?q=thing&sort=owner',
    '?only=unowned',
    '?state=complete&sort=owner',
  ]) {
    const seen: string[][] = [];
    let last = '';
    for (let at: string | undefined = `/lines${query}`; at; ) {
      const found = await rows(at);
      seen.push(found.lines);
      last = at;
      at = found.next;
    }
    const all = seen.flat();
    assert.equal(new Set(all).size, all.length, query);
    assert.equal(all.length, { '?only=unowned': 27, '?state=complete&sort=owner': 90 }[query] ?? 135, query);
    for (let page = seen.length - 1; page > 0; page--) {
      last = (await rows(last)).previous!;
      assert.deepEqual((await rows(last)).lines, seen[page - 1], `${query}, back to page ${page}`);
    }
  }
});

test('nobody sees lines of another organisation', async () => {
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  const { text } = await stranger.get(`/lines?plan=${autumn}`);
  assert.doesNotMatch(text, /autumn|sergeants/);
  assert.match(text, /No lines yet/);
});

test('more than a thousand lines with a word are not counted further, in whichever lines it stands', async () => {
  const other = await site.person({ organisation: await site.organisation('Marshby Council') });
  const lines = Array.from({ length: 2600 }, (_, number) =>
    newLine({
      what: `${number % 2 ? 'Brand' : 'Leaflet'} check`,
      state: number === 2301 ? 'complete' : 'ongoing',
    }),
  );
  const sections = [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines }];
  await site.within(other.organisation, within =>
    createPlan(within, newPlan({ sections }), site.clock.now()),
  );
  for (const word of ['check', 'brand']) {
    const { dom, text } = await other.get(`/lines?q=${word}`);
    assert.match(text, /1 to 50 of 1,000\+ lines found/);
    const next = dom.querySelector('a[rel=next]')!.getAttribute('href')!.replaceAll('&amp;', '&');
    assert.match((await other.get(next)).text, /51 to 100 of 1,000\+/);
    assert.match((await other.get(`/lines?q=${word}&state=complete`)).text, /1 line found/);
  }
});
