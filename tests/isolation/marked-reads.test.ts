import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { ask, updateSubject } from '../../src/capabilities/asking/index.ts';
import { attach, attachable } from '../../src/capabilities/attachments/index.ts';
import { routeList } from '../../src/platform/http/route-list.ts';
import { givenInAndRead } from '../support/given-in.ts';
import { type Person, testSite } from '../support/site.ts';
import { addressOf } from './routes/addresses.ts';
import { type Body, makeBody } from './routes/body.ts';
import type { Kind } from './routes/ids.ts';

const site = await testSite();
after(site.close);

/** Every page and file there is: one that is added tomorrow is looked at tomorrow. */
const ROUTES = (await routeList(site.capabilities))
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => path);

/** The same records at other addresses, and the files whose words cannot be read off their bytes left out. */
const BESIDES = [
  '/lines?q=phalarope',
  '/asking?show=all',
  '/lines?sort=owner',
  '/organisation/outbox?state=all',
];
const PACKED = /\.(docx|pdf|xlsx)$/;

const OF_LINES = 'Phalarope';
const OF_PLANS = 'Turnstone';

let body: Body;
let reader: Person;
/** What has the words, where the first of its kind has none. */
let ids: Partial<Record<Kind, string>> = {};

before(async () => {
  body = await makeBody(site, 'Kittiwake');
  reader = body.administrator;
  ids = await fillWithWords();
});

const first = (kind: Kind) => ids[kind] ?? body.ids[kind][0]!;
const inside = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(reader.organisation, work);

/** Words wherever a plan and its lines can have some: said, asked, answered, put with them, taken out, read. */
async function fillWithWords(): Promise<typeof ids> {
  const plan = `/plans/${first('plan')}`;
  const [line] = body.ids.line;
  const here = `${plan}/lines/${line}`;
  await inside(async within => {
    const words = { what: `${OF_LINES} exercise`, reference: OF_LINES };
    await within.db.updateTable('lines').set(words).execute();
    const about = [{ kind: 'line', id: line!, title: `${OF_LINES} exercise`, href: here }];
    const choices = [{ key: 'going', text: 'It goes on' }];
    const by = Temporal.PlainDate.from('2025-05-01');
    const request = { kind: 'line-progress', of: { person: first('person') }, what: 'How is it?', about, by };
    await ask(within, { ...request, choices }, site.clock.now());
    const proof = await attachable({ name: 'proof.txt', content: Buffer.from(`${OF_LINES} was seen.`) });
    assert.ok(!('refused' in proof));
    await attach(within, updateSubject(first('update')), proof, site.clock.now());
  });
  const colleague = await site.person({ organisation: reader.organisation, name: 'Kittiwake colleague' });
  for (const [record, words] of [
    [plan, OF_PLANS],
    [here, OF_LINES],
  ]) {
    await colleague.post(`${record}/comments`, { body: `${words} said @Kittiwake administrator` });
    await colleague.upload(`${record}/files`, { name: `${words}.txt`, content: `${words} proves it.` });
  }
  const state = { version: '1', state: 'complete', marking: 'none' };
  await reader.post(`${here}/edit`, { ...state, what: `${OF_LINES} exercise at sea` });
  await reader.post(`${plan}/lines/${body.ids.line.at(-1)}/remove`, { reason: OF_LINES, version: '1' });
  const on = { 'on-day': '1', 'on-month': '4', 'on-year': '2025' };
  await reader.post(`${plan}/agreements`, { by: `${OF_PLANS} board`, edition: '', version: 'read', ...on });
  const reading = await givenInAndRead(site, reader, `What\tWho\tWhen\n${OF_PLANS}\tKittiwake\tWeekly`);
  const accepted = { version: '1', title: 'Kittiwake read', kind: 'stakeholder-plan', marking: 'none' };
  await reader.post(`/readings/${reading}/accept`, accepted);
  await site.runJobs();
  const file = (name: string) =>
    inside(async ({ db }) => {
      const found = db.selectFrom('attachments').select('id').where('name', '=', name);
      return (await found.executeTakeFirstOrThrow()).id;
    });
  return {
    reading,
    lineFile: await file(`${OF_LINES}.txt`),
    planFile: await file(`${OF_PLANS}.txt`),
    requestFile: await file('proof.txt'),
  };
}

/** Who is noted since it was looked at last, by what they read. */
const takeNotes = () =>
  inside(({ db }) =>
    db.deleteFrom('marked_reads').where('account_id', '=', reader.account.id).returning('title').execute(),
  );

/** Pages that show one of the words, each with whether it was noted who saw it. */
async function visited(words: string[]): Promise<{ shown: string[]; missed: string[] }> {
  const [shown, missed]: string[][] = [[], []];
  const addresses = [...ROUTES.filter(path => !PACKED.test(path)), ...BESIDES];
  for (const path of addresses) {
    await takeNotes();
    const { bytes } = await reader.get(path.includes(':') ? addressOf(path, first) : path);
    if (!words.some(word => bytes.includes(word))) continue;
    shown!.push(path);
    if (!(await takeNotes()).length) missed!.push(path);
  }
  return { shown: shown!, missed: missed! };
}

test('no page and no file shows words of a marked line without noting who saw them', async () => {
  await inside(async ({ db }) => {
    await db.updateTable('lines').set({ marking: 'OFFICIAL-SENSITIVE' }).execute();
    const removed = sql<string>`jsonb_set(line, '{row,marking}', '"OFFICIAL-SENSITIVE"')`;
    await db.updateTable('removed_lines').set({ line: removed }).execute();
  });
  const { shown, missed } = await visited([OF_LINES]);
  assert.deepEqual(
    missed,
    [],
    'let the page say `visit.shown.add(…)` of what it shows without leading to it',
  );
  assert.ok(shown.length > 20, shown.join(', '));
});

test('nor words of a marked plan', async () => {
  await inside(async ({ db }) => {
    await db.updateTable('lines').set({ marking: 'none' }).execute();
    await db.updateTable('plans').set({ marking: 'OFFICIAL-SENSITIVE' }).execute();
  });
  const { shown, missed } = await visited([OF_LINES, OF_PLANS]);
  assert.deepEqual(missed, []);
  assert.ok(shown.length > 20, shown.join(', '));
});
