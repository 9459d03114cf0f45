import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, RECOMMENDATION_COLUMNS } from '../../../../tests/support/plans.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { askForFile } from '../actions/ask-for-file.ts';
import { createPlan, type Marking } from '../index.ts';

const site = await testSite({ now: '2025-04-08T21:00:00Z' });
after(site.close);
const editor = await site.person({ name: 'Edwin Reed' });
const unsighted = await site.person({ role: 'viewer', name: 'Vera Sedge' });
const MARKED = 'OFFICIAL-SENSITIVE';

const make = (title: string, marking: Marking, ofLine: Marking) =>
  site.within(editor.organisation, within => {
    const told = newLine({ what: 'Tell the ward', reference: '7', marking: ofLine });
    const lines = [told, newLine({ what: 'Tell the board', owner: 'Press office' })];
    const sections = [{ title: '', columns: RECOMMENDATION_COLUMNS, lines }];
    return createPlan(within, newPlan({ title, marking, sections }), site.clock.now());
  });
const open = await make('Open plan', 'OFFICIAL', 'OFFICIAL');
const partly = await make('Partly marked', 'none', MARKED);
const whole = await make('Wholly marked', MARKED, 'none');

const linesOf = (plan: string) =>
  site.within(editor.organisation, ({ db }) =>
    db.selectFrom('lines').select('id').where('plan_id', '=', plan).orderBy('position').execute(),
  );

/** What was read since it was looked at last, by whom, in which way. */
async function reads(): Promise<string[]> {
  const rows = await site.within(editor.organisation, ({ db }) =>
    db.deleteFrom('marked_reads').returning(['title', 'account_name as name', 'way']).execute(),
  );
  return rows.map(({ title, name, way }) => `${name}: ${title} (${way})`).sort();
}

const LINE = 'Edwin Reed: 7 – Partly marked';
const PLAN = 'Edwin Reed: Wholly marked';

test('a page that shows what is marked notes who read it, once a day', async () => {
  const [line] = await linesOf(partly);
  const [inMarked] = await linesOf(whole);
  const noted: [string, string[]][] = [
    [`/plans/${partly}`, [`${LINE} (list)`]],
    [`/plans/${whole}`, [`${PLAN} (page)`]],
    [`/plans/${whole}/overview`, [`${PLAN} (page)`]],
    [`/plans/${whole}/changes`, [`${PLAN} (page)`]],
    [`/plans/${whole}/beside`, [`${PLAN} (page)`]],
    [`/plans/${whole}/comments`, [`${PLAN} (page)`]],
    [`/plans/${partly}/lines/${line!.id}`, [`${LINE} (page)`]],
    [`/plans/${partly}/lines/${line!.id}/edit`, [`${LINE} (page)`]],
    [`/plans/${whole}/lines/${inMarked!.id}`, ['Edwin Reed: 7 – Wholly marked (page)']],
    ['/lines', [`${LINE} (list)`, `${PLAN} (list)`]],
  ];
  await reads();
  for (const [path, expected] of noted) {
    assert.equal((await editor.get(path)).status, 200, path);
    await editor.get(path);
    assert.deepEqual(await reads(), expected, path);
  }
  await editor.get(`/plans/${partly}`);
  site.clock.advance({ hours: 3 });
  await editor.get(`/plans/${partly}`);
  assert.equal((await reads()).length, 2, 'another day is another read');
});

test('nothing is noted where nothing marked is shown', async () => {
  const [, other] = await linesOf(partly);
  const [first] = await linesOf(open);
  const paths = [`/plans/${open}`, `/plans/${open}/lines/${first!.id}`, `/plans/${open}/overview`, '/plans'];
  for (const path of [...paths, `/plans/${partly}/lines/${other!.id}`, '/lines?owner=nobody+at+all'])
    await editor.get(path);
  await editor.get(`/plans/${partly}?owner=press+office`);
  for (const path of ['/lines', `/plans/${partly}`, `/plans/${whole}`]) await unsighted.get(path);
  assert.deepEqual(await reads(), [], 'who may not see what is marked has not read it');
});

test('what is given out in a file is noted, whatever the format', async () => {
  for (const ending of ['docx', 'csv']) {
    const file = await editor.get(`/plans/${partly}/export.${ending}`);
    assert.equal(file.status, 200, ending);
    assert.deepEqual(await reads(), [`${LINE} (file)`], ending);
  }
  await editor.get(`/plans/${whole}/export.csv`);
  assert.deepEqual(await reads(), [`${PLAN} (file)`]);
});

test('a file that a job writes is noted for whoever asked', async () => {
  const actor = { id: editor.account.id, name: editor.account.name };
  await site.within(editor.organisation, within =>
    askForFile(
      { ...within, actor },
      { asked: { order: 'document', page: 1, plan: partly }, format: 'pdf', lines: 2 },
      site.clock.now(),
    ),
  );
  assert.deepEqual(await reads(), []);
  await site.runJobs();
  assert.deepEqual(await reads(), [`${LINE} (file)`]);
});

test('a file that was put with a marked line is noted when it is fetched', async () => {
  const [line] = await linesOf(partly);
  const here = `/plans/${partly}/lines/${line!.id}`;
  await editor.upload(`${here}/files`, { name: 'proof.txt', content: 'It happened.' });
  const { dom } = await editor.get(here);
  await reads();
  const href = dom.querySelector(`a[href^="${here}/files/"]`)!.getAttribute('href')!;
  assert.equal((await editor.get(href)).text, 'It happened.');
  assert.deepEqual(await reads(), [`${LINE} (file)`]);
});
