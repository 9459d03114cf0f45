import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newLine, newPlan, quarterly, RECOMMENDATION_COLUMNS } from '../../../../../tests/support/plans.ts';
import { testSite } from '../../../../../tests/support/site.ts';
import type { Schedule } from '../../../../timing/schedule.ts';
import { createPlan } from '../../../plans/index.ts';

const site = await testSite({ now: '2025-05-06T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const viewer = await site.person({ role: 'viewer' });

const soon: Schedule = { phrase: 'As soon as practicable', kind: 'triggered', trigger: 'an incident' };
const tuesdays: Schedule = {
  phrase: 'Tuesdays if applicable',
  kind: 'recurring',
  rule: 'FREQ=WEEKLY;BYDAY=TU',
};
const past: Schedule = { phrase: 'March 2025', kind: 'dated', from: '2025-03-01', by: '2025-03-31' };

const timed = (what: string, schedules: Schedule[], more: object = {}) =>
  newLine({ what, when: schedules.map(({ phrase }) => phrase).join('; '), schedules, ...more });

const aPlan = (lines = LINES) =>
  site.within(editor.organisation, within =>
    createPlan(
      within,
      newPlan({ sections: [{ title: 'Panels', columns: RECOMMENDATION_COLUMNS, lines }] }),
      site.clock.now(),
    ),
  );
const LINES = [
  timed('Hold ward panels', [quarterly]),
  timed('Brief the street teams', [tuesdays]),
  timed('Warn residents', [soon]),
  timed('Publish the map', [past]),
  timed('Close the old website', [quarterly], { state: 'complete' }),
  newLine({ what: 'Be friendly' }),
];

test('each timing stands with what it would promise and its next dates, or with what must be said first', async () => {
  const plan = await aPlan();
  const { text, dom } = await editor.get(`/plans/${plan}/promises`);
  const said = text.replace(/\s+/g, ' ');
  assert.match(
    said,
    /Hold ward panels Quarterly once in each quarter Begins with this quarter\. by 30 Jun by 30 Sep by 31 Dec/,
  );
  assert.match(said, /every Tuesday if applicable: nothing to say is an answer 6 May 13 May 20 May/);
  assert.match(said, /Within how long, once it has happened\?/);
  assert.match(said, /Its day is over\. Kept, it counts as missed until somebody says that it was done\./);
  assert.match(said, /1 timing of lines that are complete, superseded or not progressing is left out/);
  assert.equal(dom.querySelector('form[action$=keep-all] button')?.text, 'Keep 2 promises');
  assert.doesNotMatch(text, /Be friendly/);
});

test('those that leave no question are kept at once, and get their dates', async () => {
  const plan = await aPlan();
  const done = await editor.post(`/plans/${plan}/promises/keep-all`, {});
  assert.equal(done.location, `/plans/${plan}/promises`);
  await site.runJobs();
  const { text } = await editor.get(`/plans/${plan}/promises?show=kept`);
  const said = text.replace(/\s+/g, ' ');
  assert.match(said, /Hold ward panels once in each quarter once for all Nobody yet Due by 30 Jun 30 Jun/);
  assert.match(said, /Brief the street teams every Tuesday ?if applicable/);
  assert.match((await editor.get(`/plans/${plan}/promises`)).text, /0\s*can be kept as they are/);
});

test('one is kept as it was shown, once; what the plan says otherwise by now is not', async () => {
  const plan = await aPlan();
  const { dom } = await editor.get(`/plans/${plan}/promises`);
  const forms = dom.querySelectorAll(`form[action="/plans/${plan}/promises"]`);
  const fields = Object.fromEntries(
    forms[0]!
      .querySelectorAll('input[type=hidden]')
      .map(field => [field.getAttribute('name')!, field.getAttribute('value')!]),
  );
  await editor.post(`/plans/${plan}/promises`, fields);
  const { text } = await editor.get(`/plans/${plan}/promises?show=kept`);
  assert.match(text, /1\s*kept as promises/);
  await editor.post(`/plans/${plan}/promises`, fields);
  assert.match((await editor.get(`/plans/${plan}/promises?show=kept`)).text, /1\s*kept as promises/);
});

test('a plan of sixty lines is kept in one go', async () => {
  const plan = await aPlan(
    Array.from({ length: 60 }, (_, n) => timed(`Hold panel ${n + 1}`, [quarterly, tuesdays])),
  );
  const begun = performance.now();
  await editor.post(`/plans/${plan}/promises/keep-all`, {});
  await site.runJobs();
  assert.ok(performance.now() - begun < 60_000);
  const { text } = await editor.get(`/plans/${plan}/promises?show=kept`);
  assert.match(text, /120\s*kept as promises/);
});

test('viewers see what is promised and keep nothing; a plan that is none is not found', async () => {
  const plan = await aPlan();
  const seen = await viewer.get(`/plans/${plan}/promises`);
  assert.equal(seen.dom.querySelector('form[action$=keep-all]'), null);
  assert.equal((await viewer.post(`/plans/${plan}/promises/keep-all`, {})).status, 403);
  assert.equal((await editor.get('/plans/nonsense/promises')).status, 404);
  assert.equal((await editor.post(`/plans/${plan}/promises`, { line: 'x', at: 't0', seen: '' })).status, 404);
});
