/** What a message that came in is: somebody wrote back, a server says that one of ours did not arrive, a machine answered. */
export type IncomingKind = 'reply' | 'bounce' | 'delay' | 'automatic' | 'other';

export const INCOMING_KIND_WORDS: Record<IncomingKind, string> = {
  reply: 'Reply',
  bounce: 'Could not be delivered',
  delay: 'Delivery is delayed',
  automatic: 'Automatic answer',
  other: 'Message',
};

/** A message from the mailbox, read. */
export type Incoming = {
  kind: IncomingKind;
  /** Without its angle brackets; '' where the sender gave none. */
  messageId: string;
  from: { name: string; address: string };
  subject: string;
  /** What they wrote, without what they quoted. */
  text: string;
  /** The whole of the text. */
  whole: string;
  /** Message-IDs that it says it answers or is about, the nearest first. */
  answers: string[];
  /** What we called a message when it was handed over, as a report about delivery gives it back (RFC 3461, ENVID); '' where it says none. */
  envelope: string;
  /** What a server says of addresses, in a report about delivery. */
  reports: DeliveryReport[];
  /** Names of files that came with it; they stay in the mailbox. */
  files: string[];
};

/** RFC 3464: what became of a message for one address. */
export type DeliveryReport = {
  address: string;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** "5.1.1" */
  status: string;
  /** What the server said, in its own words. */
  said: string;
};
