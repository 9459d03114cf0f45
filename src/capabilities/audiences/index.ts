/** What other capabilities may ask of audiences. */
export { type AudienceLine, fillAudiences, linkAudiences, type ReadAudience } from './actions/fill.ts';
export { settleNeeds } from './actions/needs.ts';
export { holdersFor, membersOf } from './members.ts';
export { AUDIENCES } from './register.ts';
export type { Member } from './rules/members.ts';
