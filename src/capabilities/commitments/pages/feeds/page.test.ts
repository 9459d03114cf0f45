import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import ICAL from 'ical.js';
import { daysSeries, quarterlySeries, stagedPromise } from '../../../../../tests/support/promises.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' });
after(site.close);
const viewer = await site.person({ role: 'viewer', name: 'Vera Sedge' });
const editor = await site.person({ role: 'editor', organisation: viewer.organisation });
const administrator = await site.person({ role: 'administrator', organisation: viewer.organisation });

const staged = (
  what: string,
  series: typeof quarterlySeries,
  line = {},
  of?: { plan: string; line: string },
) =>
  site.within(viewer.organisation, inside =>
    stagedPromise(inside, { what, series, line, now: site.clock.now(), ...(of && { of }) }),
  );

const panels = await staged('Hold ward panels', quarterlySeries, { how: 'Meeting' });
const stall = await staged('Market stall', daysSeries('2025-04-01', '2025-04-15'));
const secret = await staged('Whispered thing', daysSeries('2025-04-10'), { marking: 'OFFICIAL-SENSITIVE' });
await site.runJobs();

/** The address of a feed just made, as the page shows it this once. */
async function feedOf(person: Person, fields: Record<string, string>): Promise<string> {
  const made = await person.post('/feeds', fields);
  assert.equal(made.status, 200);
  return new URL(made.dom.querySelector('#address')!.text).pathname;
}

async function read(path: string, headers: Record<string, string> = {}) {
  const { statusCode: status, body, headers: sent } = await site.app.inject({ url: path, headers });
  const calendar = status === 200 ? new ICAL.Component(ICAL.parse(body)) : undefined;
  const of = (kind: string) =>
    (calendar?.getAllSubcomponents(kind) ?? []).map(one => String(one.getFirstPropertyValue('summary')));
  return { status, body, sent, events: of('vevent'), tasks: of('vtodo') };
}

test('a feed of a plan holds its days as events and its windows as tasks, what is late among them', async () => {
  const one = await read(await feedOf(editor, { shows: `plan ${panels.plan}` }));
  assert.equal(one.sent['content-type'], 'text/calendar; charset=utf-8');
  assert.deepEqual([one.events, one.tasks.length], [[], 4]);
  assert.match(one.body, /X-WR-CALNAME:Promises of Ashmere panels\\, Borough of Ashmere\r\n/);
  const other = await read(await feedOf(editor, { shows: `plan ${stall.plan}` }));
  assert.deepEqual(other.events, ['Overdue: Market stall', 'Market stall']);
  assert.deepEqual(other.tasks, ['Overdue: Market stall']);
});

test('nothing marked leaves, neither for whoever may see it nor for whoever may not', async () => {
  const path = await feedOf(editor, { shows: `plan ${secret.plan}` });
  const seen = await read(path);
  assert.deepEqual(seen.events, ['A marked promise']);
  assert.doesNotMatch(seen.body, /Whispered/);
  const unseen = await read(await feedOf(viewer, { shows: `plan ${secret.plan}` }));
  assert.deepEqual([unseen.events, unseen.tasks], [[], []]);
});

test('what a program has already is not sent again, until something changes', async () => {
  const path = await feedOf(editor, { shows: `plan ${stall.plan}` });
  const { etag } = (await read(path)).sent;
  const again = await read(path, { 'if-none-match': `"another", W/${etag}` });
  assert.deepEqual([again.status, again.body], [304, '']);
  await site.within(viewer.organisation, ({ db }) =>
    db
      .updateTable('occurrences')
      .set({
        by_day: Temporal.PlainDate.from('2025-04-16'),
        missed_from: Temporal.PlainDate.from('2025-04-17'),
        sequence: 1,
        changed_at: site.clock.now(),
      })
      .where('promise_id', '=', stall.promise)
      .where('key', '=', '2025-04-15')
      .execute(),
  );
  const changed = await read(path, { 'if-none-match': String(etag) });
  assert.equal(changed.status, 200);
  assert.notEqual(changed.sent.etag, etag);
});

test('where the program shows no tasks, all are events', async () => {
  const one = await read(await feedOf(editor, { shows: `plan ${panels.plan}`, onlyEvents: 'yes' }));
  assert.deepEqual([one.events.length, one.tasks], [4, []]);
});

