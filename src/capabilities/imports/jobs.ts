import { z } from 'zod';
import type { Within } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { askForMerge } from './actions/edition/ask-for-merge.ts';
import { storeReading } from './actions/store-reading.ts';
import { mergeOf } from './queries/edition/merges.ts';
import { fileContent, readingById } from './queries/readings.ts';
import type { GivenIn } from './reading-thread.ts';
import { readWhileWanted } from './reading-while-wanted.ts';
import type { StoredReading } from './stored-reading.ts';

/**
 * Reads a document that was given in, or reads it again with what a person put right. Safe to run twice: what was
 * read in this version is not read again, and what is stored replaces what was.
 */
export const readDocumentJob = defineJob({
  name: 'read-document',
  payload: z.object({ reading: z.uuid() }),
  expireInSeconds: 120,
  retryLimit: 3,
  run: async ({ reading }, { within, stopping, clock }) => {
    const wanted = await within(inside => toBeRead(inside, reading));
    if (!wanted) return;
    const outcome = await readWhileWanted(wanted, wanted.given, { within, stopping });
    if (!outcome) return;
    await within(async inside => {
      await storeReading(inside, wanted, outcome);
      await compareAnew(inside, reading, clock.now());
    });
    // told once the person has their sentence; the job that is tried again for it finds nothing to do
    if ('fault' in outcome && outcome.fault) throw outcome.fault;
  },
  givenUp: ({ reading }, { within }) =>
    within(async inside => {
      const waiting = await readingById(inside, reading);
      if (waiting?.status === 'waiting') await storeReading(inside, waiting, { problem: INTERRUPTED });
    }),
});

const INTERRUPTED =
  'Commsgrid was stopped several times while it read this document. The file is kept: have it read again.';

/** A later edition that was read again is compared with its plan again. */
async function compareAnew(within: Within, reading: string, now: Temporal.Instant): Promise<void> {
  const merge = await mergeOf(within, reading);
  if (merge?.status === 'waiting' || merge?.status === 'made')
    await askForMerge(within, reading, merge.plan.id, now);
}

async function toBeRead(within: Within, id: string) {
  const reading = await readingById(within, id);
  if (reading?.status !== 'waiting' || !reading.file.id) return undefined;
  const content = await fileContent(within, reading.file.id);
  return { id, version: reading.version, given: await givenIn(within, reading, content) };
}

/** Read as if on the day it was given in, so that reading again next month gives the same years. */
async function givenIn(within: Within, reading: StoredReading, content: Buffer): Promise<GivenIn> {
  const organisation = await within.db
    .selectFrom('organisations')
    .select(['time_zone', 'financial_year_month as month', 'spring_month as springMonth'])
    .executeTakeFirstOrThrow();
  return {
    content,
    name: reading.file.name,
    today: reading.givenAt.toZonedDateTimeISO(organisation.time_zone).toPlainDate(),
    corrections: reading.corrections,
    year: {
      financialYearStart: { month: organisation.month, day: 1 },
      springMonth: organisation.springMonth,
    },
    largest: reading.file.size, // how large it may be was asked at the door
  };
}
