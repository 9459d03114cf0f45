import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { workEditionIn } from './actions/edition/work-edition-in.ts';
import { mergeOf } from './queries/edition/merges.ts';
import { readingById } from './queries/readings.ts';

/**
 * Works an edition of many lines into its plan, in the name of the person who accepted it. Safe to run twice: what was
 * worked in is no longer being accepted.
 */
export const acceptEditionJob = defineJob({
  name: 'accept-edition',
  payload: z.object({ reading: z.uuid() }),
  expireInSeconds: 300,
  retryLimit: 3,
  run: ({ reading: id }, { within, clock }) =>
    within(async inside => {
      // one that runs beside it waits, and finds it done
      await inside.db.selectFrom('readings').select('id').where('id', '=', id).forUpdate().execute();
      const [merge, reading] = [await mergeOf(inside, id), await readingById(inside, id)];
      if (merge?.status !== 'accepting' || !merge.acceptedBy || !reading) return;
      await workEditionIn({ ...inside, actor: merge.acceptedBy }, { merge, reading }, clock.now());
    }),
  givenUp: ({ reading }, { within }) =>
    within(async ({ db }) => {
      await db
        .updateTable('merges')
        .set({ status: 'made', problem: INTERRUPTED })
        .where('reading_id', '=', reading)
        .where('status', '=', 'accepting')
        .execute();
    }),
});

const INTERRUPTED =
  'Commsgrid was stopped several times while it worked this edition in. Nothing was changed: accept it again.';
