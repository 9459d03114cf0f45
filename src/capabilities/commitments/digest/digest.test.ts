import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn } from '../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../tests/support/kept-and-asked.ts';
import { runTimed } from '../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-06-02T09:00:00Z' });
after(site.close);
const { organisation } = await site.person({ role: 'editor' });
const people = askedOn(site, organisation);
const { keep } = promisesKeptOn(site, organisation);

const morning = async (day: string) => {
  await runTimed(site, `${day}T04:30:00Z`);
  await runTimed(site, `${day}T09:05:00Z`);
};
const mae = await people.person({ name: 'Mae Lund' });
const lost = await people.owner('Press office', await people.person({ name: 'Jo Reed' }));
const toldMae = async () =>
  (await people.messages('Mae Lund')).map(({ subject, text }) => `${subject}\n${text}`);

test('nobody who leads, nothing told; no promise, nothing told', async () => {
  await morning('2025-06-02');
  await people.lead(mae);
  await morning('2025-06-03');
  assert.deepEqual(await toldMae(), []);
});

test('on Mondays whoever leads is told what is due, late and missed, counts first, what is marked without its name', async () => {
  await keep({ owner: lost, what: 'Print the leaflet', dates: [{ by: '2025-06-04' }] });
  await keep({ owner: lost, what: 'Film the crew', dates: [{ by: '2025-06-05', graceDays: 14 }] });
  await keep({
    owner: lost,
    what: 'Hold a panel',
    each: ['Harbour', 'Old Town'],
    dates: [{ by: '2025-06-13' }],
  });
  // what somebody said was not done is no late one; said weeks ago, it is no news
  for (const [what, on] of [
    ['Answer the clerks', '2025-06-07'],
    ['Answer the schools', '2025-05-30'],
  ] as const) {
    const { promise } = await keep({ owner: lost, what, dates: [{ by: '2025-05-29', outcome: 'missed' }] });
    await site.within(organisation, ({ db }) =>
      db
        .updateTable('occurrences')
        .set({ settled_at: Temporal.Instant.from(`${on}T09:00:00Z`) })
        .where('promise_id', '=', promise)
        .where('outcome', '=', 'missed')
        .execute(),
    );
  }
  const line = { marking: 'OFFICIAL-SENSITIVE' as const };
  await keep({ owner: lost, what: 'Brief the witnesses', line, dates: [{ by: '2025-06-12' }] });
  await morning('2025-06-09');
  const [digest] = await toldMae();
  assert.match(
    digest!,
    /^Borough of Ashmere: Promises this week: 3 due, 2 late, 1 said to be missed in the last seven days\n/,
  );
  assert.match(
    digest!,
    /Late since 5 June 2025: Film the crew \(Press office\)\n.*Late since 4 June 2025: Print the leaflet.*\n.*Due Friday 13 June 2025: Hold a panel, 2 times/,
  );
  assert.match(digest!, /1 promise marked OFFICIAL-SENSITIVE/);
  assert.doesNotMatch(digest!, /witnesses/);
  assert.doesNotMatch(digest!, /without a date/); // of each of these lines something is promised
  assert.match(digest!, /\/today\?whose=all/);
  await morning('2025-06-10');
  assert.equal((await toldMae()).filter(one => one.includes('Promises this week')).length, 1);
});

test('after a bank holiday it comes on the Tuesday; a week without a worker on its Monday is told once there is one', async () => {
  await keep({ owner: lost, what: 'Visit the school', dates: [{ by: '2025-08-28' }] });
  await morning('2025-08-25'); // the summer bank holiday
  const digests = async () => (await toldMae()).filter(one => one.includes('Promises this week'));
  const before = (await digests()).length;
  await morning('2025-08-26');
  assert.match((await digests()).at(-1)!, /Due Thursday 28 August 2025: Visit the school/);
  assert.equal((await digests()).length, before + 1);
  await morning('2025-09-03');
  assert.equal((await digests()).length, before + 2);
});

test('whoever leads a department is told of its plans, and the lead of everything of the others', async () => {
  const pat = await people.person({ name: 'Pat Holm' });
  const { plan } = await keep({ owner: lost, what: 'Clear the drains', dates: [{ by: '2025-09-11' }] });
  await keep({ owner: lost, what: 'Light the square', dates: [{ by: '2025-09-11' }] });
  await site.within(organisation, async ({ db }) => {
    const stamp = { created_at: site.clock.now(), changed_at: site.clock.now() };
    const row = { name: 'Place', ...stamp };
    const { id } = await db.insertInto('departments').values(row).returning('id').executeTakeFirstOrThrow();
    const led = { department_id: id, person_id: pat, created_at: site.clock.now() };
    await db.insertInto('leads').values(led).execute();
    await db.updateTable('plans').set({ department_id: id }).where('id', '=', plan).execute();
  });
  await morning('2025-09-08');
  const toldPat = (await people.messages('Pat Holm')).at(-1)!;
  assert.match(toldPat.subject, /Promises this week: 1 due, nothing late$/);
  assert.match(toldPat.text!, /Clear the drains/);
  assert.doesNotMatch(toldPat.text!, /Light the square/);
  const others = (await toldMae()).at(-1)!;
  assert.match(others, /Light the square/);
  assert.doesNotMatch(others, /Clear the drains/);
});

test('of what has a subject or serves a portfolio the lead of that is told, and nobody else', async () => {
  const [una, finn] = [
    await people.person({ name: 'Una Frost' }),
    await people.person({ name: 'Finn Gale' }),
  ];
  const { plan } = await keep({ owner: lost, what: 'Open the library', dates: [{ by: '2025-10-09' }] });
  const { line } = await keep({ owner: lost, what: 'Count the votes', dates: [{ by: '2025-10-09' }] });
  await keep({ owner: lost, what: 'Sweep the leaves', dates: [{ by: '2025-10-09' }] });
  const stamp = { created_at: site.clock.now(), changed_at: site.clock.now() };
  await site.within(organisation, async ({ db }) => {
    const portfolio = await db
      .insertInto('portfolios')
      .values({ name: 'Culture', ...stamp })
      .returning('id')
      .executeTakeFirstOrThrow();
    const priority = await db
      .insertInto('priorities')
      .values({ kind: 'message', name: 'Libraries stay open', portfolio: 'culture', ...stamp })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('plan_priorities').values({ plan_id: plan, priority_id: priority.id }).execute();
    await db
      .updateTable('lines')
      .set({ tags: ['elections'] })
      .where('id', '=', line)
      .execute();
    const lead = { created_at: site.clock.now() };
    await db
      .insertInto('leads')
      .values([
        { portfolio_id: portfolio.id, person_id: una, ...lead },
        { subject: 'The election', person_id: finn, ...lead },
      ])
      .execute();
  });
  await morning('2025-10-06');
  const said = async (name: string) => (await people.messages(name)).at(-1)!.text!;
  const [toUna, toFinn, toLead] = [await said('Una Frost'), await said('Finn Gale'), await said('Mae Lund')];
  assert.match(toUna, /Open the library/);
  assert.doesNotMatch(toUna, /Count the votes|Sweep the leaves/);
  assert.match(toFinn, /Count the votes/);
  assert.doesNotMatch(toFinn, /Open the library|Sweep the leaves/);
  assert.match(toLead, /Sweep the leaves/);
  assert.doesNotMatch(toLead, /Open the library|Count the votes/);
});
