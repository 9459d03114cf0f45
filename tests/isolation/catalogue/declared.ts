/** What each role may do to each table, column by column where not to all: all of it, and nothing besides. */
export const RIGHTS: Record<string, Record<string, string[]>> = {
  commsgrid_member: {
    accounts: ['select (id, email, name, password_changed_at)'],
    asking_settings: ['insert', 'select', 'update'],
    attachments: ['delete', 'insert', 'select', 'update'],
    audience_draws: ['delete', 'insert', 'select', 'update'],
    contact_details: ['delete', 'insert', 'select', 'update'],
    role_holders: ['delete', 'insert', 'select', 'update'],
    bodies: ['delete', 'insert', 'select', 'update'],
    areas: ['delete', 'insert', 'select', 'update'],
    authenticators: ['select (account_id, confirmed_at)'],
    audiences: ['delete', 'insert', 'select', 'update'],
    bulk_change_lines: ['delete', 'insert', 'select', 'update'],
    bulk_changes: ['delete', 'insert', 'select', 'update'],
    bank_holidays: ['select'],
    calendar_entries: ['delete', 'insert', 'select', 'update'],
    calendars: ['delete', 'insert', 'select', 'update'],
    calendar_rules: ['delete', 'insert', 'select', 'update (made_by)'],
    channels: ['delete', 'insert', 'select', 'update'],
    clauses: ['delete', 'insert', 'select', 'update'],
    closed_days: ['delete', 'insert', 'select'],
    doubt_tallies: ['delete', 'insert', 'select', 'update'],
    comments: ['delete', 'insert', 'select', 'update'],
    commitment_digests: ['insert', 'select', 'update (week)'],
    commitment_settings: ['insert', 'select', 'update'],
    commitments: ['insert', 'select', 'update'],
    concerns: ['insert', 'select', 'update'],
    covers: ['delete', 'insert', 'select', 'update'],
    departments: ['delete', 'insert', 'select', 'update'],
    directory_tallies: ['insert', 'select', 'update'],
    directory_words: ['delete', 'insert', 'select'],
    evidence: ['insert', 'select', 'update'],
    evidence_of: ['delete', 'insert', 'select'],
    export_files: ['delete', 'insert', 'select', 'update'],
    exports: ['insert', 'select'],
    feeds: [
      'insert',
      'select (id, organisation_id, account_id, of_kind, of_id, only_events, made_at, read_at, revoked_at, revoked_by)',
      'update (revoked_at, revoked_by)',
    ],
    figure_rules: ['delete', 'insert', 'select', 'update (made_by)'],
    figure_values: ['insert', 'select', 'update'],
    figures: ['insert', 'select'],
    files: ['delete', 'insert', 'select'],
    grants: ['delete', 'insert', 'select', 'update (role, sees_marked, given_by, given_at)'],
    given_tables: ['delete', 'insert', 'select', 'update'],
    handovers: ['delete', 'insert', 'select', 'update'],
    happenings: ['insert', 'select', 'update'],
    history: ['insert', 'select', 'update (actor_id, actor_name, changes, redacted)'],
    kept_apart: ['delete', 'insert', 'select', 'update'],
    kept_tallies: ['insert', 'select', 'update'],
    promise_days: ['insert', 'select', 'update'],
    leads: ['delete', 'insert', 'select', 'update'],
    line_audiences: ['delete', 'insert', 'select', 'update'],
    line_channels: ['delete', 'insert', 'select', 'update'],
    line_clauses: ['delete', 'insert', 'select', 'update'],
    line_contributors: ['delete', 'insert', 'select', 'update'],
    line_tags: ['delete', 'insert', 'select'],
    line_priorities: ['delete', 'insert', 'select'],
    line_tallies: ['delete', 'insert', 'select', 'update'],
    lines: ['delete', 'insert', 'select', 'update'],
    memberships: ['insert', 'select', 'update (role, ended_at, ends_at, sees_marked, emergency)'],
    merge_decisions: ['delete', 'insert', 'select', 'update'],
    merge_rows: ['delete', 'insert', 'select', 'update'],
    merges: ['delete', 'insert', 'select', 'update'],
    incoming_messages: ['insert', 'select', 'update'],
    marked_reads: ['delete', 'insert', 'select', 'update'],
    mail_settings: ['delete', 'insert', 'select', 'update'],
    mailbox_settings: ['delete', 'insert', 'select', 'update'],
    mail_stoppages: ['delete', 'insert', 'select', 'update'],
    mentions: ['insert', 'select', 'update'],
    message_attempts: ['insert', 'select', 'update'],
    messages: ['insert', 'select', 'update'],
    organisations: [
      'select',
      'update (name, colour, time_zone, financial_year_month, spring_month, division, office_hours, mail_is_set_up, mail_is_stopped, sign_on, sign_on_only)',
    ],
    occurrences: ['delete', 'insert', 'select', 'update'],
    owner_merges: ['delete', 'insert', 'select'],
    owner_tallies: ['delete', 'insert', 'select', 'update'],
    owners: ['delete', 'insert', 'select', 'update'],
    people: ['delete', 'insert', 'select', 'update'],
    plan_agreements: ['delete', 'insert', 'select'],
    plan_priorities: ['delete', 'insert', 'select'],
    plan_sections: ['delete', 'insert', 'select', 'update'],
    plan_showings: ['delete', 'insert', 'select'],
    plans: ['delete', 'insert', 'select', 'update'],
    portfolios: ['delete', 'insert', 'select', 'update'],
    post_holdings: ['delete', 'insert', 'select', 'update'],
    posts: ['delete', 'insert', 'select', 'update'],
    privacy_requests: ['insert', 'select'],
    priorities: ['insert', 'select', 'update'],
    promises: ['insert', 'select', 'update'],
    queued_jobs: ['insert'],
    reading_lines: ['delete', 'insert', 'select', 'update'],
    readings: ['delete', 'insert', 'select', 'update'],
    register_merges: ['insert', 'select', 'update'],
    register_sources: ['delete', 'insert', 'select', 'update'],
    register_tallies: ['delete', 'insert', 'select', 'update'],
    request_entries: ['insert', 'select'],
    request_links: [
      'delete',
      'insert',
      'select (id, organisation_id, message_id, person_id, made_at, expires_at, revoked_at, revoked_by)',
      'update (revoked_at, revoked_by)',
    ],
    request_messages: ['insert', 'select'],
    request_records: ['insert', 'select', 'update (title, href, gone)'],
    request_updates: ['insert', 'select', 'update (note, name, by_name, done_at, written_by, said)'],
    requests: ['delete', 'insert', 'select', 'update'],
    removed_lines: ['delete', 'insert', 'select', 'update'],
    tidings: ['delete', 'insert', 'select', 'update (message_id)'],
    team_members: ['delete', 'insert', 'select', 'update'],
    teams: ['delete', 'insert', 'select', 'update'],
    sign_on_domains: ['delete', 'insert', 'select'],
    sign_on_groups: ['delete', 'insert', 'select'],
    sign_on_identities: ['delete', 'insert', 'select', 'update'],
    sign_ons: ['delete', 'insert', 'select', 'update'],
    sessions: [
      'delete',
      'select (account_id, organisation_id, created_at, seen_at, expires_at, id, method, second_factor, device, address, idle_minutes)',
      'update (expires_at, idle_minutes)',
    ],
    sign_in_events: ['select', 'update (claimed)'],
    sign_in_rules: ['insert', 'select', 'update'],
    unknown_audiences: ['delete', 'insert', 'select', 'update'],
    view_links: [
      'insert',
      'select (id, organisation_id, view_id, made_by_name, made_at, expires_at, opened_at, revoked_at, revoked_by_name, made_by)',
      'update (revoked_at, revoked_by_name)',
    ],
    views: ['delete', 'insert', 'select', 'update'],
  },
  commsgrid_search: {
    departments: ['select (id, organisation_id, part_of)'],
    grants: ['select (organisation_id, account_id, role, plan_id, department_id, sees_marked)'],
    lines: ['select (id, organisation_id, plan_id, position, marking, changed_at, words, shelved)'],
    memberships: ['select (organisation_id, account_id, role, sees_marked)'],
    plans: ['select (id, organisation_id, marking, department_id)'],
  },
};

