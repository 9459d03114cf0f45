-- plans: documents made live. A line keeps its words as printed; its table keeps the shape it was printed in.

create table plans (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  title text not null check (length(trim(title)) between 1 and 300),
  kind text not null check (kind in ('recommendation-tracker', 'stakeholder-plan', 'framework', 'policy', 'unknown')),
  dated text,
  period_from text,
  period_to text,
  marking text not null default 'none' check (marking in ('none', 'OFFICIAL', 'OFFICIAL-SENSITIVE')),
  source_file_id uuid,
  -- What the document said beside its lines: clauses, registers, the rest. Shown, and never lost.
  beside jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, source_file_id) references files (organisation_id, id)
);
create index plans_by_change on plans (organisation_id, changed_at desc);
call belongs_to_organisation('plans', 'select, insert, update, delete');

create table plan_sections (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  position int not null,
  title text not null,
  -- The columns of the table that the section's lines were printed in: [{"headings": [...], "meaning": "what"}]
  columns jsonb not null,
  unique (organisation_id, id),
  unique (plan_id, position),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
call belongs_to_organisation('plan_sections', 'select, insert, update, delete');

-- Whether any timing of a line has a date or a rule that gives one.
create function has_date(schedules jsonb) returns boolean
  language sql immutable parallel safe
  return jsonb_path_exists(schedules, '$[*] ? (@.kind == "dated" || @.kind == "recurring")');

create table lines (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  section_id uuid not null,
  position int not null,
  reference text not null default '',
  recommendation text not null default '',
  what text not null default '',
  audience text not null default '',
  messenger text not null default '',
  how text not null default '',
  "when" text not null default '',
  why text not null default '',
  owner text not null default '',
  status text not null default '',
  budget text not null default '',
  measure text not null default '',
  comments text not null default '',
  other jsonb not null default '{}',
  state text not null check (state in
    ('not-started', 'in-progress', 'ongoing', 'complete', 'deferred', 'not-progressing', 'superseded', 'unknown')),
  marking text not null default 'none' check (marking in ('none', 'OFFICIAL', 'OFFICIAL-SENSITIVE')),
  schedules jsonb not null default '[]',
  suggestions jsonb not null default '[]',
  doubts jsonb not null default '[]',
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- For sorting: "Recommendation 9" before "Recommendation 21(a)"; given by the program.
  reference_key text not null default '',
  -- For filtering and sorting; an index entry has a largest size, a cell has none.
  owner_key text not null generated always as (left(lower(btrim(owner)), 100)) stored,
  dated boolean not null generated always as (has_date(schedules)) stored,
  doubtful boolean not null generated always as (doubts <> '[]') stored,
  words tsvector not null generated always as (
    to_tsvector('english', left(reference || ' ' || recommendation || ' ' || what || ' ' || audience || ' ' || messenger
      || ' ' || how || ' ' || "when" || ' ' || why || ' ' || owner || ' ' || status || ' ' || budget || ' ' || measure
      || ' ' || comments, 200000))) stored,
  unique (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade,
  foreign key (organisation_id, section_id) references plan_sections (organisation_id, id)
);
-- Every offered order ends in the position, so that a page of it is read from the index and stays the same.
create unique index lines_in_order on lines (plan_id, position);
create index lines_by_reference on lines (plan_id, reference_key, position);
create index lines_by_owner on lines (plan_id, owner_key, position);
create index lines_by_state on lines (plan_id, state, position);
create index lines_by_section on lines (plan_id, section_id, position);
create index lines_by_change on lines (plan_id, changed_at desc, position);
create index lines_without_date on lines (plan_id, position) where not dated;
create index lines_in_doubt on lines (plan_id, position) where doubtful;
create index lines_by_words on lines using gin (organisation_id, words);
call belongs_to_organisation('lines', 'select, insert, update, delete');

-- Nothing is filtered or sorted by a cell's words, so no statistics of them are kept: they made most of the time of an analyze.
alter table lines
  alter reference set statistics 0, alter recommendation set statistics 0, alter what set statistics 0,
  alter audience set statistics 0, alter messenger set statistics 0, alter how set statistics 0,
  alter "when" set statistics 0, alter why set statistics 0, alter owner set statistics 0, alter status set statistics 0,
  alter budget set statistics 0, alter measure set statistics 0, alter comments set statistics 0,
  alter other set statistics 0, alter schedules set statistics 0, alter suggestions set statistics 0,
  alter doubts set statistics 0, alter words set statistics 0;

-- How many lines there are of each kind, kept by the database in the same transaction, so that the facts of a plan
-- and the choices of its filters cost the same for ten lines as for fifty thousand. Owners are tallied apart: a plan
-- can have as many as it has lines, and their number times every state would be no summary.
create table line_tallies (
  organisation_id uuid not null references organisations on delete cascade,
  plan_id uuid not null,
  section_id uuid not null,
  state text not null,
  owned boolean not null,
  dated boolean not null,
  doubtful boolean not null,
  lines int not null,
  primary key (plan_id, section_id, state, owned, dated, doubtful),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
call belongs_to_organisation('line_tallies', 'select, insert, update, delete');

create table owner_tallies (
  organisation_id uuid not null references organisations on delete cascade,
  plan_id uuid not null,
  owner_key text not null,
  owner text not null,
  lines int not null,
  primary key (plan_id, owner_key),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
call belongs_to_organisation('owner_tallies', 'select, insert, update, delete');

-- Lines are written in an order of their own, so that two transactions never wait for each other; whoever changes a
-- line takes its plan first, since a line that moves between two tallies touches them one after the other.
create function add_to_tallies() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then -- most changes are of words, which no tally counts
    if not exists (
      select from old_lines o join new_lines n on n.id = o.id
      where (o.plan_id, o.section_id, o.state, o.owner_key, o.dated, o.doubtful)
        is distinct from (n.plan_id, n.section_id, n.state, n.owner_key, n.dated, n.doubtful)
    ) then return null; end if;
  end if;
  insert into line_tallies as t (organisation_id, plan_id, section_id, state, owned, dated, doubtful, lines)
  select organisation_id, plan_id, section_id, state, owner_key <> '', dated, doubtful, count(*)
  from new_lines group by 1, 2, 3, 4, 5, 6, 7 order by 2, 3, 4, 5, 6, 7
  on conflict (plan_id, section_id, state, owned, dated, doubtful) do update set lines = t.lines + excluded.lines;
  insert into owner_tallies as t (organisation_id, plan_id, owner_key, owner, lines)
  select organisation_id, plan_id, owner_key, min(left(btrim(owner), 100)), count(*)
  from new_lines where owner_key <> '' group by 1, 2, 3 order by 2, 3
  on conflict (plan_id, owner_key) do update set lines = t.lines + excluded.lines;
  return null;
end $$;

create function take_from_tallies() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if not exists (
      select from old_lines o join new_lines n on n.id = o.id
      where (o.plan_id, o.section_id, o.state, o.owner_key, o.dated, o.doubtful)
        is distinct from (n.plan_id, n.section_id, n.state, n.owner_key, n.dated, n.doubtful)
    ) then return null; end if;
  end if;
  -- a plan that goes takes its tallies along
  insert into line_tallies as t (organisation_id, plan_id, section_id, state, owned, dated, doubtful, lines)
  select l.organisation_id, plan_id, section_id, state, owner_key <> '', l.dated, doubtful, -count(*)
  from old_lines l join plans p on p.id = l.plan_id group by 1, 2, 3, 4, 5, 6, 7 order by 2, 3, 4, 5, 6, 7
  on conflict (plan_id, section_id, state, owned, dated, doubtful) do update set lines = t.lines + excluded.lines;
  insert into owner_tallies as t (organisation_id, plan_id, owner_key, owner, lines)
  select l.organisation_id, plan_id, owner_key, min(left(btrim(owner), 100)), -count(*)
  from old_lines l join plans p on p.id = l.plan_id where owner_key <> '' group by 1, 2, 3 order by 2, 3
  on conflict (plan_id, owner_key) do update set lines = t.lines + excluded.lines;
  return null;
end $$;

create trigger tally_new after insert on lines
  referencing new table as new_lines for each statement execute function add_to_tallies();
create trigger tally_gone after delete on lines
  referencing old table as old_lines for each statement execute function take_from_tallies();
create trigger tally_before after update on lines
  referencing old table as old_lines new table as new_lines for each statement execute function take_from_tallies();
create trigger tally_changed after update on lines
  referencing old table as old_lines new table as new_lines for each statement execute function add_to_tallies();

-- Text operators are not leakproof, so PostgreSQL does not use the index of words through a policy (measured: 53 ms
-- against 0.03). This function looks the words up as a role with a policy of its own, and gives back rows of the
-- organisation that the transaction is bound to and of no other.
create policy search_reads on lines for select to commsgrid_search using (true);
grant select (id, organisation_id, plan_id, position, words) on lines to commsgrid_search;

-- Of a plan whose first lines mostly have the words, the lines are walked, since its index would gather all of them
-- before the first is given back (50,000 of them: 10 ms against 2). Otherwise only the index serves: how often a phrase
-- occurs cannot be estimated, and a walk for a rare one cost 40 ms.
create function lines_with_words(wanted text, plan uuid, most int) returns table (id uuid, "position" int)
  language plpgsql stable security definer rows 100
  set search_path = public, pg_temp set enable_seqscan = off set enable_sort = off set plan_cache_mode = force_custom_plan
  as $$
declare
  query tsquery := websearch_to_tsquery('english', wanted);
  common boolean := plan is not null and (
    select count(*) filter (where first.words @@ query) > 30
    from (select l.words from lines l where l.plan_id = plan and l.organisation_id = current_organisation()
      order by l.position limit 60) first);
begin
  if common then
    return query select l.id, l.position from lines l
      where l.plan_id = plan and l.organisation_id = current_organisation() and l.words @@ query
      order by l.position limit most;
  else
    return query select l.id, l.position from lines l
      where l.organisation_id = current_organisation() and l.words @@ query and (plan is null or l.plan_id = plan)
      limit most;
  end if;
end $$;
grant create on schema public to commsgrid_search;
alter function lines_with_words owner to commsgrid_search;
revoke create on schema public from commsgrid_search;
revoke all on function lines_with_words from public;
grant execute on function lines_with_words to commsgrid_member;

-- After many lines were stored at once. Without fresh statistics a plan of 25,000 lines was read whole for a page of
-- fifty (23 ms against 0.2), and words not yet merged into their index are searched one by one (2 ms against 0.1).
create function settle_lines() returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  analyze (skip_locked) lines;
  perform gin_clean_pending_list('lines_by_words');
end $$;
revoke all on function settle_lines from public;
grant execute on function settle_lines to commsgrid_member;
