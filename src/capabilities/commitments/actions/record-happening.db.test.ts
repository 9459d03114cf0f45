import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { stagedPromise } from '../../../../tests/support/promises.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { historyOf } from '../../../platform/history/history.ts';
import type { Series } from '../../../timing/series/series.ts';
import type { NewHappening } from '../happening.ts';
import { promiseSubject, type SetOffBy } from '../promise.ts';
import { endPostponing, postponePromise } from './postpone-promise.ts';
import { recordHappening } from './record-happening.ts';
import { setOff } from './set-off.ts';
import { settle } from './settle.ts';
import { undoHappening } from './undo-happening.ts';
import { undoSettle } from './undo-settle.ts';

const site = await testSite({ now: '2026-11-02T09:00:00Z' });
after(site.close);
const organisation = await site.organisation('Borough of Ashmere');
const now = site.clock.now();
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(organisation, work);

const triggered = (trigger: string, limit: string): Series => ({ kind: 'triggered', trigger, limit });
const kept = (what: string, series: Series, setOffBy: SetOffBy | null = null, line = {}) =>
  within(inside => stagedPromise(inside, { what, series, setOffBy, line, now }));

const happening = (more: Partial<NewHappening> = {}): NewHappening => ({
  kind: 'incident',
  title: 'Burst water main in Old Town',
  note: '',
  at: now,
  source: null,
  ...more,
});
const recorded = (one: NewHappening, sets: { promises: string[] } | 'surely') =>
  within(inside => recordHappening(inside, one, sets, now));

type Due = { key: string; by: string; due: string | null; outcome: string | null };

const dueOf = (promise: string): Promise<Due[]> =>
  within(async ({ db }) => {
    const { rows } = await sql<Due>`
      select key, by_day::text as "by", to_char(due_at at time zone 'UTC', 'HH24:MI') as due, outcome
      from occurrences where promise_id = ${promise} order by key`.execute(db);
    return rows;
  });

const { promise: boards } = await kept('Tell the boards', triggered('an incident', 'PT4H'), 'incident');
const { promise: council } = await kept('Tell the council', triggered('a decision', 'P2D'), 'decision');

test('what waits for it is due within its limit, names it, and is made once however often it is told', async () => {
  const told = happening({ source: 'form:1' });
  const first = await recorded(told, { promises: [boards] });
  assert.deepEqual(first, { happening: first.happening, due: 1 });
  assert.deepEqual(await dueOf(boards), [
    { key: `event:${first.happening}`, by: '2026-11-02', due: '13:00', outcome: null },
  ]);
  assert.deepEqual(await dueOf(council), []);
  const again = await recorded(told, { promises: [boards, council] });
  assert.deepEqual(again, { happening: first.happening, due: 0, again: true });
  const [entry] = await within(inside => historyOf(inside, promiseSubject(boards)));
  assert.equal(entry?.action, 'set off');
  assert.equal(entry?.changes[0]?.after, 'Burst water main in Old Town');
});

test('of two who record the same at once, one makes what is due', async () => {
  const told = happening({ kind: 'decision', title: 'The market moves', source: 'form:2' });
  const both = await Promise.all([recorded(told, 'surely'), recorded(told, 'surely')]);
  assert.equal(both.filter(({ again }) => again).length, 1);
  assert.equal((await dueOf(council)).length, 1);
});

test('a mistake that is undone takes back what is open; what was settled stays', async () => {
  const { promise } = await kept('Tell the papers', triggered('an incident', 'P1D'), 'incident');
  const { happening: id } = await recorded(happening({ title: 'Fire' }), { promises: [boards, promise] });
  await within(({ db }) =>
    sql`update occurrences set outcome = 'met', settled_at = now()
      where happening_id = ${id} and promise_id = ${promise}`.execute(db),
  );
  const undone = await within(inside =>
    undoHappening(inside, { id, version: 1, why: 'It was a drill.' }, now),
  );
  assert.deepEqual(undone, { gone: 1 });
  assert.deepEqual(
    (await dueOf(promise)).map(({ outcome }) => outcome),
    ['met'],
  );
  assert.ok(!(await dueOf(boards)).some(({ key }) => key === `event:${id}`));
  const again = await within(inside => undoHappening(inside, { id, version: 2, why: 'Again' }, now));
  assert.deepEqual(again, { refused: 'undone-already' });
});

