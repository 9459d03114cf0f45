import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  csv,
  editionsOn,
  fieldsOf,
  LINES,
  type Line,
  withLine,
} from '../../../../../tests/support/editions.ts';
import { givenInAndRead } from '../../../../../tests/support/given-in.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const { madePlan, givenAsEdition, facts, lines, editLine, accept } = editionsOn(site);

test('a document that looks like a later edition says so, and a person chooses', async () => {
  const { plan } = await madePlan(editor);
  const content = csv(withLine(0, { 2: '31 July 2025' }));
  const reading = await givenInAndRead(site, editor, content, 'Next.csv');
  const page = await editor.get(`/readings/${reading}/edition`);
  assert.match(page.text, /This looks like a later edition of Ashmere plan/);
  assert.match(page.text, /100% of the lines say the same/);
  const chosen = await editor.post(`/readings/${reading}/edition`, { plan });
  assert.equal(chosen.location, `/readings/${reading}/merge`);
  const none = await editor.post(`/readings/${reading}/edition`, {});
  assert.equal(none.status, 422);
  assert.match(none.text, /Choose a plan, or say that it is a new one/);
  assert.match(
    (await editor.get(`/readings/${reading}/edition?q=nothing like it`)).text,
    /No other plan has/,
  );
  const anew = await editor.post(`/readings/${reading}/edition`, { plan: 'new' });
  assert.equal(anew.location, `/readings/${reading}`);
});

test('counts are shown before anything is stored, and each opens onto its rows', async () => {
  const { plan } = await madePlan(editor);
  const stall: Line = ['Open a stall at the Saturday market', 'Events team', 'Weekly'];
  const edition = [...withLine(0, { 2: '31 July 2025' }).slice(0, 4), stall];
  const reading = await givenAsEdition(editor, plan, csv(edition));
  assert.equal(
    await facts(editor, reading),
    '1 new, 1 changed · 3 unchanged, 1 gone, 0 doubtful, 0 conflicts',
  );
  const changed = await editor.get(`/readings/${reading}/merge?show=changed`);
  const marked = (tag: string) =>
    changed.dom.querySelectorAll(`.cg-sides ${tag}`).map(one => one.text.trim());
  assert.deepEqual([marked('del'), marked('ins')], [['30 June'], ['31 July']]);
  assert.match((await editor.get(`/readings/${reading}/merge?show=new`)).text, /Open a stall/);
  assert.match((await editor.get(`/readings/${reading}/merge?show=gone`)).text, /lifeboat crew/);
  assert.equal((await lines(editor, plan)).length, 5);
  const { location } = await accept(editor, reading);
  assert.equal(location, `/plans/${plan}`);
  const after = await lines(editor, plan);
  assert.deepEqual(
    after.map(({ what, when, state }) => `${what.slice(0, 12)} ${when} ${state}`),
    [
      'Write to res 31 July 2025 unknown',
      'Hold a ward  Quarterly unknown',
      'Publish the  Each October unknown',
      'Brief the pa Each November unknown',
      'Open a stall Weekly unknown',
      'Film an inte Monthly superseded',
    ].map(one => one),
  );
  const history = await editor.get(`/plans/${plan}/lines/${after[0]!.id}`);
  assert.match(history.text, /changed When by the edition Ashmere plan 2026.csv/);
});

