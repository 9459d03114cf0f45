import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { agreeDates, FROM_THE_FIRST } from '../../src/capabilities/commitments/actions/agree-dates.ts';
import { changePromise } from '../../src/capabilities/commitments/actions/change-promise.ts';
import { endPromise, reopenPromise } from '../../src/capabilities/commitments/actions/end-promise.ts';
import { followLines } from '../../src/capabilities/commitments/actions/lines-gone.ts';
import { moveBack, moveOccurrence } from '../../src/capabilities/commitments/actions/move-occurrence.ts';
import {
  endPostponing,
  postponePromise,
} from '../../src/capabilities/commitments/actions/postpone-promise.ts';
import { settle } from '../../src/capabilities/commitments/actions/settle.ts';
import { undoSettle } from '../../src/capabilities/commitments/actions/undo-settle.ts';
import { writeDates } from '../../src/capabilities/commitments/actions/write-dates.ts';
import { OUTCOMES } from '../../src/capabilities/commitments/occurrence.ts';
import { adherence } from '../../src/capabilities/commitments/queries/adherence.ts';
import { keptOfAll } from '../../src/capabilities/commitments/queries/kept-by-week.ts';
import { knownFor } from '../../src/capabilities/commitments/queries/known.ts';
import {
  countOccurrences,
  matchingOccurrences,
} from '../../src/capabilities/commitments/queries/occurrences.ts';
import { holdPromise } from '../../src/capabilities/commitments/queries/promises.ts';
import type { Filter } from '../../src/capabilities/commitments/rules/asked-occurrences.ts';
import { removeLines, restoreLines } from '../../src/capabilities/plans/index.ts';
import type { Within } from '../../src/platform/database/database.ts';
import type { Series } from '../../src/timing/series/series.ts';
import { testDatabase } from '../support/database.ts';
import { expectDaysCounted } from '../support/days-counted.ts';
import { organisationWithin } from '../support/plans.ts';
import { quarterlySeries, stagedPromise, weeklySeries } from '../support/promises.ts';

const { database, drop } = await testDatabase();
after(drop);
const within = await organisationWithin(database);

const FIRST_DAY = Temporal.PlainDate.from('2025-05-05'); // a Monday
const ADA = { name: 'Ada Marsh', account: null };
const SERIES: Series[] = [
  weeklySeries,
  { kind: 'each', times: 1, period: { count: 1, unit: 'week' }, from: '2025-04-01' },
  { kind: 'each', times: 2, period: { count: 1, unit: 'month' }, from: '2025-04-01' },
  quarterlySeries,
];

/** One promise for two wards, and the day on which its story has arrived. */
type Story = {
  inside: Within;
  promise: string;
  plan: string;
  line: string;
  today: Temporal.PlainDate;
};

const timeOf = (today: Temporal.PlainDate) => ({
  today,
  now: today.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant(),
});

async function wordsChange(
  { inside, promise, today }: Story,
  to: { graceDays?: number; series?: Series },
): Promise<void> {
  const found = await holdPromise(inside, promise);
  const terms = { ...found!, owner: found!.owner?.id ?? null, ...to };
  await changePromise(inside, { promise, version: found!.version, terms }, timeOf(today));
}

const rowsOf = ({ db }: Within, promise: string) =>
  db
    .selectFrom('occurrences')
    .selectAll()
    .where('promise_id', '=', promise)
    .orderBy('by_day')
    .orderBy('id')
    .execute();

/** One near to today, so that what happens to it matters. */
async function near({ inside, promise, today }: Story, at: number) {
  const shown = new Set((await listed(inside, { promise }, today)).map(({ id }) => id));
  const rows = (await rowsOf(inside, promise)).filter(({ id }) => shown.has(id));
  const close = rows.filter(({ by_day }) => Math.abs(today.until(by_day).total('days')) < 40);
  return close[at % Math.max(close.length, 1)];
}

const versionOf = async ({ inside, promise }: Story) => (await holdPromise(inside, promise))!.version;

