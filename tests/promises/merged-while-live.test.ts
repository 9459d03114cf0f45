import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { linesAnswered } from '../../src/capabilities/commitments/index.ts';
import { askedOn, linkIn } from '../support/asked.ts';
import { expectDaysCounted } from '../support/days-counted.ts';
import { csv, editionsOn, fieldsOf, type Line, withLine } from '../support/editions.ts';
import { runTimed } from '../support/run-timed.ts';
import { testSite } from '../support/site.ts';

/**
 * A plan is promised and lived with; then a later edition of it is worked in while its dates run, and taken back again. What
 * has happened stays, nobody is chased for what the plan has no more, and what the plan has again is due again.
 */
const site = await testSite({ now: '2025-04-08T09:00:00Z' });
after(site.close);
let editor = await site.person();
const { organisation } = editor;
const { madePlan, givenAsEdition, lines, accept } = editionsOn(site);
const people = askedOn(site, organisation);
for (const [owner, name] of [
  ['Web team', 'Sam Birch'],
  ['Ward sergeants', 'Jo Reed'],
] as const)
  await people.owner(owner, await people.person({ name }));

const morning = async (day: string) => {
  await runTimed(site, `${day}T04:00:00Z`);
  await runTimed(site, `${day}T09:05:00Z`);
  editor = await site.person({ organisation }); // nobody stays signed in for weeks
};
const last = async (name: string) => (await people.messages(name)).at(-1);
const about = async (name: string, words: RegExp) =>
  (await people.messages(name)).filter(({ text }) => words.test(text ?? '')).length;

const promiseOf = async (what: RegExp) => {
  const found = await site.within(organisation, ({ db }) =>
    db.selectFrom('promises').select(['id', 'about']).execute(),
  );
  return found.find(one => what.test(one.about))!.id;
};

const became = (promise: string) =>
  site.within(organisation, async ({ db }) => {
    const rows = await db
      .selectFrom('occurrences')
      .select(['by_day', 'outcome'])
      .where('promise_id', '=', promise)
      .orderBy('by_day')
      .limit(4)
      .execute();
    return rows.map(one => `${one.by_day} ${one.outcome ?? 'open'}`);
  });

const EDITION: Line[] = [
  ...withLine(1, { 2: 'Monthly' }).slice(0, 4),
  ['Open a stall at the Saturday market', 'Web team', 'Weekly'],
];

const { plan } = await madePlan(editor);
await editor.post(`/plans/${plan}/promises/keep-all`);
await site.runJobs();
const film = await promiseOf(/lifeboat/);
const panel = await promiseOf(/ward panel/);
const address = `/readings/${await edition()}`;

/** Lives until the end of May, and then works the next edition in. */
async function edition(): Promise<string> {
  await morning('2025-04-24');
  const phone = site.visitor();
  let page = await phone.get(linkIn(await last('Sam Birch')));
  const question = page.dom.querySelectorAll('main a').find(one => /been done/.test(one.text));
  if (question) page = await phone.get(question.getAttribute('href')!);
  const form = page.dom.querySelector('form[enctype]')!.getAttribute('action')!;
  await phone.upload(form, [], { choice: 'done', note: 'Filmed on the pier' });
  await site.runJobs();
  assert.deepEqual((await became(film)).slice(0, 2), ['2025-04-30 met', '2025-05-31 open']);
  await morning('2025-05-27');
  assert.match((await last('Sam Birch'))!.text!, /lifeboat.*by 31 May 2025/s);
  await morning('2025-06-24');
  const reading = await givenAsEdition(editor, plan, csv(EDITION));
  await accept(editor, reading);
  return reading;
}

