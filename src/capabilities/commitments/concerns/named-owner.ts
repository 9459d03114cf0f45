import type { Within } from '../../../platform/database/database.ts';
import { personCalled } from '../../asking/index.ts';
import { knownOwners, ownerMeaning, ownersCalled } from '../../organisations/index.ts';
import type { When } from '../when.ts';

/** The owner whom a typed name means: of the register, else a person of the directory. Nobody where several are called so. */
export async function namedOwner(
  within: Within,
  name: string,
  { now, today }: When,
): Promise<{ id: string; name: string } | undefined> {
  const known = knownOwners(await ownersCalled(within, [name]))(name)?.owner;
  if (known) return { id: known.id, name: known.name };
  const person = await personCalled(within, name, today);
  if (!person) return undefined;
  const owner = await ownerMeaning(within, { kind: 'person', id: person }, now);
  return { id: owner.id, name: owner.name };
}
