import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { daysSeries, stagedPromise } from '../../../../../tests/support/promises.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import { mergeEntries } from '../../../../platform/register/merges.ts';
import { CHANNELS } from '../../../channels/index.ts';
import { MOST_FEEDS } from '../../feed.ts';

const site = await testSite({ now: '2025-04-08T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor', name: 'Ada Marsh' });
const { organisation } = editor;
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);

const staged = (what: string, line = {}) =>
  within(inside => stagedPromise(inside, { what, series: daysSeries('2025-04-15'), line, now }));

async function feedOf(person: Person, shows: string): Promise<string> {
  const made = await person.post('/feeds', { shows });
  assert.equal(made.status, 200, shows);
  return new URL(made.dom.querySelector('#address')!.text).pathname;
}

type Asking = { method?: 'GET' | 'HEAD' | 'POST'; headers?: Record<string, string> };

async function read(url: string, { method = 'GET', headers = {} }: Asking = {}) {
  const { statusCode: status, body, headers: sent } = await site.app.inject({ method, url, headers });
  const said = [...body.matchAll(/^SUMMARY:(.*?)\r?$/gm)].map(([, summary]) => summary);
  return { status, body, sent, said };
}

const endOf = async (person: Person): Promise<string> =>
  (await person.get('/feeds')).dom.querySelector('main td form')!.getAttribute('action')!;

const stall = await staged('Market stall');
await site.runJobs();

test('a token that is cut, longer, doubled, in other letters, odd or very long reads nothing, and is no fault', async () => {
  const path = await feedOf(editor, `plan ${stall.plan}`);
  const token = path.split('/').at(-1)!.replace('.ics', '');
  const rows = await site.query<{ id: string; hash: string }>(
    `select id, encode(token_hash, 'hex') as hash from feeds`,
  );
  const others = [
    ...[token.slice(1), `${token}A`, token + token, token.toUpperCase(), token.toLowerCase(), ''],
    ...rows.flatMap(({ id, hash }) => [id, hash, `%5Cx${hash}`]),
    ...[
      "'%20or%201=1--",
      '%2e%2e%2fplans',
      `%00${token}`,
      `${token}%00`,
      `%20${token}`,
      '%E0%A4%A',
      '💌',
      '*',
    ],
    ...['a'.repeat(101), 'a'.repeat(4_000), 'a'.repeat(60_000)],
  ];
  for (const other of others) {
    const { status, body } = await read(`/feeds/${other}.ics`);
    assert.ok(status >= 400 && status < 500, `${other.slice(0, 60)} answers ${status}`);
    assert.doesNotMatch(body, /VCALENDAR|Market stall/, other.slice(0, 60));
  }
  assert.equal((await read(path)).status, 200);
  assert.deepEqual(site.faults, []);
});

test('whoever asks for the head alone learns no more than by reading, and only reading is taken', async () => {
  const path = await feedOf(editor, `plan ${stall.plan}`);
  const [whole, head] = [await read(path), await read(path, { method: 'HEAD' })];
  assert.deepEqual([head.status, head.body, head.sent.etag], [200, '', whole.sent.etag]);
  assert.equal((await read('/feeds/unknown.ics', { method: 'HEAD' })).status, 404);
  assert.equal((await read(path, { method: 'POST' })).status, 404);
});

test('no cache between keeps a feed, and no page that it leads to learns its address', async () => {
  const path = await feedOf(editor, `plan ${stall.plan}`);
  const { sent, body } = await read(path);
  assert.match(String(sent['cache-control']), /private/);
  assert.match(String(sent['cache-control']), /no-cache/);
  assert.match(String(sent['referrer-policy']), /^(same-origin|no-referrer)$/);
  assert.equal(sent['set-cookie'], undefined);
  assert.doesNotMatch(body, new RegExp(path.split('/').at(-1)!.replace('.ics', '')));
  const gone = await read('/feeds/unknown.ics');
  assert.match(String(gone.sent['cache-control']), /no-store/);
});

test('an ended feed is gone also for whoever has it and asks whether it is still the same', async () => {
  const person = await site.person({ role: 'viewer', organisation });
  const path = await feedOf(person, `plan ${stall.plan}`);
  const headers = { 'if-none-match': String((await read(path)).sent.etag) };
  assert.equal((await read(path, { headers })).status, 304);
  await person.post(await endOf(person));
  for (const asked of [headers, { 'if-none-match': '*' }])
    assert.equal((await read(path, { headers: asked })).status, 404);
});

test('a feed that is ended by several at once, while it is read, ends once and is told once', async () => {
  const person = await site.person({ role: 'viewer', organisation });
  const path = await feedOf(person, `plan ${stall.plan}`);
  const end = await endOf(person);
  const all = await Promise.all([
    ...Array.from({ length: 4 }, () => person.post(end).then(({ status }) => status)),
    ...Array.from({ length: 8 }, () => read(path).then(({ status }) => status)),
  ]);
  assert.ok(all.slice(0, 4).every(status => status === 303));
  assert.ok(all.slice(4).every(status => status === 200 || status === 404));
  assert.equal((await read(path)).status, 404);
  const id = end.split('/')[2]!;
  const told = await within(({ db }) =>
    db.selectFrom('history').select('action').where('subject_id', '=', id).orderBy('number').execute(),
  );
  assert.deepEqual(
    told.map(({ action }) => action),
    ['made', 'ended'],
  );
});

