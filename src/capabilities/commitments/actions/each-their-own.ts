import type { Within } from '../../../platform/database/database.ts';
import { ownerMeaning } from '../../organisations/index.ts';
import type { Kept } from '../queries/for-whom.ts';

/**
 * Holders of a post keep their own: where no name of the register means one of them yet, it gets one of theirs. Otherwise
 * all would be asked of whoever the promise names, who is mostly the post itself.
 */
export async function eachTheirOwn(
  within: Within,
  whom: readonly Kept[],
  now: Temporal.Instant,
): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const one of whom) {
    const owner =
      one.owner ??
      (one.kind === 'person' && one.id
        ? (await ownerMeaning(within, { kind: 'person', id: one.id }, now)).id
        : null);
    kept.push({ ...one, owner });
  }
  return kept;
}
