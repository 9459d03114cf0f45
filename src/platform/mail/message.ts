/** What somebody is written: to one person, for one purpose, in words that read well without any layout. */
export type Message = {
  /** One of the kinds that capabilities declare. */
  kind: string;
  to: { name: string; address: string };
  subject: string;
  /** Paragraphs with an empty line between them; an address (https://…) stands on a line of its own. */
  text: string;
  /** Where an answer goes, where that is somebody in particular; else the organisation's own address. */
  replyTo?: string;
  /** The record that it is about. */
  about?: { kind: string; id: string };
  /** The person of the register whom it is for. */
  person?: string;
  /** Goes before what is not. Whether it may break into quiet hours is for whoever writes it to settle. */
  urgent?: boolean;
  /** A second message with the same key is not made. */
  once?: string;
  /** The language of the words: "en", "cy". */
  lang?: string;
  /** Not handed over before. */
  notBefore?: Temporal.Instant;
  /** Of no use to anybody after so long, and given up; two days where it is not said. */
  lasts?: Temporal.Duration;
  /**
   * Parts of the text that are the addressee's alone, such as a link that lets them in. Masked wherever people look at
   * messages, and taken out of what is kept once the message arrived.
   */
  secrets?: string[];
};

/** A kind of message, declared by the capability that writes it. */
export type MessageKind = {
  kind: string;
  /** Why people are written to, in one sentence. Every kind has one purpose. */
  purpose: string;
  urgent?: boolean;
  /** One as it might be, of invented people: shown at `/dev/messages`. */
  preview: () => Message;
};

/** What became of a message. */
export const MESSAGE_STATES = [
  'waiting',
  'handed-over',
  'accepted',
  'refused',
  'given-up',
  'unknown',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