test('what was missed before its happening was undone as a mistake stays, and did not apply', async () => {
  const { promise } = await kept('Tell the wards', triggered('an incident', 'P1D'), 'incident');
  const { happening: id } = await recorded(happening({ title: 'Flood' }), { promises: [promise] });
  const later = now.add({ hours: 24 * 5 });
  const undone = await within(inside => undoHappening(inside, { id, version: 1, why: 'A drill' }, later));
  assert.deepEqual(undone, { gone: 0 });
  const rows = await within(({ db }) =>
    db.selectFrom('occurrences').select(['outcome', 'was_missed']).where('happening_id', '=', id).execute(),
  );
  assert.deepEqual(rows, [{ outcome: 'not-triggered', was_missed: true }]);
});

test('what was put off with its promise does not open again where what set it off was a mistake', async () => {
  const { promise } = await kept('Tell the parishes', triggered('an incident', 'P9D'), 'incident');
  const { happening: id } = await recorded(happening({ title: 'Snow' }), { promises: [promise] });
  const until = { until: Temporal.PlainDate.from('2026-12-01'), why: 'The team moves' };
  const when = { now, today: Temporal.PlainDate.from('2026-11-02') };
  await within(inside => postponePromise(inside, { promise, version: 1, ...until }, when));
  assert.deepEqual(
    (await dueOf(promise)).map(({ outcome }) => outcome),
    ['postponed'],
  );
  await within(inside => undoHappening(inside, { id, version: 1, why: 'It was sleet' }, now));
  await within(inside => endPostponing(inside, { promise, version: 2 }, when));
  assert.deepEqual(await dueOf(promise), []);
});

test('what was said is not open once it is taken back, where what set it off was a mistake', async () => {
  const { promise } = await kept('Tell the schools', triggered('an incident', 'P9D'), 'incident');
  const { happening: id } = await recorded(happening({ title: 'Ice' }), { promises: [promise] });
  const occurrences = (
    await within(({ db }) =>
      db.selectFrom('occurrences').select('id').where('happening_id', '=', id).execute(),
    )
  ).map(one => one.id);
  const when = { now, today: Temporal.PlainDate.from('2026-11-02') };
  const by = { name: 'Ada Marsh', account: null };
  const settled = await within(inside => settle(inside, { occurrences, as: 'done' }, by, when));
  assert.ok('settling' in settled);
  await within(inside => undoHappening(inside, { id, version: 1, why: 'It was dew' }, now));
  await within(inside => undoSettle(inside, { settling: settled.settling }, now));
  assert.deepEqual(
    (await dueOf(promise)).map(({ outcome }) => outcome),
    ['not-triggered'],
  );
});

test('nothing is due for what somebody undoes as a mistake while it is set off', async () => {
  const { promise } = await kept('Tell the ports', triggered('an incident', 'P9D'), 'incident');
  const one = happening({ title: 'Spill' });
  const { happening: id } = await recorded(one, { promises: [] });
  await Promise.all([
    within(inside => undoHappening(inside, { id, version: 1, why: 'A drill' }, now)),
    within(inside => setOff(inside, { ...one, id }, waiting => waiting.id === promise, now)),
  ]);
  assert.deepEqual(await dueOf(promise), []);
});

test('what happened before a promise was made, or after it ended, does not set it off', async () => {
  const early = happening({ at: now.subtract({ hours: 24 * 40 }) });
  assert.equal((await recorded(early, { promises: [boards] })).due, 0);
  const { promise } = await kept('Tell the shops', triggered('an incident', 'P1D'), 'incident');
  await within(({ db }) =>
    sql`update promises set ended_on = '2026-11-02' where id = ${promise}`.execute(db),
  );
  assert.equal((await recorded(happening(), { promises: [promise] })).due, 0);
});

test('whoever may not see what is marked lets nobody off by that: a job makes it due', async () => {
  const { promise } = await kept('Tell the chief', triggered('an incident', 'P1D'), 'incident', {
    marking: 'OFFICIAL-SENSITIVE',
  });
  const owner = await site.person({ role: 'owner', organisation });
  const sight = { person: owner.account.id, marked: true };
  const { happening: id } = await site.database.inOrganisation(
    { organisation, actor: owner.account, sight },
    inside => recordHappening(inside, happening({ title: 'Gas leak' }), { promises: [boards, promise] }, now),
  );
  const event = (due: { key: string }[]) => due.filter(({ key }) => key === `event:${id}`).length;
  assert.equal(event(await dueOf(promise)), 0);
  await site.runJobs();
  assert.equal(event(await dueOf(promise)), 1);
  assert.equal(event(await dueOf(boards)), 1);
  await site.runJobs();
  await within(inside => undoHappening(inside, { id, version: 1, why: 'No leak' }, now));
  assert.equal(event(await dueOf(promise)), 0);
});
