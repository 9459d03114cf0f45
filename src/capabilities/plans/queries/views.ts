import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { View } from '../view.ts';

/** More are found on the page of all views. */
const MOST_BESIDE = 12;

const COLUMNS = sql`v.id, v.name, v.plan_id as plan, v.list, v.asked, v.shared, v.made_by as "madeBy",
  v.made_by_name as "madeByName", v.version, v.changed_at as "changedAt"`;

/** A person's own views and those that others share. */
const seenBy = (person: string) => sql`v.removed_at is null and (v.shared or v.made_by = ${person}::uuid)`;

/** Those of one list, of a plan or of all plans, in the order of their names. */
export async function viewsBeside({ db }: Within, plan: string | undefined, person: string): Promise<View[]> {
  const here = plan ? sql`v.plan_id = ${plan}::uuid` : sql`v.plan_id is null and v.list is null`;
  const found = await sql<View>`select ${COLUMNS} from views v where ${here} and ${seenBy(person)}
    order by lower(v.name), v.id limit ${sql.lit(MOST_BESIDE + 1)}`.execute(db);
  return found.rows;
}

/** Those of another list than that of lines, in the same order. */
export async function viewsOfList({ db }: Within, list: string, person: string): Promise<View[]> {
  const found = await sql<View>`select ${COLUMNS} from views v where v.list = ${list} and ${seenBy(person)}
    order by lower(v.name), v.id limit ${sql.lit(MOST_BESIDE + 1)}`.execute(db);
  return found.rows;
}

export type ListedView = View & {
  /** Null of a view of all plans. */
  planTitle: string | null;
  /** Links by which others may read it now. */
  links: number;
};

/** Every view that a person sees. Those of plans that were taken out wait with them. */
export async function allViews({ db }: Within, person: string): Promise<ListedView[]> {
  const found = await sql<ListedView>`
    select ${COLUMNS}, p.title as "planTitle",
      (select count(*)::int from view_links k where k.view_id = v.id and k.revoked_at is null
        and k.expires_at > now()) as links
    from views v left join plans p on p.id = v.plan_id
    where ${seenBy(person)} and p.removed_at is null
    order by lower(v.name), v.id limit 500`.execute(db);
  return found.rows;
}

/** A view that a person sees; `removed`: one that was deleted, to be put back. */
export async function viewSeen(
  { db }: Within,
  id: string,
  person: string,
  removed = false,
): Promise<View | undefined> {
  const found = await sql<View>`select ${COLUMNS} from views v
    where v.id = ${id} and (v.removed_at is not null) = ${removed} and (v.shared or v.made_by = ${person}::uuid)`.execute(
    db,
  );
  return found.rows[0];
}

/**
 * A view whoever asks: for a reader whose link names it. What only its maker sees is read by links for as long as they
 * work here: nobody else could take the links back.
 */
export async function viewOfLink(
  { db }: Within,
  id: string,
  now: Temporal.Instant,
): Promise<View | undefined> {
  const found = await sql<View>`select ${COLUMNS} from views v left join plans p on p.id = v.plan_id
    where v.id = ${id} and v.list is null and v.removed_at is null and p.removed_at is null and (v.shared or exists (
      select from memberships m where m.account_id = v.made_by and m.ended_at is null
        and (m.ends_at is null or m.ends_at > ${now})))`.execute(db);
  return found.rows[0];
}
