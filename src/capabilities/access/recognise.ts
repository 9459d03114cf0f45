import type { Database } from '../../platform/database/database.ts';
import { withPatience } from '../../platform/database/patience.ts';
import type { Role, Visitor } from '../../platform/http/visit.ts';
import { worthNoting } from './session.ts';
import { digestOf } from './token.ts';

type Row = {
  session: string;
  second_factor: boolean;
  proven_at: Temporal.Instant;
  seen_at: Temporal.Instant;
  account: string;
  name: string;
  email: string;
  organisation: string | null;
  organisation_name: string;
  colour: string;
  time_zone: string;
  financial_year_month: number;
  spring_month: number;
  mail_is_set_up: boolean;
  mail_is_stopped: boolean;
  role: Role | null;
  sees_marked: boolean;
  parts: boolean;
  organisations: number;
};

/**
 * Asked by every request, so it is one statement and no transaction. A membership that ended opens nothing, and an
 * organisation that requires a second factor is open only to a session that passed one, or that its own sign-on began. A session that a sign-on began
 * opens that organisation alone, and one whose people come in by sign-on only is open to no other (docs/decisions/0026).
 */
const RECOGNISE = `select s.id as session, s.second_factor, s.proven_at, s.seen_at, a.id as account, a.name, a.email, o.id as organisation, o.name as organisation_name, o.colour,
      o.time_zone, o.financial_year_month, o.spring_month, o.mail_is_set_up, o.mail_is_stopped, m.role, m.sees_marked,
      exists (select from grants g where g.organisation_id = m.organisation_id and g.account_id = m.account_id) as parts,
      (select count(*)::int from memberships e where e.account_id = a.id and e.ended_at is null and (e.ends_at is null or e.ends_at > $2)) as organisations
    from sessions s
    join accounts a on a.id = s.account_id
    left join memberships m on m.account_id = s.account_id and m.organisation_id = s.organisation_id
      and m.ended_at is null and (m.ends_at is null or m.ends_at > $2)
    left join sign_in_rules r on r.organisation_id = m.organisation_id
    left join organisations o on o.id = m.organisation_id
      and (s.second_factor or r.second_factor_required is not true or s.sign_on_of = o.id)
      and (s.sign_on_of is null or s.sign_on_of = o.id) and (not o.sign_on_only or s.sign_on_of = o.id or (m.emergency and m.role = 'administrator'))
    where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $2::timestamptz - make_interval(mins => s.idle_minutes)`;

/** Who holds this session's token at this moment; undefined when it is unknown, too old or too long unused. */
export async function recognise(
  database: Database,
  token: string,
  now: Temporal.Instant,
): Promise<Visitor | undefined> {
  const digest = digestOf(token);
  const { rows } = await withPatience(() => database.pool.query<Row>(RECOGNISE, [digest, now]));
  const [row] = rows;
  if (!row) return undefined;
  if (worthNoting(row.seen_at, now)) await noteSeen(database, digest, now);
  return asVisitor(row);
}

function asVisitor(row: Row): Visitor {
  const account = { id: row.account, name: row.name, email: row.email };
  const session = { id: row.session, secondFactor: row.second_factor, provenAt: row.proven_at };
  if (!row.organisation) return { account, session };
  return {
    account,
    session,
    organisation: {
      id: row.organisation,
      name: row.organisation_name,
      colour: row.colour,
      timeZone: row.time_zone,
      year: {
        financialYearStart: { month: row.financial_year_month, day: 1 },
        springMonth: row.spring_month,
      },
      mail: row.mail_is_stopped ? 'stopped' : row.mail_is_set_up ? 'leaves' : 'not-set-up',
    },
    // with only parts of it, they are shown what is theirs to see, and asked for more at each plan
    role: row.role ?? 'viewer',
    rights: { everywhere: row.role ?? undefined, marked: row.sees_marked, parts: row.parts },
    organisations: row.organisations,
  };
}

async function noteSeen(database: Database, digest: Buffer, now: Temporal.Instant): Promise<void> {
  await database.pool.query('update sessions set seen_at = $2 where token_hash = $1 and seen_at < $2', [
    digest,
    now,
  ]);
}
