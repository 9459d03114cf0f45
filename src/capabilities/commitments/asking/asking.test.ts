import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askedOn, linkIn } from '../../../../tests/support/asked.ts';
import { promisesKeptOn } from '../../../../tests/support/kept-and-asked.ts';
import { runTimed } from '../../../../tests/support/run-timed.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { attachmentsOf } from '../../attachments/index.ts';
import { settle } from '../actions/settle.ts';
import { evidenceSubject } from '../evidence.ts';

const site = await testSite({ now: '2025-06-02T09:00:00Z' });
after(site.close);
const editor = await site.person({ role: 'editor' });
const { organisation } = editor;
const people = askedOn(site, organisation);
const { keep, became } = promisesKeptOn(site, organisation);

/** Somebody with an owner of their own, to whom nothing else of these tests goes. */
async function keeper(name: string) {
  const person = await people.person({ name });
  return { name, owner: await people.owner(name, person) };
}

/** The morning of a day: what comes by the clock, from the night on. */
const morning = async (day: string) => {
  await runTimed(site, `${day}T04:00:00Z`);
  await runTimed(site, `${day}T09:05:00Z`);
};

const lastTo = async (name: string) => (await people.messages(name)).at(-1);

async function answer(
  name: string,
  sent: Record<string, string | string[]>,
  file: { name: string; content: string } | [] = [],
) {
  const link = linkIn(await lastTo(name));
  const phone = site.visitor();
  const page = await phone.get(link);
  const action = page.dom.querySelector('form[enctype]')!.getAttribute('action')!;
  const done = await phone.upload(action, file, sent);
  await site.runJobs();
  return { page, done, phone, action };
}

test('whoever keeps a promise is asked ahead of it, told what counts, and says yes in one tap', async () => {
  const { name, owner } = await keeper('Jo Reed');
  const { promise } = await keep({
    owner,
    what: 'Hold a ward panel',
    line: { measure: 'Notes are on the web site' },
    dates: [{ from: '2025-04-01', by: '2025-06-30' }],
  });
  await morning('2025-06-20');
  assert.equal(await lastTo(name), undefined);
  await morning('2025-06-23');
  const message = await lastTo(name);
  assert.match(message!.subject, /1 thing to answer/);
  assert.match(
    message!.text!,
    /1\. Has this been done\?\n {3}\(new, by Monday 30 June 2025\)\n {3}- Hold a ward panel, by 30 June 2025\n {3}What counts as done: Notes are on the web site/,
  );
  const { page, done } = await answer(name, { choice: 'done', note: '14 came', attendance: '14' });
  assert.match(page.text, /What counts as done: Notes are on the web site/);
  assert.equal(done.status, 303);
  assert.deepEqual(await became(promise), ['2025-06-30 met on 2025-06-23']);
});

test('kept in many wards it is one entry; some are ticked, and the others are asked about once more when they were due', async () => {
  const { name, owner } = await keeper('Sam Birch');
  const each = ['Harbour', 'Northfield', 'Old Town'];
  const { promise } = await keep({ owner, what: 'Brief the streets', each, dates: [{ by: '2025-06-26' }] });
  await morning('2025-06-24');
  assert.match((await lastTo(name))!.text!, /1\. Have these 3 been done\?/);
  const records = await people.records(name);
  const picked = records.filter(({ title }) => !title.includes('Old Town')).map(({ id }) => id);
  await answer(name, { choice: 'some', picked });
  assert.deepEqual(await became(promise), [
    '2025-06-26 Harbour met on 2025-06-24',
    '2025-06-26 Northfield met on 2025-06-24',
    '2025-06-26 Old Town open',
  ]);
  await morning('2025-06-25');
  assert.equal((await people.messages(name)).length, 1);
  await morning('2025-06-27');
  assert.match(
    (await lastTo(name))!.text!,
    /Has this been done\?\n.*\n {3}- Brief the streets, Old Town, on 26 June 2025/,
  );
  await morning('2025-06-30');
  await answer(name, { choice: 'no', note: 'The van was broken' });
  assert.equal((await became(promise)).at(-1), '2025-06-26 Old Town missed');
});

