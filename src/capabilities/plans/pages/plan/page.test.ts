import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { createPlan, type NewPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const viewer = await site.person({ role: 'viewer' });
const editor = await site.person({ role: 'editor' });
const make = (plan: Partial<NewPlan> = {}) =>
  site.within(viewer.organisation, within => createPlan(within, newPlan(plan), site.clock.now()));
const plan = await make({ marking: 'OFFICIAL' });

/** The first cells of the lines, in the order of the page. */
const lines = async (query: string, id = plan) =>
  (await viewer.get(`/plans/${id}${query}`)).dom
    .querySelectorAll('tbody tr:not(.cg-table__section) th a')
    .map(link => link.text);

const FORWARD = 'Publish a forward plan of news stories';
const TRAIN = 'Train spokespeople in broadcast interviews';

test('lines stand in the tables of their sections, under the printed headings, with state and next date', async () => {
  const { dom, text } = await viewer.get(`/plans/${plan}`);
  const headings = dom
    .querySelectorAll('table')
    .map(table => table.querySelectorAll('thead th').map(cell => cell.text.trim()));
  assert.deepEqual(headings, [
    [
      'Deliverable',
      'Recommendation',
      'Comments',
      'Status',
      'Who is responsible',
      'Deadline',
      'State',
      'Next',
    ],
    ['Who with', 'What', 'Method', 'When', 'Who from', 'State', 'Next'],
  ]);
  assert.deepEqual(await lines(''), [FORWARD, TRAIN, 'Ward panels', 'Residents']);
  assert.match(text, /Ward sergeants Ongoing by 30 Jun/);
  assert.match(text, /No owner No state givenin doubt no date/);
  assert.match(text, /OFFICIAL/);
});

test('the five facts open onto their lines', async () => {
  const { dom } = await viewer.get(`/plans/${plan}`);
  const facts = dom
    .querySelectorAll('.cg-facts a')
    .map(link => [link.querySelector('.cg-facts__number')!.text, link.getAttribute('href')!] as const);
  assert.deepEqual(
    facts.map(([number]) => number),
    ['4', '25%', '1', '2', '1'],
  );
  for (const [number, href] of facts.slice(2))
    assert.equal((await lines(href.replace(`/plans/${plan}`, ''))).length, Number(number));
});

test('lines are filtered, searched and sorted by address', async () => {
  assert.deepEqual(await lines('?state=complete'), [FORWARD]);
  assert.deepEqual(await lines('?only=unowned'), [TRAIN]);
  assert.deepEqual(await lines('?owner=ward+sergeants'), ['Ward panels', 'Residents']);
  assert.deepEqual(await lines('?q=interview'), [TRAIN]);
  assert.deepEqual(await lines('?q=advice&owner=ward+sergeants&state=in-progress'), ['Residents']);
  assert.deepEqual(await lines('?sort=reference'), [
    'Recommendation 9',
    'Recommendation 21(a)',
    'Line 3',
    'Line 4',
  ]);
  const section = (await viewer.get(`/plans/${plan}`)).dom
    .querySelectorAll('#filter-section option')[2]!
    .getAttribute('value');
  assert.deepEqual(await lines(`?section=${section}`), ['Ward panels', 'Residents']);
  assert.match((await viewer.get(`/plans/${plan}?q=zeppelin`)).text, /No line matches/);
});

test('what is on can be taken away again, each by itself', async () => {
  const { dom } = await viewer.get(`/plans/${plan}?state=complete&q=forward&sort=owner`);
  const chips = dom.querySelectorAll('.cg-chip--removable').map(link => link.getAttribute('href'));
  assert.deepEqual(chips, [
    `/plans/${plan}?state=complete&sort=owner`,
    `/plans/${plan}?q=forward&sort=owner`,
  ]);
});

test('nonsense in the address shows the list all the same', async () => {
  for (const query of [
    '?section=x',
    '?state=x',
    '?only=x',
    '?sort=x',
    '?after=x',
    '?after=99999999999',
    '?sort=changed&after=1.yesterday',
    '?sort=changed&after=1.%2B275760-09-13T00:00:00Z',
    '?page=-4',
    '?q=%00%22%28',
    '?owner=%00',
    '?q=a&q=b',
  ])
    assert.equal((await viewer.get(`/plans/${plan}${query}`)).status, 200, query);
});

test('every order turns its pages forwards and backwards over every line once', async () => {
  const rows = Array.from({ length: 120 }, (_, number) =>
    newLine({
      reference: `R${number}`,
      what: `Do thing ${number}`,
      owner: number % 7 ? `Officer ${number % 5}` : '',
      state: number % 3 ? 'complete' : 'ongoing',
    }),
  );
  const large = await make({ sections: [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines: rows }] });
  for (const query of [
    '',
    '?sort=reference',
    '?sort=owner',
    '?sort=state',
    '?sort=changed',
    '?q=thing',
    '?q=thing&sort=owner',
    '?sort=state&only=unowned',
  ]) {
    const seen: string[][] = [];
    let address: string | undefined = `/plans/${large}${query}`;
    let last = address;
    while (address) {
      const { dom } = await viewer.get(address);
      seen.push(
        dom.querySelectorAll('tbody tr:not(.cg-table__section) th a').map(link => link.getAttribute('href')!),
      );
      last = address;
      address = dom.querySelector('a[rel=next]')?.getAttribute('href')?.replaceAll('&amp;', '&');
    }
    const all = seen.flat();
    assert.equal(new Set(all).size, all.length, query);
    assert.equal(all.length, query.includes('unowned') ? 18 : 120, query);
    for (let page = seen.length - 1; page > 0; page--) {
      last = (await viewer.get(last)).dom.querySelector('a[rel=prev]')!.getAttribute('href')!;
      const rows = (await viewer.get(last)).dom.querySelectorAll('tbody tr:not(.cg-table__section) th a');
      assert.deepEqual(
        rows.map(link => link.getAttribute('href')!),
        seen[page - 1],
        `${query}, back to page ${page}`,
      );
    }
  }
});

