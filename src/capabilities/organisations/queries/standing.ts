import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { LeadFacts, LedFacts } from '../rules/leading.ts';
import {
  type CoverFacts,
  type HoldingFacts,
  type PersonFacts,
  type StandingFacts,
  standingFacts,
} from '../rules/standing-in.ts';

/** Whom an owner of the register means, once somebody has said so. */
export type MeantBy = {
  id: string;
  name: string;
  person: string | null;
  post: string | null;
  team: string | null;
  /** Who leads the team. */
  lead: string | null;
};

export function whomOwnersMean({ db }: Within, owners: string[]): Promise<MeantBy[]> {
  return db
    .selectFrom('owners as o')
    .leftJoin('team_members as m', on => on.onRef('m.team_id', '=', 'o.team_id').on('m.leads', '=', true))
    .select(['o.id', 'o.name', 'o.person_id as person', 'o.post_id as post', 'o.team_id as team'])
    .select('m.person_id as lead')
    .where('o.id', 'in', owners)
    .execute();
}

/** What must be known to say who stands in for these people and posts on a day. */
export async function standingOn(
  within: Within,
  { people, posts }: { people: string[]; posts: string[] },
  on: Temporal.PlainDate,
): Promise<StandingFacts> {
  const [holdings, covers] = await Promise.all([holdingsAround(within, people, posts), coversOn(within, on)]);
  const meant = [...people, ...holdings.map(({ person }) => person), ...covers.map(({ by }) => by)];
  return standingFacts(await peopleById(within, meant), covers, holdings);
}

/** Every holding of these posts, and of those that these people hold. */
async function holdingsAround({ db }: Within, people: string[], posts: string[]): Promise<HoldingFacts[]> {
  if (!people.length && !posts.length) return [];
  const rows = await db
    .selectFrom('post_holdings as h')
    .select(['h.post_id as post', 'h.person_id as person', 'h.as'])
    .select(['h.starts_on as startsOn', 'h.ends_on as endsOn'])
    .where(at =>
      at.or([
        ...(posts.length ? [at('h.post_id', 'in', posts)] : []),
        ...(people.length
          ? [
              at(
                'h.post_id',
                'in',
                at.selectFrom('post_holdings as p').select('p.post_id').where('p.person_id', 'in', people),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('h.id')
    .execute();
  return rows.map(row => ({ ...row, as: row.as as HoldingFacts['as'] }));
}

/** Everybody who is covered on a day: few of an organisation. */
const coversOn: (within: Within, on: Temporal.PlainDate) => Promise<CoverFacts[]> = writtenOnce(
  (db, on: Temporal.PlainDate) =>
    db
      .selectFrom('covers')
      .select(['person_id as person', 'by_id as by', 'starts_on as startsOn', 'ends_on as endsOn'])
      .where('starts_on', '<=', on)
      .where('ends_on', '>=', on)
      .orderBy('made_at', 'desc'),
);

async function peopleById({ db }: Within, ids: string[]): Promise<PersonFacts[]> {
  if (!ids.length) return [];
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
}

/** Besides, who leads communications, and what departments are part of. `people`: others who may be told. */
export async function ledOn(within: Within, people: string[], on: Temporal.PlainDate): Promise<LedFacts> {
  const [leads, partOf] = await Promise.all([allLeads(within), departmentsAbove(within)]);
  const meant = {
    people: [...people, ...leads.flatMap(({ person }) => person ?? [])],
    posts: leads.flatMap(({ post }) => post ?? []),
  };
  return { ...(await standingOn(within, meant, on)), leads, partOf };
}

function allLeads({ db }: Within): Promise<LeadFacts[]> {
  return db
    .selectFrom('leads')
    .select(['department_id as department', 'portfolio_id as portfolio', 'subject'])
    .select(['person_id as person', 'post_id as post', 'starts_on as startsOn', 'ends_on as endsOn'])
    .orderBy('created_at', 'desc')
    .execute();
}

async function departmentsAbove({ db }: Within): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom('departments').select(['id', 'part_of']).execute();
  return new Map(rows.map(({ id, part_of }) => [id, part_of]));
}

/** Of whom silence is told, and who answers for them. */
export function aboveOf({ db }: Within, person: string) {
  return db
    .selectFrom('people')
    .select(['id', 'manager_id as manager', 'department_id as department'])
    .where('id', '=', person)
    .executeTakeFirst();
}