/** What may happen to a promise on a day; `at` chooses which of its dates, and how. */
const DEEDS: Record<string, (story: Story, at: number) => Promise<unknown>> = {
  async settle(story, at) {
    const one = await near(story, at);
    if (!one) return;
    const as = (['done', 'not-done', 'excused', 'nothing'] as const)[at % 4]!;
    const doneOn = story.today.subtract({ days: at % 9 });
    const said = { occurrences: [one.id], as, reason: 'The hall', ...(as === 'done' && { doneOn }) };
    await settle(story.inside, said, ADA, timeOf(story.today));
  },
  async 'settle many'(story, at) {
    const rows = await listed(story.inside, { promise: story.promise }, story.today);
    const occurrences = rows.slice(0, 1 + (at % 8)).map(({ id }) => id);
    const said = {
      occurrences,
      as: at % 2 ? 'excused' : 'done',
      reason: 'Flood',
      inTime: at % 3 === 0,
    } as const;
    await settle(story.inside, said, ADA, timeOf(story.today));
  },
  async undo(story, at) {
    const settled = (await rowsOf(story.inside, story.promise)).filter(({ settling_id }) => settling_id);
    const one = settled[at % Math.max(settled.length, 1)];
    if (!one) return;
    const only = at % 2 ? { only: one.id } : {};
    await undoSettle(story.inside, { settling: one.settling_id!, ...only }, timeOf(story.today).now);
  },
  async move(story, at) {
    const one = await near(story, at);
    if (!one) return;
    const day = story.today.add({ days: (at % 30) - 5 });
    const to = { occurrence: one.id, version: one.version, from: day, by: day, why: 'The hall' };
    await moveOccurrence(story.inside, to, timeOf(story.today));
  },
  async 'move back'(story, at) {
    const one = await near(story, at);
    if (one) await moveBack(story.inside, { occurrence: one.id, version: one.version }, timeOf(story.today));
  },
  async postpone(story, at) {
    const postponing = { promise: story.promise, version: await versionOf(story), why: 'Flood' };
    const until = story.today.add({ days: 1 + (at % 40) });
    await postponePromise(story.inside, { ...postponing, until }, timeOf(story.today));
  },
  async 'postpone no more'(story) {
    const which = { promise: story.promise, version: await versionOf(story) };
    await endPostponing(story.inside, which, timeOf(story.today));
  },
  'other grace': (story, at) => wordsChange(story, { graceDays: at % 15 }),
  'other series': (story, at) => wordsChange(story, { series: SERIES[at % SERIES.length]! }),
  async 'line goes'({ inside, plan, line, today }) {
    const found = await inside.db
      .selectFrom('lines')
      .select('version')
      .where('id', '=', line)
      .executeTakeFirst();
    const gone = { plan, lines: [{ id: line, version: found?.version ?? 1 }], reason: 'By mistake' };
    if (found) await removeLines(inside, gone, timeOf(today).now);
  },
  'line is back': ({ inside, plan, line, today }) =>
    restoreLines(inside, { plan, lines: [line] }, timeOf(today).now),
  async end(story) {
    const ending = { promise: story.promise, version: await versionOf(story), why: 'Not needed' };
    await endPromise(story.inside, ending, timeOf(story.today));
  },
  async reopen(story) {
    const which = { promise: story.promise, version: await versionOf(story) };
    await reopenPromise(story.inside, which, timeOf(story.today));
  },
  async 'ward goes'({ inside, promise, today }) {
    await inside.db
      .updateTable('commitments')
      .set({ ended_on: today.subtract({ days: 1 }), ended_why: 'ended' })
      .where('promise_id', '=', promise)
      .where('for_name', '=', 'Harbour')
      .where('ended_on', 'is', null)
      .execute();
  },
};

const step = fc.record({
  deed: fc.constantFrom(...Object.keys(DEEDS)),
  at: fc.nat({ max: 1000 }),
  days: fc.integer({ min: 0, max: 12 }),
});

test('whatever happens to a promise, a miss stays, first dates stay, and all figures say the same', async () => {
  const story = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), steps =>
    undone(inside => live(inside, steps)),
  );
  await fc.assert(story, {
    numRuns: 60,
    endOnFailure: true,
  });
});

/** Runs in a transaction that is undone, so that each story begins with the same. */
async function undone(work: (inside: Within) => Promise<void>): Promise<void> {
  const enough = new Error('enough');
  await within(async inside => {
    await work(inside);
    throw enough;
  }).catch(fault => {
    if (fault !== enough) throw fault;
  });
}

async function begin(inside: Within): Promise<Story> {
  const at = timeOf(FIRST_DAY);
  const ward = { kind: 'ward', created_at: at.now, changed_at: at.now };
  const wards = ['Harbour', 'Northfield'].map(name => ({ ...ward, name }));
  await inside.db.insertInto('areas').values(wards).execute();
  const spread = { of: 'areas', kind: 'ward' } as const;
  const staged = await stagedPromise(inside, { series: weeklySeries, spread, conditional: true, ...at });
  return { inside, ...staged, today: FIRST_DAY };
}

