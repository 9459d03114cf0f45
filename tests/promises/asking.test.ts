import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { requestsHandOver } from '../../src/capabilities/asking/index.ts';
import { askedOn } from '../support/asked.ts';
import { diaryOf } from '../support/diary.ts';
import { inboxes } from '../support/inboxes.ts';

/**
 * A quarter passes, hour by hour as far as it matters, and what stands in people's inboxes is looked at. A person gets one
 * message a day at the most, whatever is asked of them; while they are away, who stands in gets it.
 */
const mail = await inboxes('2025-10-01T10:00:00Z');
const { site } = mail;
after(mail.close);
const WEDNESDAY = 3;
const { diary, liveUntil, withoutMailOn } = diaryOf(mail, {
  looks: ['asking', 'mail'],
  // once a week the worker looks by night too
  hoursOf: ({ dayOfWeek }) =>
    dayOfWeek === WEDNESDAY ? ['T05:00:00Z', 'T09:05:00Z', 'T20:00:00Z'] : ['T09:05:00Z'],
});

let with_: ReturnType<typeof askedOn>;
let organisation: string;
const people: Record<string, string> = {};
const requests: Record<string, string> = {};

/** Somebody opens the last message that came to them, on a phone. */
async function phoneOf(name: string) {
  const link = mail.linkTo(name);
  const phone = site.visitor();
  await phone.get(link);
  return { phone, link };
}

before(async () => {
  const editor = await site.person({ role: 'editor' });
  organisation = editor.organisation;
  with_ = askedOn(site, organisation);
  Object.assign(people, await with_.team('Mae Lund', ['Jo Reed', 'Kit Marsh', 'Pat Holm']));
  people.sam = await with_.person({ name: 'Sam Birch' });
});

const ask = async (name: string, person: string, what: string, by: string) => {
  requests[name] = await with_.ask({ of: { person: people[person]! }, what, by });
};

test('October: who stands in gets what is asked of somebody who is away, and answers for them', async () => {
  await ask('panel', 'jo', 'Was the panel held?', '2025-10-17');
  await with_.cover(people.jo!, people.sam!, '2025-10-13', '2025-10-24');
  await liveUntil('2025-10-17');
  const { phone, link } = await phoneOf('Sam Birch');
  assert.match((await phone.get(link)).text, /for Jo Reed/);
  await phone.upload(`${link}/${requests.panel}`, [], { choice: 'yes' });
  await ask('leaflet', 'kit', 'Is the leaflet out?', '2025-11-07');
  await liveUntil('2025-11-02');
});

test('November: a mail server is down for a day, somebody leaves, and somebody is silent', async () => {
  await liveUntil('2025-11-03');
  await ask('briefing', 'pat', 'Were the streets briefed?', '2025-11-28');
  await withoutMailOn('2025-11-04');
  await liveUntil('2025-11-14');
  await with_.leave(people.pat!, '2025-11-14');
  const left = {
    id: people.pat!,
    name: 'Pat Holm',
    owners: [],
    endsOn: Temporal.PlainDate.from('2025-11-14'),
  };
  const taker = { id: people.jo!, name: 'Jo Reed' };
  await site.within(organisation, async within => {
    assert.equal((await requestsHandOver.held(within, left, 10))[0]?.total, 1);
    const all = { kind: 'request', things: { besides: [] }, to: taker };
    await requestsHandOver.handOver(within, left, all, site.clock.now());
  });
  await liveUntil('2025-11-25');
  const { phone, link } = await phoneOf('Jo Reed');
  const until = { 'until-day': '2', 'until-month': '12', 'until-year': '2025' };
  assert.equal((await phone.post(`${link}/${requests.briefing}/later`, until)).status, 303);
  await liveUntil('2025-12-02');
  const again = await phoneOf('Jo Reed');
  await again.phone.upload(`${again.link}/${requests.briefing}`, [], { choice: 'yes' });
});

test('December: nobody is written to over Christmas', async () => {
  await liveUntil('2025-12-11');
  await ask('lights', 'kit', 'Are the lights up?', '2025-12-24');
  await ask('crib', 'kit', 'Is the crib up?', '2025-12-24');
  await liveUntil('2026-01-06');
});

test('what each of them received, day by day', () => {
  assert.deepEqual(diary, [
    // the panel: Jo goes away on 13 October, and Sam answers on the day that it is due
    '2025-10-02 jo: 1 thing to answer',
    '2025-10-13 sam: 1 thing to answer',
    '2025-10-14 sam: 1 thing to answer',
    '2025-10-17 sam: 1 thing to answer',
    // the leaflet: Kit says nothing
    '2025-10-20 kit: 1 thing to answer',
    // 4 November: the server is away all day. One message to each, the day after
    '2025-11-05 kit: 1 thing to answer',
    '2025-11-05 pat: 1 thing to answer',
    '2025-11-07 kit: 1 thing to answer',
    '2025-11-11 kit: 1 thing to answer, 1 late',
    // five working days late: Kit is reminded the last time, and Mae is told
    '2025-11-14 kit: 1 thing to answer, 1 late',
    '2025-11-14 mae: Kit Marsh has not answered',
    // Pat left on the 14th: the briefing is Jo's
    '2025-11-17 jo: 1 thing to answer',
    '2025-11-25 jo: 1 thing to answer',
    // Jo put it off until 2 December, over the day that it was due
    '2025-12-02 jo: 1 thing to answer, 1 late',
    // the lights and the crib are in one message, with the leaflet that still waits
    '2025-12-12 kit: 3 things to answer, 1 late',
    '2025-12-19 kit: 3 things to answer, 1 late',
    '2025-12-24 kit: 3 things to answer, 1 late',
    // the 25th and 26th and the 1st are bank holidays
    '2025-12-30 kit: 3 things to answer, 3 late',
    '2026-01-05 kit: 3 things to answer, 3 late',
    '2026-01-05 mae: 2 requests without an answer',
  ]);
});

test('nobody received two on one day, and every answer stands', async () => {
  const days = diary.map(entry => entry.split(':')[0]);
  assert.equal(new Set(days).size, days.length);
  const states = await site.within(organisation, ({ db }) =>
    db.selectFrom('requests').select(['id', 'state']).execute(),
  );
  const stateOf = (name: string) => states.find(({ id }) => id === requests[name])?.state;
  assert.deepEqual(['panel', 'leaflet', 'briefing', 'lights', 'crib'].map(stateOf), [
    'answered',
    'open',
    'answered',
    'open',
    'open',
  ]);
});
