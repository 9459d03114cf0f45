export { firstAccountLink } from './actions/first-account.ts';
export { operatorLink } from './actions/links.ts';
export { beginSession, enterOrganisation } from './actions/sessions.ts';
export { recognise } from './recognise.ts';
export { signingSecret } from './signing-secret.ts';
export { digestOf, newToken } from './token.ts';
