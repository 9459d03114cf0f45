import type { Within } from '../../platform/database/database.ts';

/** A plan that was made of another one, and which line of it was made of which. */
export type Copied = { from: string; to: string; months: number; lines: { from: string; to: string }[] };

/** What a capability below keeps of the lines of a plan and takes along when the plan is copied. `app/` says which does. */
export type GoesAlong = {
  /** What would go along, for whoever copies the plan: "Its 12 promises"; nothing where there is nothing. */
  offer: (within: Within, plan: string) => Promise<string | undefined>;
  /** In the transaction in which the copy is made. */
  copied: (within: Within, copied: Copied, now: Temporal.Instant) => Promise<void>;
};
