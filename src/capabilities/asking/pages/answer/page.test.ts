import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { askedOn, linkIn } from '../../../../../tests/support/asked.ts';
import { runTimed } from '../../../../../tests/support/run-timed.ts';
import { type Person, testSite } from '../../../../../tests/support/site.ts';
import { historyOf } from '../../../../platform/history/history.ts';

const site = await testSite({ now: '2025-06-02T07:00:00Z' }); // a Monday
after(site.close);

let administrator: Person;
let with_: ReturnType<typeof askedOn>;
let jo: string;
let number = 0;

before(async () => {
  administrator = await site.person({ role: 'administrator' });
  with_ = askedOn(site, administrator.organisation);
});

/** Somebody new is asked, and has the message. */
beforeEach(async () => {
  number++;
  jo = await with_.person({ name: `Jo Reed ${number}` });
});

const what = 'Was the panel held?';
const asked = async (more: object = {}) => {
  const request = await with_.ask({ of: { person: jo }, what, by: '2025-06-12', ...more });
  site.clock.advance({ hours: 24 });
  while (site.clock.now().toZonedDateTimeISO('Europe/London').dayOfWeek > 5)
    site.clock.advance({ hours: 24 });
  const noon = site.clock.now().toZonedDateTimeISO('Europe/London').with({ hour: 12 }).toInstant();
  await runTimed(site, noon);
  const link = linkIn((await with_.messages(`Jo Reed ${number}`)).at(-1));
  return { request, link };
};
const standing = (request: string) =>
  site.within(administrator.organisation, ({ db }) =>
    db.selectFrom('requests').selectAll().where('id', '=', request).executeTakeFirstOrThrow(),
  );
const said = (request: string) =>
  site.within(administrator.organisation, ({ db }) =>
    db
      .selectFrom('request_updates')
      .selectAll()
      .where('request_id', '=', request)
      .orderBy('number')
      .execute(),
  );
test('a link shows what is asked, to nobody else, and changes nothing', async () => {
  const { request, link } = await asked();
  for (let scan = 0; scan < 3; scan++) {
    const page = await site.visitor().get(link);
    assert.equal(page.status, 200);
    assert.match(page.text, /Was the panel held\?.*asked by Test · answer by Thursday 12 June 2025/);
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.match(String(page.headers['x-robots-tag']), /noindex/);
  }
  assert.equal((await standing(request)).state, 'open');
  assert.deepEqual(await said(request), []);
});

test('an answer with a note and a picture is kept under the person’s name', async () => {
  const { request, link } = await asked();
  const phone = site.visitor();
  await phone.get(link);
  const done = await phone.upload(
    `${link}/${request}`,
    { name: 'list.txt', content: '14 came' },
    { choice: 'yes', note: '14 came.' },
    { follow: true },
  );
  assert.match(done.text, /Thank you\. Your answer is kept\..*Nothing more is asked of you/);
  const [update] = await said(request);
  assert.deepEqual(
    [update?.choice, update?.note, update?.by_name, update?.by_link],
    ['yes', '14 came.', `Jo Reed ${number}`, true],
  );
  const entries = await site.within(administrator.organisation, within =>
    historyOf(within, { kind: 'request', id: request }),
  );
  const entry = entries.find(({ action }) => action === 'answered');
  assert.equal(entry?.actor, `Jo Reed ${number}, by link`);
});

test('an answer again is another update, and the first one stays', async () => {
  const { request, link } = await asked();
  const phone = site.visitor();
  await phone.get(link);
  await phone.upload(`${link}/${request}`, [], { choice: 'yes' });
  const again = await phone.get(`${link}/${request}`);
  assert.match(again.text, /You answered on .* Yes/);
  await phone.upload(`${link}/${request}`, [], { choice: 'no', note: 'It rained.' });
  assert.deepEqual(
    (await said(request)).map(({ choice }) => choice),
    ['yes', 'no'],
  );
});