/** The conditions that every table of organisation data stands behind, as the catalogue prints them: seen, written. */
const OWN_ROWS_SEEN = '(organisation_id = ( SELECT current_organisation() AS current_organisation))';
const OWN_ROWS_WRITTEN = '(organisation_id = current_organisation())';

/** Who a policy is for, for which command, which rows are seen (`using`) and which may be written (`check`). */
export type Policy = { role: string; command: string; using: string | null; check: string | null };

const ALL = 'all';
const MEMBER = 'commsgrid_member';
const LIMITED = 'commsgrid_limited';
const WHOLE: Policy = { role: MEMBER, command: ALL, using: OWN_ROWS_SEEN, check: OWN_ROWS_WRITTEN };

const SEARCHED: Policy = { role: 'commsgrid_search', command: 'select', using: 'true', check: null };

/** Policies other than the one for a table of organisation data, each with its reason. */
export const POLICIES: Record<string, (Policy & { reason: string })[]> = {
  lines: [
    {
      ...SEARCHED,
      reason: 'words are looked up by index; the function that does so asks for the organisation itself',
    },
  ],
  organisations: [
    {
      role: MEMBER,
      command: ALL,
      using: '(id = current_organisation())',
      check: null,
      reason: 'an organisation is its own row',
    },
  ],
  request_links: [
    { ...WHOLE, reason: 'the links of its own people; whose a token is, is asked from outside' },
  ],
  feeds: [{ ...WHOLE, reason: 'the feeds of its own people; whose a token is, is asked from outside' }],
  bank_holidays: [
    {
      role: MEMBER,
      command: 'select',
      using: 'true',
      check: null,
      reason: 'bank holidays are public and the same for every organisation; only an operator gives them in',
    },
  ],
  view_links: [
    { ...WHOLE, reason: 'the links of its own views; which one a token opens is asked from outside' },
  ],
  sign_on_domains: [
    { ...WHOLE, reason: 'its own domains; whose a domain is, is asked from outside at sign-in' },
  ],
  sessions: [
    {
      role: MEMBER,
      command: ALL,
      using: OWN_ROWS_SEEN,
      check: null,
      reason: 'an administrator sees and ends the sessions that are open for the organisation',
    },
  ],
  sign_in_events: [
    {
      ...WHOLE,
      reason: 'how those signed in who work for this organisation alone, and whom its sign-on refused',
    },
  ],
  sign_in_rules: [{ ...WHOLE, reason: 'its own rules; which hold for a sign-in is asked from outside' }],
  authenticators: [
    {
      role: MEMBER,
      command: ALL,
      using: '(EXISTS ( SELECT FROM memberships m WHERE (m.account_id = authenticators.account_id)))',
      check: null,
      reason: 'whether somebody of the organisation has one; never its secret',
    },
  ],
  memberships: [
    { ...WHOLE, reason: 'who works here, and nobody else' },
    { ...SEARCHED, reason: 'what a limited person may see is worked out past the policies that ask for it' },
  ],
  grants: [
    { ...WHOLE, reason: 'of the same people; read before the organisation is known, as the membership is' },
    { ...SEARCHED, reason: 'what a limited person may see is worked out past the policies that ask for it' },
  ],
  plans: [{ ...SEARCHED, reason: 'which of them a limited person may see is worked out past their policy' }],
  departments: [{ ...SEARCHED, reason: 'a part of a department is seen with it' }],
  accounts: [
    {
      role: MEMBER,
      command: ALL,
      using: '(EXISTS ( SELECT FROM memberships m WHERE (m.account_id = accounts.id)))',
      check: null,
      reason:
        'an account has no organisation of its own: those with a membership here are seen, through its policy',
    },
  ],
  queued_jobs: [
    {
      role: MEMBER,
      command: 'insert',
      using: null,
      check: OWN_ROWS_WRITTEN,
      reason: 'a job is asked for from inside, and read by the worker alone',
    },
  ],
};

/** The condition of a table of organisation data. */
export const ORGANISATION_POLICY = WHOLE;

/** Functions that run with the rights of their owner instead of the caller's. `owner` is ours where it is not said. */
export const DEFINER_FUNCTIONS: Record<string, { owner?: string; callers: string[]; reason: string }> = {
  words_in_plan: {
    owner: 'commsgrid_search',
    callers: [MEMBER],
    reason: 'an index of words is not used through a policy; it asks for current_organisation() itself',
  },
  words_in_plans: {
    owner: 'commsgrid_search',
    callers: [MEMBER],
    reason: 'the same across plans',
  },
  plans_seen: {
    owner: 'commsgrid_search',
    callers: [LIMITED],
    reason:
      'which plans somebody may see is asked by the policy on plans itself; it asks for organisation and person',
  },
  sees_organisation: {
    owner: 'commsgrid_search',
    callers: [LIMITED],
    reason: 'whether somebody has a role in all of it',
  },
  settle_lines: {
    callers: [MEMBER],
    reason: 'only the owner may gather statistics; it takes no words and gives none back',
  },
};
