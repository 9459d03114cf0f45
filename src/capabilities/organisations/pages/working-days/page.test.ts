import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testSite } from '../../../../../tests/support/site.ts';
import { holidaysByRule } from '../../../../timing/working/by-rule.ts';
import { isWorkingDay } from '../../../../timing/working/working.ts';
import { giveInBankHolidays, workingCalendarOf } from '../../index.ts';

const site = await testSite({ now: '2026-11-22T12:00:00Z' });
after(site.close);
const administrator = await site.person({ role: 'administrator' });
const viewer = await site.person({ role: 'viewer' });

const PATH = '/organisation/working-days';
const week = (change: Record<string, string> = {}) => ({
  division: 'england-and-wales',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].flatMap(day => [
      [`opens-${day}`, day < 6 ? '9am' : ''],
      [`closes-${day}`, day < 6 ? '5pm' : ''],
    ]),
  ),
  ...change,
});
const calendar = () => site.within(administrator.organisation, workingCalendarOf);
const day = (text: string) => Temporal.PlainDate.from(text);

test('it begins with Monday to Friday, nine to five, in England and Wales, and says what that comes to', async () => {
  const { text } = await administrator.get(PATH);
  assert.match(text, /Monday to Friday 9am to 5pm; bank holidays of England and Wales/);
  assert.match(text, /Next Monday 23 November 2026/);
  assert.match(text, /In 10 Friday 4 December 2026/);
  assert.match(text, /Office opens 23 November 2026 at 9am/);
  assert.match(text, /Monday 28 December 2026 Boxing Day \(substitute day\)/);
  assert.match(text, /known as published until the end of 2028/);
  assert.match((await administrator.post(PATH, week(), { follow: true })).text, /Nothing was changed/);
});

test('an administrator changes it, days are counted by it, and the history says who', async () => {
  const fields = week({ division: 'scotland', 'opens-5': '8.30', 'closes-5': 'midday', 'closes-1': '17:30' });
  const { text } = await administrator.post(PATH, fields, { follow: true });
  assert.match(text, /Saved\. Working days are counted by it/);
  assert.match(text, /Monday 9am to 5:30pm, Tuesday to Thursday 9am to 5pm, Friday 8:30am to midday/);
  assert.match(text, /Monday 30 November 2026 St Andrew’s Day/);
  assert.match(text, /In 10 Monday 7 December 2026/);
  assert.ok(!isWorkingDay(day('2026-11-30'), await calendar()));
  const history = (await administrator.get('/organisation')).text;
  assert.match(history, /changed the bank holidays from England and Wales → to Scotland/);
  assert.match(history, /changed the office hours on Friday from 9am to 5pm → to 8:30am to midday/);
});

test('hours that cannot be are refused, and what was written stays', async () => {
  const wrong = week({ division: 'wales', 'opens-2': 'early', 'closes-3': '8am', 'opens-6': '10am' });
  const page = await administrator.post(PATH, wrong);
  assert.equal(page.status, 422);
  for (const words of [
    'Choose whose bank holidays the organisation keeps',
    'Enter when it opens on Tuesday as a time, like 9am or 8:30am',
    'On Wednesday it must close later than it opens',
    'Enter when it closes on Saturday as a time, like 5pm or 17:30',
  ])
    assert.ok(page.text.includes(words), words);
  assert.equal(page.dom.querySelector('#opens-2')?.getAttribute('value'), 'early');
  const never = Object.fromEntries(Object.keys(week()).map(name => [name, '']));
  const closed = await administrator.post(PATH, { ...never, division: 'scotland' });
  assert.match(closed.text, /Enter the hours of at least one day/);
});

const closing = (from: string, to: string, what: string) => {
  const parts = (name: string, text: string) => {
    const [day = '', month = '', year = ''] = text.split(' ');
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
  };
  return { ...parts('from', from), ...parts('to', to), what };
};