test('what is missing is asked for, and what was typed stays', async () => {
  const { request, link } = await asked();
  const phone = site.visitor();
  await phone.get(link);
  const none = await phone.upload(`${link}/${request}`, [], { note: 'Half typed' });
  assert.equal(none.status, 422);
  assert.match(none.text, /Choose an answer/);
  assert.match(none.html, /Half typed/);
  const why = await phone.upload(`${link}/${request}`, [], { choice: 'no' });
  assert.match(why.text, /Write a sentence about it/);
  const file = await phone.upload(
    `${link}/${request}`,
    { name: 'a.exe', content: 'MZ\0\0' },
    { choice: 'yes' },
  );
  assert.match(file.text, /The file must be one of these/);
  assert.equal((await standing(request)).state, 'open');
});

test('“not mine” goes to whoever is named, where the register has one of that name, and else to the lead', async () => {
  const sam = await with_.person({ name: `Sam Birch ${number}` });
  const { request, link } = await asked();
  const phone = site.visitor();
  await phone.get(link);
  const first = await phone.upload(
    `${link}/${request}`,
    [],
    { choice: 'not-mine', name: `sam birch ${number}` },
    { follow: true },
  );
  assert.equal((await standing(request)).person_id, sam);
  assert.equal((await standing(request)).state, 'open');
  assert.match((await phone.get(`${link}/${request}`)).text, /with somebody else now/);
  const other = await asked();
  await phone.get(other.link);
  const second = await phone.upload(
    `${other.link}/${other.request}`,
    [],
    { choice: 'not-mine', name: 'Nobody Here' },
    { follow: true },
  );
  assert.equal((await standing(other.request)).state, 'not-theirs');
  // whoever has the link cannot tell from the answer whom the register has
  const dateless = (text: string) => text.replace(/until \d+ \w+/, '');
  assert.equal(dateless(first.text), dateless(second.text));
});

test('a request can be put off a few times, and not for ever', async () => {
  const { request, link } = await asked();
  const phone = site.visitor();
  await phone.get(link);
  const day = (many: number) => {
    const {
      day: date,
      month,
      year,
    } = site.clock.now().toZonedDateTimeISO('Europe/London').add({ days: many });
    return { 'until-day': `${date}`, 'until-month': `${month}`, 'until-year': `${year}` };
  };
  assert.match(
    (await phone.post(`${link}/${request}/later`, day(60))).text,
    /within the next ten working days/,
  );
  assert.match((await phone.post(`${link}/${request}/later`, day(0))).text, /Enter a day after today/);
  assert.equal((await phone.post(`${link}/${request}/later`, day(3))).status, 303);
  assert.equal((await phone.post(`${link}/${request}/later`, day(5))).status, 303);
  assert.match(
    (await phone.post(`${link}/${request}/later`, day(6), { follow: true })).text,
    /as often as it can be/,
  );
  assert.equal((await standing(request)).snoozes, 2);
});

test('a form from elsewhere is refused', async () => {
  const { request, link } = await asked();
  const forged = await site.visitor().upload(`${link}/${request}`, [], { choice: 'yes' }, { forged: true });
  assert.equal(forged.status, 403);
  assert.deepEqual(await said(request), []);
});

test('a line that is marked is neither named in a message nor on the page of a link', async () => {
  const about = [
    {
      kind: 'line',
      id: '11111111-1111-4111-8111-111111111111',
      title: 'Whispered',
      href: '/x',
      sensitive: true,
    },
  ];
  const { link } = await asked({ kind: 'unknown-kind', about });
  const message = (await with_.messages(`Jo Reed ${number}`)).at(-1);
  assert.doesNotMatch(message?.text ?? '', /Whispered/);
  assert.match(message?.text ?? '', /1 line marked OFFICIAL-SENSITIVE/);
  const page = await site.visitor().get(link);
  assert.doesNotMatch(page.html, /Whispered/);
  assert.match(page.text, /sign in to read it/);
});
