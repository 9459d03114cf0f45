import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { csv, editionsOn, LINES, withLine } from '../../../../../tests/support/editions.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const { madePlan, givenAsEdition, facts, lines, editLine, accept } = editionsOn(site);

const exported = async (plan: string, format = 'docx'): Promise<Uint8Array> => {
  const { bytes, status } = await editor.get(`/plans/${plan}/export.${format}`);
  assert.equal(status, 200);
  site.clock.advance({ minutes: 5 });
  return new Uint8Array(bytes);
};

/** As a person does in Word: words of a cell are other words. */
function edited(docx: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(docx);
  const body = strFromU8(parts['word/document.xml']!);
  assert.ok(body.includes(from), `the document does not say ${from}`);
  return zipSync({ ...parts, 'word/document.xml': strToU8(body.replace(from, to)) });
}

const UNCHANGED = '0 new, 0 changed · 5 unchanged, 0 gone, 0 doubtful, 0 conflicts';

test('an export that nobody touched changes nothing, whatever was changed here since', async () => {
  const { plan } = await madePlan(editor);
  await editLine(editor, plan, 0, { state: 'complete', owner: 'Mae Lund' });
  const file = await exported(plan);
  const reading = await givenAsEdition(editor, plan, file, 'Ashmere plan.docx');
  assert.equal(await facts(editor, reading), UNCHANGED);
  await editLine(editor, plan, 1, { when: 'Weekly' });
  const page = await editor.get(`/readings/${reading}/merge`);
  assert.match(page.text, /Comparing the document with the plan/);
  await site.runJobs();
  assert.equal(await facts(editor, reading), UNCHANGED);
  const compared = await editor.get(`/readings/${reading}/merge`);
  assert.match(compared.text, /as it was given out on 8 April 2025/);
});

for (const format of ['xlsx', 'csv'])
  test(`an export as ${format} that nobody touched changes nothing`, async () => {
    const { plan } = await madePlan(editor);
    await editLine(editor, plan, 0, { state: 'complete', owner: 'Mae Lund' });
    const file = await exported(plan, format);
    await editLine(editor, plan, 2, { state: 'ongoing', when: 'Monthly' });
    const reading = await givenAsEdition(editor, plan, file, `Ashmere plan.${format}`);
    assert.equal(await facts(editor, reading), UNCHANGED);
  });

test('an export edited in Word says of itself which plan it is; what changed on both sides is asked', async () => {
  const { plan } = await madePlan(editor);
  const file = edited(await exported(plan), 'Highways', 'Roads team');
  await editLine(editor, plan, 3, { owner: 'Mae Lund' });
  await editLine(editor, plan, 4, { when: 'Weekly' });
  const reading = await givenAsEdition(editor, plan, edited(file, 'Quarterly', 'Monthly'), 'Edited.docx');
  const chosen = await editor.get(`/readings/${reading}/edition`);
  assert.match(chosen.text, /The file was given out by Commsgrid from this plan/);
  assert.equal(
    await facts(editor, reading),
    '0 new, 2 changed · 3 unchanged, 0 gone, 0 doubtful, 1 conflict',
  );
  const page = await editor.get(`/readings/${reading}/merge`);
  for (const words of ['It was: Highways', 'Mae Lund', 'Roads team'])
    assert.match(page.text, new RegExp(words));
  await editor.post(`/readings/${reading}/merge/all`, {
    version: page.dom.querySelector('input[name=version]')!.getAttribute('value')!,
    show: 'conflicts',
    take: 'theirs',
  });
  await accept(editor, reading);
  assert.deepEqual(
    (await lines(editor, plan)).map(({ owner, when }) => `${owner}, ${when}`),
    [
      'Press office, 30 June 2025',
      'Ward sergeants, Monthly',
      'Flood officer, Each October',
      'Roads team, Each November',
      'Web team, Weekly',
    ],
  );
});

test('the plan’s marking is not lowered by a file that has none', async () => {
  const { plan } = await madePlan(editor);
  await editLine(editor, plan, 0, { marking: 'OFFICIAL-SENSITIVE' });
  const changed = csv(LINES.map(line => [line[0], 'Everybody new', line[2]]));
  const reading = await givenAsEdition(editor, plan, changed);
  await accept(editor, reading);
  const marked = await site.within(editor.organisation, ({ db }) =>
    db
      .selectFrom('lines')
      .select('marking')
      .where('plan_id', '=', plan)
      .where('marking', '<>', 'none')
      .execute(),
  );
  assert.deepEqual(marked, [{ marking: 'OFFICIAL-SENSITIVE' }]);
});

test('somebody else’s edition is not compared with what happened to be given out last', async () => {
  const { plan } = await madePlan(editor);
  await editLine(editor, plan, 0, { owner: 'Mae Lund' });
  await exported(plan, 'csv');
  const theirs = csv(withLine(0, { 1: 'Web team' }));
  const reading = await givenAsEdition(editor, plan, theirs, 'Theirs.csv');
  assert.match(await facts(editor, reading), /1 conflict$/);
});
