import { ACCEPTED_FILES } from '../answer/file-words.ts';

/** What stands beside the fields of an answer that is written down for somebody. */
export const WRITTEN_WORDS = {
  answer: 'What did they say?',
  which: 'If only some: which?',
  mine: 'Only these',
  whichExcept: 'If not all: which?',
  mineExcept: 'Tick those that they meant',
  whose: 'If it is not theirs: whose is it?',
  name: 'First and last name of whose it is',
  nameHint: 'As they said it. Leave it empty if they did not know.',
  note: 'Anything they added',
  noteHint: 'What was done, what came of it, what is missing. No names of the public.',
  late: 'If it was late: on which day?',
  doneOn: 'On which day was it done?',
  more: 'What else they told',
  file: 'Add a photo or file that they sent',
  accept: ACCEPTED_FILES,
};
