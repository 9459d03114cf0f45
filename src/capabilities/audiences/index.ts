/** What other capabilities may ask of audiences. */
export { type AudienceLine, fillAudiences, linkAudiences, type ReadAudience } from './actions/fill.ts';
export { settleNeeds } from './actions/needs.ts';
export { AUDIENCES } from './register.ts';