test('the line that is gone is due nowhere from that moment; what was met and missed stays, and nobody is chased', async () => {
  assert.equal(
    (await lines(editor, plan)).find(({ what }) => what.includes('lifeboat'))?.state,
    'superseded',
  );
  const today = await editor.get(`/occurrences?state=due&plan=${plan}`);
  assert.doesNotMatch(today.text, /lifeboat/);
  const before = await about('Sam Birch', /lifeboat/);
  const link = linkIn(await last('Sam Birch'));
  for (const day of ['2025-06-25', '2025-07-25']) await morning(day);
  assert.equal(await about('Sam Birch', /lifeboat/), before);
  assert.deepEqual(await became(film), [
    '2025-04-30 met',
    '2025-05-31 missed',
    '2025-06-30 open',
    '2025-07-31 open',
  ]);
  const page = await editor.get(`/promises/${film}`);
  assert.match(page.text, /Its line was superseded on 24 June 2025\. Nothing is due any more/);
  assert.match(page.text, /Next dates None are to come/);
  assert.doesNotMatch((await editor.get('/calendar/agenda')).text, /lifeboat/);
  const old = await site.visitor().get(link, { follow: true });
  assert.doesNotMatch(old.text, /Has this been done\?.*lifeboat/);
});

test('the line that changed goes on as it was promised, says so, and is promised anew once somebody takes it', async () => {
  const page = await editor.get(`/promises/${panel}`);
  assert.match(page.text, /The plan says “Monthly” now, where it said “Quarterly”/);
  assert.equal((await became(panel))[0], '2025-06-30 open');
  const sent = fieldsOf(page, 'form[action$="/reading"]');
  await editor.post(`/promises/${panel}/reading`, { ...sent, act: 'take' });
  await site.runJobs();
  assert.deepEqual(await became(panel), [
    '2025-06-30 open',
    '2025-08-31 open',
    '2025-09-30 open',
    '2025-10-31 open',
  ]);
});

test('what is new is proposed and promised by nobody; once it is and somebody is asked, the edition is not taken back over that', async () => {
  const proposed = await editor.get(`/plans/${plan}/promises`);
  assert.match(proposed.text, /Open a stall/);
  await editor.post(`/plans/${plan}/promises/keep-all`);
  await site.runJobs();
  const stall = (await lines(editor, plan)).find(({ what }) => what.includes('stall'))!.id;
  const answered = () => site.within(organisation, inside => linesAnswered(inside, [stall]));
  assert.deepEqual(await answered(), []);
  const promise = await promiseOf(/stall/);
  const date = (asked_on: Temporal.PlainDate | null) =>
    site.within(organisation, ({ db }) =>
      db.updateTable('occurrences').set({ asked_on }).where('promise_id', '=', promise).execute(),
    );
  await date(Temporal.PlainDate.from('2025-07-25'));
  assert.match(
    (await editor.get(`${address}/undo`)).text,
    /came with it, and somebody was asked what became of it since/,
  );
  await editor.post(`${address}/undo`);
  assert.equal((await lines(editor, plan)).length, 6);
  await date(null);
});

test('taken back, what is there again is due again, what fell due meanwhile is nobody’s miss, and what happened stays', async () => {
  const { location } = await editor.post(`${address}/undo`);
  assert.equal(location, `${address}/merge`);
  await morning('2025-07-28');
  assert.deepEqual(await became(film), [
    '2025-04-30 met',
    '2025-05-31 open', // and missed, as it was before
    '2025-06-30 excused',
    '2025-07-31 open',
  ]);
  assert.match((await last('Sam Birch'))!.text!, /lifeboat.*by 31 July 2025/s);
  assert.doesNotMatch((await editor.get(`/promises/${film}`)).text, /superseded on/);
  assert.match(
    (await editor.get(`/promises/${panel}`)).text,
    /The plan says “Quarterly” now, where it said “Monthly”/,
  );
  const stall = await editor.get(`/promises/${await promiseOf(/stall/)}`);
  assert.match(stall.text, /Its line is not in the plan since 28 July 2025/);
  assert.doesNotMatch((await editor.get('/calendar/agenda')).text, /stall/);
  await site.within(organisation, expectDaysCounted);
});
