import type { MessageState } from '../../../platform/mail/message.ts';

/** The name of a state, the colour of its tag, and what it means for whoever waits for an answer. */
export const STATE_WORDS: Record<MessageState, { text: string; colour: string; means: string }> = {
  waiting: { text: 'Waiting', colour: 'blue', means: 'It has not been sent yet.' },
  'handed-over': { text: 'Being sent', colour: 'blue', means: 'It is being handed to the mail server.' },
  accepted: {
    text: 'Sent',
    colour: 'green',
    means: 'The mail server took it. Whether it was read is not known, and is not looked for.',
  },
  refused: { text: 'Refused', colour: 'red', means: 'It was refused for good and did not arrive.' },
  'given-up': {
    text: 'Given up',
    colour: 'red',
    means: 'Nobody took it while it was of use, and it is not tried any more.',
  },
  unknown: {
    text: 'May have been sent',
    colour: 'yellow',
    means: 'Nobody knows whether it arrived, so it is not sent again by itself.',
  },
};

/** Those that a person may send again: nothing else will. */
export const SENT_AGAIN_BY_HAND: MessageState[] = ['refused', 'given-up', 'unknown'];
