import type { ReadLine } from '../reading.ts';
import type { InitialsKey } from '../text/owners/key.ts';
import { readOwners } from '../text/owners/read-owners.ts';

/**
 * Whom a line names to answer for it. `asksOwner`: its table has a column for owners; in one without, who gives the
 * message is who keeps the promise.
 */
export function ownersOf(
  line: Pick<ReadLine, 'owner' | 'messenger' | 'taken'>,
  asksOwner: boolean,
  key: InitialsKey,
): NonNullable<ReadLine['owners']> {
  const field = asksOwner || line.owner || line.taken?.owner ? 'owner' : 'messenger';
  const cell = line.taken?.[field]?.text ?? line[field] ?? '';
  return readOwners(cell, key).map(owner => ({ ...owner, field }));
}
