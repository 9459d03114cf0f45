-- organisations, audiences: the areas that an organisation works in, the bodies outside it, who holds which role there, and
-- which of them an audience is.
--
-- What is true for a time has its days, first and last inclusive: nothing needs to be done on a day for it to hold.

create table areas (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- "ward", "sector", "parish", "borough", "constituency", or a word of one's own; in small letters.
  kind text not null check (length(trim(kind)) between 1 and 60 and kind = lower(kind)),
  name text not null check (length(trim(name)) between 1 and 120),
  -- As statistics or maps name it: "E05000123"; '' for none.
  code text not null default '' check (length(code) <= 40),
  part_of uuid check (part_of <> id),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, part_of) references areas (organisation_id, id)
);
-- A ward may come back after a review of boundaries, and two boroughs may each have a parish of one name.
create unique index areas_by_name on areas (organisation_id, kind, lower(name), part_of, starts_on) nulls not distinct;
create index areas_in_order on areas (organisation_id, lower(name), id);
create index areas_of_kind on areas (organisation_id, kind, lower(name), id);
create index areas_by_part_of on areas (part_of) where part_of is not null;
call belongs_to_organisation('areas', 'select, insert, update, delete');

create table bodies (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- "board", "panel", "school", "council", "group", or a word of one's own; in small letters.
  kind text not null check (length(trim(kind)) between 1 and 60 and kind = lower(kind)),
  name text not null check (length(trim(name)) between 1 and 160),
  area_id uuid,
  -- How the body itself is reached: an office's address, nobody's own.
  email text not null default '' check (email = lower(email) and length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  website text not null default '' check (length(website) <= 300),
  address text not null default '' check (length(address) <= 1000),
  -- The roles that it should have, so that one that nobody holds is seen to be vacant.
  roles text[] not null default '{}',
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, area_id) references areas (organisation_id, id)
);
-- Each town has its own school of a saint.
create unique index bodies_by_name on bodies (organisation_id, kind, lower(name), area_id) nulls not distinct;
create index bodies_in_order on bodies (organisation_id, lower(name), id);
create index bodies_of_kind on bodies (organisation_id, kind, lower(name), id);
create index bodies_by_area on bodies (area_id) where area_id is not null;
call belongs_to_organisation('bodies', 'select, insert, update, delete');

-- Who holds a role of a body, or of an area, between which days.
create table role_holders (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  body_id uuid,
  area_id uuid,
  -- "chair", "clerk", "councillor", "MP", "head", or words of one's own.
  role text not null check (length(trim(role)) between 1 and 60),
  -- Personal data: whom the organisation writes to, and who answered; a holder of a public role.
  name text not null check (length(trim(name)) between 1 and 120),
  -- Personal data: what they are written to in, as BCP 47 names it.
  language text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (num_nonnulls(body_id, area_id) = 1),
  unique (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies (organisation_id, id) on delete cascade,
  foreign key (organisation_id, area_id) references areas (organisation_id, id) on delete cascade
);
create index role_holders_of_body on role_holders (body_id) where body_id is not null;
create index role_holders_of_area on role_holders (area_id) where area_id is not null;
create index role_holders_by_end on role_holders (organisation_id, ends_on) where ends_on is not null;
call belongs_to_organisation('role_holders', 'select, insert, update, delete');

-- How a role holder is reached, each with why it is kept and until when; gone when that day is over.
create table contact_details (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  holder_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'address')),
  -- Personal data: for the purpose beside it, and only until the day beside it. History never has the words.
  value text not null check (length(trim(value)) between 1 and 1000),
  purpose text not null check (length(trim(purpose)) between 1 and 300),
  -- The last day; null for some months after the role ended, as the rule says.
  keep_until date,
  primary key (holder_id, kind),
  foreign key (organisation_id, holder_id) references role_holders (organisation_id, id) on delete cascade
);
create index contact_details_by_end on contact_details (organisation_id, keep_until) where keep_until is not null;
call belongs_to_organisation('contact_details', 'select, insert, update, delete');

-- Found by their words, as people are; a body also by those who hold its roles.
create trigger found_by_words after insert or delete on areas
  for each row execute function keep_directory_words('area', 'name', 'code');
create trigger found_by_new_words after update of name, code on areas
  for each row when ((old.name, old.code) is distinct from (new.name, new.code))
  execute function keep_directory_words('area', 'name', 'code');
create trigger found_by_words after insert or delete on bodies
  for each row execute function keep_directory_words('body', 'name', 'kind');
create trigger found_by_new_words after update of name, kind on bodies
  for each row when ((old.name, old.kind) is distinct from (new.name, new.kind))
  execute function keep_directory_words('body', 'name', 'kind');
create trigger found_by_words after insert or delete on role_holders
  for each row execute function keep_directory_words('role holder', 'name', 'role');
create trigger found_by_new_words after update of name, role on role_holders
  for each row when ((old.name, old.role) is distinct from (new.name, new.role))
  execute function keep_directory_words('role holder', 'name', 'role');

-- Whom an audience is: bodies, or areas, that have all that is said, each with the holders of a role.
create table audience_draws (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  audience_id uuid not null,
  of text not null check (of in ('bodies', 'areas')),
  -- Each '' or null where it does not matter.
  kind text not null default '',
  named text not null default '',
  -- In this area or in a part of it; for areas, the area itself too.
  within_id uuid,
  -- One that was picked.
  body_id uuid,
  area_id uuid,
  -- Whose; '' for everybody who holds a role.
  role text not null default '',
  created_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, audience_id) references audiences (organisation_id, id) on delete cascade,
  foreign key (organisation_id, within_id) references areas (organisation_id, id) on delete cascade,
  foreign key (organisation_id, body_id) references bodies (organisation_id, id) on delete cascade,
  foreign key (organisation_id, area_id) references areas (organisation_id, id) on delete cascade
);
create index audience_draws_of_audience on audience_draws (audience_id);
call belongs_to_organisation('audience_draws', 'select, insert, update, delete');

-- How many there are of each kind, under "body: board": counting 5,000 for every page would be most of its work.
create function tally_kinds() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into directory_tallies as t (organisation_id, kind, entries)
    select organisation_id, tg_argv[0] || ': ' || kind, count(*) from new_rows group by 1, 2 order by 1, 2
    on conflict (organisation_id, kind) do update set entries = t.entries + excluded.entries;
  end if;
  if tg_op <> 'INSERT' then
    update directory_tallies t set entries = t.entries - gone.entries
    from (select organisation_id, tg_argv[0] || ': ' || kind as kind, count(*) as entries from old_rows group by 1, 2) gone
    where t.organisation_id = gone.organisation_id and t.kind = gone.kind;
  end if;
  return null;
end $$;
create trigger tallied_more after insert on bodies
  referencing new table as new_rows for each statement execute function tally_kinds('body');
create trigger tallied_fewer after delete on bodies
  referencing old table as old_rows for each statement execute function tally_kinds('body');
create trigger tallied_anew after update on bodies
  referencing old table as old_rows new table as new_rows for each statement execute function tally_kinds('body');
create trigger tallied_more after insert on areas
  referencing new table as new_rows for each statement execute function tally_kinds('area');
create trigger tallied_fewer after delete on areas
  referencing old table as old_rows for each statement execute function tally_kinds('area');
create trigger tallied_anew after update on areas
  referencing old table as old_rows new table as new_rows for each statement execute function tally_kinds('area');
