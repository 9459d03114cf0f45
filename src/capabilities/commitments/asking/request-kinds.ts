import type { RequestKind } from '../../asking/index.ts';
import { answersAsked, concernsAsked } from '../queries/concerns-asked.ts';
import { occurrencesAsked } from '../queries/occurrences-asked.ts';
import {
  ANSWER_TOLD_BACK,
  CONCERN_ANSWERED,
  CONCERN_ASKED,
  EVIDENCE_ASKED,
  EVIDENCE_TOLD,
  TELLING_BACK_ASKED,
} from './kinds.ts';
import { PROMISES_IN_WELSH } from './welsh.ts';

/** What promises ask of people. */
export const commitmentsRequests: RequestKind[] = [
  {
    kind: EVIDENCE_ASKED,
    title: 'Whether a promise was kept',
    answered: EVIDENCE_TOLD,
    urgent: 'What something that happened made due within hours is over by the next morning.',
    inWelsh: PROMISES_IN_WELSH,
    recordsNow: occurrencesAsked,
  },
  {
    kind: CONCERN_ASKED,
    title: 'What the answer to a concern is',
    answered: CONCERN_ANSWERED,
    inWelsh: PROMISES_IN_WELSH,
    recordsNow: concernsAsked,
  },
  {
    kind: TELLING_BACK_ASKED,
    title: 'Whether an answer was told back',
    answered: ANSWER_TOLD_BACK,
    inWelsh: PROMISES_IN_WELSH,
    recordsNow: answersAsked,
  },
];
