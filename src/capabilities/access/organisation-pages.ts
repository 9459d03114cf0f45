import type { Capability } from '../../platform/http/capability.ts';

/** Where the pages of people and sign-in stand among those of the organisation. */
export const ORGANISATION_PAGES: NonNullable<Capability['organisationPages']> = [
  {
    group: 'Getting in',
    text: 'People who can sign in',
    href: '/organisation/people',
    hint: 'Accounts, their roles, links to come in by',
    needs: 'administrator',
  },
  {
    group: 'Getting in',
    text: 'Who may do what',
    href: '/organisation/permissions',
    hint: 'Every role and what it allows',
    needs: 'anywhere',
  },
  {
    group: 'Getting in',
    text: 'Signing in',
    href: '/organisation/sign-in',
    hint: 'Second factors, email links, how long somebody stays signed in',
    needs: 'administrator',
  },
  {
    group: 'Getting in',
    text: 'Sign-on',
    href: '/organisation/sign-on',
    hint: 'Your own provider, such as Entra ID',
    needs: 'administrator',
  },
];
