import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Rights } from '../../language/rights.ts';
import { mayAs, type Role } from '../../language/role.ts';
import type { Within } from '../database/database.ts';
import type { Frame } from '../govuk/frame.ts';

export { mayAs, type Role };

/** How an organisation divides its year: the months, 1 for January, in which its financial year and its spring begin. */
export type Year = { financialYearStart: { month: number; day: number }; springMonth: number };

/** What holds a person signed in, seen by its holder. */
export type Session = {
  id: string;
  /** Whether a second factor was passed. */
  secondFactor: boolean;
  /** When they last said who they are: a password, or a code. */
  provenAt: Temporal.Instant;
};

/** Whether messages of an organisation leave: not before mail is set up, and not while its server takes none. */
export type MailStanding = 'not-set-up' | 'stopped' | 'leaves';

/** Somebody who is signed in, and for which organisation. Found out once for each request. */
export type SignedIn = {
  account: { id: string; name: string; email: string };
  session: Session;
  organisation: {
    id: string;
    name: string;
    colour: string;
    timeZone: string;
    year: Year;
    mail: MailStanding;
  };
  /** What they may do where the request leads: in the plan that its address names, else in the whole organisation. */
  role: Role;
  rights: Rights;
  /** How many organisations the account works for, so that a way to change is offered. */
  organisations: number;
};

/** Somebody whose session is known but who works for no organisation yet (or has not chosen one). */
export type Arriving = Pick<SignedIn, 'account' | 'session'> & { organisation?: undefined };

export type Visitor = SignedIn | Arriving;

export const isSignedIn = (who: Visitor | undefined): who is SignedIn => who?.organisation !== undefined;

/** What a page hands back; the frame (navigation, colour, who) is put around it by the server. */
export type Answer =
  | {
      kind: 'page';
      template: string;
      facts: object;
      frame: Partial<Frame> & { title: string };
      status: number;
    }
  | { kind: 'redirect'; to: string; notice?: Frame['notice'] }
  | { kind: 'file'; name: string; mediaType: string; content: Uint8Array | Readable }
  /** What a program reads again and again, known by its state; no content where it has that already. */
  | { kind: 'kept-current'; mediaType: string; etag: string; content?: Uint8Array }
  | { kind: 'json'; value: unknown; status: number }
  | { kind: 'not-found' }
  /** They may not; the names of whom to ask are put to it. */
  | { kind: 'refused'; why: string };

/** One request, as a page sees it. `params`, `query` and `form` are strings as sent; a page reads them by its own form. */
export type Visit = {
  params: Record<string, string>;
  query: Record<string, string | string[] | undefined>;
  form: Record<string, unknown>;
  path: string;
  now: () => Temporal.Instant;
  today: () => Temporal.PlainDate;
  /** For the rare door that must reach further: streams, cookies, uploads. */
  request: FastifyRequest;
  reply: FastifyReply;
};

export type SignedInVisit = Visit & {
  who: SignedIn;
  /** The organisation's data, in one transaction. */
  within: <T>(work: (within: Within) => Promise<T>) => Promise<T>;
  /**
   * Records of which it was looked whether somebody must be said to have read them, by identifier: what a page leads to
   * besides is asked about before it leaves.
   */
  noted: Set<string>;
  /** Records of which it shows words without leading to them; they are asked about as well. */
  shown: Set<string>;
  /** What a capability further down shows here, as markup; '' where none has a panel of that name. */
  panel: (within: Within, name: string, about: Record<string, string>) => Promise<string>;
};

/** The day it is for the organisation and how it divides its year: what its timings are told by. */
export const timesOf = ({ today, who }: SignedInVisit): { today: Temporal.PlainDate } & Year => ({
  today: today(),
  ...who.organisation.year,
});

/** Whoever has an account: for an organisation already, or not yet. */
export type ArrivingVisit = Visit & { who: Visitor };

/** A whole page. `status` is 200 unless said otherwise; pages that show field problems say 422. */
export function page(
  template: string,
  facts: object,
  frame: Partial<Frame> & { title: string },
  status = 200,
): Answer {
  return { kind: 'page', template, facts, frame, status };
}

export const redirect = (to: string, notice?: string): Answer =>
  notice ? { kind: 'redirect', to, notice: { kind: 'success', text: notice } } : { kind: 'redirect', to };

export const notFound: Answer = { kind: 'not-found' };
