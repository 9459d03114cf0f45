-- audiences, channels and policies: clauses beside the other two registers, where each entry came from, which lines use
-- it, and how many of them, kept by the database.

create table clauses (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- The policy or framework it stands in; none where somebody wrote it down by hand.
  plan_id uuid,
  number text not null default '' check (length(number) <= 40),
  -- Where in its document it stands.
  place int not null default 0,
  -- Its heading, else how it begins.
  name text not null check (length(trim(name)) between 1 and 300),
  detail text not null default '',
  -- The words as they were last read: what differs from them was changed by hand, and no later edition writes over it.
  detail_read text not null default '',
  owner_id uuid,
  also_called text[] not null default '{}',
  lines int not null default 0,
  merged_into uuid,
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references owners (organisation_id, id)
);
create index clauses_in_order on clauses (organisation_id, plan_id, place) where ended_at is null;
create index clauses_of_plan on clauses (plan_id);
call belongs_to_organisation('clauses', 'select, insert, update, delete');

-- `lines`: how many lines of plans that were not taken out use the entry. `merged_into`: it was the same as another.
alter table audiences
  add column lines int not null default 0,
  add column merged_into uuid,
  -- Languages and formats that it needs and that no line which reaches it mentions.
  add column unmet text[] not null default '{}';
alter table channels
  add column grouped text not null default '',
  add column lines int not null default 0,
  add column merged_into uuid;
create index audiences_unreached on audiences (organisation_id) where lines = 0 and ended_at is null;
create index audiences_unmet on audiences (organisation_id) where unmet <> '{}' and ended_at is null;
create index audiences_with_needs on audiences (organisation_id) where (languages <> '' or formats <> '') and ended_at is null;
create index channels_unused on channels (organisation_id) where lines = 0 and ended_at is null;
create index clauses_unowned on clauses (organisation_id) where owner_id is null and ended_at is null;

create table line_clauses (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  line_id uuid not null,
  clause_id uuid not null,
  by_hand boolean not null default false,
  primary key (clause_id, line_id),
  foreign key (organisation_id, line_id) references lines (organisation_id, id) on delete cascade,
  foreign key (organisation_id, clause_id) references clauses (organisation_id, id) on delete cascade
);
create index line_clauses_of_line on line_clauses (line_id);
call belongs_to_organisation('line_clauses', 'select, insert, update, delete');

-- What somebody linked stays linked whatever the line's cells say later. `meets`: the needs that the line mentions.
alter table line_audiences add column by_hand boolean not null default false, add column meets text[] not null default '{}';
alter table line_channels add column by_hand boolean not null default false;
create index line_audiences_meeting on line_audiences (audience_id) where meets <> '{}';

-- What somebody took apart stays apart.
create table kept_apart (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  line_id uuid not null,
  entry_id uuid not null,
  primary key (line_id, entry_id),
  foreign key (organisation_id, line_id) references lines (organisation_id, id) on delete cascade
);
call belongs_to_organisation('kept_apart', 'select, insert, update, delete');

-- Names in the audience cell of a line that were taken for no audience: sentences, "all", lists that nobody can part.
create table unknown_audiences (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  line_id uuid primary key,
  words text not null,
  foreign key (organisation_id, line_id) references lines (organisation_id, id) on delete cascade
);
create index unknown_audiences_in_order on unknown_audiences (organisation_id, plan_id, line_id);
call belongs_to_organisation('unknown_audiences', 'select, insert, update, delete');

-- Which document an entry came from, and what was said of it there, under the names of the reading.
create table register_sources (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  entry_id uuid not null,
  plan_id uuid not null,
  said jsonb not null,
  primary key (entry_id, plan_id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
call belongs_to_organisation('register_sources', 'select, insert, update, delete');

-- What a merge of two entries moved, so that it can be undone while nothing was changed since.
create table register_merges (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  kept_id uuid not null,
  gone_id uuid not null,
  -- Versions of both after the merge.
  kept_version int not null,
  gone_version int not null,
  -- The entry that was kept, as it was before, and the lines that came with the one that went.
  before jsonb not null,
  lines jsonb not null,
  merged_at timestamptz not null,
  undone_at timestamptz
);
create index register_merges_of_kept on register_merges (kept_id, merged_at desc);
call belongs_to_organisation('register_merges', 'select, insert, update');

-- How many lines of each plan use an entry.
create table register_tallies (
  organisation_id uuid not null references organisations on delete cascade,
  entry_id uuid not null,
  plan_id uuid not null,
  lines int not null,
  primary key (entry_id, plan_id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index register_tallies_of_plan on register_tallies (plan_id);
call belongs_to_organisation('register_tallies', 'select, insert, update, delete');

-- One function for the three registers: the table of entries, and which column of the links names one. Rows are taken in
-- the order of their names, so that two transactions never wait for each other.
create function tally_links() returns trigger language plpgsql as $$
declare
  sign int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  execute format('
    insert into register_tallies as t (organisation_id, entry_id, plan_id, lines)
    select l.organisation_id, l.%1$I, l.plan_id, %2$s * count(*)
    from moved l join plans p on p.id = l.plan_id group by 1, 2, 3 order by 2, 3
    on conflict (entry_id, plan_id) do update set lines = t.lines + excluded.lines', tg_argv[1], sign);
  execute format('
    with counted as (
      select e.id, m.lines from %1$I e join (
        select l.%2$I as id, count(*) as lines from moved l join plans p on p.id = l.plan_id
        where p.removed_at is null group by 1
      ) m on m.id = e.id order by e.id for update of e
    )
    update %1$I e set lines = e.lines + %3$s * counted.lines from counted where counted.id = e.id', tg_argv[0], tg_argv[1], sign);
  return null;
end $$;

create trigger tally_added after insert on line_audiences referencing new table as moved
  for each statement execute function tally_links('audiences', 'audience_id');
create trigger tally_gone after delete on line_audiences referencing old table as moved
  for each statement execute function tally_links('audiences', 'audience_id');
create trigger tally_added after insert on line_channels referencing new table as moved
  for each statement execute function tally_links('channels', 'channel_id');
create trigger tally_gone after delete on line_channels referencing old table as moved
  for each statement execute function tally_links('channels', 'channel_id');
create trigger tally_added after insert on line_clauses referencing new table as moved
  for each statement execute function tally_links('clauses', 'clause_id');
create trigger tally_gone after delete on line_clauses referencing old table as moved
  for each statement execute function tally_links('clauses', 'clause_id');

-- A plan that is taken out takes its lines out of the counts; put back, it brings them again.
create function tally_removed_plan() returns trigger language plpgsql as $$
declare
  sign int := case when new.removed_at is null then 1 else -1 end;
  which text;
begin
  foreach which in array array['audiences', 'channels', 'clauses'] loop
    execute format('
      update %1$I e set lines = e.lines + %2$s * t.lines
      from register_tallies t where t.plan_id = $1 and t.entry_id = e.id', which, sign) using new.id;
  end loop;
  return null;
end $$;
create trigger tally_removed after update of removed_at on plans for each row
  when ((old.removed_at is null) <> (new.removed_at is null)) execute function tally_removed_plan();
