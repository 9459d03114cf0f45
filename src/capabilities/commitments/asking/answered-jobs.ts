import type { Within } from '../../../platform/database/database.ts';
import { type AnyJob, defineJob, type Job, type JobContext } from '../../../platform/jobs/job.ts';
import { actorOf, takeAnswer } from '../../asking/index.ts';
import { raiseConcerns } from '../concerns/raise-concerns.ts';
import { takeConcernAnswer, takeTellingBack } from '../concerns/take-answers.ts';
import { zoneOf } from '../queries/zone.ts';
import type { When } from '../when.ts';
import { whenIn } from '../when.ts';
import { settleByAnswer, type Told } from './evidence-told.ts';
import {
  ANSWER_TOLD_BACK,
  CONCERN_ANSWERED,
  CONCERN_ASKED,
  EVIDENCE_ASKED,
  EVIDENCE_TOLD,
  TELLING_BACK_ASKED,
} from './kinds.ts';

type Works = (within: Within, told: Told, when: When & { zone: string }) => Promise<void>;

/** Does what an answer of a kind does, once, in the name of whoever gave it. */
const doneByAnswer = (
  declared: Pick<Job<{ update: string }>, 'name' | 'payload'>,
  kind: string,
  work: Works,
) =>
  defineJob({
    ...declared,
    expireInSeconds: 120,
    retryLimit: 20,
    run: ({ update }, { within, clock }: JobContext) =>
      within(async member => {
        const now = clock.now();
        const given = await takeAnswer(member, update, now);
        if (given?.kind !== kind) return;
        const acting = { ...member, actor: actorOf(given.by) };
        const zone = await zoneOf(member);
        await work(acting, { ...given, update }, { ...whenIn(zone, now), zone });
      }),
  });

export const answeredJobs: AnyJob[] = [
  doneByAnswer(EVIDENCE_TOLD, EVIDENCE_ASKED, async (within, told, when) => {
    await settleByAnswer(within, told, when);
    await raiseConcerns(within, told, when);
  }),
  doneByAnswer(CONCERN_ANSWERED, CONCERN_ASKED, takeConcernAnswer),
  doneByAnswer(ANSWER_TOLD_BACK, TELLING_BACK_ASKED, takeTellingBack),
];
