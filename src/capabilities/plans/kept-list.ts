import type { Within } from '../../platform/database/database.ts';
import type { Query } from './rules/asked-address.ts';

/** A list of a capability further down, of which people keep views as they do of the lines. */
export type KeptList = {
  /** Of its page; what is asked for stands in its address. */
  path: string;
  title: string;
  /** What of an address is kept, in one order; what it says wrongly is left out. */
  said: (query: Query) => Record<string, string>;
  /** The same for people. */
  inWords: (within: Within, said: Record<string, string>) => Promise<string[]>;
};
