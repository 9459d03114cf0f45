import type { PersonalData } from '../../platform/privacy/personal-data.ts';

const ANSWERS = {
  words: 'As long as the record that was asked about, and no longer than it can be put back.',
  by: 'delete-old-plans',
};

/** What was asked of people, and what they answered. */
export const ASKING_DATA: PersonalData[] = [
  {
    table: 'requests',
    what: 'What was asked of somebody, when, and how it ended',
    why: 'So that nobody is asked twice, and it is known who was asked.',
    kept: ANSWERS,
    of: { people: ['person_id', 'listed_to', 'told_id'], accounts: ['asked_by_id'], names: ['named'] },
    shown: ['kind', 'what', 'by_day', 'state', 'asked_by', 'asked_at', 'named', 'settled_at'],
    erased: { named: '' },
  },
  {
    table: 'request_updates',
    what: 'What somebody answered',
    why: 'An answer is worth what is known of who gave it.',
    kept: ANSWERS,
    of: { people: ['by_id'], names: ['by_name', 'name'] },
    shown: ['kind', 'choice', 'done_on', 'note', 'said', 'name', 'by_name', 'at', 'way', 'said_on'],
    erased: { by_name: '(erased)', note: '(erased)', said: 'no JSON', name: '' },
  },
  {
    table: 'request_updates',
    what: 'Who wrote down an answer that somebody gave by telephone or in person',
    why: 'What is written down for another is worth what is known of who wrote it.',
    kept: ANSWERS,
    of: { accounts: ['written_by_id'], names: ['written_by'] },
    shown: ['kind', 'at', 'written_by', 'way', 'said_on'],
    erased: { written_by: '(erased)' },
  },
  {
    table: 'request_messages',
    what: 'On which days somebody was written to',
    why: 'So that nobody gets two messages a day.',
    kept: { words: 'As long as the person’s entry; the words of the messages go by a rule of their own.' },
    of: { people: ['person_id'] },
    shown: ['day', 'made_at'],
    erased: { stays: 'It says that somebody was written to; the name is gone with the person.' },
  },
  {
    table: 'tidings',
    what: 'What somebody was told in a daily message that asked nothing of them',
    why: 'So that nobody is told the same twice.',
    kept: { words: 'A month after it went.', by: 'forget-request-links' },
    of: { people: ['person_id'] },
    shown: ['title', 'lines', 'made_at'],
    erased: 'rows',
  },
  {
    table: 'request_links',
    what: 'Links by which somebody could answer',
    why: 'To let in whoever was asked, and nobody else.',
    kept: {
      words: 'A year after they ran out, so that whoever opens an old one can have a new one sent.',
      by: 'forget-request-links',
    },
    of: { people: ['person_id'] },
    shown: ['made_at', 'expires_at', 'revoked_at'],
    erased: { stays: 'They open nothing for somebody who is gone; who they were is gone with the person.' },
  },
];
