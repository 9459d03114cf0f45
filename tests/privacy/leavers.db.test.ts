import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { firstBrokenEntry, historyOf, record } from '../../src/platform/history/history.ts';
import { noteMarkedReads } from '../../src/platform/privacy/marked-reads.ts';
import { holderIn, personIn } from '../support/people.ts';
import { runTimed } from '../support/run-timed.ts';
import { testSite } from '../support/site.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' });
after(site.close);
const ada = await site.person({ role: 'administrator', name: 'Ada Marsh' });
const { organisation } = ada;

const nameOf = (table: 'people' | 'role_holders', id: string) =>
  site.within(organisation, async ({ db }) => {
    const found = await db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirstOrThrow();
    return found.name;
  });

const ended = (account: string, day: string) =>
  site.query('update memberships set ended_at = $2 where account_id = $1', [account, day]);

const accountName = async (id: string) =>
  (await site.query<{ name: string }>('select name from accounts where id = $1', [id]))[0]!.name;

test('people and role holders are forgotten two years after their last day, and not a day earlier', async () => {
  const lea = await personIn(site, organisation, {
    name: 'Lea Left',
    email: 'lea@ashmere.example',
    endsOn: '2023-04-08',
  });
  const chair = await holderIn(site, organisation, {
    name: 'Cai Chair',
    email: 'cai@board.example',
    endsOn: '2023-04-08',
  });
  const here = await personIn(site, organisation, { name: 'Hal Here', endsOn: '2023-04-09' });
  const subject = { kind: 'organisation', id: organisation };
  await site.within(organisation, within =>
    record(
      within,
      subject,
      'named',
      [{ field: 'lead', before: 'Lea Left', after: 'Cai Chair' }],
      site.clock.now(),
    ),
  );
  await runTimed(site, '2025-04-08T20:00:00Z');
  assert.equal(await nameOf('people', lea), 'Lea Left', 'two years to the day');
  await runTimed(site, '2025-04-09T20:00:00Z');
  assert.equal(await nameOf('people', lea), '(erased)');
  assert.equal(await nameOf('role_holders', chair), '(erased)');
  assert.equal(await nameOf('people', here), 'Hal Here');
  await site.within(organisation, async within => {
    const [entry] = await historyOf(within, subject);
    assert.deepEqual(entry!.changes, [{ field: 'lead', before: '(erased)', after: '(erased)' }]);
    assert.equal(await firstBrokenEntry(within, subject), undefined);
    assert.deepEqual(await within.db.selectFrom('contact_details').selectAll().execute(), []);
  });
});

test('a namesake who is here is not touched, and what both share is left', async () => {
  const gone = await personIn(site, organisation, { name: 'Jo Twin', endsOn: '2023-01-31' });
  const here = await personIn(site, organisation, { name: 'Jo Twin', email: 'jo@ashmere.example' });
  const subject = { kind: 'organisation', id: organisation };
  await site.within(organisation, within =>
    record(within, subject, 'named', [{ field: 'lead', before: null, after: 'Jo Twin' }], site.clock.now()),
  );
  await runTimed(site, '2025-04-10T20:00:00Z');
  assert.equal(await nameOf('people', gone), '(erased)');
  assert.equal(await nameOf('people', here), 'Jo Twin');
  const [entry] = await site.within(organisation, within => historyOf(within, subject));
  assert.equal(entry!.changes[0]!.after, 'Jo Twin', 'it may be the one who is here');
});

test('an account goes with the person whose it was, or alone; not one by which somebody still comes in', async () => {
  const [left, alone, back] = [
    await site.person({ organisation, name: 'Ola Away' }),
    await site.person({ organisation, name: 'Una Alone' }),
    await site.person({ organisation, name: 'Ben Back' }),
  ];
  const { id: account, name, email } = left!.account;
  await personIn(site, organisation, { name, email, account, endsOn: '2023-03-01' });
  await personIn(site, organisation, { name: 'Ben Back', account: back!.account.id, endsOn: '2023-03-01' });
  await ended(account, '2023-03-02');
  await ended(alone!.account.id, '2023-04-10');
  await runTimed(site, '2025-04-10T21:00:00Z');
  assert.equal(await accountName(account), 'Ola Away', 'that day was run already');
  await runTimed(site, '2025-04-11T20:00:00Z');
  assert.equal(await accountName(account), '(erased)');
  assert.equal(await accountName(alone!.account.id), '(erased)');
  assert.equal(await accountName(back!.account.id), 'Ben Back');
});

test('what was done once is done no second time', async () => {
  const standing = () =>
    site.within(organisation, async ({ db }) => ({
      people: await db.selectFrom('people').selectAll().orderBy('id').execute(),
      history: await db
        .selectFrom('history')
        .select(['digest', 'redacted', 'changes'])
        .orderBy('id')
        .execute(),
    }));
  const before = JSON.stringify(await standing());
  await runTimed(site, '2025-04-12T20:00:00Z');
  await runTimed(site, '2025-04-13T20:00:00Z');
  assert.equal(JSON.stringify(await standing()), before);
});

test('who read what is marked is forgotten after two years, and not a day earlier', async () => {
  const now = site.clock.now();
  const actor = { id: ada.account.id, name: 'Ada Marsh' };
  const records = [{ subject: { kind: 'plan', id: organisation }, title: 'Closed plan' }];
  const today = Temporal.PlainDate.from('2025-04-13');
  await site.within(organisation, within =>
    noteMarkedReads({ ...within, actor }, { records, way: 'page' }, { now, today }),
  );
  const count = () =>
    site.within(
      organisation,
      async ({ db }) => (await db.selectFrom('marked_reads').selectAll().execute()).length,
    );
  await runTimed(site, now.add({ hours: 24 * 729 }));
  assert.equal(await count(), 1);
  await runTimed(site, now.add({ hours: 24 * 731 }));
  assert.equal(await count(), 0);
});
