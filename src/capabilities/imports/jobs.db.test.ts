import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase } from '../../../tests/support/database.ts';
import { SMALL_PLAN } from '../../../tests/support/given-in.ts';
import { pdfFile, setLines } from '../../../tests/support/pdf-file.ts';
import { organisationWithin } from '../../../tests/support/plans.ts';
import type { JobContext } from '../../platform/jobs/job.ts';
import { correctColumns } from './actions/correct.ts';
import { discardReading } from './actions/discard.ts';
import { giveIn } from './actions/give-in.ts';
import { storeReading } from './actions/store-reading.ts';
import { readDocumentJob } from './jobs.ts';
import { howFar } from './queries/progress.ts';
import { readingById } from './queries/readings.ts';
import { readInThread } from './reading-thread.ts';

const { database, drop } = await testDatabase();
after(drop);
const inside = await organisationWithin(database);
const now = Temporal.Instant.from('2025-04-08T09:00:00Z');
const context: JobContext = {
  within: inside,
  organisation: '',
  clock: { now: () => now },
  stopping: new AbortController().signal,
};
const file = { name: 'plan.txt', mediaType: 'text/plain', content: Buffer.from(SMALL_PLAN) };
const run = (reading: string) => readDocumentJob.run({ reading }, context);

test('run twice, it reads once; run for nothing, it does nothing', async () => {
  const id = await inside(within => giveIn(within, file, now));
  await run(id);
  const first = await inside(within => readingById(within, id));
  assert.equal(first?.status, 'read');
  assert.equal(first.outline?.figures.lines, 3);
  await inside(({ db }) => db.updateTable('readings').set({ milliseconds: -1 }).execute());
  await run(id);
  assert.equal((await inside(within => readingById(within, id)))?.milliseconds, -1);
  await run('00000000-0000-4000-8000-000000000000');
});

test('what was read for an earlier version is not kept once somebody put more right', async () => {
  const id = await inside(within => giveIn(within, file, now));
  const today = Temporal.PlainDate.from('2025-04-08');
  const read = await readInThread({ ...file, today });
  await inside(within =>
    correctColumns(within, id, [{ table: 0, column: 5, meaning: 'status', before: 'other' }], now),
  );
  await inside(within => storeReading(within, { id, version: 1 }, read));
  assert.equal((await inside(within => readingById(within, id)))?.status, 'waiting');
  await run(id);
  const reading = await inside(within => readingById(within, id));
  assert.equal(reading?.status, 'read');
  assert.equal(reading?.outline?.tables[0]?.columns[5]?.meaning, 'status');
});

test('dates without a year are read as on the day the document was given in', async () => {
  const content = Buffer.from('Ashmere list\n\nWhat\tOwner\tWhen\nTell residents\tPress office\tin June\n');
  const given = Temporal.Instant.from('2031-03-31T23:30:00Z'); // 1 April on the clocks of London
  const id = await inside(within => giveIn(within, { ...file, content }, given));
  await run(id);
  const { line } = await inside(({ db }) =>
    db.selectFrom('reading_lines').select('line').where('reading_id', '=', id).executeTakeFirstOrThrow(),
  );
  assert.match(JSON.stringify(line), /"2031-06-30"/);
});

test('a worker that is stopped leaves the document waiting for the next', async () => {
  const id = await inside(within => giveIn(within, file, now));
  const stopped = { ...context, stopping: AbortSignal.abort() };
  await assert.rejects(readDocumentJob.run({ reading: id }, stopped));
  assert.equal((await inside(within => readingById(within, id)))?.status, 'waiting');
});

/** Takes several seconds to read. */
const longReport = () =>
  pdfFile(kit => {
    for (let page = 0; page < 300; page++) {
      if (page) kit.addPage();
      const line = (row: number) =>
        `${page}.${row} The press office tells every resident of ward ${row} in June.`;
      setLines(
        kit,
        50,
        50,
        Array.from({ length: 60 }, (_, row) => line(row)),
      );
    }
  });

test('those who wait are told how many pages have been opened; a document discarded meanwhile is put down', async () => {
  const content = Buffer.from(await longReport());
  const id = await inside(within => giveIn(within, { ...file, name: 'report.pdf', content }, now));
  const reading = run(id);
  let come = await inside(within => howFar(within, id));
  while (come?.status === 'waiting' && !come.progress) {
    await pause(50);
    come = await inside(within => howFar(within, id));
  }
  assert.deepEqual({ ...come?.progress, done: 0 }, { done: 0, of: 300, parts: 'pages' });
  assert.ok(come!.progress!.done > 0);
  const discarded = performance.now();
  await inside(within => discardReading(within, id, now));
  await reading;
  assert.ok(performance.now() - discarded < 2_500, 'it was read to its end all the same');
  assert.equal((await inside(within => readingById(within, id)))?.status, 'discarded');
});
