import type { PersonalData } from '../../platform/privacy/personal-data.ts';

/** Who put files with records. What stands in a file is for whoever looks after the record to weigh. */
export const ATTACHMENT_DATA: PersonalData[] = [
  {
    table: 'attachments',
    what: 'Files that somebody put with a plan or a line',
    why: 'They prove that something was done.',
    kept: { words: 'As long as the record that they are with.', by: 'delete-old-plans' },
    of: { names: ['added_by', 'removed_by'] },
    shown: ['name', 'media_type', 'added_by', 'added_at'],
    about: 'subject_id',
    erased: { added_by: '(erased)' },
  },
];
