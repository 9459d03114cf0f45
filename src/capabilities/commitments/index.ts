/** What other capabilities may ask of commitments. */

export { promisesGoAlong } from './actions/copy-promises.ts';
export { promisesFollowOwners } from './actions/follow-owners.ts';
export { forgetPromisesOf } from './actions/forget-promises.ts';
export { promisesHandOver } from './actions/hand-over.ts';
export { commitmentsRequests } from './asking/request-kinds.ts';
export { calendarViews } from './calendar-views.ts';
export { concernsFollowOwners, concernsHandOver } from './concerns/follow-owners.ts';
export { linesAnswered } from './queries/lines-answered.ts';
export { samplePromises } from './sample.ts';
export { promisesFollowCalendars } from './write-dates-job.ts';
