import type { PersonalData } from '../../platform/privacy/personal-data.ts';

const WITH_PLAN = {
  words: 'As long as the plan; a plan that was taken out is deleted after two years.',
  by: 'delete-old-plans',
};
const WORTH = 'What is said of a promise is worth what is known of who said it.';

/** What is kept of people with promises and what became of them. */
export const COMMITMENT_DATA: PersonalData[] = [
  {
    table: 'promises',
    what: 'Who made a promise out of the words of a plan',
    why: WORTH,
    kept: WITH_PLAN,
    of: { names: ['created_by'] },
    shown: ['about', 'created_by', 'created_at'],
    erased: { created_by: '(erased)' },
  },
  {
    table: 'commitments',
    what: 'For whom a promise is kept, where that is somebody by name',
    why: 'So that it is known who was told and who was not.',
    kept: WITH_PLAN,
    of: { people: ['for_id'], names: ['for_name'] },
    shown: ['for_name', 'starts_on', 'ended_on'],
    erased: { for_name: '(erased)' },
  },
  {
    table: 'occurrences',
    what: 'Who said what became of a promise, and why',
    why: WORTH,
    kept: WITH_PLAN,
    of: { names: ['settled_by'] },
    shown: ['first_by', 'by_day', 'outcome', 'reason', 'settled_by', 'settled_at'],
    erased: { settled_by: '(erased)' },
  },
  {
    table: 'evidence',
    what: 'Who told what was done, and their words',
    why: WORTH,
    kept: WITH_PLAN,
    of: { accounts: ['said_by_id'], names: ['said_by'] },
    shown: ['note', 'feedback', 'said_by', 'said_at'],
    erased: { said_by: '(erased)' },
  },
  {
    table: 'concerns',
    what: 'Who was worried about what, who passed it on and who answered',
    why: 'So that it is answered, and whoever was worried hears of it.',
    kept: WITH_PLAN,
    of: { names: ['raised_by', 'answered_by'] },
    shown: ['words', 'raised_by', 'raised_at', 'answer', 'answered_by'],
    erased: { raised_by: '(erased)', answered_by: '(erased)' },
  },
  {
    table: 'happenings',
    what: 'Who recorded that something happened',
    why: WORTH,
    kept: { words: 'As long as the organisation keeps its promises here: what they were due for.' },
    of: { accounts: ['recorded_by_id'], names: ['recorded_by', 'undone_by'] },
    shown: ['kind', 'title', 'happened_at', 'recorded_by', 'undone_by'],
    erased: { recorded_by: '(erased)', undone_by: '(erased)' },
  },
  {
    table: 'calendar_rules',
    what: 'Who said that the entries of a calendar set promises off',
    why: 'So that others know whom to ask about it.',
    kept: { words: 'As long as the rule.' },
    of: { names: ['made_by'] },
    shown: ['called', 'kind', 'made_by', 'made_at'],
    erased: { made_by: '(erased)' },
  },
  {
    table: 'figure_rules',
    what: 'Who said when a figure sets promises off',
    why: 'So that others know whom to ask about it.',
    kept: { words: 'As long as the rule.' },
    of: { names: ['made_by'] },
    shown: ['way', 'amount', 'made_by', 'made_at'],
    erased: { made_by: '(erased)' },
  },
  {
    table: 'feeds',
    what: 'Which feeds of calendars somebody made, and when each was last read',
    why: 'A feed shows what whoever made it may see, and ends with their work here.',
    kept: { words: 'As long as the account works here.' },
    of: { accounts: ['account_id'], names: ['revoked_by'] },
    shown: ['of_kind', 'made_at', 'read_at', 'revoked_at', 'revoked_by'],
    erased: { revoked_by: '(erased)' },
  },
];
