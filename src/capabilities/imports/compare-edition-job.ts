import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { storeMerge, storeUnable } from './actions/edition/store-merge.ts';
import { toMerge } from './queries/edition/merge-input.ts';
import { mergeOf } from './queries/edition/merges.ts';
import { readingById } from './queries/readings.ts';
import { compared } from './rules/edition/compared.ts';

/**
 * Compares a later edition with its plan. Safe to run twice: what was compared is not compared again, and what somebody
 * asked for anew meanwhile is left to the job that was asked for with it.
 */
export const compareEditionJob = defineJob({
  name: 'compare-edition',
  payload: z.object({ reading: z.uuid() }),
  expireInSeconds: 120,
  retryLimit: 3,
  run: async ({ reading: id }, { within }) => {
    const begun = performance.now();
    const wanted = await within(async inside => {
      const [merge, reading] = [await mergeOf(inside, id), await readingById(inside, id)];
      if (merge?.status !== 'waiting' || reading?.status !== 'read') return undefined;
      return { merge, reading, facts: await toMerge(inside, reading, merge.plan.id) };
    });
    if (!wanted) return;
    const { merge, reading, facts } = wanted;
    if (!facts) return within(inside => storeUnable(inside, merge, PLAN_GONE));
    const outcome = compared(facts);
    const milliseconds = Math.round(performance.now() - begun);
    await within(inside => storeMerge(inside, merge, { reading, facts, outcome, milliseconds }));
  },
  givenUp: ({ reading }, { within }) =>
    within(async inside => {
      const merge = await mergeOf(inside, reading);
      if (merge?.status === 'waiting') await storeUnable(inside, merge, INTERRUPTED);
    }),
});

const PLAN_GONE =
  'The plan was taken out since. Put it back, or say that this document is another plan’s edition or a new plan.';
const INTERRUPTED =
  'Commsgrid was stopped several times while it compared this document with the plan. Nothing was changed: have it compared again.';
