import { NAMED_IN_HISTORY } from './named-in-history.ts';
import type { PersonalData } from './personal-data.ts';

/** What the platform itself keeps of people: messages both ways, and who read what is marked. */
export const PLATFORM_DATA: PersonalData[] = [
  {
    table: 'messages',
    what: 'Messages that were written to somebody: name, address, words',
    why: 'To send them, to say what became of each, and to answer whether somebody was told.',
    kept: {
      words:
        'The words go 90 days after the message was settled; that it was sent, to whom and when stays with the organisation’s records.',
      by: 'forget-mail',
    },
    of: { people: ['person_id'], addresses: ['to_address'] },
    shown: ['kind', 'to_name', 'to_address', 'subject', 'text', 'put_at', 'state', 'settled_at'],
    masks: { words: 'text', secrets: 'secrets' },
    erased: {
      to_name: '(erased)',
      to_address: '(erased)',
      subject: '(erased)',
      text: null,
      secrets: 'no list',
      reply_to: null,
    },
  },
  {
    table: 'incoming_messages',
    what: 'Replies that somebody wrote: name, address, words',
    why: 'So that a person can look at what came back and do what it asks for.',
    kept: { words: 'The words go 180 days after somebody looked at the reply.', by: 'forget-replies' },
    of: { addresses: ['from_address'] },
    shown: ['kind', 'from_name', 'from_address', 'subject', 'words', 'whole', 'came_at', 'note'],
    erased: {
      from_name: '(erased)',
      from_address: '(erased)',
      subject: '(erased)',
      words: null,
      whole: null,
      note: '(erased)',
      files: 'no list',
      reports: 'no JSON',
    },
  },
  {
    table: 'history',
    what: 'What somebody did here: their name with each change, and the day',
    why: 'A public body answers for its promises, so it must be able to say who changed them.',
    kept: {
      words:
        'As long as the record that it tells of. A person’s words can be taken out; what was done, and that nothing was altered, stays.',
    },
    of: { accounts: ['actor_id'], names: ['actor_name'] },
    shown: ['subject_kind', 'number', 'at', 'actor_name', 'action', 'changes'],
    about: 'subject_id',
    erased: { stays: 'Taken out in place by the history itself, in every entry that names them.' },
  },
  NAMED_IN_HISTORY,
  {
    table: 'marked_reads',
    what: 'Which marked records somebody read, and when',
    why: 'So that it can be found out whom to ask when something marked got out.',
    kept: { words: 'Two years.', by: 'forget-marked-reads' },
    of: { accounts: ['account_id'] },
    shown: ['title', 'subject_kind', 'read_at', 'way'],
    about: 'subject_id',
    erased: {
      stays: 'Needed to find out who saw what is marked (UK GDPR article 17(3)(b)); it goes after two years.',
    },
  },
  {
    table: 'message_attempts',
    what: 'To which address a message was handed over, and what the server said',
    why: 'To say for certain whether a message went out.',
    kept: { words: 'As long as the record of the message.' },
    of: { addresses: ['envelope_to'], names: ['asked_by'] },
    shown: ['begun_at', 'ended_at', 'envelope_to', 'outcome', 'asked_by'],
    erased: { envelope_to: null, answer: null },
  },
  {
    table: 'privacy_requests',
    what: 'Who answered a request for access or erasure',
    why: 'A public body must be able to show that it answered in time (UK GDPR article 5(2)).',
    kept: { words: 'As long as the organisation is here; it names nobody who asked.' },
    of: { names: ['done_by'] },
    shown: ['kind', 'reference', 'done_at', 'done_by'],
    erased: { stays: 'Needed to show that requests were answered.' },
  },
];
