import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { excelFile } from '../../../../../tests/support/excel-file.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import { calendarsKnown } from '../../index.ts';

const site = await testSite({ now: '2026-09-01T09:00:00Z' });
after(site.close);

const anEditor = async (name: string) => site.person({ organisation: await site.organisation(name) });

const made = async (ada: Person, kind: string) =>
  (await ada.post('/calendars/new', { name: `Our ${kind}`, kind, area: '' })).location!;

const give = (ada: Person, at: string, content: string | Uint8Array, name = 'council.ics') =>
  ada.upload(`${at}/import`, { name, content }, {}, { follow: true });

const confirm = (ada: Person, { path }: { path: string }) =>
  ada.post(`${path}/confirm`, {}, { follow: true });

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const ics = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');

const COUNCIL = event('UID:council', 'DTSTART;TZID=Europe/London:20261014T190000', 'SUMMARY:Full council');
const CABINET = event(
  'UID:cabinet',
  'DTSTART;TZID=Europe/London:20260909T183000',
  'RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=3',
  'SUMMARY:Cabinet',
);

const known = async (ada: Person, at: string) => {
  const calendars = await site.within(ada.organisation, within => calendarsKnown(within));
  return calendars.get(at.split('/').at(-1)!)!.entries;
};

const days = async (ada: Person, at: string) =>
  (await known(ada, at)).map(({ title, from, at: time }) => `${title} ${from} ${time ?? ''}`.trim());

test('a calendar file is looked at, stored, and known when it comes again', async () => {
  const ada = await anEditor('Ashmere');
  const at = await made(ada, 'meetings');
  const first = await give(ada, at, ics(...COUNCIL, ...CABINET));
  assert.match(first.text, /4 new 0 changed 0 stored already/);
  assert.match(first.text, /Full council 14 October 2026 14 October 2026 19:00/);
  assert.deepEqual(await days(ada, at), []);
  assert.match((await confirm(ada, first)).text, /council\.ics is stored: 4 entries added/);
  const before = await known(ada, at);
  const later = ics(...COUNCIL.map(line => line.replace('20261014', '20261021')), ...CABINET);
  const again = await give(ada, at, later);
  assert.match(again.text, /0 new 1 changed 3 stored already/);
  assert.match(again.text, /First day: from 14 October 2026 → to 21 October 2026/);
  await confirm(ada, again);
  assert.deepEqual(await days(ada, at), [
    'Cabinet 2026-09-09 18:30',
    'Cabinet 2026-10-14 18:30',
    'Full council 2026-10-21 19:00',
    'Cabinet 2026-11-11 18:30',
  ]);
  const ids = (entries: typeof before) => entries.map(({ id }) => id).sort();
  assert.deepEqual(ids(await known(ada, at)), ids(before));
  assert.match((await give(ada, at, later)).text, /nothing to confirm/);
});

test('what a file has no more is asked about, and nothing becomes of it silently', async () => {
  const ada = await anEditor('Saltby');
  const at = await made(ada, 'meetings');
  await ada.post(`${at}/entries/new`, {
    title: 'Typed',
    'first-day': '1',
    'first-month': '12',
    'first-year': '2026',
    at: '',
  });
  await confirm(ada, await give(ada, at, ics(...COUNCIL, ...CABINET)));
  site.clock.advance({ minutes: 1 });
  const shorter = await give(ada, at, ics(...COUNCIL));
  assert.match(shorter.text, /3 entries are not in this file any more/);
  const asked = await confirm(ada, shorter);
  assert.match(asked.text, /3 entries were not in the last file/);
  assert.equal((await known(ada, at)).length, 5);
  const ids = asked.dom.querySelectorAll('input[name=entry]').map(one => one.getAttribute('value')!);
  assert.equal(ids.length, 3);
  const act = (name: string, entry: string[]) =>
    ada.post(`${at}/missing`, { act: name, entry }, { follow: true });
  assert.match((await act('cancel', [])).text, /Nothing was changed: tick the entries/);
  assert.match((await act('cancel', [ids[0]!])).text, /1 entry marked as not taking place/);
  assert.match((await act('keep', [ids[1]!])).text, /1 entry kept/);
  const done = await act('remove', [ids[2]!, ids[0]!]);
  assert.match(done.text, /1 entry removed/);
  assert.doesNotMatch(done.text, /not in the last file/);
  assert.deepEqual(await days(ada, at), [
    'Cabinet 2026-10-14 18:30',
    'Full council 2026-10-14 19:00',
    'Typed 2026-12-01',
  ]);
  assert.equal((await ada.post(`${at}/missing`, { act: 'burn', entry: ids })).status, 404);
});

test('what was typed before there was a file is not there twice, and is known by the file from then on', async () => {
  const ada = await anEditor('Isle of Tern');
  const at = await made(ada, 'meetings');
  await ada.post(`${at}/entries/new`, {
    ...{ title: 'Full Council', 'first-day': '14', 'first-month': '10', 'first-year': '2026', at: '' },
  });
  const [typed] = await known(ada, at);
  const first = await give(ada, at, ics(...COUNCIL));
  assert.match(first.text, /0 new 1 changed/);
  await confirm(ada, first);
  await confirm(ada, await give(ada, at, ics(...COUNCIL.map(line => line.replace('20261014', '20261021')))));
  assert.deepEqual(await days(ada, at), ['Full council 2026-10-21 19:00']);
  assert.equal((await known(ada, at))[0]!.id, typed!.id);
});

