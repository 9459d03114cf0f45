import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectDaysCounted } from '../support/days-counted.ts';
import { datesOf, happens, marked, newEntries, postponed, settledByLead } from '../support/year/acts.ts';
import { figuresOf, listed, shown, tallied } from '../support/year/figures.ts';
import { askLine, letterDays } from '../support/year/letters.ts';
import { at } from '../support/year/living.ts';
import { asks, RECKONED, type Reckoned } from '../support/year/reckoned.ts';
import {
  AWAY,
  EXCUSED,
  INCIDENTS,
  type Kept,
  keeperOf,
  NO_MAIL,
  numberOf,
  POSTPONED,
  says,
  wardName,
  YEAR,
} from '../support/year/story-of-wards.ts';
import type { Asked } from '../support/year/waiting.ts';
import { type Year, yearOf } from '../support/year/year-of.ts';
import { promisedToWards } from '../support/year/year-of-wards.ts';

/**
 * A year of a real plan over forty-eight wards and their boards, day by day. What stands in people's inboxes, and every
 * figure at its end, is held to a reckoning that was made from the story of the year and a wall calendar alone.
 */
await yearOf('a year of wards', { document: 'east-', from: YEAR.from }, told);

async function told({ life, lead, content }: Year) {
  const { kept, ids, people } = await promisedToWards(life, await lead(), content);
  const hidden = await marked(life, kept.monitors);
  const nameOf = new Map(Object.entries(kept).map(([name, id]) => [id, name as Kept]));
  const answers = (asked: Asked, today: string) => says(nameOf.get(asked.dates[0]!.promise)!, asked, today);
  const noon = (day: string) => life.site.clock.set(at(day, '14:00'));

  test('spring and summer: incidents set off what waits for them, and somebody stands in', async () => {
    await people.cover(ids.jo!, ids.sam!, AWAY.from, AWAY.by);
    await life.until(INCIDENTS[0].on, answers);
    noon(INCIDENTS[0].on);
    await happens(await lead(), INCIDENTS[0].on, 'incident', [kept.boardNeed, kept.partners]);
    await life.site.runJobs();
    await life.until('2020-10-31', answers);
  });

  test('autumn and winter: somebody is silent, no mail leaves for a day, what cannot be done is excused', async () => {
    await life.until(INCIDENTS[1].on, answers);
    noon(INCIDENTS[1].on);
    await happens(await lead(), INCIDENTS[1].on, 'incident', [kept.boardNeed, kept.partners]);
    await life.site.runJobs();
    await settledByLead(await lead(), await datesOf(life, kept.partners, INCIDENTS[1].by), 'not-triggered');
    await life.until('2020-11-19', answers);
    await life.closeMail();
    await life.until(NO_MAIL.on, answers);
    await life.openMail();
    await life.until('2020-12-18', answers);
    await settledByLead(await lead(), await datesOf(life, kept.street, EXCUSED.christmas), 'excused');
    await life.until('2021-01-11', answers);
    const kits = (name: string) => keeperOf(numberOf(name)) === 'kit';
    await settledByLead(await lead(), await datesOf(life, kept.street, EXCUSED.afterwards, kits), 'excused');
    await life.until(POSTPONED.from, answers);
    await postponed(await lead(), kept.local, POSTPONED.until);
    await life.until('2021-04-09', answers);
  });

  test('what was asked of whom, entry by entry', async () => {
    const written = (await newEntries(life)).map(one => ({ ...one, kept: nameOf.get(one.promise)! }));
    const ofTheYear = ({ on }: { on: string }) => on <= YEAR.by;
    assert.deepEqual(
      written.filter(ofTheYear).map(askLine).sort(),
      asks().filter(ofTheYear).map(askLine).sort(),
    );
  });

  test('what arrived on which day: one message at the most, and none that nobody needs', () => {
    const arrived = life.arrived.map(({ day, to }) => `${day} ${to}`);
    assert.deepEqual(arrived, [...new Set(arrived)]);
    const inTime = (text: string) => text.replace(NO_MAIL.on, NO_MAIL.arrives);
    const ofTheYear = (text: string) => text <= YEAR.by;
    assert.deepEqual(
      arrived.filter(ofTheYear).sort(),
      letterDays(asks(), 'mae').map(inTime).filter(ofTheYear).sort(),
    );
  });

  test('what is marked is asked about without a word of it', () => {
    const ofNed = life.arrived.filter(({ to, words }) => to === 'ned' && /OFFICIAL-SENSITIVE/.test(words));
    assert.equal(ofNed.length, 4);
    for (const { words } of life.arrived)
      for (const word of [hidden.audience, hidden.what.slice(0, 30)]) assert.ok(!words.includes(word));
  });

  const count = (some: (one: Reckoned) => boolean) => tallied(RECKONED.filter(some));

  test('figures: in all, by promise, month and ward', async () => {
    const all = await figuresOf(await lead(), YEAR);
    assert.deepEqual(
      all.all,
      count(() => true),
    );
    for (const [name, promise] of Object.entries(kept))
      assert.deepEqual(
        { name, ...(await figuresOf(await lead(), { ...YEAR, promise })).all },
        { name, ...count(one => one.kept === name) },
      );
    const months = Object.values(all.by('Month'));
    assert.deepEqual(months, monthsOf(RECKONED));
    const areas = all.by('Area');
    for (let ward = 1; ward <= 49; ward++)
      assert.deepEqual(
        { ward, ...areas[`${wardName(ward)}, ward`] },
        { ward, ...count(one => one.ward === ward) },
      );
  });

  test('figures: by owner, a ward of one promise, what was taken out, and the lists behind them', async () => {
    const owners = (await figuresOf(await lead(), YEAR)).by('Who does it');
    for (const who of ['jo', 'kit', 'pat', 'lou', 'mae'])
      assert.deepEqual({ who, ...owners[`Office of ${who}`] }, { who, ...count(one => one.who === who) });
    assert.equal((await figuresOf(await lead(), { ...YEAR, promise: kept.street })).afterMiss, 12);
    const states = await listed(await lead(), YEAR);
    const told = count(() => true);
    assert.deepEqual(states, {
      ...{ Met: told.met, 'Met late': told.late, Missed: told.missed, Excused: told.excused },
      ...{
        'Nothing to say': told.nothing,
        'Did not apply': told['not-triggered'],
        Postponed: told.postponed,
      },
    });
    const notCounted = told.excused + told.nothing + told['not-triggered'] + told.postponed;
    assert.deepEqual(await shown(await lead(), YEAR), [told.met, told.late, told.missed, notCounted, 0]);
    await life.site.within(life.organisation, expectDaysCounted);
  });
}

const monthsOf = (all: Reckoned[]) =>
  [...Map.groupBy(all, ({ by }) => by.slice(0, 7))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, some]) => tallied(some));
