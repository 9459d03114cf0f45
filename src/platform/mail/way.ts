/** How a server is spoken to: TLS begun in the conversation and insisted on, TLS from the first byte, or in the clear. */
export const SECURITIES = ['starttls', 'tls', 'none'] as const;
export type Security = (typeof SECURITIES)[number];

export type MailServer = {
  host: string;
  port: number;
  security: Security;
  /** Absent where the server takes mail from this machine without a login. */
  login?: { user: string; password: string };
};

/** Signs what leaves, so that other servers can tell that it came from whom it names (RFC 6376). */
export type DkimKey = { domain: string; selector: string; privateKey: string };

export type MailSender = {
  name: string;
  address: string;
  /** Where answers go, where that is another address. */
  replyTo?: string;
  /** Where other servers report what they could not deliver, where that is another address. */
  bounces?: string;
  dkim?: DkimKey;
};

/** All that a message needs to leave. */
export type MailWay = { server: MailServer; sender: MailSender };
