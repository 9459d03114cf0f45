import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { newPlan } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import { openDocument } from '../../../../documents/open.ts';
import { firstBrokenEntry } from '../../../../platform/history/history.ts';
import { readDocument } from '../../../../reading/read.ts';
import { removePlan } from '../../actions/remove-plan.ts';
import { createPlan } from '../../index.ts';

const site = await testSite();
after(site.close);
const viewer = await site.person({ role: 'viewer' });
const keep = (plan: Partial<Parameters<typeof newPlan>[0]> = {}) =>
  site.within(viewer.organisation, within => createPlan(within, newPlan(plan), site.clock.now()));
const nameOf = (headers: Record<string, unknown>) =>
  /filename="([^"]*)"/.exec(String(headers['content-disposition']))?.[1];
const readBack = async (bytes: Uint8Array, name: string) =>
  readDocument(await openDocument(bytes, name), { today: Temporal.PlainDate.from('2025-04-08') });

const WANTED = newPlan().sections.flatMap(({ title, lines }) =>
  lines.map(({ what, owner, state }) => [title, what, owner, state]),
);

for (const ending of ['docx', 'xlsx', 'csv', 'pdf'])
  test(`a viewer takes the plan away as ${ending} as it now stands, marked, and it reads as the same lines`, async () => {
    const id = await keep({ title: 'Ashmere plan 2025/26', marking: 'OFFICIAL' });
    const file = await viewer.get(`/plans/${id}/export.${ending}`);
    assert.equal(file.status, 200);
    assert.equal(nameOf(file.headers), `Ashmere plan 2025 26 (OFFICIAL).${ending}`);
    const reading = await readBack(file.bytes, `plan.${ending}`);
    assert.deepEqual(
      reading.lines.map(({ section, what, owner, state }) => [section, what, owner, state]),
      WANTED,
    );
    const { asides } = await openDocument(file.bytes, `plan.${ending}`);
    assert.equal(
      asides.some(aside => aside.text.includes('OFFICIAL')),
      ending !== 'csv',
    );
  });

test('as JSON it holds all that is kept of each line', async () => {
  const id = await keep({ title: 'Ashmere plan', marking: 'OFFICIAL' });
  const file = await viewer.get(`/plans/${id}/export.json`);
  assert.equal(nameOf(file.headers), 'Ashmere plan (OFFICIAL).json');
  const value = JSON.parse(strFromU8(file.bytes));
  assert.equal(value.format, 'commsgrid-plans');
  assert.equal(value.marking, 'OFFICIAL');
  assert.deepEqual(
    value.plans[0].sections.flatMap(
      (section: { title: string; lines: { fields: Record<string, string>; state: string }[] }) =>
        section.lines.map(({ fields, state }) => [
          section.title,
          fields.what,
          fields.owner || undefined,
          state,
        ]),
    ),
    WANTED,
  );
  const [line] = value.plans[0].sections[0].lines;
  assert.deepEqual(Object.keys(line), [
    'id',
    'position',
    'section',
    'fields',
    'other',
    'state',
    'marking',
    'schedules',
    'accountable',
    'contributors',
    'tags',
    'doubts',
    'changed',
  ]);
});

test('what is given out is known by its row, which the file carries, and the history of the plan says who took it', async () => {
  const id = await keep();
  const file = await viewer.get(`/plans/${id}/export.xlsx`);
  const [row] = await site.within(viewer.organisation, ({ db }) =>
    db.selectFrom('exports').selectAll().where('plan_id', '=', id).execute(),
  );
  assert.deepEqual([row?.lines, row?.made_by, row?.format], [WANTED.length, viewer.account.name, 'xlsx']);
  assert.ok(strFromU8(unzipSync(file.bytes)['docProps/custom.xml']!).includes(row!.id));
  const page = await viewer.get(`/plans/${id}/export`);
  assert.match(page.text, new RegExp(`${viewer.account.name}\\s*4 lines, Excel`));
  const editor = await site.person({ role: 'editor' });
  assert.match(
    (await editor.get(`/plans/${id}/edit`)).text,
    /Vera Sedge was given 4 lines as an Excel workbook/,
  );
  const broken = await site.within(viewer.organisation, within =>
    firstBrokenEntry(within, { kind: 'plan', id }),
  );
  assert.equal(broken, undefined);
});

test('a filter takes its own lines alone, under the name of the plan and the day', async () => {
  const id = await keep({ title: 'Ashmere plan', marking: 'none' });
  const file = await viewer.get(`/plans/${id}/export.docx?only=unowned`);
  assert.equal(nameOf(file.headers), 'Ashmere plan, 8 April 2025.docx');
  const { lines } = await readBack(file.bytes, 'plan.docx');
  assert.ok(lines.length > 0 && lines.every(({ owner }) => !owner));
  const page = await viewer.get(`/plans/${id}/export?only=unowned`);
  assert.ok(page.dom.querySelector(`a[href="/plans/${id}/export.docx?only=unowned"]`));
  const sorted = await viewer.get(`/plans/${id}/export.csv?sort=owner&columns=what+owner`);
  assert.match(strFromU8(sorted.bytes), /^\uFEFF?Section,/);
});

