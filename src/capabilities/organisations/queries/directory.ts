import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import { NAMED, type NamedKind } from '../named.ts';
import type { PersonKind } from '../person.ts';
import type { Beginning } from '../rules/search-words.ts';
import { rangesOf } from './directory-words.ts';
import { postCalled } from './post-called.ts';

/** A person as they stand in the directory. `place`: where the list goes on after them. */
export type ListedPerson = {
  id: string;
  name: string;
  email: string;
  kind: PersonKind;
  department: string | null;
  endsOn: Temporal.PlainDate | null;
  posts: string | null;
  /** Whoever stands in for them today. */
  coveredBy: string | null;
  place: string;
};

export type ListedNamed = {
  id: string;
  name: string;
  within: string | null;
  who: string | null;
  place: string;
};

/** Where a list goes on: what it is ordered by, and the record it stopped at. */
export type Place = { key: string; id: string };

export type Asked = {
  beginnings: Beginning[];
  after: Place | undefined;
  most: number;
  today: Temporal.PlainDate;
};

/**
 * A page of the people, by name, or of those whom the words find, by the word that was found. Walks an index from where
 * the page before it stopped, so that the last page costs what the first one does. What is shown beside them is looked up
 * for the page at once, and not person by person.
 */
export async function listPeople({ db }: Within, asked: Asked): Promise<ListedPerson[]> {
  const { rows } = await sql<ListedPerson>`
    with listed as materialized (${peopleAsked(asked)}),
      held as (
        select h.person_id, string_agg(t.title, ', ' order by t.title) as posts
        from listed join post_holdings h on h.person_id = listed.id join posts t on t.id = h.post_id
        where h."as" = 'holder' and (h.starts_on is null or h.starts_on <= ${asked.today})
          and (h.ends_on is null or h.ends_on >= ${asked.today})
        group by h.person_id),
      covered as (
        select distinct on (c.person_id) c.person_id, b.name
        from listed join covers c on c.person_id = listed.id join people b on b.id = c.by_id
        where c.starts_on <= ${asked.today} and c.ends_on >= ${asked.today}
        order by c.person_id, c.starts_on desc)
    select listed.id, listed.name, listed.email, listed.kind, d.name as department, listed.ends_on as "endsOn",
      listed.key as place, held.posts, covered.name as "coveredBy"
    from listed left join departments d on d.id = listed.department_id
      left join held on held.person_id = listed.id left join covered on covered.person_id = listed.id
    order by ${inTheirOrder(asked)}, listed.id`.execute(db);
  return rows;
}

/** The same of departments, posts, teams and portfolios that have not ended. */
export async function listNamed({ db }: Within, kind: NamedKind, asked: Asked): Promise<ListedNamed[]> {
  const { table, called, within, parent } = NAMED[kind];
  const above = parent === 'person' ? sql`people` : sql`departments`;
  const isPost = kind === 'post';
  const columns = sql`n.id, n.${sql.ref(called)} as ${sql.ref(called)}, n.${sql.ref(within)} as within
    ${isPost ? sql`, n.area_id` : sql``}`;
  const listed = asked.beginnings.length
    ? sql`select ${columns}, f.key from (${found(kind, asked)}) f join ${sql.table(table)} n on n.id = f.id`
    : sql`select ${columns}, n.name_key as key from ${sql.table(table)} n where n.ended_at is null ${onFrom(asked)}`;
  const { rows } = await sql<ListedNamed>`
    with listed as materialized (${listed})
    select n.id, ${isPost ? postCalled('n', 'g') : sql.ref('n.name')} as name, a.name as within, ${whoOf(kind, asked.today)} as who, n.key as place
    from listed n left join ${above} a on a.id = n.within ${isPost ? sql`left join areas g on g.id = n.area_id` : sql``}
    order by ${inTheirOrder(asked)}, n.id`.execute(db);
  return rows;
}

/** Who holds a post, and who leads a team. */
function whoOf(kind: NamedKind, today: Temporal.PlainDate): RawBuilder<unknown> {
  if (kind === 'post')
    return sql`(select string_agg(p.name, ', ' order by p.name) from post_holdings h join people p on p.id = h.person_id
      where h.post_id = n.id and h."as" = 'holder' and (h.starts_on is null or h.starts_on <= ${today})
        and (h.ends_on is null or h.ends_on >= ${today}) and (p.ends_on is null or p.ends_on >= ${today}))`;
  if (kind === 'team')
    return sql`(select p.name from team_members m join people p on p.id = m.person_id where m.team_id = n.id and m.leads)`;
  return sql`null`;
}

function peopleAsked(asked: Asked): RawBuilder<unknown> {
  const columns = sql`p.id, p.name, p.email, p.kind, p.department_id, p.ends_on`;
  return asked.beginnings.length
    ? sql`select ${columns}, f.key from (${found('person', asked)}) f join people p on p.id = f.id`
    : sql`select ${columns}, p.name_key as key from people p where true ${onFrom(asked)}`;
}

/** How many are listed is written out: as a value, the statement would be planned anew each time, which costs more than it. */
function onFrom({ after, most }: Asked): RawBuilder<unknown> {
  const rest = after ? sql`and (name_key, id) > (${after.key}, ${after.id}::uuid)` : sql``;
  return sql`${rest} order by name_key, id limit ${sql.lit(most)}`;
}

/** As the index has them, so that the next page begins after the last of this one: words are kept as bytes, names are not. */
const inTheirOrder = ({ beginnings }: Asked): RawBuilder<unknown> =>
  beginnings.length ? sql`key collate "C"` : sql`key`;

/** Each once, under the first of its words that is found; see the function. */
function found(kind: string, { beginnings, after, most }: Asked): RawBuilder<unknown> {
  return sql`select id, key from directory_found(${kind}, ${rangesOf(beginnings)}, ${after?.key ?? null},
    ${after?.id ?? null}::uuid, ${sql.lit(most)})`;
}

const findTally = writtenOnce((db, kind: string) =>
  db.selectFrom('directory_tallies').select('entries').where('kind', '=', kind),
);

/** How many people there are, those who left included; kept by the database. */
export async function countPeople(within: Within): Promise<number> {
  const [row] = await findTally(within, 'person');
  return row?.entries ?? 0;
}
