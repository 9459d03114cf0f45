import type { Problem } from '../rules/problems.ts';

/** A message as it leaves: its bytes, and the envelope that the server is given around them. */
export type Composed = {
  bytes: Buffer;
  from: string;
  to: string;
  /** Comes back in the report of a server that could not deliver it (RFC 3461, ENVID). */
  id: string;
};

/**
 * What came of handing a message over. accepted and refused are the server's word; later: it, or this message, was put
 * off; unreachable: nothing was handed over, and no other message would fare better; unknown: it was handed over whole,
 * and no answer was seen.
 */
export type Outcome = {
  outcome: 'accepted' | 'refused' | 'later' | 'unreachable' | 'unknown';
  problem?: Problem;
  /** The server's own words, or the machine's where there was no server. */
  answer: string;
};

/** The way out. There is one of real mail servers; tests give others. */
export type Transport = {
  /** "mail.ashmere.example:587", for the record. */
  name: string;
  /** Never rejects: whatever happens is an outcome. */
  hand: (message: Composed) => Promise<Outcome>;
  close: () => void;
};
