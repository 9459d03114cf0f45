/** What other capabilities may ask of commitments. */
export { commitmentsRequests } from './asking/request-kinds.ts';
export { promisesFollowCalendars } from './write-dates-job.ts';
