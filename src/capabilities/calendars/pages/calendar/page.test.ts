import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import { calendarsKnown, calendarsToChoose, preElectionPeriods } from '../../index.ts';

const site = await testSite({ now: '2026-09-01T09:00:00Z' });
after(site.close);

const anEditor = async (name: string) => site.person({ organisation: await site.organisation(name) });

const made = async (ada: Person, name: string, kind: string, area = '') =>
  (await ada.post('/calendars/new', { name, kind, area })).location!;

const day = (name: string, text: string) => {
  const [d = '', m = '', y = ''] = text.split(' ');
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y };
};

const entry = (title: string, first: string, more: Record<string, string> = {}) => ({
  ...{ title, at: '' },
  ...day('first', first),
  ...day('last', ''),
  ...more,
});

test('a calendar begins empty and says what to do; what is typed stands under its quarter', async () => {
  const ada = await anEditor('Ashmere');
  assert.match((await ada.get('/calendars')).text, /No calendars yet/);
  assert.match((await ada.get('/organisation')).text, /Calendars School terms, meetings/);
  const at = await made(ada, 'Meetings', 'meetings');
  assert.match((await ada.get(at)).text, /Nothing in it yet/);
  await ada.post(`${at}/entries/new`, entry('Full council', '14 10 2026', { at: '7pm' }));
  await ada.post(`${at}/entries/new`, entry('Away days', '5 1 2027', day('last', '6 1 2027')));
  const page = await ada.get(at);
  assert.match(page.text, /2026 to 2027/);
  assert.match(page.text, /Quarter 3 1 October to 31 December 2026 Full council 14 October 2026 at 7pm/);
  assert.match(page.text, /Quarter 4 1 January to 31 March 2027 Away days 5 to 6 January 2027/);
  assert.match(
    (await ada.get('/calendars')).text,
    /Meetings Meetings Everywhere 2 entries Full council 14 October 2026 at 7pm/,
  );
  assert.match((await ada.get(`${at}?year=2025`)).text, /2025 to 2026.*2026 to 2027/);
  assert.equal((await ada.get(`${at}?year=soon`)).status, 200);
});

test('quarters are those of the organisation’s own financial year', async () => {
  const organisation = await site.organisation('Isle of Tern');
  const chief = await site.person({ organisation, role: 'administrator' });
  await chief.post('/organisation/calendar', { financialYearMonth: '1', springMonth: '3' });
  const ada = await site.person({ organisation });
  const at = await made(ada, 'Meetings', 'meetings');
  await ada.post(`${at}/entries/new`, entry('Full council', '14 10 2026'));
  assert.match(
    (await ada.get(at)).text,
    /2026 Entry When.*Quarter 4 1 October to 31 December 2026 Full council/,
  );
});

test('what is moved, cancelled or removed stays known, and series learn of it', async () => {
  const ada = await anEditor('Saltby');
  const at = await made(ada, 'Meetings', 'meetings');
  await ada.post(`${at}/entries/new`, entry('Full council', '14 10 2026', { at: '18:30' }));
  const known = async () => {
    const calendars = await site.within(ada.organisation, within => calendarsKnown(within));
    return calendars.get(at.split('/').at(-1)!)!.entries;
  };
  const [first] = await known();
  assert.deepEqual(
    { ...first, id: '' },
    { id: '', title: 'Full council', from: '2026-10-14', by: '2026-10-14', at: '18:30' },
  );
  const here = `${at}/entries/${first!.id}`;
  const form = await ada.get(`${here}/edit`);
  const version = form.dom.querySelector('[name=version]')!.getAttribute('value')!;
  const moved = await ada.post(
    `${here}/edit`,
    { ...entry('Full council', '21 10 2026'), version },
    { follow: true },
  );
  assert.match(moved.text, /Saved\. What hangs on it moves with it/);
  assert.match(moved.text, /changed the first day from 14 October 2026 → to 21 October 2026/);
  assert.equal((await known())[0]!.id, first!.id);
  assert.equal((await known())[0]!.from, '2026-10-21');
  const stale = await ada.post(`${here}/edit`, { ...entry('Full council', '28 10 2026'), version });
  assert.equal(stale.status, 422);
  assert.match(stale.text, /Somebody changed this entry/);
  assert.match((await ada.post(`${here}/cancel`, {}, { follow: true })).text, /does not take place/);
  assert.deepEqual(await known(), []);
  assert.match((await ada.get(at)).text, /Does not take place; it was for 21 October 2026/);
  await ada.post(`${here}/restore`);
  assert.equal((await known()).length, 1);
  assert.match(
    (await ada.post(`${here}/remove`, {}, { follow: true })).text,
    /removed an entry from Full council, 21 October 2026/,
  );
  assert.equal((await ada.get(here)).status, 404);
  assert.equal((await ada.post(`${here}/cancel`)).status, 404);
});