test('cells changed on both sides are asked with all three values, and each answer is kept at once', async () => {
  const { plan } = await madePlan(editor);
  for (const number of [0, 1, 2]) await editLine(editor, plan, number, { owner: `Mae Lund ${number}` });
  await editLine(editor, plan, 3, { owner: 'Only here' });
  const theirs = LINES.map((line, at): Line => [line[0], at < 3 ? `Their team ${at}` : line[1], line[2]]);
  const reading = await givenAsEdition(editor, plan, csv(theirs));
  assert.equal(
    await facts(editor, reading),
    '0 new, 3 changed · 2 unchanged, 0 gone, 0 doubtful, 3 conflicts',
  );
  const page = await editor.get(`/readings/${reading}/merge`);
  assert.match(page.text, /It was: Press office/);
  assert.match(page.text, /Keep ours, by Edwin Reed on 8 April 2025/);
  assert.match(page.text, /Mae Lund 0/);
  assert.match(page.text, /Their team 0/);
  assert.match(page.text, /3 questions are open/);
  const sent = fieldsOf(page, `form[action="/readings/${reading}/merge"]`);
  const names = Object.keys(sent)
    .filter(name => name.endsWith('-text'))
    .map(name => name.replace('-text', ''));
  const [first, second] = names;
  const typed = { [first!]: 'typed', [`${first}-text`]: 'Mae Lund with their team', [second!]: 'theirs' };
  await editor.post(`/readings/${reading}/merge`, { ...sent, ...typed });
  assert.match((await editor.get(`/readings/${reading}/merge`)).text, /1 question is open/);
  const early = await editor.post(`/readings/${reading}/merge/accept`, { version: sent.version! });
  assert.equal(early.location, `/readings/${reading}/merge`);
  await editor.post(`/readings/${reading}/merge/all`, {
    version: sent.version!,
    show: 'conflicts',
    take: 'ours',
  });
  await accept(editor, reading);
  assert.deepEqual(
    (await lines(editor, plan)).map(line => line.owner),
    ['Mae Lund with their team', 'Their team 1', 'Mae Lund 2', 'Only here', 'Web team'],
  );
});

test('a line edited between looking and accepting is not overwritten: only what is new is asked', async () => {
  const { plan } = await madePlan(editor);
  await editLine(editor, plan, 0, { owner: 'Mae Lund' });
  const theirs = withLine(0, { 1: 'Their team' }, withLine(1, { 2: 'Weekly' }));
  const reading = await givenAsEdition(editor, plan, csv(theirs));
  const page = await editor.get(`/readings/${reading}/merge`);
  const { version } = fieldsOf(page, 'form[action$="/merge/all"]');
  await editor.post(`/readings/${reading}/merge/all`, {
    version: version!,
    show: 'conflicts',
    take: 'theirs',
  });
  const other = await site.person({ name: 'Olive Fen', organisation: editor.organisation });
  await editLine(other, plan, 1, { when: 'Monthly' });
  const late = await editor.post(`/readings/${reading}/merge/accept`, { version: version! });
  assert.equal(late.location, `/readings/${reading}/merge`);
  assert.equal((await lines(editor, plan))[0]!.owner, 'Mae Lund');
  await site.runJobs();
  const again = await editor.get(`/readings/${reading}/merge`);
  assert.match(again.text, /1 question is open/);
  assert.match(again.text, /Keep ours, by Olive Fen/);
  const anew = fieldsOf(again, 'form[action$="/merge/all"]');
  await editor.post(`/readings/${reading}/merge/all`, { ...anew, take: 'ours' });
  await accept(editor, reading);
  const [first, second] = await lines(editor, plan);
  assert.deepEqual([first!.owner, second!.when], ['Their team', 'Monthly']);
});

test('of two who accept at once one is worked in, and the other is led to what came of it', async () => {
  const { plan } = await madePlan(editor);
  const content = csv([...withLine(0, { 2: '31 July 2025' }), ['Print posters', 'Press office', 'Weekly']]);
  const reading = await givenAsEdition(editor, plan, content);
  const other = await site.person({ name: 'Olive Fen', organisation: editor.organisation });
  const both = [editor, other];
  // both have the page before either sends it
  const pages = await Promise.all(both.map(person => person.get(`/readings/${reading}/merge`)));
  const answers = await Promise.all(
    both.map((person, at) =>
      person.post(`/readings/${reading}/merge/accept`, fieldsOf(pages[at]!, 'form[action$="/merge/accept"]')),
    ),
  );
  for (const answer of answers) assert.equal(answer.location, `/plans/${plan}`);
  assert.equal((await lines(editor, plan)).length, 6);
});

