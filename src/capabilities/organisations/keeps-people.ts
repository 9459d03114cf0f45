import type { Refusal } from '../../language/refusal.ts';
import type { Within } from '../../platform/database/database.ts';

/** How somebody signs in, as those who keep accounts know it. */
export type AccountOf = { id: string; name: string; email: string; role: string; ended: boolean };

/**
 * Those who keep accounts stand below organisations and are given by `app/`: what somebody may come in with ends with
 * the last day of whoever it belongs to.
 */
export type KeepsAccess = {
  /** The account with which somebody signs in, of this organisation; by its number, or by an email address. */
  account: (within: Within, by: { id: string } | { email: string }) => Promise<AccountOf | undefined>;
  /**
   * From this moment on the account opens nothing of the organisation: no session, link or token; null: it does again.
   * Whatever else happens, the moment is looked at whenever somebody comes in.
   */
  endsAt: (
    within: Within,
    account: string,
    at: Temporal.Instant | null,
    now: Temporal.Instant,
  ) => Promise<{ told: true } | Refusal<'not-here' | 'last-administrator'>>;
  /** The moment has come: the membership is over, also in lists. */
  over: (within: Within, account: string, now: Temporal.Instant) => Promise<void>;
};

/** One thing that somebody has, as the page of their leaving shows it. */
export type HeldThing = { id: string; name: string; href?: string; note?: string };

/**
 * What somebody has of one kind. `taker`: whether a person takes it, or an owner of the register (a person, a post or a
 * team). `things`: the first of them; `total`: how many there are. `untaken`: what becomes of them where nobody takes them,
 * as a sentence that follows "Nobody yet".
 */
export type Held = {
  kind: string;
  title: string;
  taker: 'person' | 'owner';
  things: HeldThing[];
  total: number;
  untaken: string;
};

/** Who leaves, with the owners of the register that mean them. */
export type Leaver = {
  id: string;
  name: string;
  owners: { id: string; name: string }[];
  endsOn: Temporal.PlainDate;
};

/** Which of somebody's things of a kind: these, or all but those. */
export type Some = { these: string[] } | { besides: string[] };

/** Who takes what. */
export type Taken = { kind: string; things: Some; to: { id: string; name: string } };

/** A capability that keeps something under people or owners, and hands it over when somebody leaves. */
export type HandsOver = {
  held: (within: Within, leaver: Leaver, most: number) => Promise<Held[]>;
  /** Kinds that are not its own are passed over. */
  handOver: (within: Within, leaver: Leaver, taken: Taken, now: Temporal.Instant) => Promise<void>;
};
