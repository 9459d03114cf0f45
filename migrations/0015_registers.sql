-- audiences and channels: whom an organisation speaks to and by which ways, and which lines do.

create table audiences (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null check (length(trim(name)) between 1 and 300),
  -- "Employees", "External": how the register puts them together.
  grouped text not null default '',
  detail text not null default '',
  role text not null default '',
  -- What they need to be reached: languages, and formats (large print, BSL, easy read).
  languages text not null default '',
  formats text not null default '',
  -- Other names under which lines mean the same audience.
  also_called text[] not null default '{}',
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id)
);
create unique index audiences_by_name on audiences (organisation_id, lower(name)) where ended_at is null;
call belongs_to_organisation('audiences', 'select, insert, update, delete');

create table channels (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null check (length(trim(name)) between 1 and 300),
  kind text not null check (kind in
    ('face-to-face', 'electronic', 'print', 'media', 'broadcast', 'outdoor', 'other')),
  detail text not null default '',
  -- Made for one project, or there anyway.
  project_specific boolean not null default false,
  owner_id uuid,
  -- How often it appears, in words: "monthly", "each Friday".
  cadence text not null default '',
  also_called text[] not null default '{}',
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, owner_id) references owners (organisation_id, id)
);
create unique index channels_by_name on channels (organisation_id, lower(name)) where ended_at is null;
call belongs_to_organisation('channels', 'select, insert, update, delete');

create table line_audiences (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  line_id uuid not null,
  audience_id uuid not null,
  primary key (audience_id, line_id),
  foreign key (organisation_id, line_id) references lines (organisation_id, id) on delete cascade,
  foreign key (organisation_id, audience_id) references audiences (organisation_id, id) on delete cascade
);
create index line_audiences_of_line on line_audiences (line_id);
call belongs_to_organisation('line_audiences', 'select, insert, update, delete');

create table line_channels (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  line_id uuid not null,
  channel_id uuid not null,
  primary key (channel_id, line_id),
  foreign key (organisation_id, line_id) references lines (organisation_id, id) on delete cascade,
  foreign key (organisation_id, channel_id) references channels (organisation_id, id) on delete cascade
);
create index line_channels_of_line on line_channels (line_id);
call belongs_to_organisation('line_channels', 'select, insert, update, delete');
