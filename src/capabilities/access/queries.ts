import type { Kysely } from 'kysely';
import { ROLE_PHRASE } from '../../language/role.ts';
import type { Within } from '../../platform/database/database.ts';
import type { InstallationTables } from '../../platform/database/tables.ts';
import type { Role } from '../../platform/http/visit.ts';
import type { Member } from './member.ts';
import type { AccountStanding } from './rules/people.ts';

/** Everyone of the organisation, those who left included, by name. */
export async function members({ db }: Within): Promise<Member[]> {
  const rows = await memberRows(db).orderBy('a.name').orderBy('a.email').execute();
  return rows.map(asMember);
}

export async function member({ db }: Within, account: string): Promise<Member | undefined> {
  const row = await memberRows(db).where('m.account_id', '=', account).executeTakeFirst();
  return row && asMember(row);
}

function memberRows(db: Within['db']) {
  return db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .select([
      'm.account_id',
      'm.role',
      'm.created_at',
      'm.ended_at',
      'a.name',
      'a.email',
      'a.password_changed_at',
      'm.sees_marked',
    ])
    .select(at =>
      at
        .selectFrom('grants as g')
        .select(({ fn }) => fn.countAll<number>().as('parts'))
        .whereRef('g.account_id', '=', 'm.account_id')
        .$asScalar()
        .$notNull()
        .as('parts'),
    )
    .select(at =>
      at
        .exists(
          at
            .selectFrom('sign_on_identities as i')
            .select('i.subject')
            .whereRef('i.account_id', '=', 'm.account_id'),
        )
        .as('signs_on'),
    );
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof memberRows>['execute']>>[number];

const asMember = (row: MemberRow): Member => ({
  account: row.account_id,
  name: row.name,
  email: row.email,
  role: (row.role ?? undefined) as Role | undefined,
  marked: row.sees_marked,
  parts: row.parts,
  since: row.created_at,
  ended: row.ended_at ?? undefined,
  passwordSince: row.password_changed_at ?? undefined,
  signsOn: Boolean(row.signs_on),
  comesIn: row.password_changed_at !== null || Boolean(row.signs_on),
});

/** How many administrators there are; their rows are held until the transaction ends, so that two do not leave at once. */
export async function holdAdministrators({ db }: Within): Promise<number> {
  const rows = await db
    .selectFrom('memberships')
    .select('account_id')
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .orderBy('account_id')
    .forUpdate()
    .execute();
  return rows.length;
}

type Db = Kysely<InstallationTables>;

/** `phrase`: as what they work there, "a viewer". */
export type Workplace = {
  id: string;
  name: string;
  colour: string;
  role: Role | undefined;
  phrase: string;
};

/** The organisations that an account works for, by name; `at`: without those whose last day is over by then. */
export async function workplaces(db: Db, account: string, at?: Temporal.Instant): Promise<Workplace[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .where('m.account_id', '=', account)
    .where('m.ended_at', 'is', null)
    .where(m => (at ? m.or([m('m.ends_at', 'is', null), m('m.ends_at', '>', at)]) : m.lit(true)))
    .select(['o.id', 'o.name', 'o.colour', 'm.role'])
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();
  return rows.map(row => {
    const held = (row.role ?? undefined) as Role | undefined;
    return { ...row, role: held, phrase: held ? ROLE_PHRASE[held] : 'somebody with a part of it' };
  });
}

/** What the installation knows of an account, seen from one organisation. */
export async function standingOf(
  db: Db,
  account: string,
  organisation: string,
): Promise<AccountStanding & { name: string; email: string }> {
  const { password_hash, signed_on_at, name, email } = await db
    .selectFrom('accounts')
    .select(['password_hash', 'signed_on_at', 'name', 'email'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  const places = await workplaces(db, account);
  const elsewhere = places.filter(place => place.id !== organisation).length;
  return {
    name,
    email,
    opened: password_hash !== null || signed_on_at !== null,
    here: elsewhere < places.length,
    elsewhere,
  };
}

export async function accountByEmail(db: Db, email: string): Promise<string | undefined> {
  const row = await db.selectFrom('accounts').select('id').where('email', '=', email).executeTakeFirst();
  return row?.id;
}

/** How many organisations the installation has, and for how many this account answers. */
export async function foundingStanding(
  db: Db,
  account: string,
): Promise<{ organisations: number; administers: number }> {
  const { organisations } = await db
    .selectFrom('organisations')
    .select(({ fn }) => fn.countAll<number>().as('organisations'))
    .executeTakeFirstOrThrow();
  const places = await workplaces(db, account);
  return { organisations, administers: places.filter(place => place.role === 'administrator').length };
}
