import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../../tests/support/database.ts';
import {
  newLine,
  newPlan,
  organisationWithin,
  RECOMMENDATION_COLUMNS,
} from '../../../../../tests/support/plans.ts';
import { isRefused } from '../../../../language/refusal.ts';
import { historyOf } from '../../../../platform/history/history.ts';
import type { Edition } from '../../edition.ts';
import { standingPlan } from '../../queries/standing-plan.ts';
import { createPlan } from '../create-plan.ts';
import { applyEdition } from './apply-edition.ts';
import { undoEdition } from './undo-edition.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T09:00:00Z');
const later = now.add({ hours: 1 });
const today = Temporal.PlainDate.from('2025-04-08');

const made = () => inside(within => createPlan(within, newPlan(), now));
const standing = async (id: string) => (await inside(within => standingPlan(within, id)))!;
const apply = (id: string, edition: Partial<Edition>) =>
  inside(within =>
    applyEdition(
      within,
      id,
      {
        file: { id: null, name: 'next.docx' },
        dated: null,
        period: null,
        updates: [],
        closures: [],
        removals: [],
        back: [],
        inserts: [],
        columns: new Map(),
        ...edition,
      },
      { now: later, today },
    ),
  );

async function whole(id: string) {
  const { sections, lines } = await standing(id);
  const titles = new Map(sections.map(section => [section.id, section.title]));
  return lines.map(line => `${titles.get(line.section)} | ${line.what} | ${line.when} | ${line.state}`);
}

/** A change, a closure, a line in between and one in a section of its own. */
async function someEdition(id: string): Promise<Partial<Edition>> {
  const [first, second, third, fourth] = (await standing(id)).lines;
  return {
    updates: [{ line: first!.id, version: 1, cells: { when: '31 July 2025', owner: 'Press office' } }],
    closures: [{ line: second!.id, version: 1, reason: 'not in next.docx' }],
    inserts: [
      { row: 0, section: 'Already under way', line: newLine({ what: 'Print posters' }) },
      { row: 1, section: 'Schools', line: newLine({ what: 'Visit schools' }) },
    ],
    order: [
      { line: first!.id },
      { row: 0 },
      { line: second!.id },
      { row: 1 },
      { line: third!.id },
      { line: fourth!.id },
    ],
    columns: new Map([['Schools', RECOMMENDATION_COLUMNS]]),
  };
}

test('an edition changes, closes and adds lines at their place, and every history says so', async () => {
  const id = await made();
  const edition = await someEdition(id);
  const done = await apply(id, edition);
  assert.ok(!isRefused(done));
  assert.deepEqual(await whole(id), [
    'Already under way | Publish a forward plan of news stories | 31 July 2025 | complete',
    'Already under way | Print posters |  | unknown',
    'Already under way | Train spokespeople in broadcast interviews |  | superseded',
    'Schools | Visit schools |  | unknown',
    'Neighbourhood work | Priorities with local figures | Quarterly | ongoing',
    'Neighbourhood work | Crime prevention advice |  | in-progress',
  ]);
  const { lines } = await standing(id);
  assert.equal(lines[0]!.schedules[0]!.by, '2025-07-31');
  assert.equal(lines[0]!.accountable, 'Press office');
  assert.deepEqual([lines[0]!.version, lines[4]!.version], [2, 1]);
  const [entry] = await inside(within => historyOf(within, { kind: 'line', id: lines[0]!.id }));
  assert.equal(entry!.action, 'changed by the edition next.docx');
  assert.deepEqual(
    entry!.changes.map(({ field }) => field),
    ['when', 'owner', 'accountable'],
  );
  const [plan] = await inside(within => historyOf(within, { kind: 'plan', id }));
  assert.deepEqual(
    plan!.changes.map(({ field, after }) => `${field} ${after}`),
    ['lines new 2', 'lines changed 1', 'lines closed 1'],
  );
});

