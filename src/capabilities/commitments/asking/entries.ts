import type { ToAsk } from '../queries/due-to-be-asked.ts';

/** What stands as one entry in somebody's message: times that one promise is due and one person keeps. */
export type Entry = Pick<ToAsk, 'promise' | 'owner' | 'conditional' | 'heldOnly'> & {
  occurrences: string[];
  /** The last day of all of them. */
  by: Temporal.PlainDate;
  /** The first moment by which one is due, of limits that run from the minute. */
  dueAt: Temporal.Instant | null;
};

/** So many ticks can be looked through on a phone; what is more is an entry of its own. */
export const MOST_IN_ONE = 50;

/** One entry for each promise and whoever keeps it, however many wards it is kept in. */
export function entriesOf(toAsk: readonly ToAsk[]): Entry[] {
  const alike = Map.groupBy(toAsk, ({ promise, owner }) => `${promise} ${owner}`);
  return [...alike.values()].flatMap(some => inParts(inOrder(some)).map(entryOf));
}

function inParts(some: ToAsk[]): ToAsk[][] {
  const parts = [];
  for (let at = 0; at < some.length; at += MOST_IN_ONE) parts.push(some.slice(at, at + MOST_IN_ONE));
  return parts;
}

const { compare } = Temporal.PlainDate;
const names = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** By their last day, and of one day by name as people count: Ward 2 before Ward 10. */
const inOrder = (some: ToAsk[]): ToAsk[] =>
  some.toSorted((a, b) => compare(a.by, b.by) || names.compare(a.forName, b.forName));

function entryOf(some: ToAsk[]): Entry {
  const { promise, owner, conditional, heldOnly } = some[0]!;
  const by = some.map(one => one.by).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  const [dueAt = null] = some.flatMap(one => one.dueAt ?? []).sort(Temporal.Instant.compare);
  return { promise, owner, conditional, heldOnly, by, dueAt, occurrences: some.map(({ id }) => id) };
}
