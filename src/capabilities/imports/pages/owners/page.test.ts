import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Response } from '../../../../../tests/support/client.ts';
import { givenInAndRead } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();

/** A plan with a line for each of these owner cells. */
const planOf = (cells: string[]): string =>
  [
    'Ashmere communications plan',
    '',
    ['Ref', 'Action', 'Lead officer', 'When'].join('\t'),
    ...cells.map((cell, index) =>
      [`${index + 1}`, `Publish leaflet number ${index + 1}`, cell, 'Monthly'].join('\t'),
    ),
    '',
    'Key: AD = Ann Dale, EF = Eve Frost',
  ].join('\n');

const CELLS = [
  'Jo Marsh',
  'Jo Marsh',
  'AD/EF/RM',
  'AD/EF/RM',
  'AD/EF/RM',
  'All',
  'All',
  '',
  'AD',
  'Head of Communications (lead), ward teams',
];

const asked = ({ dom }: Response): string[] =>
  dom.querySelectorAll('.cg-owners__title').map(title => title.text.replace(/\s+/g, ' ').trim());
const settled = ({ dom }: Response): string[][] =>
  dom.querySelectorAll('tbody tr').map(row =>
    row
      .querySelectorAll('th, td')
      .map(cell => cell.text.replace(/\s+/g, ' ').trim())
      .slice(0, 5),
  );
/** The hidden fields of the form that asks about a cell. */
function formOf({ dom }: Response, title: string): Record<string, string> {
  const section = dom
    .querySelectorAll('.cg-owners')
    .find(one => one.querySelector('h3')?.text.includes(title))!;
  const fields = section.querySelectorAll('input[type=hidden], input:not([type])');
  return Object.fromEntries(
    fields.map(field => [field.getAttribute('name')!, field.getAttribute('value') ?? '']),
  );
}

const aReading = async (): Promise<string> =>
  `/readings/${await givenInAndRead(site, editor, planOf(CELLS))}`;

test('each different cell stands there once, the open ones of the most lines first, and what is clear is settled', async () => {
  const page = await editor.get(`${await aReading()}/owners`);
  assert.deepEqual(asked(page), ['AD/EF/RM in 3 lines', 'All in 2 lines', 'No owner is printed in 1 line']);
  assert.match(page.text, /The cell names 3 owners and does not say who leads/);
  assert.match(page.text, /initials of Ann Dale/);
  assert.deepEqual(settled(page), [
    ['Jo Marsh', '2', 'Jo Marsh Person, new in the register', '', 'the cell says so'],
    ['AD', '1', 'Ann Dale Person, new in the register', '', 'the cell says so'],
    [
      'Head of Communications (lead), ward teams',
      '1',
      'Head of Communications Post, new in the register',
      'ward teams',
      'the cell says so',
    ],
  ]);
  assert.equal(page.dom.querySelectorAll('.cg-owners input[type=radio][value="0"][checked]').length, 0);
});

test('an answer is kept at once for all lines of the cell, and the next open cell is ready', async () => {
  const here = await aReading();
  const page = await editor.get(`${here}/owners`);
  const form = formOf(page, 'AD/EF/RM');
  assert.deepEqual([form['who-0'], form['who-1'], form['who-2']], ['Ann Dale', 'Eve Frost', 'RM']);
  const saved = await editor.post(
    `${here}/owners`,
    { ...form, lead: '1', helps: ['0', '2'], 'who-2': 'Ray Mott', 'kind-2': 'person' },
    { follow: true },
  );
  assert.deepEqual(asked(saved), ['All in 2 lines', 'No owner is printed in 1 line']);
  assert.ok(saved.dom.querySelector('.cg-owners input[autofocus]'));
  assert.deepEqual(settled(saved)[0], [
    'AD/EF/RM',
    '3',
    'Eve Frost Person, new in the register',
    'Ann Dale, Ray Mott',
    'you said so',
  ]);
  const all = await editor.post(
    `${here}/owners`,
    { ...formOf(saved, 'All'), lead: 'other', other: 'Press Officer', 'kind-other': 'post' },
    { follow: true },
  );
  assert.deepEqual(asked(all), ['No owner is printed in 1 line']);
  const done = await editor.post(
    `${here}/owners`,
    { ...formOf(all, 'No owner'), lead: 'nobody' },
    { follow: true },
  );
  assert.match(done.text, /Every owner cell is answered/);
  assert.match(done.text, /9 lines have somebody who answers 1 line is without owner/);
});