/** What jobs do after a change, and every night. */
async function jobs({ inside, promise, today }: Story): Promise<void> {
  const { now } = timeOf(today);
  await followLines(inside, 'Europe/London', { now, today });
  const known = await knownFor(inside);
  await agreeDates(inside, { promise }, { now, today, after: FROM_THE_FIRST }, known);
  await writeDates(inside, { promise }, { until: today.add({ months: 4 }), now });
}

async function live(inside: Within, steps: { deed: string; at: number; days: number }[]): Promise<void> {
  const story = await begin(inside);
  const missed = new Map<string, string>();
  const first = new Map<string, string>();
  await jobs(story);
  for (const { deed, at, days } of steps) {
    story.today = story.today.add({ days });
    await jobs(story);
    await DEEDS[deed]!(story, at);
    await jobs(story);
    await everyFigureSaysTheSame(story);
    await missesStay(story, { missed, first });
  }
}

type Seen = { missed: Map<string, string>; first: Map<string, string> };

async function missesStay({ inside, promise, today }: Story, { missed, first }: Seen): Promise<void> {
  const rows = await rowsOf(inside, promise);
  const there = new Map(rows.map(row => [row.id, row]));
  for (const [id, by] of missed) {
    const row = there.get(id);
    const state =
      row && (row.outcome ?? (Temporal.PlainDate.compare(row.missed_from, today) <= 0 ? 'missed' : 'open'));
    const shown = state === 'missed' || state === 'late' || row?.was_missed;
    // done in time, and only nobody had said so
    const intime = state === 'met' && Temporal.PlainDate.compare(row!.done_on!, row!.missed_from) < 0;
    assert.ok(shown || intime, `what was missed on ${by} is ${state ?? 'gone'} on ${today}`);
  }
  for (const row of rows) {
    const days = `${row.first_from} ${row.first_by}`;
    assert.equal(days, first.get(row.id) ?? days);
    first.set(row.id, days);
  }
  const misses = await listed(inside, { promise, state: 'missed' }, today);
  // what somebody said before the day did can be taken back, and nobody misses anything of a line that is not there
  const gone = (await holdPromise(inside, promise))?.goneOn ?? today;
  for (const { id, by } of misses)
    if (Temporal.PlainDate.compare(there.get(id)!.missed_from, gone) <= 0) missed.set(id, by);
  const visible = new Set(misses.map(({ id }) => id));
  for (const id of missed.keys()) {
    const row = there.get(id)!;
    if (row.outcome === null)
      assert.ok(visible.has(id), `what was missed on ${row.by_day} is in no list on ${today}`);
  }
}

/** What people find in the list. */
async function listed(inside: Within, asked: Filter, today: Temporal.PlainDate) {
  const rows: { id: string; by: string }[] = [];
  for await (const lot of matchingOccurrences(inside, { ...asked, page: 1 }, today))
    rows.push(...lot.map(({ id, by }) => ({ id, by: by.toString() })));
  return rows;
}

const FIGURES = { 'not-triggered': 'notTriggered' } as const;

async function everyFigureSaysTheSame({ inside, today }: Story): Promise<void> {
  const span = { from: FIRST_DAY.toString(), by: FIRST_DAY.add({ days: 7 * 40 - 1 }).toString() };
  const { all } = await adherence(inside, span, today);
  for (const state of [...OUTCOMES, 'due'] as const) {
    const counted = await countOccurrences(inside, { ...span, state }, today);
    const name = state === 'not-triggered' ? FIGURES[state] : state;
    assert.equal(counted, all[name], `${state} on ${today}`);
  }
  assert.equal(await countOccurrences(inside, { ...span, state: 'after-miss' }, today), all.afterMiss);
  const by = Temporal.PlainDate.from(span.by);
  await expectDaysCounted(inside);
  const weeks = await keptOfAll(inside, { from: FIRST_DAY, by, today });
  const sum = (of: 'met' | 'counted') => weeks.reduce((sum, week) => sum + week[of], 0);
  assert.deepEqual(
    [sum('met'), sum('counted')],
    [all.met, all.met + all.late + all.missed],
    `Today on ${today}`,
  );
}
