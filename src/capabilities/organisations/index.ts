export { foundOrganisation } from './actions/settings.ts';
export { organisationName } from './organisation.ts';
