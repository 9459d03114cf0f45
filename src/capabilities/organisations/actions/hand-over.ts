import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { type DeedTo, recordMany } from '../../../platform/history/history.ts';
import type { HandsOver, Leaver, Taken } from '../keeps-people.ts';
import { namedSubject } from '../named.ts';
import { organisationSubject } from '../organisation.ts';
import { personSubject } from '../person.ts';
import { heldInDirectory } from '../queries/held-by-person.ts';
import { among } from '../queries/leaving.ts';

type Mover = (within: Within, leaver: Leaver, taken: Taken, now: Temporal.Instant) => Promise<DeedTo[]>;

const deed = (subject: DeedTo['subject'], field: string, { name }: Leaver, { to }: Taken): DeedTo => ({
  subject,
  action: 'changed',
  changes: [{ field, before: name, after: to.name }],
});

/** The next holder begins on the day after. */
const posts: Mover = async ({ db }, leaver, taken) => {
  const { rows } = await sql<{ id: string; post: string }>`
    with ended as (
      update post_holdings h set ends_on = ${leaver.endsOn} where h.person_id = ${leaver.id} and h."as" <> 'cover'
        and (h.ends_on is null or h.ends_on >= ${leaver.endsOn}) and (h.starts_on is null or h.starts_on <= ${leaver.endsOn})
        ${among('h.id', taken.things)} returning h.id, h.post_id, h."as"
    )
    insert into post_holdings (post_id, person_id, "as", starts_on)
    select post_id, ${taken.to.id}, "as", ${leaver.endsOn.add({ days: 1 })} from ended returning id, post_id as post`.execute(
    db,
  );
  const each = [...new Set(rows.map(({ post }) => post))];
  return each.map(post => deed(namedSubject('post', post), 'holder', leaver, taken));
};

const teams: Mover = async ({ db }, leaver, taken) => {
  const { rows } = await sql<{ team: string }>`
    update team_members m set leads = false where m.person_id = ${leaver.id} and m.leads ${among('m.team_id', taken.things)}
    returning m.team_id as team`.execute(db);
  for (const { team } of rows)
    await db
      .insertInto('team_members')
      .values({ team_id: team, person_id: taken.to.id, leads: true })
      .onConflict(at => at.columns(['team_id', 'person_id']).doUpdateSet({ leads: true }))
      .execute();
  return rows.map(({ team }) => deed(namedSubject('team', team), 'lead', leaver, taken));
};

/** Whoever takes over manages neither themselves nor those above them. */
const managed: Mover = async ({ db }, leaver, taken, now) => {
  const { rows } = await sql<{ id: string }>`
    with recursive above (id, manager_id) as (
      select id, manager_id from people where id = ${taken.to.id}
      union select p.id, p.manager_id from above join people p on p.id = above.manager_id
    )
    update people p set manager_id = ${taken.to.id}, version = version + 1, changed_at = ${now}
    where p.manager_id = ${leaver.id} and p.id not in (select id from above) ${among('p.id', taken.things)}
    returning p.id`.execute(db);
  return rows.map(({ id }) => deed(personSubject(id), 'manager', leaver, taken));
};

const leads: Mover = async ({ db, organisation }, leaver, taken, now) => {
  const { rows } = await sql<{ of: string }>`
    with ended as (
      update leads l set ends_on = greatest(${leaver.endsOn}::date, l.starts_on) where l.person_id = ${leaver.id}
        and (l.ends_on is null or l.ends_on >= ${leaver.endsOn}) ${among('l.id', taken.things)} returning l.*
    ), made as (
      insert into leads (department_id, portfolio_id, subject, person_id, starts_on, created_at)
      select department_id, portfolio_id, subject, ${taken.to.id}, ${leaver.endsOn.add({ days: 1 })}, ${now} from ended
      returning *
    )
    select coalesce(d.name, f.name, nullif(m.subject, ''), 'everything else') as of from made m
    left join departments d on d.id = m.department_id left join portfolios f on f.id = m.portfolio_id`.execute(
    db,
  );
  if (!rows.length) return [];
  const changes = rows.map(({ of }) => ({
    field: `communications lead of ${of}`,
    before: leaver.name,
    after: taken.to.name,
  }));
  return [{ subject: organisationSubject(organisation), action: 'communications lead', changes }];
};

const portfolios: Mover = async ({ db }, leaver, taken, now) => {
  const { rows } = await sql<{ id: string }>`
    update portfolios f set held_by = ${taken.to.id}, version = version + 1, changed_at = ${now}
    where f.held_by = ${leaver.id} ${among('f.id', taken.things)} returning f.id`.execute(db);
  return rows.map(({ id }) => deed(namedSubject('portfolio', id), 'holder', leaver, taken));
};

/** Nobody covers for themselves: where the one who is away takes it over, the cover is left to end. */
const covers: Mover = async ({ db, actor }, leaver, taken, now) => {
  const next = leaver.endsOn.add({ days: 1 });
  const { rows } = await sql<{ person: string }>`
    insert into covers (person_id, by_id, starts_on, ends_on, made_by, made_at)
    select c.person_id, ${taken.to.id}, greatest(c.starts_on, ${next}::date), c.ends_on, ${actor.name}, ${now}
    from covers c where c.by_id = ${leaver.id} and c.ends_on > ${leaver.endsOn} and c.person_id <> ${taken.to.id}
      ${among('c.id', taken.things)}
    returning person_id as person`.execute(db);
  const each = [...new Set(rows.map(({ person }) => person))];
  return each.map(person => deed(personSubject(person), 'cover', leaver, taken));
};

const MOVERS: Record<string, Mover> = {
  post: posts,
  team: teams,
  managed,
  lead: leads,
  portfolio: portfolios,
  cover: covers,
};

/** How the directory itself hands over what somebody has in it. */
export const directoryHandsOver: HandsOver = {
  held: heldInDirectory,
  handOver: async (within, leaver, taken, now) => {
    const deeds = await MOVERS[taken.kind]?.(within, leaver, taken, now);
    if (deeds?.length) await recordMany(within, deeds, now);
  },
};
