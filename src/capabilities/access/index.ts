export { firstAccountLink } from './actions/first-account.ts';
export { accessFollowsPeople } from './actions/follow-people.ts';
export { operatorLink } from './actions/links.ts';
export { beginSession, enterOrganisation } from './actions/sessions.ts';
export { gate } from './gate.ts';
export { sightOf } from './sight.ts';
export { signingSecret } from './signing-secret.ts';
export { digestOf, newToken } from './token.ts';
