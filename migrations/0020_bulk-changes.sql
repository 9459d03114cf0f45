-- plans: a change of many lines at once, from what was picked over what it would do to what it did, so that what is done
-- is what was seen, and can be undone for a day.

create table bulk_changes (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- Whose it is: nobody else sees it.
  made_by uuid not null,
  -- The plan whose list the lines were picked in; null for lines of several plans.
  plan_id uuid,
  -- Where the person came from and goes back to.
  back text not null,
  -- {"state": "complete", "addTag": "website"}; empty while it is not said.
  wanted jsonb not null default '{}',
  -- picked: lines are chosen; weighing: what it would do is being worked out; weighed: that can be looked at; changing;
  -- changed; undoing; undone.
  status text not null default 'picked' check (status in
    ('picked', 'weighing', 'weighed', 'changing', 'changed', 'undoing', 'undone')),
  lines int not null,
  made_at timestamptz not null,
  changed_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index bulk_changes_by_maker on bulk_changes (organisation_id, made_by, made_at desc);
call belongs_to_organisation('bulk_changes', 'select, insert, update, delete');

-- A line of a bulk change. Lines that are removed meanwhile stay here and are told of, so there is no reference to them.
create table bulk_change_lines (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  change_id uuid not null,
  number int not null,
  line_id uuid not null,
  plan_id uuid not null,
  -- As it was weighed; null until then.
  version int,
  -- What is written over the line, column by column, and what stood there before.
  after jsonb,
  before jsonb,
  -- For history and for the person: [{"field", "before", "after"}].
  changes jsonb not null default '[]',
  -- change: would be changed; alone: is left as it is, `why` says why; changed; undone; kept: could not be undone.
  outcome text check (outcome in ('change', 'alone', 'changed', 'undone', 'kept')),
  why text,
  primary key (change_id, number),
  unique (change_id, line_id),
  foreign key (organisation_id, change_id) references bulk_changes (organisation_id, id) on delete cascade
);
create index bulk_change_lines_by_outcome on bulk_change_lines (change_id, outcome, number);
call belongs_to_organisation('bulk_change_lines', 'select, insert, update, delete');

-- Removed plans are few among many, and only listed by themselves.
create index plans_removed on plans (organisation_id, removed_at desc) where removed_at is not null;