test('lines of several plans stand under the names of their plans, marked as the highest of them', async () => {
  const reader = await site.person({
    role: 'viewer',
    marked: true,
    organisation: await site.organisation('Borough of Elmstead'),
  });
  const make = (plan: Parameters<typeof newPlan>[0]) =>
    site.within(reader.organisation, within => createPlan(within, newPlan(plan), site.clock.now()));
  await make({ title: 'Harbour plan', marking: 'OFFICIAL' });
  await make({ title: 'Hill plan', marking: 'OFFICIAL-SENSITIVE' });
  const file = await reader.get('/lines/export.docx');
  assert.equal(nameOf(file.headers), 'Lines of all plans, 8 April 2025 (OFFICIAL-SENSITIVE).docx');
  const { blocks } = await openDocument(file.bytes, 'lines.docx');
  const headings = blocks.flatMap(block =>
    block.kind === 'paragraph' && block.level === 1 ? [block.text] : [],
  );
  assert.ok(
    headings.some(text => text.startsWith('Harbour plan')) &&
      headings.some(text => text.startsWith('Hill plan')),
  );
  const complete = await reader.get('/lines/export.json?state=complete');
  const value = JSON.parse(strFromU8(complete.bytes));
  assert.equal(value.plans.length, 2);
  assert.match((await reader.get('/lines/export')).text, /2 lines, JSON/);
});

test('an empty filter gives an empty file and no fault', async () => {
  const id = await keep();
  for (const ending of ['docx', 'xlsx', 'csv', 'pdf', 'json'])
    assert.equal((await viewer.get(`/plans/${id}/export.${ending}?q=zeppelin`)).status, 200, ending);
});

test('a plan of others is not given away, nor one that was taken out', async () => {
  const stranger = await site.person({ organisation: await site.organisation('Elsewhere') });
  const id = await keep();
  for (const ending of ['', '.docx', '.xlsx', '.csv', '.pdf', '.json']) {
    assert.equal((await stranger.get(`/plans/${id}/export${ending}`)).status, 404);
    assert.equal((await viewer.get(`/plans/not-a-plan/export${ending}`)).status, 404);
  }
  await site.within(viewer.organisation, within =>
    removePlan(within, { id, reason: 'It was replaced.' }, site.clock.now()),
  );
  for (const ending of ['', '.docx', '.json'])
    assert.equal((await viewer.get(`/plans/${id}/export${ending}`)).status, 404);
  assert.equal(strFromU8((await stranger.get('/lines/export.csv')).bytes).trim(), '');
});

test('plan and list each have one way to an export, which keeps what is asked for', async () => {
  const id = await keep();
  const linkOn = async (path: string) =>
    (await viewer.get(path)).dom.querySelectorAll('.cg-acts a').find(link => link.text.startsWith('Export'));
  assert.equal((await linkOn(`/plans/${id}`))?.attrs.href, `/plans/${id}/export`);
  const filtered = await linkOn(`/plans/${id}?only=unowned&sort=owner`);
  assert.equal(filtered?.text, 'Export these lines');
  assert.equal(filtered?.attrs.href, `/plans/${id}/export?only=unowned&sort=owner`);
  assert.equal((await linkOn(`/lines?plan=${id}`))?.attrs.href, `/lines/export?plan=${id}`);
  const page = await viewer.get(`/plans/${id}/export?only=unowned&sort=owner`);
  const links = page.dom.querySelectorAll('main a[href*="/export."]').map(link => link.attrs.href);
  assert.deepEqual(
    links,
    ['docx', 'xlsx', 'pdf', 'csv', 'json'].map(
      ending => `/plans/${id}/export.${ending}?only=unowned&sort=owner`,
    ),
  );
});

test('the export of a view is named after it, unless it is a private one of somebody else', async () => {
  const id = await keep({ title: 'Ashmere plan' });
  const other = await site.person({ role: 'viewer', name: 'Olive Other' });
  const now = site.clock.now();
  const view = (shared: boolean) =>
    site.within(viewer.organisation, async ({ db }) => {
      const row = { name: 'Open questions', plan_id: id, shared, made_at: now, changed_at: now };
      const made = { made_by: viewer.account.id, made_by_name: viewer.account.name };
      return (
        await db
          .insertInto('views')
          .values({ ...row, ...made })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id;
    });
  const nameFor = async (who: typeof viewer, seen: string) =>
    nameOf((await who.get(`/plans/${id}/export.csv?only=unowned&view=${seen}`)).headers);
  const own = await view(false);
  assert.equal(await nameFor(viewer, own), 'Open questions, 8 April 2025.csv');
  assert.equal(await nameFor(other, own), 'Ashmere plan, 8 April 2025.csv');
  assert.equal(await nameFor(other, await view(true)), 'Open questions, 8 April 2025.csv');
});

test('only the file of one plan is said to come back with what was changed in it', async () => {
  const plan = await keep();
  const back = /what was changed in it is taken over/;
  assert.match((await viewer.get(`/plans/${plan}/export`)).text, back);
  const several = await viewer.get('/lines/export');
  assert.doesNotMatch(several.text, back);
  assert.match(several.text, /export each plan by itself/);
});
