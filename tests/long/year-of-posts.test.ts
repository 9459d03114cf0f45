import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectDaysCounted } from '../support/days-counted.ts';
import { newEntries } from '../support/year/acts.ts';
import { figuresOf, listed, shown, tallied } from '../support/year/figures.ts';
import { askLine, letterDays } from '../support/year/letters.ts';
import { type Year, yearOf } from '../support/year/year-of.ts';
import {
  AWAY,
  asks,
  type Kept,
  promisedByPosts,
  RECKONED,
  type Reckoned,
  says,
  YEAR,
} from '../support/year/year-of-posts.ts';

/** A year of a real framework: what meetings in cells and duties in prose ask of people, and how far they were held. */
await yearOf('a year of posts', { document: 'childrens-', from: YEAR.from }, told);

async function told({ life, lead, content }: Year) {
  const { kept, ids, people, proposed } = await promisedByPosts(life, await lead(), content);
  const nameOf = new Map(Object.entries(kept).map(([name, id]) => [id, name as Kept]));
  const count = (some: (one: Reckoned) => boolean) => tallied(RECKONED.filter(some));
  const ofTheYear = (text: string) => text <= YEAR.by;

  test('its timings stand in cells of other columns, and are proposed from there', () => {
    assert.deepEqual(proposed, ['1 s0', '8 s0']);
  });

  test('a year passes', async () => {
    await people.cover(ids[AWAY.who]!, ids[AWAY.by]!, AWAY.from, AWAY.until);
    await life.until('2016-04-08', says);
  });

  test('what was asked of whom, and what arrived on which day', async () => {
    const written = (await newEntries(life)).map(one => ({ ...one, kept: nameOf.get(one.promise)! }));
    assert.deepEqual(
      written.map(askLine).filter(ofTheYear).sort(),
      asks().map(askLine).filter(ofTheYear).sort(),
    );
    const arrived = life.arrived.map(({ day, to }) => `${day} ${to}`);
    assert.deepEqual(arrived, [...new Set(arrived)]);
    assert.deepEqual(arrived.filter(ofTheYear).sort(), letterDays(asks(), 'mae').filter(ofTheYear));
  });

  test('held or not held: whoever answered was asked nothing else', async () => {
    const rows = await life.site.within(life.organisation, ({ db }) =>
      db
        .selectFrom('requests')
        .select(['what', 'fields', 'choices'])
        .where('what', 'like', '%held?')
        .execute(),
    );
    assert.equal(
      rows.length,
      RECKONED.filter(({ kept: name }) => name === 'team' || name === 'alone').length,
    );
    for (const { what, fields } of rows)
      assert.deepEqual({ what, fields }, { what: 'Has this been held?', fields: [] });
  });

  test('two duties of one heading are told apart wherever somebody is asked about them', async () => {
    const rows = await life.site.within(life.organisation, ({ db }) =>
      db
        .selectFrom('promises')
        .select('about')
        .distinct()
        .where('id', 'in', [kept.team, kept.alone])
        .execute(),
    );
    assert.equal(rows.length, 2);
  });

  test('figures: in all, by promise, by whoever has the post and by month, and the lists behind them', async () => {
    const all = await figuresOf(await lead(), YEAR);
    assert.deepEqual(
      all.all,
      count(() => true),
    );
    for (const [name, promise] of Object.entries(kept))
      assert.deepEqual(
        (await figuresOf(await lead(), { ...YEAR, promise })).all,
        count(one => one.kept === name),
      );
    const owners = Object.entries(all.by('Who does it')).map(([name, tally]) => [
      name.replace('Office of ', ''),
      tally,
    ]);
    const people = [...new Set(RECKONED.map(({ who }) => who))];
    assert.deepEqual(
      Object.fromEntries(owners),
      Object.fromEntries(people.map(name => [name, count(({ who }) => who === name)])),
    );
    const months = [...Map.groupBy(RECKONED, ({ by }) => by.slice(0, 7))].sort();
    assert.deepEqual(
      Object.values(all.by('Month')),
      months.map(([, some]) => tallied(some)),
    );
    const { met, missed } = count(() => true);
    assert.deepEqual(await listed(await lead(), YEAR), { Met: met, Missed: missed });
    assert.deepEqual(await shown(await lead(), YEAR), [met, 0, missed, 0, 0]);
    await life.site.within(life.organisation, expectDaysCounted);
  });
}
