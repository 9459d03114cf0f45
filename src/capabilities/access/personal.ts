import type { PersonalData } from '../../platform/privacy/personal-data.ts';

/** What is kept of people who can sign in. */
export const ACCESS_DATA: PersonalData[] = [
  {
    table: 'accounts',
    what: 'Who can sign in: name and e-mail address',
    why: 'To let in whoever may come in, and nobody else.',
    kept: {
      words: 'Until the account is erased, or two years after their last membership ended.',
      by: 'forget-leavers',
    },
    of: { accounts: ['id'], addresses: ['email'] },
    shown: ['name', 'email', 'password_changed_at'],
    erased: { stays: 'Erased with the account, once they work for no other organisation here.' },
  },
  {
    table: 'memberships',
    what: 'In which role somebody works here, and since when',
    why: 'To know what they may see and do.',
    kept: { words: 'Until the account is erased.' },
    of: { accounts: ['account_id'] },
    shown: ['role', 'created_at', 'ends_at', 'ended_at'],
    erased: { stays: 'It says that somebody worked here; the name is gone with the account.' },
  },
  {
    table: 'grants',
    what: 'Which departments and plans somebody has a part in',
    why: 'To know what they may see and do.',
    kept: { words: 'Until their membership ends.' },
    of: { accounts: ['account_id'] },
    shown: ['role', 'given_by', 'given_at'],
    erased: 'rows',
  },
  {
    table: 'sessions',
    what: 'Where somebody is signed in: device, address, when',
    why: 'So that they can see and end their sessions, and a stranger’s.',
    kept: { words: 'Until the session ends.', by: 'clear-access' },
    of: { accounts: ['account_id'] },
    shown: ['created_at', 'seen_at', 'device', 'address', 'method'],
    erased: { stays: 'They end with the membership, and are deleted then.' },
  },
  {
    table: 'sign_in_events',
    what: 'When somebody signed in or tried to: device and address',
    why: 'So that they, and who looks after access, can tell a stranger.',
    kept: { words: 'The number of days that stands on the page of sign-ins.', by: 'clear-access' },
    of: { accounts: ['account_id'] },
    shown: ['at', 'what', 'device', 'address'],
    erased: { stays: 'It names nobody once the account is erased, and goes by its own rule.' },
  },
  {
    table: 'sign_on_identities',
    what: 'By which number the organisation’s own sign-on knows somebody',
    why: 'So that the right account is opened.',
    kept: { words: 'Until the membership ends.' },
    of: { accounts: ['account_id'] },
    shown: ['issuer', 'subject', 'tied_at', 'seen_at'],
    erased: 'rows',
  },
];
