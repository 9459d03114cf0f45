import type { Field } from '../../reading/reading.ts';
import type { Owner } from '../../reading/text/owners/owner.ts';
import type { LineOwners } from '../plans/index.ts';

/** Somebody of the register, or who is to be put there. */
export type Who = LineOwners['contributors'][number];

/** Who of a cell answers for its lines, and who contributes: each by the key of a name. */
export type CellAnswer = { accountable: string | null; contributors: string[] };

/**
 * What people said of the owners that a document names, once for all its lines: who is meant by a name, and for a cell
 * who answers. Both under the words as they are compared.
 */
export type OwnerAnswers = { names: Record<string, Who>; cells: Record<string, CellAnswer> };

/** A cell that names owners, or should, and all lines that print it. */
export type OwnerCell = {
  key: string;
  /** As printed; '' where nothing is. */
  text: string;
  field: Field;
  owners: Owner[];
  lines: number;
  /** The position of the first of them. */
  first: number;
};