test('what was removed and is put in again is the same entry, and what a file cancels is cancelled', async () => {
  const ada = await anEditor('Marsham');
  const at = await made(ada, 'meetings');
  await confirm(ada, await give(ada, at, ics(...COUNCIL)));
  const [first] = await known(ada, at);
  await ada.post(`${at}/entries/${first!.id}/remove`);
  await confirm(ada, await give(ada, at, ics(...COUNCIL)));
  assert.equal((await known(ada, at))[0]!.id, first!.id);
  const off = await give(ada, at, ics(...event(...COUNCIL.slice(1, -1), 'STATUS:CANCELLED')));
  assert.match(off.text, /Cancelled: from no → to yes/);
  await confirm(ada, off);
  assert.deepEqual(await known(ada, at), []);
});

test('only what was looked at is stored', async () => {
  const ada = await anEditor('Wick');
  const at = await made(ada, 'meetings');
  const [mine, same] = [await give(ada, at, ics(...COUNCIL)), await give(ada, at, ics(...COUNCIL))];
  await confirm(ada, same);
  assert.match((await confirm(ada, mine)).text, /Nothing was stored: something was changed since you looked/);
  const other = await site.person({ organisation: ada.organisation, name: 'Bo Fenn' });
  assert.equal((await other.get(mine.path)).status, 404);
  const elsewhere = await made(ada, 'events');
  assert.equal((await ada.get(mine.path.replace(at, elsewhere))).status, 404);
  assert.match((await ada.post(`${mine.path}/discard`, {}, { follow: true })).text, /was discarded/);
});

test('tables come in too: by their headings, with every wrong cell told', async () => {
  const ada = await anEditor('Fenwick');
  const at = await made(ada, 'terms');
  const csv =
    'Term,Start date,End date,Notes\nAutumn term,2 September 2026,18/12/2026,x\nSpring term,5 Jan 2027,2027-03-25,';
  const preview = await give(ada, at, csv, 'terms.csv');
  assert.match(preview.text, /2 new 0 changed 0 stored already/);
  await confirm(ada, preview);
  assert.deepEqual(await days(ada, at), ['Autumn term 2026-09-02', 'Spring term 2027-01-05']);
  const wrong = await give(
    ada,
    at,
    'Title,Date,End,Time,Status\nA,31/02/2027,,,\nB,2 1 2027,1 1 2027,,\nC,2 1 2027,,late,maybe\n,2 1 2027,,,\nD,2 1 2027,,,\nd,2 1 2027,,,',
    'x.csv',
  );
  for (const words of [
    /Enter a real date/,
    /The last day is before the first/,
    /Enter a time of day/,
    /Enter Yes or No/,
    /Enter what it is called/,
    /the same entry as in row 6/,
  ])
    assert.match(wrong.text, words);
  assert.match((await ada.get(`${wrong.path}/problems.csv`)).html, /4,Time,late,/);
  const example = await ada.get(`${at}/import/example.csv`);
  assert.match((await give(ada, at, example.bytes, 'example.csv')).text, /2 new 0 changed 1 stored/);
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const book = excelFile({
    rows: `<row r="1">${cell('A1', 'Title')}${cell('B1', 'Date')}</row><row r="2">${cell('A2', 'Inset')}${cell('B2', '4 January 2027')}</row>`,
  });
  assert.match((await give(ada, at, book, 'terms.xlsx')).text, /1 new/);
});

test('elections come from a table that says whose poll each is', async () => {
  const ada = await anEditor('Elm');
  await ada.post('/directory/areas/new', { kind: 'ward', name: 'Northfield', code: '', partOf: '' });
  const at = await made(ada, 'elections');
  assert.match((await give(ada, at, ics(...COUNCIL))).text, /does not say whose polls these are/);
  const csv =
    'Election,Polling day,Type,Ward,Own start\nBorough,6 May 2027,council,,\nBy-election,4 Feb 2027,Local,Northfield,1 Dec 2026';
  await confirm(ada, await give(ada, at, csv, 'polls.csv'));
  assert.match(
    (await ada.get('/calendars')).text,
    /By-election Northfield 1 December 2026 to 4 February 2027/,
  );
  assert.match((await give(ada, at, csv, 'polls.csv')).text, /nothing to confirm/);
  const wrong = await give(ada, at, 'Election,Polling day,Type,Ward\nX,6 May 2027,,Nowhere', 'polls.csv');
  assert.match(wrong.text, /Enter whose poll it is/);
  assert.match(wrong.text, /No area is called “Nowhere”/);
});

test('what cannot be read is told at once with what to do, and nothing of it is kept', async () => {
  const ada = await anEditor('Dunlin');
  const at = await made(ada, 'meetings');
  for (const [content, words] of [
    ['', /is empty/],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', /nothing from a year ago to three years ahead/],
    [
      ics(
        ...event('UID:1', 'DTSTART:20260909T100000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:Bells'),
        ...event('UID:2', 'DTSTART:20260909T110000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:Bells'),
      ),
      /more than 1,500 dates/,
    ],
    ['x'.repeat(2_000_001), /larger than 2 MB/],
  ] as const) {
    const answer = await give(ada, at, content, 'x.ics');
    assert.equal(answer.status, 422);
    assert.match(answer.text, words);
  }
  const hostile = ics(
    ...event('UID:<script>', 'DTSTART:20260909T100000Z', 'SUMMARY:<script>alert(1)</script>'),
    ...event(
      'UID:2',
      'DTSTART:20260909T100000Z',
      'CLASS:PRIVATE',
      'SUMMARY:Dentist',
      'ATTENDEE:mailto:a@b.example',
    ),
  );
  const preview = await give(ada, at, hostile);
  assert.ok(!preview.html.includes('<script>alert'));
  assert.match(preview.text, /Passed over, and not stored: one entry that is marked private/);
  const rows = await site.within(ada.organisation, ({ db }) =>
    db.selectFrom('given_tables').select('rows').execute(),
  );
  assert.doesNotMatch(JSON.stringify(rows), /Dentist|a@b/);
});
