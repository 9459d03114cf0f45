export { foundOrganisation } from './actions.ts';
