import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn } from '../../../../../tests/support/asked.ts';
import { stageOccurrences } from '../../../../../tests/support/occurrences.ts';
import { personIn } from '../../../../../tests/support/people.ts';
import { stagedLine, stagedPromise, weeklySeries } from '../../../../../tests/support/promises.ts';
import { testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' }); // a Tuesday
after(site.close);
const lead = await site.person({ role: 'lead' });
const sergeant = await site.person({ role: 'owner', name: 'Sam Fenwick' });
const { organisation } = lead;
const now = site.clock.now();

/** A promise of a line that somebody of the register answers for, with its dates. */
const promised = (
  what: string,
  owner: string,
  dates: Parameters<typeof stageOccurrences>[2],
  more: object = {},
) =>
  site.within(organisation, async within => {
    const made = await stagedPromise(within, { series: weeklySeries, what, now, line: { owner }, ...more });
    await stageOccurrences(within, made, dates, now);
    return made;
  });

test('before anything is promised the page says how promises are kept', async () => {
  const { text, dom } = await lead.get('/today');
  assert.match(text, /No promises are kept here yet/);
  assert.equal(dom.querySelector('.cg-empty .govuk-button')!.getAttribute('href'), '/readings/new');
  assert.equal((await lead.get('/', { follow: true })).path, '/today');
});

const whoIsWho = async () => {
  const person = await personIn(site, organisation, { name: 'Sam Fenwick', account: sergeant.account.id });
  await site.within(organisation, ({ db }) =>
    db.updateTable('owners').set({ person_id: person }).where('name', '=', 'Ward sergeants').execute(),
  );
  return person;
};

const stage = async () => {
  await site.within(organisation, ({ db }) =>
    db
      .insertInto('areas')
      .values(['Castle', 'Park'].map(name => ({ kind: 'ward', name, created_at: now, changed_at: now })))
      .execute(),
  );
  const wards = { spread: { of: 'areas', kind: 'ward' } };
  await promised('Street briefings', 'Ward sergeants', [{ by: '2025-04-06' }, { by: '2025-04-10' }], wards);
  await promised('Ward panels', 'Ward sergeants', [{ from: '2025-04-01', by: '2025-04-08' }]);
  await promised('Staff newsletter', 'Press office', [
    { by: '2025-03-18', outcome: 'met' },
    { by: '2025-03-25', outcome: 'late' },
    { by: '2025-04-01' },
    { by: '2025-04-16' },
  ]);
  const [done] = await site.within(organisation, ({ db }) =>
    db
      .selectFrom('occurrences')
      .select('id')
      .where('by_day', '=', Temporal.PlainDate.from('2025-04-10'))
      .execute(),
  );
  await site.within(organisation, ({ db }) =>
    db
      .updateTable('occurrences')
      .set({ outcome: 'met', settled_at: now })
      .where('id', '=', done!.id)
      .execute(),
  );
  return whoIsWho();
};

test('somebody sees their own: what is late, what is due today and this week, and how it stands', async () => {
  await stage();
  const { text } = await sergeant.get('/today');
  assert.match(text, /Needs you now 2 days late Street briefings, 2 without evidence/);
  assert.match(text, /by today Ward panels Ashmere panels/);
  assert.match(text, /Due this week Thu 10 Street briefings, 2 wards 1 done · Ashmere panels/);
  assert.doesNotMatch(text, /Staff newsletter/);
});

test('a lead sees everybody’s, with who does it, and may switch to their own', async () => {
  const { text } = await lead.get('/today');
  assert.match(text, /Needs somebody now/);
  assert.match(text, /7 days late Staff newsletter has no evidence yet Press office/);
  assert.match(text, /Street briefings, 2 without evidence Ward sergeants/);
  await personIn(site, organisation, { name: 'Linus Brook', account: lead.account.id });
  const own = await lead.get('/today?whose=mine');
  assert.match(own.text, /Nothing is late, and nothing is due today/);
  assert.doesNotMatch(own.text, /Street briefings/);
});

test('the weeks behind are drawn, with their table, each leading to its dates', async () => {
  const { dom } = await lead.get('/today');
  const rows = dom
    .querySelectorAll('.cg-bars__table tbody tr')
    .map(row => row.text.replace(/\s+/g, ' ').trim());
  assert.equal(rows.length, 13);
  assert.deepEqual(rows.slice(-4), ['17 Mar11', '24 Mar01', '31 Mar03', '7 Apr11']);
  const link = dom.querySelectorAll('.cg-bars__table a').at(-2)!.getAttribute('href')!;
  const list = await lead.get(link.replaceAll('&amp;', '&'));
  assert.equal(list.dom.querySelectorAll('tbody tr').length, 3);
});

test('whoever covers somebody finds what they do', async () => {
  const deputy = await site.person({ role: 'owner', name: 'Dee Puty' });
  assert.doesNotMatch((await deputy.get('/today')).text, /Street briefings/);
  const by = await personIn(site, organisation, { name: 'Dee Puty', account: deputy.account.id });
  const of = await site.within(organisation, ({ db }) =>
    db.selectFrom('people').select('id').where('name', '=', 'Sam Fenwick').executeTakeFirstOrThrow(),
  );
  const days = {
    starts_on: Temporal.PlainDate.from('2025-04-07'),
    ends_on: Temporal.PlainDate.from('2025-04-09'),
  };
  await site.within(organisation, ({ db }) =>
    db
      .insertInto('covers')
      .values({ person_id: of.id, by_id: by, ...days, made_by: 'Test', made_at: now })
      .execute(),
  );
  assert.match((await deputy.get('/today')).text, /Street briefings/);
});

test('what is due within hours says the hour', async () => {
  const series = { kind: 'triggered', trigger: 'an incident', limit: 'PT4H' } as const;
  const own = { series, line: { owner: 'Duty office' }, setOffBy: 'incident' as const };
  await promised('Tell the ward councillors', 'Duty office', [{ by: '2025-04-08', at: '14:30' }], own);
  const lunch = { kind: 'rule', rule: 'FREQ=WEEKLY;BYDAY=WE', at: '12:00', from: '2025-04-01' } as const;
  await promised('Lunch briefing', 'Duty office', [{ by: '2025-04-09', at: '12:00' }], { series: lunch });
  const { text } = await lead.get('/today');
  assert.match(text, /today by 2:30pm Tell the ward councillors/);
  assert.match(text, /tomorrow at 12pm Lunch briefing/);
});

test('what waits for answers of others is counted for those who ask; one’s own stands among what needs one', async () => {
  const asking = askedOn(site, organisation);
  const sam = await site.within(organisation, ({ db }) =>
    db.selectFrom('people').select('id').where('name', '=', 'Sam Fenwick').executeTakeFirstOrThrow(),
  );
  await asking.ask({ of: { person: sam.id }, what: 'Is the leaflet printed?', by: '2025-04-11' });
  assert.match((await sergeant.get('/today')).text, /by Fri 11 Is the leaflet printed\? asked by/);
  assert.match((await lead.get('/today')).text, /Waiting for others 1 person or team, 1 answer since today/);
});

test('a viewer who sees part of the plans finds what is due in these alone', async () => {
  const guest = await site.person({ part: true });
  const { text } = await guest.get('/today');
  assert.doesNotMatch(text, /Street briefings|Staff newsletter/);
});

test('a post that owners mean and whose work nobody does is a gap, until somebody does it', async () => {
  const post = await site.within(organisation, async ({ db }) => {
    const stamp = { created_at: now, changed_at: now };
    const row = { title: 'Head of press', ...stamp };
    const { id } = await db.insertInto('posts').values(row).returning('id').executeTakeFirstOrThrow();
    await db.updateTable('owners').set({ post_id: id }).where('name', '=', 'Press office').execute();
    return id;
  });
  const gap = () =>
    lead.get('/today').then(({ dom }) => dom.querySelector(`a[href="/directory/posts/${post}"]`));
  assert.equal((await gap())!.text, '1 post without anybody');
  const person = await personIn(site, organisation, { name: 'Pia Hollis' });
  await site.within(organisation, ({ db }) =>
    db.insertInto('post_holdings').values({ post_id: post, person_id: person, as: 'deputy' }).execute(),
  );
  assert.equal(await gap(), null);
});

test('an account to which nobody in the directory is tied is told so, and what to do, until its address stands there', async () => {
  const asked = await site.person({ role: 'owner', organisation, name: 'Kit Marsh' });
  const before = await asked.get('/today?whose=mine');
  const { email } = asked.account;
  assert.match(before.text, /Nobody in the directory is tied to your account/);
  assert.ok(before.text.includes(`the email address that you sign in with, ${email},`));
  assert.ok(before.dom.querySelector('.govuk-inset-text a[href="/directory/leads"]'));
  assert.doesNotMatch(before.text, /Nothing is late|Nothing more falls due/);
  const other = await site.person({ role: 'lead', organisation });
  const leads = await other.get('/today?whose=mine');
  assert.ok(leads.dom.querySelector('.govuk-inset-text a[href="/directory/people/new"]'));
  assert.doesNotMatch((await lead.get('/today?whose=all')).text, /tied to your account/);

  const person = await personIn(site, organisation, { name: 'Kit Marsh', email });
  const owner = await site.within(organisation, async ({ db }) => {
    const row = { kind: 'person', name: 'K Marsh', person_id: person, created_at: now, changed_at: now };
    return (await db.insertInto('owners').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
  assert.match((await asked.get('/today?whose=mine')).text, /Nothing is late/);
  await site.within(organisation, async within => {
    const made = await stagedPromise(within, { series: weeklySeries, what: 'Open house', now, owner });
    await stageOccurrences(within, made, [{ by: '2025-04-07' }], now);
  });
  assert.match((await asked.get('/today')).text, /1 day late Open house/);
});

test('timings that name no day stand among the gaps until somebody decides what they mean', async () => {
  const there = /timings? that nobody has decided on/;
  assert.doesNotMatch((await lead.get('/today')).text, there);
  const vague = (phrase: string) => ({ kind: 'undetermined' as const, phrase });
  const weekly = { kind: 'recurring' as const, phrase: 'Weekly', rule: 'FREQ=WEEKLY' };
  const schedules = [weekly, vague('in due course'), vague('in good time')];
  const of = await site.within(organisation, within =>
    stagedLine(
      within,
      { what: 'Tell the shops', when: 'Weekly; in due course; in good time', schedules },
      now,
    ),
  );
  const page = await lead.get('/today');
  assert.match(page.text, /2 timings that nobody has decided on in /);
  const link = page.dom.querySelector(`a[href="/plans/${of.plan}/promises?show=questions"]`);
  assert.match((await lead.get(link!.getAttribute('href')!)).text, /in due course.*in good time/);
  await site.within(organisation, within =>
    stagedPromise(within, {
      ...{ series: weeklySeries, of, now },
      ...{ phrase: 'in due course', read: vague('in due course') },
    }),
  );
  assert.match((await lead.get('/today')).text, /1 timing that nobody has decided on/);
  await site.within(organisation, ({ db }) =>
    db.updateTable('lines').set({ state: 'complete' }).where('id', '=', of.line).execute(),
  );
  assert.doesNotMatch((await lead.get('/today')).text, there);
});
