import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
  newLine,
  newPlan,
  organisationWithin,
  RECOMMENDATION_COLUMNS,
} from '../../../../tests/support/plans.ts';
import { firstBrokenEntry, historyOf } from '../../../platform/history/history.ts';
import { createPlan } from './create-plan.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T13:05:00Z');

test('a plan keeps its sections, lines and words in the order of the document', async () => {
  await inside(async within => {
    const id = await createPlan(within, newPlan(), now);
    const lines = await within.db
      .selectFrom('lines')
      .innerJoin('plan_sections', 'plan_sections.id', 'lines.section_id')
      .select(['plan_sections.title', 'lines.position', 'lines.what', 'lines.state'])
      .where('lines.plan_id', '=', id)
      .orderBy('lines.position')
      .execute();
    assert.deepEqual(
      lines.map(line => [line.position, line.title, line.state]),
      [
        [1, 'Already under way', 'complete'],
        [2, 'Already under way', 'unknown'],
        [3, 'Neighbourhood work', 'ongoing'],
        [4, 'Neighbourhood work', 'in-progress'],
      ],
    );
  });
});

test('the history of a plan and of each line begins with the document it was read from', async () => {
  await inside(async within => {
    const file = await within.db
      .insertInto('files')
      .values({
        name: 'Action plan.docx',
        media_type: 'application/octet-stream',
        content: Buffer.from('words'),
        sha256: Buffer.alloc(32),
        stored_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const plan = await createPlan(within, newPlan({ sourceFileId: file.id }), now);
    const line = await within.db
      .selectFrom('lines')
      .select('id')
      .where('plan_id', '=', plan)
      .executeTakeFirstOrThrow();
    for (const subject of [
      { kind: 'plan', id: plan },
      { kind: 'line', id: line.id },
    ]) {
      const [first] = await historyOf(within, subject);
      assert.equal(first?.action, 'read from Action plan.docx');
      assert.equal(first?.actor, 'Ada Editor');
      assert.equal(await firstBrokenEntry(within, subject), undefined);
    }
  });
});

test('five thousand lines are stored in seconds', async () => {
  const lines = Array.from({ length: 5000 }, (_, index) =>
    newLine({
      reference: `Recommendation ${index}`,
      what: 'Publish the forward plan of news stories. '.repeat(4),
      owner: `Team ${index % 90}`,
    }),
  );
  const plan = newPlan({ sections: [{ title: 'All', columns: RECOMMENDATION_COLUMNS, lines }] });
  const began = performance.now();
  await inside(within => createPlan(within, plan, now));
  assert.ok(performance.now() - began < 5000);
});
