import type { PersonalData } from '../../platform/privacy/personal-data.ts';

/** Who gave documents in and decided about them. */
export const IMPORT_DATA: PersonalData[] = [
  {
    table: 'readings',
    what: 'Documents that somebody gave in',
    why: 'To say where a plan came from, and to read its next edition.',
    kept: {
      words: 'As long as the plan that was made of it; what was put aside, 90 days.',
      by: 'delete-old-readings',
    },
    of: { names: ['given_by'] },
    shown: ['file_name', 'status', 'given_by', 'given_at'],
    erased: { given_by: '(erased)' },
  },
  {
    table: 'merges',
    what: 'Who worked a later edition into a plan',
    why: 'To say who decided what became of it.',
    kept: { words: 'As long as the plan.' },
    of: { accounts: ['accepted_by_id'], names: ['accepted_by'] },
    shown: ['status', 'accepted_by', 'accepted_at'],
    erased: { accepted_by: '(erased)', accepted_by_id: null },
  },
  {
    table: 'merge_decisions',
    what: 'Who decided between the words of two editions',
    why: 'To say who decided what became of it.',
    kept: { words: 'As long as the plan.' },
    of: { names: ['decided_by'] },
    shown: ['question', 'decided_by', 'decided_at'],
    erased: { decided_by: '(erased)' },
  },
];
