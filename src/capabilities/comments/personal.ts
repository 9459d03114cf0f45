import type { PersonalData } from '../../platform/privacy/personal-data.ts';

/** What people said of records, and whom they named. */
export const COMMENT_DATA: PersonalData[] = [
  {
    table: 'comments',
    what: 'What somebody said of a plan or a line',
    why: 'So that those who work on it know what was said, and by whom.',
    kept: { words: 'As long as the record that it is said of.', by: 'delete-old-plans' },
    of: { accounts: ['by_id'] },
    shown: ['subject_title', 'body', 'by_name', 'at'],
    about: 'subject_id',
    erased: { by_name: '(erased)', body: '(erased)' },
  },
  {
    table: 'mentions',
    what: 'Comments that name somebody',
    why: 'So that they find them.',
    kept: { words: 'As long as the comment.' },
    of: { accounts: ['account_id'] },
    shown: ['at', 'seen_at'],
    erased: { stays: 'It says that somebody was named; the name is gone with the account.' },
  },
];
