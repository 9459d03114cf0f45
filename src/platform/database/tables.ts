import type { DB } from './generated.ts';

/**
 * The tables that are needed before it is known for which organisation somebody works. Everything else is an
 * organisation's own and stands behind forced row-level security. A test holds this list against the catalogue.
 */
export const BEFORE_ORGANISATION = {
  accounts: 'who signs in is looked up by email address; the rights are in memberships',
  memberships: 'says for which organisations an account works, so it is read before one is chosen',
  grants: 'says of which plans and departments an account has a part; it is read with the membership',
  organisations: 'is listed for the account to choose from; from inside, only the own one is seen',
  sessions: 'the cookie of a request is looked up here, and this row says which organisation it is for',
  sign_in_rules: 'says how long sessions of an organisation last, and whether they need a second factor',
  authenticators: 'a code is asked for before anyone is signed in',
  recovery_codes: 'stand in for a code that cannot be told any more',
  second_steps: 'stands between the password and the code, when nobody is signed in yet',
  sign_in_events:
    'tells of accounts, which belong to no organisation; from inside, only what concerns one’s own alone',
  one_time_links: 'a link for setting up or joining is opened by somebody who is not signed in',
  view_links: 'a link to a view is opened by somebody without an account; it says whose view that is',
  sign_on_domains:
    'an address typed at sign-in is sent to the sign-on of the organisation whose domain it is',
  used_sign_ons: 'an answer of a provider arrives before anyone is signed in, and is taken once',
  request_links:
    'a link to answer by is opened by somebody without an account; it says whose requests those are',
  feeds: 'a calendar program reads without an account; the token says whose feed it is',
  sign_in_failures: 'guessing is counted before anyone is signed in',
  queued_jobs: 'written from inside an organisation, read by the worker for all of them',
  installation_messages: 'what is written to somebody before it is known for which organisation they work',
  installation_message_attempts: 'how those were handed over',
  timed_runs: 'what comes by the clock is queued by the worker for all organisations at once',
  bank_holidays: 'the same for every organisation; given in by whoever runs the installation',
  installation: 'the one row of secrets of this installation',
  migrations: 'which changes of the schema were made',
} as const satisfies Partial<Record<keyof DB, string>>;

export type TableBeforeOrganisation = keyof typeof BEFORE_ORGANISATION;

/** What `beforeOrganisation` may touch. */
export type InstallationTables = Pick<DB, TableBeforeOrganisation>;

/** What `inOrganisation` may touch: the organisation's own tables, and its own rows of a few others. */
export type OrganisationTables = Omit<
  DB,
  Exclude<
    TableBeforeOrganisation,
    | 'accounts'
    | 'authenticators'
    | 'bank_holidays'
    | 'grants'
    | 'memberships'
    | 'organisations'
    | 'queued_jobs'
    | 'sessions'
    | 'sign_in_events'
    | 'sign_in_rules'
    | 'sign_on_domains'
    | 'view_links'
    | 'request_links'
    | 'feeds'
  >
>;