test('what was doubted of these owners is answered by that, and the plan has them', async () => {
  const here = await aReading();
  const doubts = async () => /(\d+) doubts? for you/.exec((await editor.get(here)).text)?.[1] ?? '0';
  assert.equal(await doubts(), '6');
  const page = await editor.get(`${here}/owners`);
  const sent = { ...formOf(page, 'AD/EF/RM'), lead: '0', helps: ['1'] };
  await editor.post(`${here}/owners`, sent);
  assert.equal(await doubts(), '3');
  const review = await editor.get(here);
  const version = review.dom.querySelector('#accept input[name=version]')!.getAttribute('value')!;
  const accepted = await editor.post(`${here}/accept`, {
    version,
    title: 'Owned plan',
    kind: 'stakeholder-plan',
    marking: 'none',
  });
  const plan = await editor.get(accepted.location!);
  assert.match(plan.text, /3 without owner/);
  const unowned = await editor.get(`${accepted.location}?only=unowned`);
  assert.match(unowned.text, /Publish leaflet number 6.*Publish leaflet number 7.*Publish leaflet number 8/);
  const mine = await editor.get(`${accepted.location}?owner=ann+dale`);
  assert.equal(mine.dom.querySelectorAll('#lines tbody th[scope=row]').length, 4);
});

test('an answer that leaves out who answers, or a name, is asked again with what was typed', async () => {
  const here = await aReading();
  const page = await editor.get(`${here}/owners`);
  const form = formOf(page, 'AD/EF/RM');
  const none = await editor.post(`${here}/owners`, { ...form, 'who-2': 'Ray Mott', helps: '2' });
  assert.equal(none.status, 422);
  assert.match(none.text, /Choose who answers for it, or nobody yet/);
  assert.equal(none.dom.querySelector('input[name=who-2]')?.getAttribute('value'), 'Ray Mott');
  const unnamed = await editor.post(`${here}/owners`, { ...form, lead: 'other', other: ' ' });
  assert.equal(unnamed.status, 422);
  assert.match(unnamed.text, /Enter a name/);
  assert.equal((await editor.post(`${here}/owners`, { ...form, at: '999' }, { follow: true })).status, 200);
  assert.equal((await editor.post(`${here}/owners`, { at: 'x' }, { follow: true })).status, 200);
});

test('a cell that is settled can be settled otherwise', async () => {
  const here = await aReading();
  const page = await editor.get(`${here}/owners?change=1`);
  assert.equal(asked(page)[0], 'Jo Marsh in 2 lines');
  assert.ok(page.dom.querySelector('#lead-1-0')?.hasAttribute('checked'));
  await editor.post(`${here}/owners`, { ...formOf(page, 'Jo Marsh'), lead: 'nobody', helps: '0' });
  const after = settled(await editor.get(`${here}/owners`));
  assert.deepEqual(after.find(([text]) => text === 'Jo Marsh')?.slice(2), [
    'Nobody yet',
    'Jo Marsh',
    'you said so',
  ]);
});

test('what was said of a document is remembered for the next edition of the same plan, and for no other', async () => {
  const here = await aReading();
  const page = await editor.get(`${here}/owners`);
  await editor.post(`${here}/owners`, { ...formOf(page, 'AD/EF/RM'), lead: '1' });
  const review = await editor.get(here);
  const version = review.dom.querySelector('#accept input[name=version]')!.getAttribute('value')!;
  const sent = { version, title: 'First edition', kind: 'stakeholder-plan', marking: 'none' };
  const plan = (await editor.post(`${here}/accept`, sent)).location!.split('/').at(-1)!;
  const next = await aReading();
  assert.equal(asked(await editor.get(`${next}/owners`))[0], 'AD/EF/RM in 3 lines');
  await site.within(editor.organisation, ({ db }) =>
    db.updateTable('readings').set({ edition_of: plan }).where('id', '=', next.split('/').at(-1)!).execute(),
  );
  const edition = await editor.get(`${next}/owners`);
  assert.equal(asked(edition)[0], 'All in 2 lines');
  assert.deepEqual(
    settled(edition)
      .find(([text]) => text === 'AD/EF/RM')
      ?.slice(2),
    ['Eve Frost Person', '', 'as for the last edition'],
  );
});

test('a viewer and a stranger are not let in', async () => {
  const here = await aReading();
  const viewer = await site.person({ role: 'viewer' });
  assert.equal((await viewer.get(`${here}/owners`)).status, 403);
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  assert.equal((await stranger.get(`${here}/owners`)).status, 404);
  assert.equal((await stranger.post(`${here}/owners`, { at: '1', lead: 'nobody' })).status, 404);
});
