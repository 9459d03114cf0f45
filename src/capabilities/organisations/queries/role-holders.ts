import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { ContactDetail, HolderPlace, RoleHolder } from '../role-holder.ts';

/** A holder with the place of their role. */
export type PlacedHolder = RoleHolder & { place: HolderPlace };

const COLUMNS = [
  'id',
  'body_id as body',
  'area_id as area',
  'role',
  'name',
  'language',
  'starts_on as startsOn',
  'ends_on as endsOn',
  'version',
] as const;

type Row = Omit<RoleHolder, 'contact'> & { body: string | null; area: string | null };

const asHolder = ({ body, area, ...row }: Row, contact: ContactDetail[]): PlacedHolder => ({
  ...row,
  place: body ? { body } : { area: area! },
  contact,
});

/** Everybody who holds, held or will hold a role of a body or area, with how they are reached. */
export async function holdersOf(within: Within, place: HolderPlace): Promise<PlacedHolder[]> {
  const of = 'body' in place ? ([`body_id`, place.body] as const) : ([`area_id`, place.area] as const);
  const rows = await within.db
    .selectFrom('role_holders')
    .select(COLUMNS)
    .where(of[0], '=', of[1])
    .orderBy(sql`lower(role)`)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(500)
    .execute();
  return withContact(within, rows);
}

export async function holderById(within: Within, id: string): Promise<PlacedHolder | undefined> {
  const rows = await within.db.selectFrom('role_holders').select(COLUMNS).where('id', '=', id).execute();
  return (await withContact(within, rows))[0];
}

/** Held until the transaction ends, so that two who change somebody stand in line. */
export async function holdHolder(within: Within, id: string): Promise<PlacedHolder | undefined> {
  const rows = await within.db
    .selectFrom('role_holders')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return (await withContact(within, rows))[0];
}

/** `all`: of more than a list of identifiers can name. */
async function withContact({ db }: Within, rows: Row[], all?: 'all'): Promise<PlacedHolder[]> {
  if (!rows.length) return [];
  const asked = db
    .selectFrom('contact_details')
    .select(['holder_id as holder', 'kind', 'value', 'purpose', 'keep_until as keepUntil'])
    .orderBy('kind');
  const ids = rows.map(({ id }) => id);
  const details = await (all ? asked : asked.where('holder_id', 'in', ids)).execute();
  const of = Map.groupBy(details as (ContactDetail & { holder: string })[], ({ holder }) => holder);
  return rows.map(row =>
    asHolder(
      row,
      (of.get(row.id) ?? []).map(({ holder: _, ...detail }) => detail),
    ),
  );
}

/** The words for roles that are in use, for choosing from. */
export async function rolesInUse({ db }: Within): Promise<string[]> {
  const { rows } = await sql<{ role: string }>`
    select min(role) as role from role_holders group by lower(role) order by count(*) desc, 1 limit 60`.execute(
    db,
  );
  return rows.map(({ role }) => role);
}

/** Of all bodies, for setting a file beside them. */
export async function allHolders(within: Within): Promise<Map<string, PlacedHolder[]>> {
  const rows = await within.db
    .selectFrom('role_holders')
    .select(COLUMNS)
    .where('body_id', 'is not', null)
    .orderBy('id')
    .execute();
  const holders = await withContact(within, rows, 'all');
  return Map.groupBy(holders, ({ place }) => ('body' in place ? place.body : ''));
}