test('two editions of one plan merge one after the other: the second is compared with what the first left', async () => {
  const { plan } = await madePlan(editor);
  const one = await givenAsEdition(editor, plan, csv(withLine(0, { 1: 'Mae Lund' })), 'One.csv');
  const two = await givenAsEdition(editor, plan, csv(withLine(0, { 1: 'Olive Fen' })), 'Two.csv');
  const page = await editor.get(`/readings/${two}/merge`);
  const { version } = fieldsOf(page, 'form[action$="/merge/accept"]');
  await accept(editor, one);
  const late = await editor.post(`/readings/${two}/merge/accept`, { version: version! });
  assert.equal(late.location, `/readings/${two}/merge`);
  await site.runJobs();
  assert.equal((await lines(editor, plan))[0]!.owner, 'Mae Lund');
  assert.match(await facts(editor, two), /1 changed · 4 unchanged/);
});

test('rows that are perhaps the same are asked, and gone ones may be kept open or removed', async () => {
  const { plan } = await madePlan(editor);
  const edition = LINES.slice(0, 3);
  const reading = await givenAsEdition(editor, plan, csv(edition));
  const page = await editor.get(`/readings/${reading}/merge?show=gone`);
  const sent = fieldsOf(page, `form[action="/readings/${reading}/merge"]`);
  const [first, second] = Object.keys(sent).filter(name => name.startsWith('q-'));
  await editor.post(`/readings/${reading}/merge`, { ...sent, [first!]: 'kept', [second!]: 'removed' });
  await accept(editor, reading);
  const left = await lines(editor, plan);
  assert.deepEqual([left.length, left[3]!.state], [4, 'unknown']);
  await editor.post(`/readings/${reading}/undo`);
  assert.equal((await lines(editor, plan)).length, 5);
});

test('a worker that is killed leaves the comparison to the next, and it is made once', async () => {
  const { plan } = await madePlan(editor);
  const reading = await givenInAndRead(site, editor, csv(withLine(0, { 1: 'Mae Lund' })), 'Next.csv');
  await editor.post(`/readings/${reading}/edition`, { plan });
  const status = async () => JSON.parse((await editor.get(`/readings/${reading}/merge/status`)).html).status;
  assert.equal(await status(), 'waiting');
  assert.match((await editor.get(`/readings/${reading}/merge`)).text, /Comparing the document with the plan/);
  const job = site.capabilities.flatMap(({ jobs = [] }) => jobs).find(one => one.name === 'compare-edition')!;
  const context = {
    organisation: editor.organisation,
    clock: site.clock,
    stopping: new AbortController().signal,
    within: <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work),
  };
  await job.givenUp!({ reading } as never, context);
  assert.match((await editor.get(`/readings/${reading}/merge`)).text, /stopped several times/);
  await editor.post(`/readings/${reading}/merge/again`);
  await site.runJobs();
  assert.equal(await status(), 'made');
  await job.run({ reading } as never, context);
  assert.match(await facts(editor, reading), /1 changed · 4 unchanged/);
});

test('another organisation finds none of it, and no plan of another is taken', async () => {
  const { plan, reading: made } = await madePlan(editor);
  const reading = await givenAsEdition(editor, plan, csv(withLine(0, { 1: 'Mae Lund' })));
  const stranger = await site.person({ organisation: await site.organisation('Saltby') });
  const before = JSON.stringify(await lines(editor, plan));
  for (const path of ['edition', 'merge', 'merge/status', 'undo'])
    assert.equal((await stranger.get(`/readings/${reading}/${path}`)).status, 404, path);
  for (const path of ['edition', 'merge', 'merge/all', 'merge/accept', 'merge/again', 'undo'])
    for (const one of [reading, made]) {
      const fields = { plan, version: '1', take: 'theirs', show: 'conflicts' };
      assert.equal((await stranger.post(`/readings/${one}/${path}`, fields)).status, 404, path);
    }
  const own = await givenInAndRead(site, stranger, csv(LINES), 'Own.csv');
  assert.doesNotMatch((await stranger.get(`/readings/${own}/edition`)).text, /Ashmere plan/);
  assert.equal((await stranger.post(`/readings/${own}/edition`, { plan })).status, 404);
  assert.equal(JSON.stringify(await lines(editor, plan)), before);
  for (const odd of ['x', '00000000-0000-4000-8000-000000000000'])
    for (const path of ['edition', 'merge', 'undo'])
      assert.equal((await editor.get(`/readings/${odd}/${path}`)).status, 404);
});
