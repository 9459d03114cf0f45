import type { Within } from '../../../platform/database/database.ts';
import { workingDaysAfter } from '../../../timing/working/working.ts';
import { ask, endRequestsAbout, type Of } from '../../asking/index.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { CONCERN_ASKED, CONCERN_CHOICES, TELLING_BACK_ASKED, TELLING_BACK_CHOICES } from '../asking/kinds.ts';
import { answersAsked, concernsAsked } from '../queries/concerns-asked.ts';
import type { AskedNow } from '../queries/occurrences-asked.ts';
import type { When } from '../when.ts';
import { CONCERN } from './concern.ts';

/** Working days for an answer, and for telling it back. */
const DAYS_TO_SAY = 10;

/** Asks an owner what the answer is; under each name once. */
export async function askForAnswer(
  within: Within,
  { concern, owner }: { concern: string; owner: string },
  when: When,
): Promise<void> {
  const about = (await concernsAsked(within, [concern])).get(concern);
  if (!about) return;
  const what = 'People were worried about this. What is the answer?';
  const request = { kind: CONCERN_ASKED, of: { owner }, what, choices: CONCERN_CHOICES };
  await askOnce(within, { ...request, about, concern, once: `${CONCERN_ASKED} ${concern} ${owner}` }, when);
}

/** Asks whoever passed it on to tell the answer to those who were worried. */
export async function askToTellBack(
  within: Within,
  { concern, person }: { concern: string; person: string },
  when: When,
): Promise<void> {
  const about = (await answersAsked(within, [concern])).get(concern);
  if (!about) return;
  const what = 'This was answered. Have those who were worried been told?';
  const request = { kind: TELLING_BACK_ASKED, of: { person }, what, choices: TELLING_BACK_CHOICES };
  await askOnce(within, { ...request, about, concern, once: `${TELLING_BACK_ASKED} ${concern}` }, when);
}

type Request = Pick<Parameters<typeof ask>[1], 'kind' | 'what' | 'choices'> & {
  of: Of;
  concern: string;
  about: AskedNow;
  once: string;
};

async function askOnce(
  within: Within,
  { concern, about, ...request }: Request,
  { now, today }: When,
): Promise<void> {
  const by = workingDaysAfter(today, DAYS_TO_SAY, await workingCalendarOf(within));
  await ask(within, { ...request, about: [{ kind: CONCERN, id: concern, ...about }], by }, now);
}

/** Nobody has to answer it any more. */
export const askNobodyMore = (within: Within, concern: string, now: Temporal.Instant): Promise<void> =>
  endRequestsAbout(within, { kind: CONCERN, ids: [concern] }, now);