test('the address is told once and no whole token is stored; one that is not whole reads nothing', async () => {
  const path = await feedOf(editor, { shows: 'person' });
  const token = path.split('/').at(-1)!.replace('.ics', '');
  assert.equal((await read(path)).status, 200);
  assert.doesNotMatch((await editor.get('/feeds')).text, new RegExp(token));
  const rows = await site.query<{ said: string }>('select f::text as said from feeds f');
  assert.ok(rows.every(({ said }) => !said.includes(token)));
  for (const other of [path.slice(0, -5), path.replace('.ics', 'x.ics'), '/feeds/x.ics', '/feeds/%00.ics'])
    assert.equal((await read(other)).status, 404, other);
});

test('what a feed is to show has to be chosen, and has to be there', async () => {
  const none = await editor.post('/feeds', {});
  assert.match(none.text, /Choose what the feed shows/);
  assert.equal((await editor.post('/feeds', { shows: 'plan x' })).status, 422);
  const gone = await editor.post('/feeds', { shows: 'area 00000000-0000-4000-8000-000000000000' });
  assert.match(gone.text, /Choose what the feed shows/);
});

test('a feed is listed with when it was read, ended by whoever made it and by nobody else', async () => {
  const mine = await site.person({ role: 'viewer', organisation: viewer.organisation });
  const path = await feedOf(mine, { shows: `plan ${panels.plan}` });
  assert.match((await mine.get('/feeds')).text, /Ashmere panels.*Not yet/);
  await read(path);
  const { dom, text } = await mine.get('/feeds');
  assert.match(text, /Ashmere panels.*8 April 2025 at 10am.*8 April 2025 at 10am/);
  const end = dom.querySelector('main td form')!.getAttribute('action')!;
  assert.equal((await viewer.post(end)).status, 404);
  await mine.post(end);
  assert.equal((await read(path)).status, 404);
  assert.match((await mine.get('/feeds')).text, /You have no feed.*Ashmere panels: ended/);
});

test('a feed ends with the work of whoever made it, at once or at their midnight, and does not come back', async () => {
  const leaver = await site.person({ role: 'viewer', organisation: viewer.organisation, name: 'Sam Birch' });
  const path = await feedOf(leaver, { shows: `plan ${panels.plan}` });
  const ends = (at: string | null) =>
    site.query('update memberships set ends_at = $1 where account_id = $2', [at, leaver.account.id]);
  await ends('2025-04-08T23:00:00Z');
  assert.equal((await read(path)).status, 200);
  await ends('2025-04-08T08:00:00Z');
  assert.equal((await read(path)).status, 404);
  await ends(null);
  assert.equal((await read(path)).status, 200);
  await administrator.post(`/organisation/people/${leaver.account.id}/end`);
  assert.equal((await read(path)).status, 404);
  await site.query('update memberships set ended_at = null where account_id = $1', [leaver.account.id]);
  assert.equal((await read(path)).status, 404);
});

test('somebody’s own feed follows what is theirs: as the person meant, in a post, by cover or in a team', async () => {
  const path = await feedOf(viewer, { shows: 'person' });
  assert.deepEqual((await read(path)).tasks, []);
  await site.within(viewer.organisation, async ({ db }) => {
    const now = site.clock.now();
    const { id: person } = await db
      .insertInto('people')
      .values({
        name: 'Vera Sedge',
        kind: 'staff',
        account_id: viewer.account.id,
        created_at: now,
        changed_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: owner } = await db
      .insertInto('owners')
      .values({ name: 'V Sedge', kind: 'person', person_id: person, created_at: now, changed_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.updateTable('promises').set({ owner_id: owner }).where('id', '=', panels.promise).execute();
  });
  assert.equal((await read(path)).tasks.length, 4);
});

test('the dates of a plan are a file as well, with nothing marked', async () => {
  const { statusCode, body, headers } = await site.app.inject({
    url: `/plans/${stall.plan}/promises.ics`,
    cookies: { commsgrid: viewer.jar.get('commsgrid')! },
  });
  assert.equal(statusCode, 200);
  assert.match(String(headers['content-disposition']), /Ashmere panels\.ics/);
  assert.match(body, /SUMMARY:Overdue: Market stall/);
  assert.equal((await viewer.get('/plans/x/promises.ics')).status, 404);
});