test('more than a thousand lines with a word are not counted further, and all of them are found', async () => {
  const rows = Array.from({ length: 1200 }, (_, number) =>
    newLine({ what: `Brand check ${number}`, state: number === 1100 ? 'complete' : 'ongoing' }),
  );
  const large = await make({ sections: [{ title: '', columns: RECOMMENDATION_COLUMNS, lines: rows }] });
  assert.match((await viewer.get(`/plans/${large}?q=brand`)).text, /1 to 50 of 1,000\+ lines found/);
  assert.deepEqual(await lines('?q=brand&state=complete', large), ['Brand check 1100']);
});

test('only who may edit is offered to', async () => {
  assert.equal((await viewer.get(`/plans/${plan}`)).dom.querySelector(`a[href="/plans/${plan}/edit"]`), null);
  assert.ok((await editor.get(`/plans/${plan}`)).dom.querySelector(`a[href="/plans/${plan}/edit"]`));
});

test('a plan that is not there, is malformed or belongs to others is not found', async () => {
  const stranger = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Elsewhere'),
  });
  assert.equal((await stranger.get(`/plans/${plan}`)).status, 404);
  assert.equal((await viewer.get('/plans/nonsense')).status, 404);
  assert.equal((await viewer.get('/plans/4dd0f6c4-6cb5-4c39-a3a4-2a70f2ac6ab1')).status, 404);
});

test('at its top a plan leads an editor to what is seldom done with it, and a viewer to the rest of its document', async () => {
  const links = async (person: typeof viewer) =>
    (await person.get(`/plans/${plan}`)).dom
      .querySelectorAll('.cg-heading .cg-acts a')
      .map(a => a.attrs.href);
  assert.ok((await links(viewer)).includes(`/plans/${plan}/beside`));
  assert.ok((await links(editor)).includes('#more'));
  const { dom } = await editor.get(`/plans/${plan}`);
  const seldom = dom.querySelectorAll('#more a').map(a => a.attrs.href);
  for (const href of ['/readings/new', `/plans/${plan}/beside`, `/plans/${plan}/copy`])
    assert.ok(seldom.includes(href), href);
});