test('days of its own are added once, count as no working days, and can be removed', async () => {
  const fields = closing('29 12 2026', '31 12 2026', 'Closed between the years');
  const added = await administrator.post(`${PATH}/closed`, fields, { follow: true });
  assert.match(added.text, /29 December 2026 to 31 December 2026 Closed between the years/);
  assert.ok(!isWorkingDay(day('2026-12-30'), await calendar()));
  const again = await administrator.post(`${PATH}/closed`, fields);
  assert.equal(again.status, 422);
  assert.match(again.text, /These days are in the list already/);
  await administrator.post(`${PATH}/closed`, closing('2 10 2026', '', 'Fair day'));
  assert.match((await viewer.get(PATH)).text, /Days that are over.*2 October 2026, Fair day/);
  const id = added.dom.querySelector('input[name=id]')!.getAttribute('value')!;
  const removed = await administrator.post(`${PATH}/closed/remove`, { id }, { follow: true });
  assert.match(removed.text, /Removed\./);
  assert.ok(isWorkingDay(day('2026-12-30'), await calendar()));
  assert.equal((await administrator.post(`${PATH}/closed/remove`, { id })).status, 404);
  assert.equal((await administrator.post(`${PATH}/closed/remove`, { id: '1' })).status, 404);
  const history = (await administrator.get('/organisation')).text;
  assert.match(history, /closed days from 29 December 2026 to 31 December 2026 \(Closed between the years\)/);
});

const WRONG: [from: string, to: string, what: string, words: RegExp][] = [
  ['', '', 'Fair', /Enter the first day/],
  ['31 2 2027', '', 'Fair', /Enter the first day as a real date/],
  ['1 2 2027', '31 1 2027', 'Fair', /The last day must be the first day or later/],
  ['1 2 2027', '1 2 2028', 'Fair', /The last day must be within three months/],
  ['1 2 2206', '', 'Fair', /The first day must be within 10 years of today/],
  ['1 2 2027', '', ' ', /Enter why you are closed/],
];

for (const [from, to, what, words] of WRONG)
  test(`closed from "${from}" to "${to}" for "${what}" is refused`, async () => {
    const refused = await administrator.post(`${PATH}/closed`, closing(from, to, what));
    assert.equal(refused.status, 422);
    assert.match(refused.text, words);
  });

test('everybody reads it, and only administrators change it', async () => {
  const page = await viewer.get(PATH);
  assert.equal(page.status, 200);
  assert.equal(page.dom.querySelectorAll('main form').length, 0);
  assert.equal((await viewer.post(PATH, week())).status, 403);
  assert.equal((await viewer.post(`${PATH}/closed`, closing('1 2 2027', '', 'Fair'))).status, 403);
});

test('one organisation’s days are not another’s', async () => {
  const island = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Isle of Saltby'),
  });
  await administrator.post(`${PATH}/closed`, closing('5 5 2027', '', 'Founders’ day'));
  assert.doesNotMatch((await island.get(PATH)).text, /Founders/);
  const [row] = await site.within(administrator.organisation, ({ db }) =>
    db.selectFrom('closed_days').select('id').where('what', 'like', 'Founders%').execute(),
  );
  assert.equal((await island.post(`${PATH}/closed/remove`, { id: row!.id })).status, 404);
});

test('an organisation cannot close for ever', async () => {
  const island = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Isle of Tern'),
  });
  const stretch = (year: number, month: number) =>
    island.post(`${PATH}/closed`, closing(`1 ${month} ${year}`, `28 ${month + 2} ${year}`, 'Closed'));
  for (const year of [2027, 2028]) for (const month of [1, 4, 7, 10]) await stretch(year, month);
  await stretch(2029, 1);
  const full = await stretch(2029, 4);
  assert.equal(full.status, 422);
  assert.match(full.text, /The list is full\. Remove days of long ago first/);
});

test('bank holidays that nobody has published yet are told as worked out', async () => {
  assert.doesNotMatch((await viewer.get(PATH)).text, /Day by the rules/);
  site.clock.set('2028-12-27T12:00:00Z');
  const late = await site.person({ role: 'viewer' });
  const { text } = await late.get(PATH);
  assert.match(text, /Monday 1 January 2029 New Year’s Day by the rules/);
  assert.doesNotMatch(text, /Have whoever runs this installation/);
});

test('administrators are told half a year before the known bank holidays run out, until later ones are taken in', async () => {
  const told = async (path: string) =>
    /until the end of 2028 only\..*bank-holidays https/.test((await ada.get(path)).text);
  site.clock.set('2028-06-30T20:00:00Z');
  const ada = await site.person({
    role: 'administrator',
    organisation: await site.organisation('Isle of Wick'),
  });
  assert.deepEqual([await told(PATH), await told('/organisation')], [false, false]);
  site.clock.set('2028-07-01T01:00:00Z');
  assert.deepEqual([await told(PATH), await told('/organisation')], [true, true]);
  const whole = [...holidaysByRule(2029, 'england-and-wales')].map(([holiday, name]) => ({
    ...{ division: 'england-and-wales' as const, day: holiday, name },
  }));
  await giveInBankHolidays(site.database, whole, site.clock.now());
  assert.deepEqual([await told(PATH), await told('/organisation')], [false, false]);
});