test('what stands in a calendar already is not taken twice, typed or moved there', async () => {
  const ada = await anEditor('Thornby');
  const at = await made(ada, 'Meetings', 'meetings');
  const add = (title: string, first: string, more = {}) =>
    ada.post(`${at}/entries/new`, entry(title, first, more));
  assert.equal((await add('Full council', '14 10 2026', { at: '7pm' })).status, 303);
  const again = await add('full  Council', '14 10 2026', { at: '19:00' });
  assert.equal(again.status, 422);
  assert.match(again.text, /This is in the calendar already, on the same day at the same time/);
  assert.equal(again.dom.querySelector('#title')!.getAttribute('value'), 'full  Council');
  assert.equal((await add('Full council', '14 10 2026', { at: '2pm' })).status, 303);
  assert.equal((await add('Full council', '21 10 2026')).status, 303);
  const both = await Promise.all([add('Cabinet', '3 11 2026'), add('Cabinet', '3 11 2026')]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 422]);
  const entries = await site.within(ada.organisation, within => calendarsKnown(within));
  const known = entries.get(at.split('/').at(-1)!)!.entries;
  assert.equal(known.length, 4);
  const here = `${at}/entries/${known.find(one => one.from === '2026-10-21')!.id}/edit`;
  const version = (await ada.get(here)).dom.querySelector('[name=version]')!.getAttribute('value')!;
  const moved = await ada.post(here, { ...entry('Full council', '14 10 2026', { at: '7pm' }), version });
  assert.match(moved.text, /This is in the calendar already/);
  assert.equal((await ada.post(here, { ...entry('Full council', '28 10 2026'), version })).status, 303);
});

test('an election tells its pre-election period and why, for its own area', async () => {
  const ada = await anEditor('Marsham');
  await ada.post('/directory/areas/new', { kind: 'ward', name: 'Northfield', code: '', partOf: '' });
  const at = await made(ada, 'Elections', 'elections');
  const ward = (await ada.get(`${at}/entries/new`)).dom
    .querySelectorAll('#area option')
    .find(one => /Northfield/.test(one.text))!
    .getAttribute('value')!;
  const poll = (title: string, on: string, more: Record<string, string>) =>
    ada.post(`${at}/entries/new`, { ...entry(title, on), ...day('starts', ''), area: '', ...more });
  await poll('Borough election', '6 5 2027', { poll: 'local' });
  await poll('Northfield by-election', '4 2 2027', {
    poll: 'local',
    area: ward,
    ...day('starts', '1 12 2026'),
  });
  const list = await ada.get('/calendars');
  assert.match(
    list.text,
    /Northfield by-election 1 December 2026 to 4 February 2027 The organisation begins earlier than it must: notice of the election must be given by 30 December 2026/,
  );
  assert.match(
    list.text,
    /Borough election 31 March to 6 May 2027 Notice of the election must be given by 31 March 2027, 25 working days before the poll/,
  );
  assert.match((await ada.get(`${at}?year=2027`)).text, /Pre-election period from 31 March 2027/);
  const span = { from: Temporal.PlainDate.from('2026-12-01'), by: Temporal.PlainDate.from('2026-12-01') };
  const [found, none] = await site.within(ada.organisation, within => preElectionPeriods(within, span));
  assert.equal(found!.area?.name, 'Northfield');
  assert.equal(none, undefined);
  const refused = await poll('When', '6 5 2027', { poll: '', ...day('starts', '7 5 2027') });
  assert.match(refused.text, /Choose whose poll it is/);
  assert.match(refused.text, /The day on which you begin must not be after the poll/);
});

