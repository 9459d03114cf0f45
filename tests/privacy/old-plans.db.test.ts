import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createPlan } from '../../src/capabilities/plans/index.ts';
import { firstBrokenEntry, historyOf } from '../../src/platform/history/history.ts';
import { askedOn } from '../support/asked.ts';
import { givenInAndRead } from '../support/given-in.ts';
import { personIn } from '../support/people.ts';
import { AUDIENCE_COLUMNS, newLine, newPlan } from '../support/plans.ts';
import { runTimed } from '../support/run-timed.ts';
import { type Person, testSite } from '../support/site.ts';

const BEGAN = Temporal.Instant.from('2025-04-08T09:00:00Z');
const site = await testSite({ now: BEGAN });
after(site.close);
const letPass = (days: number) => runTimed(site, BEGAN.add({ hours: 24 * days }));

const rows = <Row extends object>({ organisation }: Person, text: string) =>
  site.within(organisation, async ({ db }) => (await sql.raw<Row>(text).execute(db)).rows);

/** A plan in an organisation of its own, which is given what can stand with a plan, and then taken out. */
async function takenOut(name: string) {
  const ada = await site.person({ organisation: await site.organisation(name), name: 'Ada Marsh' });
  const plan = await site.within(ada.organisation, within => {
    const line = newLine({ audience: 'Ward panels', what: 'Crime figures', owner: 'Jo Marsh' });
    const lines = [line, newLine({ what: 'Parking', owner: 'Press office' })];
    const sections = [{ title: '', columns: AUDIENCE_COLUMNS, lines }];
    return createPlan(within, newPlan({ sections }), site.clock.now());
  });
  await site.runJobs();
  const lines = await rows<{ id: string }>(ada, 'select id from lines order by position');
  const [line, other] = lines.map(({ id }) => id) as [string, string];
  const here = `/plans/${plan}/lines/${line}`;
  await ada.post(`${here}/comments`, { body: 'Jo Marsh says it is done' });
  await ada.upload(`${here}/files`, { name: 'proof.txt', content: 'It happened.' });
  await ada.upload(`/plans/${plan}/files`, { name: 'whole.txt', content: 'All of it.' });
  await ada.post(`${here}/edit`, {
    version: '1',
    what: 'Crime figures by ward',
    state: 'complete',
    marking: 'none',
  });
  await ada.post(`/plans/${plan}/lines/${other}/remove`, { reason: 'Twice', version: '1' });
  await ada.post('/views', { name: 'Mine', list: `/plans/${plan}`, said: 'q=crime' });
  await ada.post(`/plans/${plan}/remove`, { reason: 'Read twice' });
  return { ada, plan, line, other };
}

/** Asked about its line alone, and about that and another that stays. */
async function askAbout({ ada, line }: Awaited<ReturnType<typeof takenOut>>): Promise<void> {
  const { organisation } = ada;
  const person = await personIn(site, organisation, { name: 'Ola Ask' });
  const { ask } = askedOn(site, organisation);
  const record = (id: string, title: string) => ({ kind: 'line', id, title, href: `/lines/${id}` });
  const about = [record(line, 'Crime figures'), record(randomUUID(), 'Parking')];
  const of = { person };
  await ask({ of, what: 'Are the crime figures out?', by: '2025-04-20', about: about.slice(0, 1) });
  await ask({ of, what: 'Are these yours?', by: '2025-04-20', about });
}

const gone = await takenOut('Borough of Fernholt');
await askAbout(gone);
const back = await takenOut('Borough of Thornwick');
await back.ada.post(`/plans/${back.plan}/restore`);

const reader = await site.person({ name: 'Rita Read' });
const aside = await givenInAndRead(site, reader);
await reader.post(`/readings/${aside}/discard`, { version: '1' });
const accepted = await givenInAndRead(site, reader, undefined, 'Another.txt');
await reader.post(`/readings/${accepted}/accept`, {
  version: '1',
  title: 'Spring plan',
  kind: 'stakeholder-plan',
  marking: 'OFFICIAL',
});

