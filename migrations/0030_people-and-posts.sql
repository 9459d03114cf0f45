-- organisations: the departments, people, posts and teams of an organisation, who stands in for whom, and who speaks for what.
--
-- What is true for a time has its days, first and last inclusive: nothing needs to be done on a day for it to hold.

create table departments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null check (length(trim(name)) between 1 and 120),
  -- The department that it is a part of.
  part_of uuid check (part_of <> id),
  -- Nobody new belongs to it from then on.
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, part_of) references departments (organisation_id, id)
);
-- "Business support" may be there in each directorate, and once in each.
create unique index departments_by_name on departments (organisation_id, part_of, lower(name)) nulls not distinct
  where ended_at is null;
create index departments_by_part_of on departments (part_of) where part_of is not null;
call belongs_to_organisation('departments', 'select, insert, update, delete');

create table people (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- Personal data: whom others ask, and who answered.
  name text not null check (length(trim(name)) between 1 and 120),
  -- Personal data: requests, and what they sign in with; in small letters, '' for none. Nobody is told apart without it.
  email text not null default '' check (email = lower(email) and length(email) <= 254),
  -- Personal data: to be rung when something cannot wait.
  phone text not null default '' check (length(phone) <= 40),
  -- Personal data: what they are written to in, as BCP 47 names it.
  language text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  kind text not null default 'staff' check (kind in ('staff', 'temporary', 'contractor', 'member', 'partner')),
  department_id uuid,
  -- Personal data: who is told when they stay silent.
  manager_id uuid check (manager_id <> id),
  -- With which they sign in, where they do.
  account_id uuid,
  -- Personal data: their first and last day here; access ends with the last.
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, department_id) references departments (organisation_id, id),
  foreign key (organisation_id, manager_id) references people (organisation_id, id),
  foreign key (organisation_id, account_id) references memberships (organisation_id, account_id)
);
create unique index people_by_email on people (organisation_id, email) where email <> '';
create unique index people_by_account on people (organisation_id, account_id) where account_id is not null;
create index people_by_name on people (organisation_id, lower(name), id);
create index people_by_department on people (department_id, lower(name)) where department_id is not null;
create index people_by_manager on people (manager_id) where manager_id is not null;
create index people_by_end on people (organisation_id, ends_on) where ends_on is not null;
call belongs_to_organisation('people', 'select, insert, update, delete');

-- While somebody is away, another stands in for them in everything.
create table covers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  person_id uuid not null,
  by_id uuid not null check (by_id <> person_id),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  made_by text not null,
  made_at timestamptz not null,
  foreign key (organisation_id, person_id) references people (organisation_id, id) on delete cascade,
  foreign key (organisation_id, by_id) references people (organisation_id, id) on delete cascade
);
create index covers_of_person on covers (person_id, ends_on);
create index covers_by_person on covers (by_id, ends_on);
call belongs_to_organisation('covers', 'select, insert, update, delete');

create table posts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  title text not null check (length(trim(title)) between 1 and 120),
  department_id uuid,
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, department_id) references departments (organisation_id, id)
);
create unique index posts_by_title on posts (organisation_id, department_id, lower(title)) nulls not distinct
  where ended_at is null;
create index posts_by_department on posts (department_id) where department_id is not null;
call belongs_to_organisation('posts', 'select, insert, update, delete');

create table post_holdings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  post_id uuid not null,
  person_id uuid not null,
  -- `as` is a word of SQL's own, and is always written in quotation marks.
  "as" text not null check ("as" in ('holder', 'deputy', 'cover')),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  -- Covering is for a time.
  check ("as" <> 'cover' or (starts_on is not null and ends_on is not null)),
  foreign key (organisation_id, post_id) references posts (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references people (organisation_id, id) on delete cascade
);
create index post_holdings_of_post on post_holdings (post_id);
create index post_holdings_of_person on post_holdings (person_id);
call belongs_to_organisation('post_holdings', 'select, insert, update, delete');

create table teams (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null check (length(trim(name)) between 1 and 120),
  department_id uuid,
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, department_id) references departments (organisation_id, id)
);
create unique index teams_by_name on teams (organisation_id, lower(name)) where ended_at is null;
create index teams_by_department on teams (department_id) where department_id is not null;
call belongs_to_organisation('teams', 'select, insert, update, delete');

create table team_members (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  team_id uuid not null,
  person_id uuid not null,
  -- Whoever is written to for the team.
  leads boolean not null default false,
  primary key (team_id, person_id),
  foreign key (organisation_id, team_id) references teams (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references people (organisation_id, id) on delete cascade
);
create index team_members_of_person on team_members (person_id);
create unique index team_members_one_lead on team_members (team_id) where leads;
call belongs_to_organisation('team_members', 'select, insert, update, delete');

-- What a councillor or chief officer answers for.
create table portfolios (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null check (length(trim(name)) between 1 and 120),
  held_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, held_by) references people (organisation_id, id)
);
create unique index portfolios_by_name on portfolios (organisation_id, lower(name)) where ended_at is null;
create index portfolios_by_holder on portfolios (held_by) where held_by is not null;
call belongs_to_organisation('portfolios', 'select, insert, update, delete');

-- Who leads communications: for a department, a portfolio, a subject, or for everything; a person, or whoever holds a post.
create table leads (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  department_id uuid,
  portfolio_id uuid,
  -- "Elections"; '' for none.
  subject text not null default '' check (length(subject) <= 120),
  person_id uuid,
  post_id uuid,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  created_at timestamptz not null,
  -- Of one thing, or of everything; and one leads.
  check (num_nonnulls(department_id, portfolio_id, nullif(subject, '')) <= 1),
  check (num_nonnulls(person_id, post_id) = 1),
  unique (organisation_id, id),
  foreign key (organisation_id, department_id) references departments (organisation_id, id) on delete cascade,
  foreign key (organisation_id, portfolio_id) references portfolios (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references people (organisation_id, id) on delete cascade,
  foreign key (organisation_id, post_id) references posts (organisation_id, id) on delete cascade
);
create index leads_of_organisation on leads (organisation_id);
create index leads_of_person on leads (person_id) where person_id is not null;
create index leads_of_post on leads (post_id) where post_id is not null;
call belongs_to_organisation('leads', 'select, insert, update, delete');

-- An owner is a name in documents. Whom it means, once somebody has said so (docs/decisions/0022).
alter table owners
  add column person_id uuid,
  add column post_id uuid,
  add column team_id uuid,
  add check (num_nonnulls(person_id, post_id, team_id) <= 1),
  add foreign key (organisation_id, person_id) references people (organisation_id, id),
  add foreign key (organisation_id, post_id) references posts (organisation_id, id),
  add foreign key (organisation_id, team_id) references teams (organisation_id, id);
create index owners_by_person on owners (person_id) where person_id is not null;
create index owners_by_post on owners (post_id) where post_id is not null;
create index owners_by_team on owners (team_id) where team_id is not null;

-- The moment after which a membership opens nothing, known before it comes; `ended_at` is when somebody ended it.
alter table memberships add column ends_at timestamptz;
grant update (ends_at) on memberships to commsgrid_member;