test('what is typed wrong comes back with what was typed', async () => {
  const ada = await anEditor('Wick');
  const nothing = await ada.post('/calendars/new', { name: ' ' });
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Enter the name of the calendar/);
  assert.match(nothing.text, /Choose what it is a calendar of/);
  const at = await made(ada, 'Terms', 'terms');
  assert.match(
    (await ada.post('/calendars/new', { name: 'terms', kind: 'events' })).text,
    /of this name already/,
  );
  const wrong = await ada.post(
    `${at}/entries/new`,
    entry('', '31 2 2027', { ...day('last', '1 1 2026'), at: 'late' }),
  );
  assert.equal(wrong.status, 422);
  assert.match(
    wrong.text,
    /Enter what it is called.*Enter the first day as a real date.*Enter a time of day/,
  );
  assert.equal(wrong.dom.querySelector('#at')!.getAttribute('value'), 'late');
  const backwards = await ada.post(`${at}/entries/new`, entry('X', '2 2 2027', day('last', '1 2 2027')));
  assert.match(backwards.text, /The last day must be the first day or later/);
});

test('a calendar is changed and removed with its entries; what it is of stays while it has some', async () => {
  const ada = await anEditor('Fenwick');
  const at = await made(ada, 'Terms', 'terms');
  await ada.post(`${at}/entries/new`, entry('Autumn term', '2 9 2026', day('last', '18 12 2026')));
  const change = (values: Record<string, string>) =>
    ada.post(
      `${at}/edit`,
      { name: 'Terms', kind: 'terms', area: '', version: '1', ...values },
      { follow: true },
    );
  assert.match((await change({ kind: 'events' })).text, /only while it has no entries/);
  assert.match(
    (await change({ name: 'School terms' })).text,
    /changed the name from Terms → to School terms/,
  );
  assert.match((await ada.get(`${at}/remove`)).text, /Its 1 entry would be gone/);
  assert.match((await ada.post(`${at}/remove`, {}, { follow: true })).text, /School terms is removed/);
  assert.equal((await ada.get(at)).status, 404);
  assert.equal((await ada.post(`${at}/remove`)).status, 404);
});

test('known days of festivals are chosen, and are there once', async () => {
  const ada = await anEditor('Elm');
  const at = await made(ada, 'Days', 'festivals');
  assert.equal((await ada.get(`${await made(ada, 'Terms', 'terms')}/known-days`)).status, 404);
  assert.match(
    (await ada.post(`${at}/known-days`, {})).text,
    /Tick the days that you want.*Choose for how many years/,
  );
  await ada.post(`${at}/entries/new`, entry('Halloween', '31 10 2026'));
  const days = { days: ['Halloween', 'Easter Sunday'], years: '2' };
  assert.match((await ada.post(`${at}/known-days`, days, { follow: true })).text, /3 entries are added/);
  assert.match(
    (await ada.post(`${at}/known-days`, days, { follow: true })).text,
    /All of them were there already/,
  );
  assert.match((await ada.get(at)).text, /Easter Sunday 28 March 2027/);
  const choose = await site.within(ada.organisation, within => calendarsToChoose(within));
  assert.deepEqual(
    choose.map(({ name, kind, titles }) => [name, kind, titles]),
    [
      ['Days', 'festivals', ['Easter Sunday', 'Halloween']],
      ['Terms', 'terms', []],
    ],
  );
});

test('viewers read and change nothing; another organisation finds nothing; malformed names are not found', async () => {
  const ada = await anEditor('Dunlin');
  const at = await made(ada, 'Terms', 'terms');
  await ada.post(`${at}/entries/new`, entry('Autumn term', '2 9 2026'));
  const link = (await ada.get(at)).dom.querySelector('tbody th a')!.getAttribute('href')!;
  const viewer = await site.person({ organisation: ada.organisation, role: 'viewer' });
  for (const path of [at, link]) {
    const page = await viewer.get(path);
    assert.equal(page.status, 200);
    assert.equal(page.dom.querySelectorAll('main form').length, 0);
  }
  assert.equal((await viewer.post(`${link}/cancel`)).status, 403);
  const other = await anEditor('Kittiwake');
  const own = await made(other, 'Own', 'terms');
  for (const path of [at, link, `${link}/edit`, link.replace(at, own), '/calendars/1', `${at}/entries/1`])
    assert.equal((await other.get(path)).status, 404, path);
});

test('a sample of an organisation has calendars with something to come', async () => {
  const ada = await anEditor('Sample');
  const { sampleCalendars } = await import('../../sample.ts');
  await site.within(ada.organisation, within => sampleCalendars(within, { follows: [] }, site.clock.now()));
  const { text } = await ada.get('/calendars');
  assert.match(text, /Days of the year.*Halloween 31 October 2026/);
  assert.match(text, /Elections.*Borough council election 6 May 2027/);
  assert.match(text, /Meetings of the council.*Cabinet 9 September 2026 at 6:30pm/);
  assert.match(text, /School terms.*Autumn term 2 September to 18 December 2026/);
});
