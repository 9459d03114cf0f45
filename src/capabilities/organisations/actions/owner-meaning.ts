import type { Within } from '../../../platform/database/database.ts';
import { namedById } from '../queries/named.ts';
import { personById } from '../queries/people.ts';
import { ownersMeaning } from '../queries/person-page.ts';
import { findOrAddOwners } from './owners.ts';
import { type Meant, sayWhomOwnerMeans } from './whom-owners-mean.ts';

/** The owner of the register that means a person, post or team of the directory; made where there is none. */
export async function ownerMeaning(within: Within, meant: Meant, now: Temporal.Instant): Promise<string> {
  const column = `${meant.kind}_id` as const;
  const [known] = await ownersMeaning(within, column, [meant.id]);
  if (known) return known.id;
  const name =
    meant.kind === 'person'
      ? (await personById(within, meant.id))!.name
      : (await namedById(within, meant.kind, meant.id))!.name;
  const made = await findOrAddOwners(within, [{ name: name.slice(0, 100), kind: meant.kind }], now);
  const { owner } = made(name.slice(0, 100))!;
  await sayWhomOwnerMeans(within, { owner: owner.id, means: meant }, now);
  return owner.id;
}