test('taken back, every line is as it was, and what came with the edition is gone', async () => {
  const id = await made();
  const before = await standing(id);
  const told = await whole(id);
  const done = await apply(id, await someEdition(id));
  assert.ok(!isRefused(done));
  const undone = await inside(within => undoEdition(within, id, { ...done, file: 'next.docx' }, later));
  assert.ok(!isRefused(undone));
  assert.deepEqual(await whole(id), told);
  const after = await standing(id);
  assert.deepEqual(after.sections, before.sections);
  const bare = ({ version: _version, ...line }: (typeof after.lines)[number]) => line;
  assert.deepEqual(after.lines.map(bare), before.lines.map(bare));
  const [entry] = await inside(within => historyOf(within, { kind: 'line', id: before.lines[0]!.id }));
  assert.equal(entry!.action, 'took back the edition next.docx');
});

test('dates without a year are of the edition’s year, but for those that a person put right', async () => {
  const lines = ['by 30 June', 'by 31 July'].map(when =>
    newLine({
      what: when,
      when,
      schedules: [{ phrase: when, kind: 'dated', by: `2025-0${when === 'by 30 June' ? 6 : 9}-30` }],
    }),
  );
  const sections = [{ title: 'Dates', columns: RECOMMENDATION_COLUMNS, lines }];
  const id = await inside(within => createPlan(within, newPlan({ sections }), now));
  const days = async () => (await standing(id)).lines.map(line => line.schedules[0]!.by);
  const done = await apply(id, { dated: '2026-04' });
  assert.ok(!isRefused(done));
  assert.deepEqual(await days(), ['2026-06-30', '2025-09-30']);
  const [first] = (await standing(id)).lines;
  const [entry] = await inside(within => historyOf(within, { kind: 'line', id: first!.id }));
  assert.equal(entry!.action, 'read its dates in the year of the new edition');
  assert.match(entry!.changes[0]!.after!, /2026/);
  await inside(within => undoEdition(within, id, { ...done, file: 'next.docx' }, later));
  assert.deepEqual(await days(), ['2025-06-30', '2025-09-30']);
});

test('a section whose lines all go under another title is replaced, and comes back', async () => {
  const id = await made();
  const { lines, sections } = await standing(id);
  const updates = lines
    .slice(2)
    .map(line => ({ line: line.id, version: 1, cells: { section: 'Ward work' } }));
  const done = await apply(id, { updates });
  assert.ok(!isRefused(done));
  assert.deepEqual(
    (await standing(id)).sections.map(({ title }) => title),
    ['Already under way', 'Ward work'],
  );
  await inside(within => undoEdition(within, id, { ...done, file: 'next.docx' }, later));
  assert.deepEqual((await standing(id)).sections, sections);
});

test('nothing is written over a line that was changed since, in either direction', async () => {
  const id = await made();
  const [first] = (await standing(id)).lines;
  const stale = { updates: [{ line: first!.id, version: 0, cells: { what: 'Other' } }] };
  assert.deepEqual(await apply(id, stale), { refused: 'changed-meanwhile' });
  const done = await apply(id, { updates: [{ line: first!.id, version: 1, cells: { what: 'Other' } }] });
  assert.ok(!isRefused(done));
  await apply(id, { updates: [{ line: first!.id, version: 2, cells: { what: 'Third' } }] });
  assert.deepEqual(await inside(within => undoEdition(within, id, { ...done, file: 'next.docx' }, later)), {
    refused: 'changed-since',
    lines: [first!.id],
  });
  assert.match((await whole(id))[0]!, /Third/);
});

test('a plan of another organisation is not found', async () => {
  const id = await made();
  const outside = await organisationWithin(database, 'Saltby');
  const edition = {
    file: { id: null, name: 'x' },
    dated: null,
    period: null,
    updates: [],
    closures: [],
    removals: [],
    back: [],
    inserts: [],
  };
  const done = await outside(within =>
    applyEdition(within, id, { ...edition, columns: new Map() }, { now, today }),
  );
  assert.deepEqual(done, { refused: 'not-found' });
});
