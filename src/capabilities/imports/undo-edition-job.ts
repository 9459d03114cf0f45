import { z } from 'zod';
import { isRefused } from '../../language/refusal.ts';
import type { Within } from '../../platform/database/database.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { takeImportBack } from './actions/edition/take-import-back.ts';
import { mergeStatus } from './queries/edition/merges.ts';

const payload = z.object({ reading: z.uuid(), account: z.uuid() });

/**
 * Takes an edition of many lines back out of its plan, in the name of the person who asked for it. Safe to run twice: what
 * was taken back is no longer being undone.
 */
export const undoEditionJob = defineJob<z.output<typeof payload>>({
  name: 'undo-edition',
  payload,
  expireInSeconds: 300,
  retryLimit: 3,
  run: ({ reading, account }, { within, clock }) =>
    within(async inside => {
      if ((await mergeStatus(inside, reading)) !== 'undoing') return;
      const { name } = await inside.db
        .selectFrom('accounts')
        .select('name')
        .where('id', '=', account)
        .executeTakeFirstOrThrow();
      const done = await takeImportBack({ ...inside, actor: { id: account, name } }, reading, clock.now());
      if (isRefused(done)) await stays(inside, reading, CHANGED);
    }),
  givenUp: ({ reading }, { within }) => within(inside => stays(inside, reading, INTERRUPTED)),
});

async function stays({ db }: Within, reading: string, problem: string): Promise<void> {
  await db
    .updateTable('merges')
    .set({ status: 'accepted', problem })
    .where('reading_id', '=', reading)
    .where('status', '=', 'undoing')
    .execute();
}

const CHANGED =
  'The edition was not taken back: somebody went on with its lines meanwhile. Nothing was changed.';
const INTERRUPTED =
  'Commsgrid was stopped several times while it took this edition back. Nothing was changed: take it back again.';
