-- organisations and plans: who answers for a line is somebody of a register, and what is taken out can be put back.
--
-- The owner cell of a line stays as printed. Who is accountable is one person, post or team, at most; others contribute.
-- The name stands with the line too, so that lists are filtered and sorted by it without a look at the register.

create table owners (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  kind text not null check (kind in ('person', 'post', 'team')),
  name text not null check (length(trim(name)) between 1 and 100),
  initials text not null default '',
  -- Somebody who answers for nothing new from then on; old lines keep the name.
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id)
);
create unique index owners_by_name on owners (organisation_id, lower(name)) where ended_at is null;
call belongs_to_organisation('owners', 'select, insert, update, delete');

alter table lines
  add column accountable_id uuid,
  add column accountable text not null default '',
  -- Words that people give lines to find them by.
  add column tags text[] not null default '{}',
  add foreign key (organisation_id, accountable_id) references owners (organisation_id, id);

-- Whoever was printed as owner was taken to be it so far. The tables are ours, and we see all rows of them for the moment.
alter table lines no force row level security;
alter table owners no force row level security;
alter table line_tallies no force row level security;
alter table owner_tallies no force row level security;
alter table lines disable trigger user;

insert into owners (organisation_id, kind, name, created_at, changed_at)
select organisation_id, 'post', min(left(btrim(owner), 100)), min(created_at), min(created_at)
from lines
where btrim(owner) <> '' and lower(btrim(owner)) not in ('all', 'everyone', 'various', 'tbc', 'tba', 'n/a', '-')
group by organisation_id, lower(left(btrim(owner), 100));
update lines l set accountable = o.name, accountable_id = o.id
from owners o
where o.organisation_id = l.organisation_id and lower(o.name) = lower(left(btrim(l.owner), 100));

alter table lines drop column owner_key;
alter table lines add column owner_key text not null generated always as (left(lower(btrim(accountable)), 100)) stored;
create index lines_by_owner on lines (plan_id, owner_key, position);

delete from owner_tallies;
insert into owner_tallies (organisation_id, plan_id, owner_key, owner, lines)
select organisation_id, plan_id, owner_key, min(left(btrim(accountable), 100)), count(*)
from lines where owner_key <> '' group by 1, 2, 3;
delete from line_tallies;
insert into line_tallies (organisation_id, plan_id, section_id, state, owned, dated, doubtful, lines)
select organisation_id, plan_id, section_id, state, owner_key <> '', dated, doubtful, count(*)
from lines group by 1, 2, 3, 4, 5, 6, 7;

alter table lines enable trigger user;
alter table lines force row level security;
alter table owners force row level security;
alter table line_tallies force row level security;
alter table owner_tallies force row level security;