test('of twelve wards all are one choice, and all but one are a choice and a tick; they stand by name', async () => {
  const { name, owner } = await keeper('Una Frost');
  const each = Array.from({ length: 12 }, (_, at) => `Ward ${12 - at}`);
  const { promise } = await keep({ owner, what: 'Walk the estate', each, dates: [{ by: '2025-06-26' }] });
  await morning('2025-06-24');
  const link = linkIn(await lastTo(name));
  const phone = site.visitor();
  const page = await phone.get(link);
  const labels = (input: string) =>
    [...page.dom.querySelectorAll(`input[name=${input}]`)].map(({ id }) =>
      page.dom.querySelector(`label[for="${id}"]`)!.textContent!.trim(),
    );
  assert.deepEqual(
    labels('picked'),
    Array.from({ length: 12 }, (_, at) => `Ward ${at + 1}, on 26 June 2025`),
  );
  assert.equal(page.dom.querySelector('input[name=picked][checked]'), null);
  assert.deepEqual(labels('choice').slice(0, 5), [
    'Yes, all 12 in time',
    'Yes, all 12, but late',
    'All except those I tick below',
    'Only those I tick below',
    'None of the 12, and here is why',
  ]);
  assert.equal(page.text.match(/Walk the estate/g)?.length, 1, 'what all are about stands once');
  const action = page.dom.querySelector('form[enctype]')!.getAttribute('action')!;
  const ids = [...page.dom.querySelectorAll('input[name=picked]')].map(one => one.getAttribute('value')!);
  for (const picked of [[], ids])
    assert.equal((await phone.upload(action, [], { choice: 'except', picked })).status, 422);
  assert.equal((await phone.upload(action, [], { choice: 'except', picked: [ids[2]!] })).status, 303);
  await site.runJobs();
  const open = (await became(promise)).filter(one => one.endsWith('open'));
  assert.deepEqual(open, ['2025-06-26 Ward 3 open']);
});

test('what is due several times a week is asked about once, at its end; what is weekly, on its day', async () => {
  const { name, owner } = await keeper('Kit Marsh');
  const daily = { kind: 'rule' as const, rule: 'FREQ=DAILY', from: '2025-07-01', until: '2025-07-06' };
  const weekly = {
    kind: 'rule' as const,
    rule: 'FREQ=WEEKLY;BYDAY=WE',
    from: '2025-07-01',
    until: '2025-07-03',
  };
  const { promise } = await keep({ owner, what: 'Post on the page', series: daily });
  await keep({ owner, what: 'Meet the wardens', series: weekly, heldOnly: true });
  await morning('2025-07-01');
  assert.equal(await lastTo(name), undefined);
  await morning('2025-07-02');
  const held = await lastTo(name);
  assert.match(
    held!.text!,
    /Has this been held\?[\s\S]*What counts as done: that it was held; nothing else is asked/,
  );
  const { page } = await answer(name, { choice: 'done' });
  assert.doesNotMatch(page.text, /How many people came/);
  await morning('2025-07-03');
  await morning('2025-07-04');
  assert.match(
    (await lastTo(name))!.text!,
    /1\. Have these 6 been done\?\n {3}\(new, by Sunday 6 July 2025\)/,
  );
  await answer(name, { choice: 'done' });
  assert.deepEqual(
    (await became(promise)).slice(0, 6).map(one => one.split(' ').slice(1).join(' ')),
    [
      'met on 2025-07-01',
      'met on 2025-07-02',
      'met on 2025-07-03',
      'met on 2025-07-04',
      'met on 2025-07-04',
      'met on 2025-07-04',
    ],
  );
});

test('somebody may say that it was late, on which day, or answer again; a day to come is no answer', async () => {
  const { name, owner } = await keeper('Mae Lund');
  const { promise } = await keep({ owner, what: 'Print the leaflet', dates: [{ by: '2025-07-10' }] });
  await morning('2025-07-15');
  const sent = { choice: 'late', 'done-day': '20', 'done-month': '7', 'done-year': '2025' };
  const { done, phone, action } = await answer(name, sent);
  assert.equal(done.status, 422);
  assert.match(done.text, /Enter a day that is not in the future/);
  assert.equal((await phone.upload(action, [], { ...sent, 'done-day': '' })).status, 422);
  assert.equal((await phone.upload(action, [], { ...sent, 'done-day': '14' })).status, 303);
  await site.runJobs();
  assert.deepEqual(await became(promise), ['2025-07-10 late on 2025-07-14']);
  assert.equal((await phone.upload(action, [], { choice: 'done' })).status, 303);
  await site.runJobs();
  assert.deepEqual(await became(promise), ['2025-07-10 met on 2025-07-10']);
});

