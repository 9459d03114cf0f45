import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn, linkIn } from '../../../../../tests/support/asked.ts';
import { day, leavingOn } from '../../../../../tests/support/leaving.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' });
after(site.close);
const { body, planOf } = leavingOn(site);

test('what was asked of them is asked of whoever takes it, once; their link answers it no more', async () => {
  site.clock.set('2025-06-02T07:00:00Z'); // a Monday
  const { organisation, administrator, add } = await body('Asked Ashmere');
  const asking = askedOn(site, organisation);
  const [lena, bo] = [await add('Lena Gone'), await add('Bo Reed')];
  const id = lena.split('/').at(-1)!;
  const owner = await asking.owner('L. Gone', id);
  const ask = (what: string, of: { person: string } | { owner: string } = { person: id }) =>
    asking.ask({ of, what, by: '2025-06-05', once: what });
  const open = await ask('Was the panel held?');
  const [late, named] = [await ask('Is it put off?'), await ask('Is it done?', { owner })];
  const answered = await ask('Was it told?');
  await runTimed(site, '2025-06-02T10:00:00Z');
  const link = linkIn((await asking.messages('Lena Gone')).at(-1));
  const phone = site.visitor();
  await phone.get(link);
  await phone.upload(`${link}/${answered}`, [], { choice: 'yes' });
  await phone.post(`${link}/${late}/later`, day('2025-06-10', 'until'));
  assert.match((await administrator.get(`${lena}/leaving`)).text, /What is asked of them 3/);
  await administrator.post(`${lena}/leaving`, { ...day('2025-06-09'), everything: 'Bo Reed' });
  const standing = () =>
    site.within(organisation, ({ db }) =>
      db.selectFrom('requests').select(['id', 'state', 'person_id', 'owner_id', 'snoozed_until']).execute(),
    );
  assert.ok((await standing()).some(one => one.id === late && one.snoozed_until)); // it was put off
  await runTimed(site, '2025-06-10T10:00:00Z'); // chased meanwhile

  const now = await standing();
  assert.equal(now.length, 4);
  for (const request of [open, late, named]) {
    const { state, person_id, owner_id, snoozed_until } = now.find(one => one.id === request)!;
    assert.deepEqual([state, person_id, owner_id, snoozed_until], ['open', bo.split('/').at(-1), null, null]);
  }
  assert.deepEqual([now.find(one => one.id === answered)!.state], ['answered']);
  assert.match((await phone.get(link)).text, /This link cannot be used any more/);
  const later = await site.person({ role: 'administrator', organisation });
  assert.match((await later.get(`/asking/${open}`)).text, /handed over asked of: Bo Reed/);
  await runTimed(site, '2025-06-11T10:00:00Z');
  const told = (await asking.messages('Bo Reed')).map(({ text }) => text).join();
  for (const what of ['Was the panel held?', 'Is it put off?', 'Is it done?'])
    assert.equal(told.split(what).length, 2, what);
  assert.doesNotMatch(told, /Was it told\?/);
  assert.equal(await ask('Is it done?'), named); // what is asked again is the request that he has
  assert.deepEqual(
    (await standing()).map(({ person_id }) => person_id).filter(person => person === id).length,
    1, // what she answered stays hers
  );
});

test('lines go to whom was meant, though an owner of that name means somebody else', async () => {
  const { organisation, add, post } = await body('Namesakes Ashmere');
  const [lena, bo] = [await add('Lena Gone'), await add('Bo Reed')];
  await add('Bo Reed', { email: 'bo.reed.parks@ashmere.example' });
  const asking = askedOn(site, organisation);
  const its = await asking.owner('Bo Reed', bo.split('/').at(-1)!);
  await asking.owner('Lena Gone', lena.split('/').at(-1)!);
  await planOf(organisation, 'Lena Gone');
  const today = site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
  const fields = { ...day(today.toString()), everything: 'bo.reed.parks@ashmere.example' };
  await post(`${lena}/leaving`, fields);
  await runTimed(
    site,
    today.add({ days: 1 }).toZonedDateTime('Europe/London').add({ hours: 1 }).toInstant().toString(),
  );
  const owners = await site.within(organisation, ({ db }) =>
    db
      .selectFrom('owners as o')
      .innerJoin('people as p', 'p.id', 'o.person_id')
      .select(['o.id', 'o.name', 'p.email'])
      .select(at =>
        at
          .selectFrom('lines as l')
          .select(({ fn }) => fn.countAll<number>().as('lines'))
          .whereRef('l.accountable_id', '=', 'o.id')
          .as('lines'),
      )
      .where('o.name', 'like', 'Bo Reed%')
      .orderBy('o.name')
      .execute(),
  );
  assert.deepEqual(
    owners.map(({ name, email, lines }) => [name, email, Number(lines)]),
    [
      ['Bo Reed', 'bo.reed@ashmere.example', 0],
      ['Bo Reed (2)', 'bo.reed.parks@ashmere.example', 2],
    ],
  );
  assert.equal(owners[0]!.id, its);
});

test('whoever has left by then takes nothing over: it is as if nobody had been named', async () => {
  const { organisation, add, post } = await body('Chain Ashmere');
  const [lena, bo, cy] = [await add('Lena Gone'), await add('Bo Reed'), await add('Cy Hill')];
  const asking = askedOn(site, organisation);
  await asking.owner('Lena Gone', lena.split('/').at(-1)!);
  await asking.owner('C. Hill', cy.split('/').at(-1)!);
  await planOf(organisation, 'Lena Gone');
  await add('Mo Managed', { manager: 'Lena Gone' });
  const sergeant = await post('/directory/posts', { name: 'Ward Sergeant' });
  await post(`${sergeant}/holdings`, { who: 'Lena Gone', as: 'holder' });
  const today = site.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate();
  const on = (days: number) => today.add({ days });
  const night = (days: number) =>
    on(days).toZonedDateTime('Europe/London').add({ hours: 1 }).toInstant().toString();
  await post(`${lena}/leaving`, { ...day(on(3).toString()), 'all-post': 'Bo Reed', everything: 'Cy Hill' });
  await post(`${bo}/leaving`, day(on(1).toString()));
  await runTimed(site, night(2));
  await runTimed(site, night(4));
  const holders = await site.within(organisation, ({ db }) =>
    db
      .selectFrom('post_holdings as h')
      .innerJoin('people as p', 'p.id', 'h.person_id')
      .select('p.name')
      .where('h.ends_on', 'is', null)
      .execute(),
  );
  assert.deepEqual(holders, [{ name: 'Cy Hill' }]);
  const lines = await site.within(organisation, ({ db }) =>
    db.selectFrom('lines').select('accountable').orderBy('position').execute(),
  );
  assert.deepEqual(
    lines.map(one => one.accountable),
    ['C. Hill', 'C. Hill', 'Clerk'],
  );
});
