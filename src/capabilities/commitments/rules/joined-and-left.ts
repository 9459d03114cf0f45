import type { ForWhom } from '../promise.ts';

/** A commitment that holds, by whom it is for. */
export type Held = ForWhom & { commitment: string };

/** One who is retired: until when it held, and why no longer. */
export type Gone = { id: string; name: string; endedOn: Temporal.PlainDate; why: string };

/** Who stands in the registers and not among the commitments, and the other way round; and who is called otherwise now. */
export function joinedAndLeft<K extends ForWhom>(
  held: readonly Held[],
  whom: readonly K[],
): { joined: K[]; left: Held[]; renamed: { id: string; name: string }[] } {
  const key = ({ kind, id }: ForWhom) => `${kind} ${id}`;
  const [had, has] = [new Map(held.map(one => [key(one), one])), new Map(whom.map(one => [key(one), one]))];
  return {
    joined: whom.filter(one => !had.has(key(one))),
    left: held.filter(one => !has.has(key(one))),
    renamed: whom.flatMap(one => {
      const before = had.get(key(one));
      return before && before.name !== one.name ? [{ id: before.commitment, name: one.name }] : [];
    }),
  };
}