const count = async (person: Person, table: string) => (await rows(person, `select from ${table}`)).length;

test('what was read and put aside goes after ninety days; what became a plan does not', async () => {
  const statuses = () => rows(reader, 'select status from readings order by status');
  assert.deepEqual(await statuses(), [{ status: 'accepted' }, { status: 'discarded' }]);
  await letPass(89);
  assert.equal(await count(reader, 'readings'), 2);
  await letPass(91);
  assert.deepEqual(await statuses(), [{ status: 'accepted' }]);
  assert.equal(await count(reader, 'files'), 1, 'the document of what became a plan');
});

const OF_A_PLAN = [
  'plans',
  'lines',
  'removed_lines',
  'plan_sections',
  'comments',
  'attachments',
  'files',
  'views',
];
const COUNTED = ['line_audiences', 'register_tallies', 'owner_tallies', 'line_tallies'];

test('a plan that was taken out goes for good after two years, with all that stands with it', async () => {
  const { ada } = gone;
  await letPass(729);
  for (const table of OF_A_PLAN) assert.ok(await count(ada, table), `${table}: it can still be put back`);
  await letPass(731);
  for (const table of [...OF_A_PLAN, ...COUNTED]) assert.equal(await count(ada, table), 0, table);
  assert.equal(await count(reader, 'plans'), 1, 'no other is touched');
});

test('its history still says who did what and when, and nothing of the words that are gone', async () => {
  const { ada, plan, line, other } = gone;
  for (const [kind, id] of [
    ['plan', plan],
    ['line', line],
    ['line', other],
  ] as const)
    await site.within(ada.organisation, async within => {
      const entries = await historyOf(within, { kind, id });
      assert.ok(entries.length > 1 && entries.some(({ actor }) => actor === 'Ada Marsh'));
      assert.doesNotMatch(JSON.stringify(entries), /Jo Marsh|Crime figures|Parking|Read twice/);
      assert.equal(await firstBrokenEntry(within, { kind, id }), undefined);
    });
  const changed = await site.within(ada.organisation, within =>
    historyOf(within, { kind: 'line', id: line }),
  );
  assert.match(JSON.stringify(changed), /"field":"what","before":"\(erased\)"/);
});

test('what was asked about its lines is gone as well, and only that', async () => {
  const { ada } = gone;
  assert.deepEqual(await rows(ada, 'select what from requests'), [{ what: 'Are these yours?' }]);
  const records = await rows(ada, 'select title, href from request_records order by position');
  assert.equal(JSON.stringify(records[0]), '{"title":"(erased)","href":""}');
  assert.match(JSON.stringify(records[1]), /Parking/);
  const asked = await rows<{ kind: string; id: string }>(
    ada,
    `select distinct subject_kind as kind, subject_id as id from history where subject_kind = 'request'`,
  );
  assert.equal(asked.length, 2, 'that somebody was asked, and when, is still known');
  await site.within(ada.organisation, async within => {
    for (const subject of asked) {
      assert.doesNotMatch(JSON.stringify(await historyOf(within, subject)), /crime/i);
      assert.equal(await firstBrokenEntry(within, subject), undefined);
    }
  });
});

test('a plan that was put back in time stays, with its words', async () => {
  const { ada, line } = back;
  assert.equal(await count(ada, 'comments'), 1);
  assert.equal(await count(ada, 'files'), 2);
  const history = await site.within(ada.organisation, within =>
    historyOf(within, { kind: 'line', id: line }),
  );
  assert.match(JSON.stringify(history), /Crime figures by ward/);
});

test('the document goes with the plan that was read from it', async () => {
  const removed = BEGAN.add({ hours: 24 * 731 });
  await site.within(reader.organisation, ({ db }) =>
    db.updateTable('plans').set({ removed_at: removed }).execute(),
  );
  await letPass(731 + 731);
  await letPass(731 + 732); // of one night's jobs, which goes first is nobody's promise
  for (const table of ['plans', 'readings', 'files']) assert.equal(await count(reader, table), 0, table);
});