test('nobody is asked any more about what was settled, moved to a later day or is done by somebody else', async () => {
  const one = await keeper('Pat Holm');
  const other = await keeper('Lena Brook');
  const settled = await keep({ owner: one.owner, what: 'Film the crew', dates: [{ by: '2025-07-25' }] });
  const moved = await keep({ owner: one.owner, what: 'Open the yard', dates: [{ by: '2025-07-25' }] });
  const given = await keep({ owner: one.owner, what: 'Write to schools', dates: [{ by: '2025-07-25' }] });
  await morning('2025-07-21');
  assert.match((await lastTo(one.name))!.subject, /3 things to answer/);
  const when = { now: site.clock.now(), today: Temporal.PlainDate.from('2025-07-21') };
  await site.within(organisation, async within => {
    const of = (promise: string) =>
      within.db
        .selectFrom('occurrences')
        .select('id')
        .where('promise_id', '=', promise)
        .executeTakeFirstOrThrow();
    const ids = [(await of(settled.promise)).id];
    await settle(within, { occurrences: ids, as: 'done' }, { name: 'Edwin Reed', account: null }, when);
    const to = { from: Temporal.PlainDate.from('2025-09-30'), by: Temporal.PlainDate.from('2025-09-30') };
    await within.db
      .updateTable('occurrences')
      .set({ from_day: to.from, by_day: to.by, missed_from: to.by.add({ days: 1 }) })
      .where('promise_id', '=', moved.promise)
      .execute();
    await within.db
      .updateTable('promises')
      .set({ owner_id: other.owner })
      .where('id', '=', given.promise)
      .execute();
  });
  await morning('2025-07-22');
  assert.equal((await people.messages(one.name)).length, 1);
  assert.match((await lastTo(other.name))!.text!, /Write to schools/);
  await morning('2025-09-23');
  assert.match((await lastTo(one.name))!.text!, /Open the yard, on 30 September 2025/);
  assert.doesNotMatch((await lastTo(one.name))!.text!, /Film the crew|Write to schools/);
});

test('of several that were asked about, nobody is asked about those of which somebody else said it', async () => {
  const { name, owner } = await keeper('Bo Lind');
  const each = ['Fellside', 'Harbour', 'Northfield'];
  const { promise } = await keep({ owner, what: 'Hold the drop-in', each, dates: [{ by: '2025-07-25' }] });
  await morning('2025-07-21');
  const when = { now: site.clock.now(), today: Temporal.PlainDate.from('2025-07-21') };
  const records = await people.records(name);
  const elsewhere = records.filter(({ title }) => !title.includes('Harbour')).map(({ id }) => id);
  await site.within(organisation, within =>
    settle(within, { occurrences: elsewhere, as: 'done' }, { name: 'Edwin Reed', account: null }, when),
  );
  await morning('2025-07-28');
  const { text } = (await lastTo(name))!;
  assert.match(text!, /Hold the drop-in, Harbour/);
  assert.doesNotMatch(text!, /Fellside|Northfield/);
  assert.match(text!, /Has this been done\?/);
  assert.doesNotMatch(text!, /Have these/);
  const { page, done } = await answer(name, { choice: 'no', note: 'The hall was shut' });
  assert.match(page.text, /2 more need no answer any more: somebody else said what became of them/);
  assert.match(page.text, /Has this been done\?.*Yes, in time/);
  assert.doesNotMatch(page.text, /these 3|all 3|the 3|I tick below/);
  assert.doesNotMatch(page.text, /Fellside|Northfield/);
  assert.equal(done.status, 303);
  assert.deepEqual(await became(promise), [
    '2025-07-25 Fellside met on 2025-07-21',
    '2025-07-25 Harbour missed',
    '2025-07-25 Northfield met on 2025-07-21',
  ]);
});

test('what is marked is asked about without a word of it leaving', async () => {
  const { name, owner } = await keeper('Ivy Stone');
  const { promise } = await keep({
    owner,
    what: 'Brief the crown witnesses',
    line: { marking: 'OFFICIAL-SENSITIVE', measure: 'They know where the door is' },
    dates: [{ by: '2025-10-10' }],
  });
  await morning('2025-10-08');
  const message = await lastTo(name);
  assert.match(message!.text!, /1 line marked OFFICIAL-SENSITIVE/);
  const { page } = await answer(name, { choice: 'done' });
  for (const words of [message!.text!, message!.subject, page.text])
    assert.doesNotMatch(words, /witness|the door/);
  assert.deepEqual(await became(promise), ['2025-10-10 met on 2025-10-08']);
});

test('a note, a photo, how many came and what they said stand as evidence; a number that is none is asked for again', async () => {
  const { name, owner } = await keeper('Ada Stone');
  const { promise } = await keep({ owner, what: 'Show the yard', dates: [{ by: '2025-10-15' }] });
  await morning('2025-10-14');
  const proof = { name: 'yard.txt', content: 'The gate is open.' };
  const sent = { choice: 'done', note: 'It was dry', attendance: 'many', feedback: 'They liked it' };
  const { done, phone, action } = await answer(name, sent, proof);
  assert.equal(done.status, 422);
  assert.match(done.text, /Enter a whole number, like 14/);
  assert.equal((await phone.upload(action, proof, { ...sent, attendance: '1,200' })).status, 303);
  await site.runJobs();
  const shown = await site.within(organisation, async within => {
    const { id, note, attendance, feedback } = await within.db
      .selectFrom('evidence')
      .selectAll()
      .where('promise_id', '=', promise)
      .executeTakeFirstOrThrow();
    const files = await attachmentsOf(within, evidenceSubject(id));
    return { note, attendance, feedback, files: files.map(one => one.name) };
  });
  const words = { note: 'It was dry', feedback: 'They liked it' };
  assert.deepEqual(shown, { ...words, attendance: 1200, files: ['yard.txt'] });
});