create table line_contributors (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  line_id uuid not null,
  owner_id uuid not null,
  primary key (line_id, owner_id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade,
  foreign key (organisation_id, line_id) references lines (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references owners (organisation_id, id)
);
create index line_contributors_by_owner on line_contributors (organisation_id, owner_id);
call belongs_to_organisation('line_contributors', 'select, insert, update, delete');

-- A line taken out lies here as it was, under its own identity, and leaves no trace in lists, counts or searches.
create table removed_lines (
  id uuid primary key,
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  position int not null,
  -- The row of `lines`, and what was linked with it.
  line jsonb not null,
  reason text not null default '',
  removed_by text not null,
  removed_at timestamptz not null,
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index removed_lines_of_plan on removed_lines (plan_id, removed_at desc);
call belongs_to_organisation('removed_lines', 'select, insert, update, delete');

-- A plan taken out keeps its lines, and is left out wherever plans or lines are listed.
alter table plans add column removed_at timestamptz, add column removed_by text;

-- Which plan a document is a later edition of, and which line each of its rows became or was taken for.
alter table readings
  add column edition_of uuid,
  add foreign key (organisation_id, edition_of) references plans (organisation_id, id) on delete set null (edition_of);
alter table reading_lines add column line_id uuid;
create index reading_lines_of_line on reading_lines (line_id) where line_id is not null;

-- What was given out, and when: a document that comes back is compared with the plan as it stood then.
create table exports (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- Null for lines of several plans.
  plan_id uuid,
  format text not null,
  lines int not null,
  made_by text not null,
  made_at timestamptz not null,
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index exports_of_plan on exports (plan_id, made_at desc);
call belongs_to_organisation('exports', 'select, insert');

create or replace function add_to_tallies() returns trigger language plpgsql as $$
begin
  update plans set facts_version = facts_version + 1 where id in (select plan_id from new_lines);
  insert into line_tallies as t (organisation_id, plan_id, section_id, state, owned, dated, doubtful, lines)
  select organisation_id, plan_id, section_id, state, owner_key <> '', dated, doubtful, count(*)
  from new_lines group by 1, 2, 3, 4, 5, 6, 7 order by 2, 3, 4, 5, 6, 7
  on conflict (plan_id, section_id, state, owned, dated, doubtful) do update set lines = t.lines + excluded.lines;
  insert into owner_tallies as t (organisation_id, plan_id, owner_key, owner, lines)
  select organisation_id, plan_id, owner_key, min(left(btrim(accountable), 100)), count(*)
  from new_lines where owner_key <> '' group by 1, 2, 3 order by 2, 3
  on conflict (plan_id, owner_key) do update set lines = t.lines + excluded.lines;
  return null;
end $$;

create or replace function take_from_tallies() returns trigger language plpgsql as $$
begin
  update plans set facts_version = facts_version + 1 where id in (select plan_id from old_lines);
  -- a plan that goes takes its tallies along
  insert into line_tallies as t (organisation_id, plan_id, section_id, state, owned, dated, doubtful, lines)
  select l.organisation_id, plan_id, section_id, state, owner_key <> '', l.dated, doubtful, -count(*)
  from old_lines l join plans p on p.id = l.plan_id group by 1, 2, 3, 4, 5, 6, 7 order by 2, 3, 4, 5, 6, 7
  on conflict (plan_id, section_id, state, owned, dated, doubtful) do update set lines = t.lines + excluded.lines;
  insert into owner_tallies as t (organisation_id, plan_id, owner_key, owner, lines)
  select l.organisation_id, plan_id, owner_key, min(left(btrim(accountable), 100)), -count(*)
  from old_lines l join plans p on p.id = l.plan_id where owner_key <> '' group by 1, 2, 3 order by 2, 3
  on conflict (plan_id, owner_key) do update set lines = t.lines + excluded.lines;
  return null;
end $$;

create or replace function move_between_tallies() returns trigger language plpgsql as $$
begin
  if not exists ( -- most changes are of words, which no tally counts
    select from old_lines o join new_lines n on n.id = o.id
    where (o.plan_id, o.section_id, o.state, o.accountable, o.dated, o.doubtful)
      is distinct from (n.plan_id, n.section_id, n.state, n.accountable, n.dated, n.doubtful)
  ) then return null; end if;
  update plans set facts_version = facts_version + 1
  where id in (select plan_id from old_lines union select plan_id from new_lines);
  insert into line_tallies as t (organisation_id, plan_id, section_id, state, owned, dated, doubtful, lines)
  select organisation_id, plan_id, section_id, state, owner_key <> '', dated, doubtful, sum(moved)
  from (select *, 1 as moved from new_lines union all select *, -1 from old_lines) both_sides
  group by 1, 2, 3, 4, 5, 6, 7 having sum(moved) <> 0 order by 2, 3, 4, 5, 6, 7
  on conflict (plan_id, section_id, state, owned, dated, doubtful) do update set lines = t.lines + excluded.lines;
  -- the newest spelling of a name stands, so that a change of its capitals shows
  insert into owner_tallies as t (organisation_id, plan_id, owner_key, owner, lines)
  select organisation_id, plan_id, owner_key,
    coalesce(min(left(btrim(accountable), 100)) filter (where moved = 1), min(left(btrim(accountable), 100))), sum(moved)
  from (select *, 1 as moved from new_lines union all select *, -1 from old_lines) both_sides
  where owner_key <> '' group by 1, 2, 3
  having sum(moved) <> 0 or count(distinct accountable) > 1 order by 2, 3
  on conflict (plan_id, owner_key) do update set lines = t.lines + excluded.lines,
    owner = case when excluded.lines >= 0 then excluded.owner else t.owner end;
  return null;
end $$;
