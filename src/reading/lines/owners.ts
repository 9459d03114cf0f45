import type { ReadColumn, ReadLine } from '../reading.ts';
import type { InitialsKey } from '../text/owners/key.ts';
import { readOwners } from '../text/owners/read-owners.ts';
import { folded } from '../text/plain.ts';

/**
 * Whom a line names to answer for it. `asksOwner`: its table has a column for owners; in one without, a column that asks
 * `whoAndWhen` names them, or else who gives the message, since that is who keeps the promise.
 */
export function ownersOf(
  line: Pick<ReadLine, 'owner' | 'messenger' | 'when' | 'taken'>,
  asksOwner: boolean,
  key: InitialsKey,
  whoAndWhen = false,
): NonNullable<ReadLine['owners']> {
  const named = asksOwner || line.owner || line.taken?.owner;
  const field = named ? 'owner' : whoAndWhen ? 'when' : 'messenger';
  const cell = line.taken?.[field]?.text ?? line[field] ?? '';
  return readOwners(cell, key).map(owner => ({ ...owner, field }));
}

/** "Who and when": a column of times whose heading asks for owners too. */
export const asksWhoAndWhen = ({ meaning, headings }: ReadColumn): boolean =>
  meaning === 'when' && /\b(?:whom?|lead|owner|responsib\w+)\b/.test(folded(headings.join(' ')));
