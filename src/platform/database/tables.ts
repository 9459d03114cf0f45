import type { DB } from './generated.ts';

/**
 * The tables that are needed before it is known for which organisation somebody works. Everything else is an
 * organisation's own and stands behind forced row-level security. A test holds this list against the catalogue.
 */
export const BEFORE_ORGANISATION = {
  accounts: 'who signs in is looked up by e-mail address; the rights are in memberships',
  memberships: 'says for which organisations an account works, so it is read before one is chosen',
  organisations: 'is listed for the account to choose from; from inside, only the own one is seen',
  sessions: 'the cookie of a request is looked up here, and this row says which organisation it is for',
  one_time_links: 'a link for setting up or joining is opened by somebody who is not signed in',
  view_links: 'a link to a view is opened by somebody without an account; it says whose view that is',
  sign_in_failures: 'guessing is counted before anyone is signed in',
  queued_jobs: 'written from inside an organisation, read by the worker for all of them',
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
    'accounts' | 'memberships' | 'organisations' | 'queued_jobs' | 'view_links'
  >
>;
