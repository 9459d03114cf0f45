import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { holdersFor } from '../../audiences/index.ts';
import { areaSaid, drawnRows, ownersMeaning } from '../../organisations/index.ts';
import { type ByArea, type ForWhom, LONGEST_FOR, type Spread } from '../promise.ts';

/** One for whom a promise is kept, with the owner of the register that means them, or the post of its area, where there is one. */
export type Kept = ForWhom & { owner: string | null; byArea?: ByArea | null };

/** Those whom the registers have on a day, by name. */
export async function forWhomOn(within: Within, spread: Spread, on: Temporal.PlainDate): Promise<Kept[]> {
  const found = await inRegisters(within, spread, on);
  return found
    .map(one => ({ ...one, name: one.name.slice(0, LONGEST_FOR) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB') || (one.id! < other.id! ? -1 : 1));
}

function inRegisters(within: Within, spread: Spread, on: Temporal.PlainDate): Promise<Kept[]> {
  switch (spread.of) {
    case 'areas':
    case 'bodies':
      return places(within, spread, on);
    case 'audience':
      return audienceMembers(within, spread.audience, on);
    case 'teams':
      return teams(within, spread.teams);
    case 'post':
      return holdersOfPost(within, spread.post, on);
    case 'posts':
      return holdersOfPosts(within, spread.titled, on);
  }
}

type PlacesSpread = Extract<Spread, { of: 'areas' | 'bodies' }>;

async function places(
  within: Within,
  { of, kind, within: inside }: PlacesSpread,
  on: Temporal.PlainDate,
): Promise<Kept[]> {
  const drawn = await drawnRows(
    within,
    [{ of, kind, named: '', within: inside ?? null, one: null, role: '' }],
    on,
  );
  const each = new Map(drawn.map(({ place, placeName }) => [place, placeName]));
  const whom = of === 'areas' ? 'area' : 'body';
  return [...each].map(([id, name]) => ({ kind: whom, id, name, owner: null }));
}

/** Once for each role: whoever chairs two boards is promised something as the chair of each. */
async function audienceMembers(within: Within, audience: string, on: Temporal.PlainDate): Promise<Kept[]> {
  const holders = await holdersFor(within, audience, on);
  return holders.map(({ holder, name, role, placeName }) => ({
    kind: 'role-holder',
    id: holder,
    name: `${name}, ${role} of ${placeName}`,
    owner: null,
  }));
}

/** None named: every team that there is. */
async function teams(within: Within, named: readonly string[]): Promise<Kept[]> {
  const found = await within.db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('ended_at', 'is', null)
    .$if(named.length > 0, all => all.where('id', 'in', [...named]))
    .execute();
  return withOwners(within, 'team', found);
}

async function holdersOfPost(within: Within, post: string, on: Temporal.PlainDate): Promise<Kept[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from ${HELD} where h.post_id = ${post} and ${isHeldOn(on)}`.execute(
    within.db,
  );
  return withOwners(within, 'person', rows);
}

/** Each with the areas for which they hold one, else the departments, so that two of one name are told apart. */
async function holdersOfPosts(within: Within, titled: string, on: Temporal.PlainDate): Promise<Kept[]> {
  const { rows } = await sql<{ id: string; name: string; of: string | null }>`
    select p.id, p.name, string_agg(distinct coalesce(${areaSaid('a')}, d.name), ', ') as of
    from ${HELD} join posts t on t.id = h.post_id left join departments d on d.id = t.department_id
      left join areas a on a.id = t.area_id
    where t.ended_at is null and lower(t.title) = lower(${titled}) and ${isHeldOn(on)}
    group by p.id, p.name`.execute(within.db);
  const named = rows.map(({ id, name, of }) => ({
    id,
    name: of ? `${name}, ${of}` : name,
  }));
  return withOwners(within, 'person', named);
}

const HELD = sql`post_holdings h join people p on p.id = h.person_id`;

const isHeldOn = (on: Temporal.PlainDate) => sql`h."as" = 'holder'
  and (h.starts_on is null or h.starts_on <= ${on}) and (h.ends_on is null or h.ends_on >= ${on})
  and (p.ends_on is null or p.ends_on >= ${on})`;

/** People and teams keep their own promises, where somebody said by which name plans know them. */
async function withOwners(
  within: Within,
  kind: 'person' | 'team',
  found: { id: string; name: string }[],
): Promise<Kept[]> {
  const ids = found.map(({ id }) => id);
  const owners = await ownersMeaning(within, `${kind}_id`, ids);
  const by = new Map(owners.map(({ id, means }) => [means, id]));
  return found.map(({ id, name }) => ({ kind, id, name, owner: by.get(id) ?? null }));
}
