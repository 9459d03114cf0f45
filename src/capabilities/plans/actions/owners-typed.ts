import type { Within } from '../../../platform/database/database.ts';
import type { Answering } from '../../../reading/text/owners/accountable.ts';
import { nameKey } from '../../../reading/text/owners/accountable.ts';
import { findOrAddOwners, knownOwners, type NamedOwner, ownersCalled } from '../../organisations/index.ts';
import type { LineInPlan } from '../queries/line.ts';
import { followsCells, namesOf } from '../rules/follows-cells.ts';
import type { LineValues } from '../rules/line-changes.ts';
import {
  answeringByCells,
  MAY_NAME_OWNERS,
  ownerValues,
  typedOwner,
  typedOwners,
  wantedBy,
} from '../rules/line-owners.ts';
import { type OwnersOfLine, together } from './line-owners.ts';

/** Whom a line has once it is saved, and what is then to be asked about it. */
export type OwnersTyped = OwnersOfLine & { doubt?: { field: string; reason: string } };

/**
 * Whom a line has after somebody typed over it; undefined where nothing of that touches its owners, and then nothing is
 * asked of the database. Whom a person named has it. Else a changed owner cell says so anew, but only in place of whom
 * the cell named before: somebody chosen otherwise is not overwritten.
 */
export async function ownersTyped(
  within: Within,
  found: LineInPlan,
  typed: LineValues,
  now: Temporal.Instant,
): Promise<OwnersTyped | undefined> {
  const before = ownerValues(found.owners);
  const chosen = {
    accountable: isOther(typed.accountable, before.accountable) ? typedOwner(typed.accountable) : undefined,
    contributors: isOther(typed.contributors, before.contributors)
      ? typedOwners(typed.contributors)
      : undefined,
  };
  const cells = cellsChanged(found, typed);
  if (!cells && chosen.accountable === undefined && chosen.contributors === undefined) return undefined;
  const free = cells && (await follows(within, found, cells.before));
  const proposed = cells && wantedBy(cells.after);
  // undefined for what stays; null for nobody
  const wanted = {
    accountable: or(chosen.accountable, free?.accountable ? proposed?.accountable : undefined),
    contributors: or(chosen.contributors, free?.contributors ? proposed?.contributors : undefined),
  };
  const named = await findNamed(within, found, wanted, now);
  const { owners } = found;
  const accountable =
    wanted.accountable === undefined ? owners.accountable : named(wanted.accountable?.name ?? '');
  const contributors = wanted.contributors?.flatMap(({ name }) => named(name) ?? []) ?? owners.contributors;
  const doubt = accountable || chosen.accountable === null ? undefined : doubtOf(cells?.after);
  return { ...together(accountable, contributors), ...(doubt && { doubt }) };
}

const or = <Value>(one: Value | undefined, other: Value | undefined): Value | undefined =>
  one === undefined ? other : one;

/** A field that was sent, and differs but for blanks. */
const isOther = (typed: string | undefined, before: string): typed is string =>
  typed !== undefined && typed.replace(/\s+/g, ' ').trim() !== before.replace(/\s+/g, ' ').trim();

function cellsChanged(
  { line, section }: LineInPlan,
  typed: LineValues,
): { before: Answering; after: Answering } | undefined {
  if (!MAY_NAME_OWNERS.some(field => typed[field] !== undefined && typed[field] !== line[field]))
    return undefined;
  const before = answeringByCells(line, section.columns);
  const after = answeringByCells({ ...line, ...typed }, section.columns);
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : { before, after };
}

/** The register is asked only where the line has somebody. */
async function follows(within: Within, { owners }: LineInPlan, before: Answering) {
  const named = wantedBy(before);
  const owned = owners.accountable || owners.contributors.length;
  const known = knownOwners(owned ? await ownersCalled(within, namesOf(named)) : []);
  return followsCells(owners, named, known);
}

type Wanted = {
  accountable?: ReturnType<typeof typedOwner>;
  contributors?: ReturnType<typeof typedOwners>;
};

/** Those whom the line has already are known, though they have ended; the others are the register's, or put there. */
async function findNamed(
  within: Within,
  { owners }: LineInPlan,
  { accountable, contributors = [] }: Wanted,
  now: Temporal.Instant,
): Promise<(name: string) => NamedOwner | null> {
  const there = [...(owners.accountable ? [owners.accountable] : []), ...owners.contributors];
  const own = new Map(there.map(owner => [nameKey(owner.name), owner]));
  const wanted = [...(accountable ? [accountable] : []), ...contributors];
  const known = await findOrAddOwners(
    within,
    wanted.filter(({ name }) => !own.has(nameKey(name))),
    now,
  );
  return name => {
    const owner = own.get(nameKey(name)) ?? known(name)?.owner;
    return owner ? { id: owner.id, name: owner.name } : null;
  };
}

/** A cell that names somebody and still settles nothing asks again. */
function doubtOf(cells: Answering | undefined): OwnersTyped['doubt'] {
  const why = cells?.named.length ? cells.why : undefined;
  return why ? { field: 'owner', reason: `the cell ${why}: who answers for it?` } : undefined;
}