test('nobody has more feeds than the most, however many they make at once', async () => {
  const person = await site.person({ role: 'viewer', organisation });
  const of = {
    account_id: person.account.id,
    of_kind: 'person',
    of_id: null,
    only_events: false,
    made_at: now,
  };
  await within(({ db }) =>
    db
      .insertInto('feeds')
      .values(Array.from({ length: MOST_FEEDS - 1 }, () => ({ ...of, token_hash: randomBytes(32) })))
      .execute(),
  );
  const last = await Promise.all(Array.from({ length: 4 }, () => person.post('/feeds', { shows: 'person' })));
  assert.deepEqual(last.map(({ status }) => status).sort(), [200, 422, 422, 422]);
});

test('a feed shows no more than its maker sees now: what they may see, and what is marked since', async () => {
  const secret = await staged('Whispered thing', { marking: 'OFFICIAL-SENSITIVE' });
  await site.runJobs();
  const person = await site.person({ role: 'editor', organisation });
  const [path, open] = [
    await feedOf(person, `plan ${secret.plan}`),
    await feedOf(person, `plan ${stall.plan}`),
  ];
  const first = await read(path);
  assert.deepEqual(first.said, ['A marked promise']);
  const headers = { 'if-none-match': String(first.sent.etag) };
  const role = (to: string | null) =>
    site.query('update memberships set role = $1 where account_id = $2', [to, person.account.id]);
  await role('viewer');
  const lower = await read(path, { headers });
  assert.deepEqual([lower.status, lower.said], [200, []]);
  await role(null);
  assert.deepEqual((await read(open)).said, []);
  await role('editor');
  const had = { 'if-none-match': String((await read(open)).sent.etag) };
  await within(({ db }) =>
    db.updateTable('plans').set({ marking: 'OFFICIAL-SENSITIVE' }).where('id', '=', stall.plan).execute(),
  );
  const marked = await read(open, { headers: had });
  assert.deepEqual([marked.status, marked.said], [200, ['A marked promise']]);
  assert.doesNotMatch(marked.body, /Market stall|Ashmere panels/);
  await within(({ db }) =>
    db.updateTable('plans').set({ marking: 'none' }).where('id', '=', stall.plan).execute(),
  );
});

test('a plan that is taken out leaves an empty calendar that does not name it, and comes back with it', async () => {
  const gone = await staged('Soon gone');
  await site.runJobs();
  const path = await feedOf(editor, `plan ${gone.plan}`);
  const had = { 'if-none-match': String((await read(path)).sent.etag) };
  const removed = (at: Temporal.Instant | null) =>
    within(({ db }) => db.updateTable('plans').set({ removed_at: at }).where('id', '=', gone.plan).execute());
  await removed(now);
  const empty = await read(path, { headers: had });
  assert.deepEqual([empty.status, empty.said], [200, []]);
  assert.doesNotMatch(empty.body, /Soon gone|Ashmere panels/);
  await removed(null);
  assert.deepEqual((await read(path)).said, ['Soon gone']);
});

test('somebody of another organisation neither makes, ends nor widens a feed', async () => {
  const elsewhere = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Isle of Tern'),
  });
  assert.equal((await elsewhere.post('/feeds', { shows: `plan ${stall.plan}` })).status, 422);
  const path = await feedOf(editor, `plan ${stall.plan}`);
  assert.equal((await elsewhere.post(await endOf(editor))).status, 404);
  const cookies = { commsgrid: elsewhere.jar.get('commsgrid')! };
  const { statusCode, body } = await site.app.inject({ url: path, cookies });
  assert.deepEqual([statusCode, /Market stall/.test(body)], [200, true]);
});

test('a feed of a channel that was merged into another shows what the other does', async () => {
  const leaflet = await staged('Leaflet for all');
  await site.runJobs();
  const channels = await within(({ db }) =>
    db
      .insertInto('channels')
      .values(
        ['Leaflets', 'Flyers', 'Print'].map(name => ({
          name,
          kind: 'print',
          created_at: now,
          changed_at: now,
        })),
      )
      .returning(['id', 'name'])
      .execute(),
  );
  const id = (name: string) => channels.find(one => one.name === name)!.id;
  const link = { line_id: leaflet.line, plan_id: leaflet.plan, by_hand: true };
  await within(({ db }) =>
    db
      .insertInto('line_channels')
      .values({ ...link, channel_id: id('Flyers') })
      .execute(),
  );
  const path = await feedOf(editor, `channel ${id('Flyers')}`);
  assert.deepEqual((await read(path)).said, ['Leaflet for all']);
  for (const [gone, kept] of [
    ['Flyers', 'Leaflets'],
    ['Leaflets', 'Print'],
  ] as const) {
    const merged = await within(inside =>
      mergeEntries(inside, CHANNELS, { kept: id(kept), gone: id(gone) }, now),
    );
    assert.ok('merge' in merged);
    const one = await read(path);
    assert.deepEqual(one.said, ['Leaflet for all'], `${gone} into ${kept}`);
    assert.match(one.body, new RegExp(`X-WR-CALNAME:Promises of ${kept}`));
    assert.match((await editor.get('/feeds')).html, new RegExp(`<th scope="row">${kept}<`));
  }
});
