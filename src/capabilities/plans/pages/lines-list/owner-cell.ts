import { LruMap } from 'toad-cache';
import { answeringFor } from '../../../../reading/text/owners/accountable.ts';
import { readOwners } from '../../../../reading/text/owners/read-owners.ts';

/** A cell of owners in a list: as printed, and who answers where the cell does not say just that. */
export type OwnerCell = { printed: string; accountable?: string; why?: string };

type Said = { name?: string; why?: string };

/** What was read of cells lately: in a list the same few stand in very many rows. */
const known = new LruMap<Said>(2000);

/** Plain words where the cell names who answers, as most do; nothing at all where it is empty and nobody does. */
export function ownerCell(printed: string, accountable: string): string | null | OwnerCell {
  if (isSame(printed, accountable)) return printed || null;
  const { name = '', why = 'left open' } = saidBy(printed);
  if (!accountable) return { printed, why };
  return isSame(name, accountable) ? printed : { printed, accountable };
}

const isSame = (one: string, other: string): boolean =>
  one === other || one.trim().toLowerCase() === other.toLowerCase();

function saidBy(printed: string): Said {
  const read = known.get(printed);
  if (read) return read;
  const { accountable, why } = answeringFor(readOwners(printed));
  const said = { name: accountable?.name, why };
  known.set(printed, said);
  return said;
}
