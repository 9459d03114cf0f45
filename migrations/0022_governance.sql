-- plans: who agreed a plan and when, who was shown it, when it is looked at again; and what plans and lines are for.

alter table plans
  -- "2025/26", "Third edition": how people tell it from the one before.
  add column edition text not null default '',
  add column owner_id uuid,
  add column next_review date,
  add foreign key (organisation_id, owner_id) references owners (organisation_id, id);

-- An agreement is of the plan as it stood at a moment; what was changed since is found in the history.
create table plan_agreements (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  agreed_by text not null check (length(trim(agreed_by)) between 1 and 200),
  agreed_on date not null,
  edition text not null default '',
  stood_at timestamptz not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index plan_agreements_of_plan on plan_agreements (plan_id, agreed_on desc);
call belongs_to_organisation('plan_agreements', 'select, insert, delete');

create table plan_showings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  shown_to text not null check (length(trim(shown_to)) between 1 and 200),
  shown_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index plan_showings_of_plan on plan_showings (plan_id, shown_on desc);
call belongs_to_organisation('plan_showings', 'select, insert, delete');

-- What the organisation wants (a strategic priority), or wants understood (a message of a portfolio).
create table priorities (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  kind text not null check (kind in ('priority', 'message')),
  name text not null check (length(trim(name)) between 1 and 300),
  portfolio text not null default '',
  detail text not null default '',
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id)
);
create unique index priorities_by_name on priorities (organisation_id, kind, lower(name)) where ended_at is null;
call belongs_to_organisation('priorities', 'select, insert, update');

create table plan_priorities (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  priority_id uuid not null,
  primary key (priority_id, plan_id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade,
  foreign key (organisation_id, priority_id) references priorities (organisation_id, id)
);
create index plan_priorities_of_plan on plan_priorities (plan_id);
call belongs_to_organisation('plan_priorities', 'select, insert, delete');

create table line_priorities (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  line_id uuid not null,
  priority_id uuid not null,
  primary key (priority_id, line_id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade,
  foreign key (organisation_id, line_id) references lines (organisation_id, id) on delete cascade,
  foreign key (organisation_id, priority_id) references priorities (organisation_id, id)
);
create index line_priorities_of_line on line_priorities (line_id);
create index line_priorities_of_plan on line_priorities (plan_id);
call belongs_to_organisation('line_priorities', 'select, insert, delete');
