import type { Within } from '../../../../platform/database/database.ts';
import type { Rewritten } from '../../rules/edition/rewritten.ts';
import { changesOf } from '../../rules/line-changes.ts';
import { answeringByCells, ownerValues, wantedBy } from '../../rules/line-owners.ts';
import { inRegister } from '../line-owners.ts';

/** Where the cell of the owners is another one, those whom it names now answer for the line; its history says so too. */
export async function withOwners(
  within: Within,
  lines: Rewritten[],
  now: Temporal.Instant,
): Promise<Rewritten[]> {
  const renamed = lines.filter(({ changes }) => changes.some(({ field }) => field === 'owner'));
  const wanted = renamed.map(({ after, columns }) => wantedBy(answeringByCells(after, columns)));
  const owners = await inRegister(within, wanted, now);
  const settled = new Map(renamed.map(({ before }, index) => [before.id, owners[index]!]));
  return lines.map(line => {
    const found = settled.get(line.before.id);
    if (!found) return line;
    const { accountable, contributors } = found;
    const { before } = line;
    const was = { accountable: { name: before.accountable }, contributors: before.contributors };
    return {
      ...line,
      after: {
        ...line.after,
        accountable: accountable?.name ?? '',
        accountableId: accountable?.id ?? null,
        contributors,
      },
      changes: [...line.changes, ...changesOf(ownerValues(was), ownerValues(found))],
    };
  });
}

/** Lines that have other contributors than before. */
export const contributing = (lines: Rewritten[]) =>
  lines
    .filter(({ changes }) => changes.some(({ field }) => field === 'contributors'))
    .map(({ after }) => ({ line: after.id, contributors: after.contributors }));
