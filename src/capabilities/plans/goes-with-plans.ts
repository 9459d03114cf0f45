import type { Within } from '../../platform/database/database.ts';

/**
 * A capability below keeps something of plans: what no table takes with them (what was said of it, its files, the words of
 * its history) goes in the transaction in which they are deleted for good, before their rows do. `app/` says which there are.
 */
export type GoesWithPlans = (within: Within, plans: string[]) => Promise<void>;
