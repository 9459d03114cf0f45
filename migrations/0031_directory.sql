-- organisations: the people of an organisation are found by the words of their names, and what somebody who leaves hands over.

-- The words of a text as they are looked for: small letters without their accents, each once.
create function directory_words_of(given text) returns setof text language sql immutable parallel safe as $$
  select distinct left(word, 60) collate "C"
  from regexp_split_to_table(
    regexp_replace(normalize(lower(given), nfd), '[\u0300-\u036f'']', '', 'g'), '[^[:alnum:]]+') word
  where word <> ''
$$;

-- Compared as bytes, so that the words that begin alike stand together, and by operators that an index answers through a
-- policy. "Reads like": `word >= 'mar' and word < 'mar' || U+10FFFF`.
create table directory_words (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  kind text not null,
  record_id uuid not null,
  word text collate "C" not null,
  primary key (record_id, word)
);
create index directory_words_by_word on directory_words (organisation_id, kind, word, record_id);
call belongs_to_organisation('directory_words', 'select, insert, delete');

-- Arguments: the kind of record, then the columns whose words find it.
create function keep_directory_words() returns trigger language plpgsql as $$
declare
  columns text[] := tg_argv[1:];
  said text;
begin
  if tg_op <> 'INSERT' then
    delete from directory_words where record_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    select string_agg(to_jsonb(new) ->> name, ' ') into said from unnest(columns) name;
    insert into directory_words (organisation_id, kind, record_id, word)
    select new.organisation_id, tg_argv[0], new.id, word from directory_words_of(said) word;
  end if;
  return null;
end $$;

create trigger found_by_words after insert or delete on people
  for each row execute function keep_directory_words('person', 'name', 'email');
create trigger found_by_new_words after update of name, email on people
  for each row when ((old.name, old.email) is distinct from (new.name, new.email))
  execute function keep_directory_words('person', 'name', 'email');
create trigger found_by_words after insert or delete on posts
  for each row execute function keep_directory_words('post', 'title');
create trigger found_by_new_words after update of title on posts
  for each row when (old.title is distinct from new.title) execute function keep_directory_words('post', 'title');
create trigger found_by_words after insert or delete on departments
  for each row execute function keep_directory_words('department', 'name');
create trigger found_by_new_words after update of name on departments
  for each row when (old.name is distinct from new.name) execute function keep_directory_words('department', 'name');
create trigger found_by_words after insert or delete on teams
  for each row execute function keep_directory_words('team', 'name');
create trigger found_by_new_words after update of name on teams
  for each row when (old.name is distinct from new.name) execute function keep_directory_words('team', 'name');

-- How many people there are, those who left included; counting 20,000 for every page would be most of its work.
create table directory_tallies (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  kind text not null,
  entries int not null,
  primary key (organisation_id, kind)
);
call belongs_to_organisation('directory_tallies', 'select, insert, update');

create function tally_directory() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into directory_tallies as t (organisation_id, kind, entries)
    select organisation_id, tg_argv[0], count(*) from new_rows group by 1
    on conflict (organisation_id, kind) do update set entries = t.entries + excluded.entries;
  else
    update directory_tallies t set entries = t.entries - gone.entries
    from (select organisation_id, count(*) as entries from old_rows group by 1) gone
    where t.organisation_id = gone.organisation_id and t.kind = tg_argv[0];
  end if;
  return null;
end $$;
create trigger tallied_more after insert on people
  referencing new table as new_rows for each statement execute function tally_directory('person');
create trigger tallied_fewer after delete on people
  referencing old table as old_rows for each statement execute function tally_directory('person');

-- Who takes what of somebody who leaves: decided beforehand, done on the day after their last.
create table handovers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  person_id uuid not null,
  -- What kind of thing, in the word of whoever keeps it; null for all of that kind that is not named by itself.
  kind text not null,
  thing_id uuid,
  -- Whoever takes it: a person, or an owner of the register.
  to_person uuid,
  to_owner uuid,
  decided_by text not null,
  decided_at timestamptz not null,
  done_at timestamptz,
  check (num_nonnulls(to_person, to_owner) = 1),
  foreign key (organisation_id, person_id) references people (organisation_id, id) on delete cascade,
  foreign key (organisation_id, to_person) references people (organisation_id, id) on delete cascade,
  foreign key (organisation_id, to_owner) references owners (organisation_id, id) on delete cascade
);
create unique index handovers_once on handovers (person_id, kind, thing_id) nulls not distinct where done_at is null;
call belongs_to_organisation('handovers', 'select, insert, update, delete');

-- The day up to which what somebody left was looked after: whoever left since then is.
alter table people add column handed_over_at timestamptz;
create index people_leaving on people (organisation_id, ends_on) where ends_on is not null and handed_over_at is null;
