export { foundOrganisation } from './actions.ts';
export { organisationName } from './organisation.ts';
