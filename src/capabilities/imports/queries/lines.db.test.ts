import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { givenInAndRead } from '../../../../tests/support/given-in.ts';
import { testSite } from '../../../../tests/support/site.ts';
import { countFound, type LineFilter, linesAt, pageOfLines } from './lines.ts';

const site = await testSite();
after(site.close);
const editor = await site.person();
const PLAN = [
  'Ashmere plan',
  '',
  'Section A',
  '',
  'Action\tWhen\tOwner',
  'Tell 50% of the wards\tMonthly\tJo Marsh',
  'Walks_and talks\tBi-monthly\tRangers',
  '',
  'Section B',
  '',
  'Action\tWhen\tOwner',
  'Tell the TRADERS\tWeekly\tRangers',
].join('\n');
const id = await givenInAndRead(site, editor, PLAN);
const within = <T>(work: Parameters<typeof site.within<T>>[1]) => site.within(editor.organisation, work);
const ALL: LineFilter = { doubtful: false, section: '', words: '' };

const found = (filter: Partial<LineFilter>, after = 0) =>
  within(async inside => {
    const lines = await pageOfLines(inside, id, { ...ALL, ...filter, after, most: 50 });
    if (!after) assert.equal(await countFound(inside, id, { ...ALL, ...filter }), lines.length);
    return lines.map(({ position }) => position);
  });

test('lines are found by their section, their words and their doubts, and all of them together', async () => {
  assert.deepEqual(await found({}), [1, 2, 3]);
  assert.deepEqual(await found({ section: 'Section B' }), [3]);
  assert.deepEqual(await found({ doubtful: true }), [2]);
  assert.deepEqual(await found({ words: 'tell traders' }), [3]);
  assert.deepEqual(await found({ words: ' Rangers ', section: 'Section A' }), [2]);
  assert.deepEqual(await found({ words: 'rangers' }, 1), [3]);
  assert.deepEqual(await found({ words: 'nobody' }), []);
});

test('signs that the database has a use for are words like any other', async () => {
  assert.deepEqual(await found({ words: '50%' }), [1]);
  assert.deepEqual(await found({ words: '5%0' }), []);
  assert.deepEqual(await found({ words: 's_a' }), [2]);
  assert.deepEqual(await found({ words: '\\' }), []);
});

test('counts of doubts follow what is settled, also of the very same question', async () => {
  const counts = () =>
    within(async ({ db }) => ({
      ...(await db
        .selectFrom('readings')
        .select(['doubts', 'doubtful_lines'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()),
      asked: (
        await db.selectFrom('doubt_tallies').select('lines').where('reading_id', '=', id).execute()
      ).map(({ lines }) => lines),
    }));
  assert.deepEqual(await counts(), { doubts: 1, doubtful_lines: 1, asked: [1] });
  const [line] = await within(inside => linesAt(inside, id, [{ table: 0, row: 2 }]));
  const doubt = line!.line.doubts[0]!;
  const at = Object.fromEntries(Object.entries(line!.line.at).map(([name, value]) => [name, String(value)]));
  await editor.post(`/readings/${id}/doubts`, { ...at, ...doubt, number: '1' });
  assert.deepEqual(await counts(), { doubts: 0, doubtful_lines: 0, asked: [0] });
});
