import type { Within } from '../../../../platform/database/database.ts';
import { knownOwners, ownersCalled } from '../../../organisations/index.ts';
import type { StandingLine } from '../../queries/standing-plan.ts';
import type { Rewritten } from '../../rules/edition/rewritten.ts';
import { followsCells, namesOf } from '../../rules/follows-cells.ts';
import { changesOf } from '../../rules/line-changes.ts';
import { answeringByCells, ownerValues, wantedBy } from '../../rules/line-owners.ts';
import { inRegister, type OwnersOfLine, together } from '../line-owners.ts';

/**
 * Where the cell of the owners is another one, those who were settled for it now answer for the line, or whom it names
 * itself; its history says so too. Whoever was chosen otherwise than by the cell stays.
 */
export async function withOwners(
  within: Within,
  lines: Rewritten[],
  now: Temporal.Instant,
): Promise<Rewritten[]> {
  const renamed = lines.filter(({ changes }) => changes.some(({ field }) => field === 'owner'));
  const wanted = renamed.map(
    ({ after, columns, settledOwners }) => settledOwners ?? wantedBy(answeringByCells(after, columns)),
  );
  const named = renamed.map(({ before, columns }) => wantedBy(answeringByCells(before, columns)));
  const known = knownOwners(await ownersCalled(within, [...new Set(named.flatMap(namesOf))]));
  const found = await inRegister(within, wanted, now);
  const settled = new Map(
    renamed.map(({ before }, index) => {
      const was = ownersOf(before);
      const follows = followsCells(was, named[index]!, known);
      const { accountable, contributors } = found[index]!;
      return [
        before.id,
        together(
          follows.accountable ? accountable : was.accountable,
          follows.contributors ? contributors : was.contributors,
        ),
      ] as const;
    }),
  );
  return lines.map(line => {
    const owners = settled.get(line.before.id);
    return owners ? withThese(line, owners) : line;
  });
}

const ownersOf = ({ accountable, accountableId, contributors }: StandingLine): OwnersOfLine => ({
  accountable: accountableId ? { id: accountableId, name: accountable } : null,
  contributors,
});

const withThese = (line: Rewritten, owners: OwnersOfLine): Rewritten => ({
  ...line,
  after: {
    ...line.after,
    accountable: owners.accountable?.name ?? '',
    accountableId: owners.accountable?.id ?? null,
    contributors: owners.contributors,
  },
  changes: [...line.changes, ...changesOf(ownerValues(ownersOf(line.before)), ownerValues(owners))],
});

/** Lines that have other contributors than before. */
export const contributing = (lines: Rewritten[]) =>
  lines
    .filter(({ changes }) => changes.some(({ field }) => field === 'contributors'))
    .map(({ after }) => ({ line: after.id, contributors: after.contributors }));
