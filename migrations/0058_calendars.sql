-- calendars: the dated things outside a plan that its promises hang on: terms, meetings, events, festivals, elections.

create table calendars (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null check (length(trim(name)) between 1 and 120),
  kind text not null check (kind in ('terms', 'meetings', 'events', 'festivals', 'elections')),
  -- Where it holds; null for everywhere.
  area_id uuid,
  -- When an iCalendar file was last put in: what that file did not have any more is asked about.
  file_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  -- Also when one of its entries was changed, so that whoever hangs on it can ask for no more than that.
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, area_id) references areas (organisation_id, id)
);
create unique index calendars_by_name on calendars (organisation_id, lower(name));
create index calendars_by_area on calendars (area_id) where area_id is not null;
call belongs_to_organisation('calendars', 'select, insert, update, delete');

create table calendar_entries (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  calendar_id uuid not null,
  -- Who it is for ever, however it is moved or named: as its file has it, or its own id. Promises are kept by it.
  uid text not null check (length(uid) between 1 and 500),
  title text not null check (length(trim(title)) between 1 and 200),
  from_day date not null,
  by_day date not null check (by_day between from_day and from_day + 366),
  -- When it begins on its first day, in the organisation's own time: "19:00".
  at text check (at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- Of an election: whose poll it is, where it is held (null: where its calendar holds), and from when the organisation
  -- itself keeps to pre-election rules, where that is before the law does.
  poll text,
  area_id uuid,
  starts_on date,
  cancelled_at timestamptz,
  -- When an iCalendar file last had it; null for what was typed in, came from a table, or is kept though no file has it.
  seen_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (poll is not null or (area_id is null and starts_on is null)),
  check (starts_on <= by_day),
  unique (organisation_id, id),
  unique (calendar_id, uid),
  foreign key (organisation_id, calendar_id) references calendars (organisation_id, id) on delete cascade,
  foreign key (organisation_id, area_id) references areas (organisation_id, id)
);
create index calendar_entries_in_order on calendar_entries (calendar_id, from_day, id);
create index calendar_entries_by_day on calendar_entries (organisation_id, from_day);
create index calendar_entries_by_area on calendar_entries (area_id) where area_id is not null;
call belongs_to_organisation('calendar_entries', 'select, insert, update, delete');
