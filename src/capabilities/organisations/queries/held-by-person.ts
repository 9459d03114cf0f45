import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { namedAddress, personAddress } from '../addresses.ts';
import type { Held, HeldThing, Leaver } from '../keeps-people.ts';
import { postCalled } from './post-called.ts';

type Row = { id: string; name: string; note: string | null; at: string; total: number };
type Ask = (leaver: Leaver, most: number) => ReturnType<typeof sql<Row>>;

const TITLES: Record<string, string> = {
  post: 'Posts',
  team: 'Teams that they lead',
  managed: 'People whom they manage',
  lead: 'What they lead communications for',
  portfolio: 'Portfolios',
  cover: 'People whom they cover after their last day',
};

/** As far as what somebody leaves behind ends with their last day, it does so in `actions/leaving`. */
const UNTAKEN: Record<string, string> = {
  post: 'They stay vacant, and requests go to the cover or deputy where there is one.',
  team: 'They have no lead, and nobody is asked for them.',
  managed: 'The communications lead is told instead when one of them stays silent.',
  lead: 'Whoever leads for what is above it, or for everything else, leads for it.',
  portfolio: 'They keep the name of somebody who left.',
  cover: 'The cover ends with their last day.',
};

/** `at`: the record that the thing is seen at. */
const ASKED: Record<string, Ask> = {
  post: ({ id, endsOn }, most) => sql<Row>`
    select h.id, ${postCalled('p', 'a')} as name, h."as" as note, p.id as at, count(*) over ()::int as total
    from post_holdings h join posts p on p.id = h.post_id left join areas a on a.id = p.area_id
    where h.person_id = ${id} and h."as" <> 'cover' and p.ended_at is null
      and (h.ends_on is null or h.ends_on >= ${endsOn}) order by 2, h.id limit ${most}`,
  team: ({ id }, most) => sql<Row>`
    select t.id, t.name, null as note, t.id as at, count(*) over ()::int as total
    from team_members m join teams t on t.id = m.team_id
    where m.person_id = ${id} and m.leads and t.ended_at is null order by t.name limit ${most}`,
  managed: ({ id }, most) => sql<Row>`
    select id, name, null as note, id as at, count(*) over ()::int as total
    from people where manager_id = ${id} order by name limit ${most}`,
  lead: ({ id, endsOn }, most) => sql<Row>`
    select l.id, coalesce(d.name, f.name, nullif(l.subject, ''), 'Everything else') as name, null as note, l.id as at,
      count(*) over ()::int as total
    from leads l left join departments d on d.id = l.department_id left join portfolios f on f.id = l.portfolio_id
    where l.person_id = ${id} and (l.ends_on is null or l.ends_on >= ${endsOn}) order by name limit ${most}`,
  portfolio: ({ id }, most) => sql<Row>`
    select id, name, null as note, id as at, count(*) over ()::int as total
    from portfolios where held_by = ${id} and ended_at is null order by name limit ${most}`,
  cover: ({ id, endsOn }, most) => sql<Row>`
    select c.id, p.name, 'until ' || to_char(c.ends_on, 'FMDD FMMonth YYYY') as note, p.id as at,
      count(*) over ()::int as total
    from covers c join people p on p.id = c.person_id
    where c.by_id = ${id} and c.ends_on > ${endsOn} order by c.starts_on limit ${most}`,
};

const hrefOf = (kind: string, at: string): string | undefined => {
  if (kind === 'post' || kind === 'team' || kind === 'portfolio') return namedAddress(kind, at);
  return kind === 'lead' ? '/directory/leads' : personAddress(at);
};

/** What the directory itself keeps under somebody who leaves. */
export async function heldInDirectory({ db }: Within, leaver: Leaver, most: number): Promise<Held[]> {
  const held: Held[] = [];
  for (const [kind, ask] of Object.entries(ASKED)) {
    const { rows } = await ask(leaver, most).execute(db);
    const things = rows.map(
      ({ id, name, note, at }): HeldThing => ({
        id,
        name,
        href: hrefOf(kind, at),
        ...(note ? { note } : {}),
      }),
    );
    if (things.length)
      held.push({
        ...{ kind, title: TITLES[kind]!, taker: 'person', things },
        total: rows[0]!.total,
        untaken: UNTAKEN[kind]!,
      });
  }
  return held;
}
