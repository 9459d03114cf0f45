/** What other capabilities may ask of asking. */
export { ask, type NotAsked } from './actions/ask.ts';
export { endRequestsAbout, handOverRequests, withdrawRequest } from './actions/settle.ts';
export type { RecordNow, RequestKind } from './kind.ts';
export type { Asked, Choice, NewRequest, Of } from './request.ts';
