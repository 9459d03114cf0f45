import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { csv, editionsOn, LINES, type Line, withLine } from '../../../../../tests/support/editions.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const { madePlan, givenAsEdition, facts, lines, editLine, accept } = editionsOn(site);

const told = async (plan: string) =>
  (await lines(editor, plan)).map(
    ({ position, what, owner, when, state, accountable }) =>
      `${position} ${what} | ${owner} | ${accountable} | ${when} | ${state}`,
  );

test('an edition is taken back while nobody changed its lines: every line is as it was', async () => {
  const { plan } = await madePlan(editor);
  const before = await told(plan);
  const stall: Line = ['Open a stall at the Saturday market', 'Events team', 'Weekly'];
  const edition = [stall, ...withLine(0, { 1: 'Mae Lund', 2: '31 July 2025' }).slice(0, 4)];
  const reading = await givenAsEdition(editor, plan, csv(edition));
  const counted = await facts(editor, reading);
  await accept(editor, reading);
  assert.notDeepEqual(await told(plan), before);
  const governed = await editor.get(`/plans/${plan}/governance`);
  assert.ok(governed.dom.querySelector(`a[href="/readings/${reading}/undo"]`), governed.text);
  const page = await editor.get(`/readings/${reading}/undo`);
  assert.match(page.text, /3 lines will be as before it/);
  const { location } = await editor.post(`/readings/${reading}/undo`);
  assert.equal(location, `/readings/${reading}/merge`);
  assert.deepEqual(await told(plan), before);
  const [first] = await lines(editor, plan);
  const history = await editor.get(`/plans/${plan}/lines/${first!.id}`);
  assert.match(history.text, /took back the edition Ashmere plan 2026.csv: When/);
  await editor.get(`/readings/${reading}/merge`);
  await site.runJobs();
  assert.equal(await facts(editor, reading), counted);
  await accept(editor, reading);
  assert.equal((await lines(editor, plan)).length, 6);
});

test('an edition whose lines somebody changed since says which, and offers nothing that loses that', async () => {
  const { plan } = await madePlan(editor);
  const reading = await givenAsEdition(editor, plan, csv(withLine(0, { 2: '31 July 2025' })));
  await accept(editor, reading);
  await editLine(editor, plan, 1, { when: 'Weekly' });
  assert.match((await editor.get(`/readings/${reading}/undo`)).text, /1 line will be as before it/);
  await editLine(editor, plan, 0, { owner: 'Mae Lund' });
  const page = await editor.get(`/readings/${reading}/undo`);
  assert.match(page.text, /It cannot be taken back any more/);
  const [first] = await lines(editor, plan);
  assert.ok(page.dom.querySelector(`main a[href="/plans/${plan}/lines/${first!.id}"]`));
  assert.equal(page.dom.querySelector('main form'), null);
  const refused = await editor.post(`/readings/${reading}/undo`);
  assert.equal(refused.location, `/readings/${reading}/undo`);
  assert.equal((await lines(editor, plan))[0]!.owner, 'Mae Lund');
});

test('an edition whose new line somebody spoke of, or put a file with, is not taken back over that', async () => {
  for (const say of [
    (line: string) => editor.post(`${line}/comments`, { body: 'The market moves to Sundays' }),
    (line: string) => editor.upload(`${line}/files`, { name: 'stall.txt', content: 'Agreed.' }),
  ]) {
    const { plan } = await madePlan(editor);
    const stall: Line = ['Open a stall at the Saturday market', 'Events team', 'Weekly'];
    const reading = await givenAsEdition(editor, plan, csv([stall, ...LINES]));
    await accept(editor, reading);
    const [first] = await lines(editor, plan);
    await say(`/plans/${plan}/lines/${first!.id}`);
    assert.match(
      (await editor.get(`/readings/${reading}/undo`)).text,
      /has a comment, a file or a link since/,
    );
    await editor.post(`/readings/${reading}/undo`);
    assert.equal((await lines(editor, plan)).length, LINES.length + 1);
  }
});

test('a plan that was made of a document is taken out, and the document can be accepted anew', async () => {
  const { plan, reading } = await madePlan(editor);
  const page = await editor.get(`/readings/${reading}`);
  assert.ok(page.dom.querySelector(`a[href="/readings/${reading}/undo"]`));
  const { location } = await editor.post(`/readings/${reading}/undo`);
  assert.equal(location, `/readings/${reading}`);
  assert.equal((await editor.get(`/plans/${plan}`)).status, 404);
  const again = await editor.post(`/readings/${reading}/accept`, {
    version: '1',
    title: 'Ashmere plan',
    kind: 'stakeholder-plan',
    marking: 'none',
  });
  assert.match(again.location!, /^\/plans\//);
  assert.notEqual(again.location, `/plans/${plan}`);
});

test('a plan that was gone on with is not taken out, whether by hand or by a later edition', async () => {
  const { plan, reading } = await madePlan(editor);
  const edition = await givenAsEdition(
    editor,
    plan,
    csv([...LINES, ['Print posters', 'Press office', 'Weekly']]),
  );
  await accept(editor, edition);
  const page = await editor.get(`/readings/${reading}/undo`);
  assert.match(page.text, /Ashmere plan 2026.csv was worked into the plan since/);
  await editor.post(`/readings/${reading}/undo`);
  assert.equal((await editor.get(`/plans/${plan}`)).status, 200);
  await editor.post(`/readings/${edition}/undo`);
  await editLine(editor, plan, 2, { when: 'Weekly' });
  assert.match((await editor.get(`/readings/${reading}/undo`)).text, /flood leaflet.* was changed since/);
});
