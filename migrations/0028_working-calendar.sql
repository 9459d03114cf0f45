-- platform, organisations: when people work, and work that comes by the clock.

-- The last period of each timed job that was queued for an organisation. Written by workers for all organisations at
-- once, from outside; two of them meet at the key.
create table timed_runs (
  organisation_id uuid not null references organisations on delete cascade,
  name text not null,
  period timestamptz not null,
  primary key (organisation_id, name)
);

-- Monday first: seven of {"opens": "09:00", "closes": "17:00"}, or null for a weekday on which the office is closed.
alter table organisations
  add column division text not null default 'england-and-wales'
    check (division in ('england-and-wales', 'scotland', 'northern-ireland')),
  add column office_hours jsonb not null default '[
    {"opens": "09:00", "closes": "17:00"}, {"opens": "09:00", "closes": "17:00"},
    {"opens": "09:00", "closes": "17:00"}, {"opens": "09:00", "closes": "17:00"},
    {"opens": "09:00", "closes": "17:00"}, null, null]'
    check (jsonb_typeof(office_hours) = 'array' and jsonb_array_length(office_hours) = 7);

grant update (division, office_hours) on organisations to commsgrid_member;

create table closed_days (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  first_day date not null,
  last_day date not null,
  what text not null check (length(trim(what)) between 1 and 120),
  check (last_day between first_day and first_day + 366)
);
create index closed_days_by_day on closed_days (organisation_id, first_day);
call belongs_to_organisation('closed_days', 'select, insert, delete');

-- What the official file said when an operator gave it in, year by year instead of what the program brings along. The
-- same for every organisation, which may read it and not write it.
create table bank_holidays (
  division text not null check (division in ('england-and-wales', 'scotland', 'northern-ireland')),
  day date not null,
  name text not null,
  given_in_at timestamptz not null,
  primary key (division, day)
);
alter table bank_holidays enable row level security;
create policy the_same_for_all on bank_holidays for select to commsgrid_member using (true);
grant select on bank_holidays to commsgrid_member;
