/** What other capabilities may ask of asking. */
export { ask, type NotAsked } from './actions/ask.ts';
export { type AskedLess, askedLess, askLess } from './actions/ask-less.ts';
export { requestsFollowOwners } from './actions/follow-owners.ts';
export { forgetRequestsAbout } from './actions/forget.ts';
export { requestsHandOver } from './actions/hand-over.ts';
export { endRequestsAbout, withdrawRequest } from './actions/settle.ts';
export { type AnswerGiven, takeAnswer } from './actions/take-answer.ts';
export { tell } from './actions/tell.ts';
export type { RecordNow, RequestKind } from './kind.ts';
export { type AskedAbout, askedAbout } from './queries/asked-about.ts';
export { type AskedOfRecord, askedOfRecords } from './queries/asked-of-records.ts';
export { personCalled } from './queries/of-whom.ts';
export { type AskedOfOne, type Waiting, waiting } from './queries/waiting.ts';
export { type WaitingAbout, waitingAbout } from './queries/waiting-about.ts';
export {
  type AnswerField,
  type Asked,
  type Choice,
  type NewRequest,
  type Of,
  STATE_WORDS as REQUEST_STATE_WORDS,
} from './request.ts';
export type { NewTiding } from './tiding.ts';
export { actorOf, type Sayer, updateSubject } from './update.ts';
