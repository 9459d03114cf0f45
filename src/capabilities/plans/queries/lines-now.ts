import type { Within } from '../../../platform/database/database.ts';
import type { OwnerKind, WantedOwner } from '../../organisations/index.ts';
import { titleOfLine } from '../rules/line-title.ts';
import type { OwnedLine } from '../rules/whose-lines.ts';

/** How lines are called by now, those that are there; for whoever asks people about them. */
export async function linesNow(
  { db }: Within,
  ids: string[],
): Promise<Map<string, { title: string; href: string; sensitive: boolean; plan: string }>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom('lines as l')
    .innerJoin('plans as p', 'p.id', 'l.plan_id')
    .select(['l.id', 'l.plan_id as plan', 'l.reference', 'l.position', 'l.what', 'l.recommendation'])
    .select(['l.marking', 'p.marking as planMarking'])
    .where('l.id', 'in', [...new Set(ids)])
    .where('p.removed_at', 'is', null)
    .execute();
  return new Map(
    rows.map(({ id, plan, marking, planMarking, ...line }) => [
      id,
      {
        title: titleOfLine(line),
        href: `/plans/${plan}/lines/${id}`,
        sensitive: [marking, planMarking].includes('OFFICIAL-SENSITIVE'),
        plan,
      },
    ]),
  );
}

/** The lines of a plan that somebody of the register answers for, with whom: in the order of the document. */
export function ownedLines({ db }: Within, plan: string): Promise<OwnedLine[]> {
  return db
    .selectFrom('lines as l')
    .innerJoin('owners as o', 'o.id', 'l.accountable_id')
    .select(['l.id', 'o.id as owner', 'o.name'])
    .where('l.plan_id', '=', plan)
    .orderBy('l.position')
    .execute();
}

export type LineWithOwners = {
  id: string;
  plan: string;
  accountable: string | null;
  contributors: WantedOwner[];
};

/** Lines with whom they have, held until the transaction ends. */
export async function linesWithOwners({ db }: Within, ids: string[]): Promise<LineWithOwners[]> {
  if (!ids.length) return [];
  const lines = await db
    .selectFrom('lines')
    .select(['id', 'plan_id as plan', 'accountable_id as accountable'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const contributors = await db
    .selectFrom('line_contributors as c')
    .innerJoin('owners as o', 'o.id', 'c.owner_id')
    .select(['c.line_id as line', 'o.name', 'o.kind'])
    .where('c.line_id', 'in', ids)
    .execute();
  return lines.map(line => ({
    ...line,
    contributors: contributors
      .filter(one => one.line === line.id)
      .map(({ name, kind }) => ({ name, kind: kind as OwnerKind })),
  }));
}

/** Somebody of the register, as a line is given them. */
export async function wantedOwner({ db }: Within, id: string): Promise<WantedOwner> {
  const row = await db
    .selectFrom('owners')
    .select(['name', 'kind'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { name: row.name, kind: row.kind as OwnerKind };
}
