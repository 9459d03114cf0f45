import type { Within } from '../../../platform/database/database.ts';
import { ownersMeaning } from '../queries/person-page.ts';
import { calledSo, meansOf } from '../queries/whom-owners-mean.ts';
import { findOrAddOwners } from './owners.ts';
import { type Meant, sayWhomOwnerMeans } from './whom-owners-mean.ts';

/**
 * The owner of the register that means a person, post or team of the directory; made where there is none. Where an owner of
 * the name means somebody else it stays theirs: two people may be called the same, and the second is numbered.
 */
export async function ownerMeaning(
  within: Within,
  meant: Meant,
  now: Temporal.Instant,
): Promise<{ id: string; name: string }> {
  const column = `${meant.kind}_id` as const;
  const [known] = await ownersMeaning(within, column, [meant.id]);
  if (known) return known;
  const name = (await calledSo(within, meant))!;
  for (let number = 1; ; number++) {
    const called = number === 1 ? name.slice(0, 100) : `${name.slice(0, 90)} (${number})`;
    const made = await findOrAddOwners(within, [{ name: called, kind: meant.kind }], now);
    const { owner } = made(called)!;
    if (await meansOf(within, owner.id)) continue;
    await sayWhomOwnerMeans(within, { owner: owner.id, means: meant }, now);
    return owner;
  }
}
