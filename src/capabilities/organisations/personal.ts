import type { PersonalData } from '../../platform/privacy/personal-data.ts';
import { eraseOwnerNames } from './actions/erase-owner-names.ts';

const WHILE_HERE = {
  words: 'As long as they work here or hold the role, and two years more.',
  by: 'forget-leavers',
};

/** What is kept of people who work here, and of those who hold a role at a body outside. */
export const ORGANISATION_DATA: PersonalData[] = [
  {
    table: 'people',
    what: 'People who work here: name, address, telephone, language, department, manager, first and last day',
    why: 'To know who keeps which promise, and to ask them.',
    kept: WHILE_HERE,
    of: { people: ['id'], accounts: ['account_id'], addresses: ['email'] },
    shown: ['name', 'email', 'phone', 'language', 'kind', 'starts_on', 'ends_on'],
    erased: { name: '(erased)', email: '', phone: '', account_id: null, manager_id: null },
  },
  {
    table: 'owners',
    what: 'The names under which plans mean somebody',
    why: 'So that a name in a plan leads to whoever answers for the line.',
    kept: { words: 'As long as plans have lines of theirs.' },
    of: { people: ['person_id'] },
    shown: ['name', 'initials', 'also_called'],
    erased: {
      by: eraseOwnerNames,
      words: 'Their own name becomes a number. The name of a team or a post stays, and means nobody.',
    },
  },
  {
    table: 'post_holdings',
    what: 'Which posts somebody held, and when',
    why: 'To know who answered for a post on a day.',
    kept: WHILE_HERE,
    of: { people: ['person_id'] },
    shown: ['as', 'starts_on', 'ends_on'],
    erased: { stays: 'It says that somebody held the post; the name is gone with the person.' },
  },
  {
    table: 'covers',
    what: 'Who stands in for somebody, and when',
    why: 'So that what is asked while they are away reaches whoever covers.',
    kept: WHILE_HERE,
    of: { people: ['person_id', 'by_id'] },
    shown: ['starts_on', 'ends_on', 'made_by'],
    erased: 'rows',
  },
  {
    table: 'team_members',
    what: 'Which teams somebody is in',
    why: 'So that a team can be asked.',
    kept: WHILE_HERE,
    of: { people: ['person_id'] },
    shown: ['leads'],
    erased: 'rows',
  },
  {
    table: 'leads',
    what: 'For which departments, portfolios and subjects somebody leads communications',
    why: 'To know whom to tell, and who decides.',
    kept: WHILE_HERE,
    of: { people: ['person_id'] },
    shown: ['subject', 'starts_on', 'ends_on'],
    erased: 'rows',
  },
  {
    table: 'handovers',
    what: 'Who takes over what somebody leaves',
    why: 'So that nothing is left without anybody when they go.',
    kept: WHILE_HERE,
    of: { people: ['person_id', 'to_person'], names: ['decided_by'] },
    shown: ['kind', 'decided_by', 'decided_at', 'done_at'],
    erased: { decided_by: '(erased)' },
  },
  {
    table: 'role_holders',
    what: 'Who holds a role at a body outside: name, role, language, from when to when',
    why: 'To write to the chair of a board or the councillor of a ward as such.',
    kept: WHILE_HERE,
    of: { holders: ['id'] },
    shown: ['role', 'name', 'language', 'starts_on', 'ends_on'],
    erased: { name: '(erased)' },
  },
  {
    table: 'contact_details',
    what: 'How somebody who holds a role outside is reached',
    why: 'The purpose stands with each of them.',
    kept: { words: 'Until the day that stands with each of them.', by: 'remove-contact-details' },
    of: { holders: ['holder_id'], addresses: ['value'] },
    shown: ['kind', 'value', 'purpose', 'keep_until'],
    erased: 'rows',
  },
  {
    table: 'given_tables',
    what: 'Files of people and bodies that are being brought in',
    why: 'To show what they would change before anything is stored.',
    kept: { words: 'The file goes when it was stored, or after a day.', by: 'clear-given-tables' },
    of: { accounts: ['given_by'] },
    shown: ['kind', 'file_name', 'given_by_name', 'given_at', 'status'],
    erased: { given_by_name: '(erased)' },
  },
];
