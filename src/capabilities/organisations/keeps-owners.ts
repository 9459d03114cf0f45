import type { Within } from '../../platform/database/database.ts';

/** An owner as others keep them: by number, with the name that stands in their lists. */
export type NamedOwner = { id: string; name: string };

/**
 * A capability that keeps something under owners. Organisations stand above all of them and know none: `app/` says
 * which there are, and each follows in the transaction in which the register changes.
 */
export type KeepsOwners = {
  /** Under which name a merge keeps what was moved. */
  name: string;
  renamed: (within: Within, owner: NamedOwner) => Promise<void>;
  /** Two owners are one: what was the first one's is the second one's. Tells, as JSON, what was moved. */
  merged: (within: Within, owners: MergedOwners, now: Temporal.Instant) => Promise<unknown>;
  /** Whether everything that was moved still stands as it was left; held until the transaction ends. */
  standsAsLeft: (within: Within, moved: unknown, into: NamedOwner) => Promise<boolean>;
  /** Puts back what was moved. Asked only where all of it stands as it was left. */
  putBack: (within: Within, moved: unknown, owners: MergedOwners, now: Temporal.Instant) => Promise<void>;
};

export type MergedOwners = { from: NamedOwner; into: NamedOwner };

/** How many lines somebody answers for, and to how many they contribute. */
export type OwnerTally = { accountable: number; contributes: number };

/** One line of somebody, in whichever plan: the words are those of a list. */
export type OwnerLine = {
  href: string;
  name: string;
  plan: { title: string; href: string };
  what: string;
  state: string;
  accountable: boolean;
};

/** The lines of owners, over all plans: a panel of the register's pages that `app/` fills. */
export type OwnerLines = {
  tallies: (within: Within, owners: string[]) => Promise<Map<string, OwnerTally>>;
  /** Those they answer for first, then those they contribute to; plan by plan, in the order of the document. */
  page: (within: Within, owner: string, which: { after: number; most: number }) => Promise<OwnerLine[]>;
};

/** What the register of owners is given by `app/`. */
export type OwnerParts = { keepers: KeepsOwners[]; lines: OwnerLines };
