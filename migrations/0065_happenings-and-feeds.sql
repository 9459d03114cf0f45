-- commitments: what sets promises off without anybody recording it (calendars, figures), a happening that was a mistake,
-- and feeds by which calendar programs show what is due.

-- A mistake stays and says so: what was settled for it stays as well.
alter table happenings
  add column undone_at timestamptz,
  add column undone_by text not null default '',
  add column undone_why text not null default '' check (length(undone_why) <= 2000),
  add column version int not null default 1,
  add check ((undone_at is null) = (undone_by = ''));

create index promises_waiting on promises (organisation_id) where series->>'kind' = 'triggered';

-- Entries of a calendar that are something happening: all of it, or those called so.
create table calendar_rules (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  calendar_id uuid not null,
  called text not null default '' check (length(called) <= 120),
  kind text not null check (kind in ('decision', 'incident', 'complaint', 'publication', 'figure', 'outside', 'other')),
  -- Nothing that began before the rule did sets anything off.
  made_at timestamptz not null,
  made_by text not null,
  unique (organisation_id, id),
  foreign key (organisation_id, calendar_id) references calendars (organisation_id, id) on delete cascade
);
create unique index calendar_rules_once on calendar_rules (calendar_id, lower(called), kind);
call belongs_to_organisation('calendar_rules', 'select, insert, delete');
grant update (made_by) on calendar_rules to commsgrid_member;

-- A number that somebody counts again and again: complaints in a month, calls in a week.
create table figures (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null check (length(trim(name)) between 1 and 120),
  made_at timestamptz not null,
  unique (organisation_id, id)
);
create unique index figures_by_name on figures (organisation_id, lower(name));
call belongs_to_organisation('figures', 'select, insert');

create table figure_values (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  figure_id uuid not null,
  day date not null,
  value numeric not null check (value between -1e15 and 1e15),
  stored_at timestamptz not null,
  primary key (figure_id, day),
  foreign key (organisation_id, figure_id) references figures (organisation_id, id) on delete cascade
);
call belongs_to_organisation('figure_values', 'select, insert, update');

-- When a figure is something happening: above or below an amount, or by more per cent than the value before it.
create table figure_rules (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  figure_id uuid not null,
  way text not null check (way in ('above', 'below', 'rise')),
  amount numeric not null check (amount between -1e15 and 1e15),
  made_at timestamptz not null,
  made_by text not null,
  unique (organisation_id, id),
  unique (figure_id, way, amount),
  foreign key (organisation_id, figure_id) references figures (organisation_id, id) on delete cascade
);
call belongs_to_organisation('figure_rules', 'select, insert, delete');
grant update (made_by) on figure_rules to commsgrid_member;

-- By which a calendar program reads what is due, without an account: what whoever made it may see, and nothing marked.
-- Found by its token before the organisation is known. Stored by digest: the table opens nothing.
create table feeds (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  account_id uuid not null,
  -- Whose or which promises: of whoever made it, of a plan, of a channel, of an area.
  of_kind text not null check (of_kind in ('person', 'plan', 'channel', 'area')),
  of_id uuid,
  -- For programs that show no tasks: what may be done on any day of a window stands on its last one.
  only_events boolean not null default false,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz,
  revoked_by text not null default '',
  check ((of_kind = 'person') = (of_id is null)),
  check ((revoked_at is null) = (revoked_by = '')),
  foreign key (organisation_id, account_id) references memberships (organisation_id, account_id) on delete cascade
);
create index feeds_of_account on feeds (organisation_id, account_id, made_at desc);
alter table feeds enable row level security;
create policy own_organisation on feeds to commsgrid_member
  using (organisation_id = (select current_organisation())) with check (organisation_id = current_organisation());
grant select (id, organisation_id, account_id, of_kind, of_id, only_events, made_at, read_at, revoked_at, revoked_by),
  insert, update (revoked_at, revoked_by) on feeds to commsgrid_member;

-- Whoever comes back after their work here ended is given nothing that they had before.
create function take_feeds_back() returns trigger language plpgsql as $$
begin
  update feeds set revoked_at = new.ended_at, revoked_by = 'Commsgrid'
  where organisation_id = new.organisation_id and account_id = new.account_id and revoked_at is null;
  return null;
end $$;
create trigger take_feeds_back after update of ended_at on memberships
  for each row when (new.ended_at is not null and old.ended_at is null) execute function take_feeds_back();
