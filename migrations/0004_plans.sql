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
create index lines_by_words on lines using gin (organisation_id, words);
call belongs_to_organisation('lines', 'select, insert, update, delete');

-- How many lines there are of each kind, kept by the database in the same transaction, so that the facts of a plan
-- and the choices of its filters cost the same for ten lines as for fifty thousand.
create table line_tallies (
  organisation_id uuid not null references organisations on delete cascade,
  plan_id uuid not null,
  section_id uuid not null,
  owner_key text not null,
  owner text not null,
  state text not null,
  dated boolean not null,
  doubtful boolean not null,
  lines int not null,
  primary key (plan_id, section_id, owner_key, state, dated, doubtful),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
call belongs_to_organisation('line_tallies', 'select, insert, update, delete');

-- Whether any timing of a line has a date or a rule that gives one.
create function has_date(schedules jsonb) returns boolean
  language sql immutable parallel safe
  return jsonb_path_exists(schedules, '$[*] ? (@.kind == "dated" || @.kind == "recurring")');

create function add_to_tallies() returns trigger language plpgsql as $$
begin
  insert into line_tallies as t
    (organisation_id, plan_id, section_id, owner_key, owner, state, dated, doubtful, lines)
  select organisation_id, plan_id, section_id, owner_key, min(left(btrim(owner), 100)), state, has_date(schedules),
    doubts <> '[]', count(*)
  from new_lines group by 1, 2, 3, 4, 6, 7, 8
  order by 2, 3, 4, 6, 7, 8 -- always in the same order, so that two transactions never wait for each other
  on conflict (plan_id, section_id, owner_key, state, dated, doubtful) do update set lines = t.lines + excluded.lines;
  return null;
end $$;

create function take_from_tallies() returns trigger language plpgsql as $$
begin
  insert into line_tallies as t
    (organisation_id, plan_id, section_id, owner_key, owner, state, dated, doubtful, lines)
  select l.organisation_id, l.plan_id, l.section_id, l.owner_key, min(left(btrim(l.owner), 100)), l.state,
    has_date(l.schedules), l.doubts <> '[]', -count(*)
  from old_lines l join plans p on p.id = l.plan_id -- a plan that goes takes its tallies along
  group by 1, 2, 3, 4, 6, 7, 8 order by 2, 3, 4, 6, 7, 8
  on conflict (plan_id, section_id, owner_key, state, dated, doubtful) do update set lines = t.lines + excluded.lines;
  return null;
end $$;

create trigger tally_new after insert on lines
  referencing new table as new_lines for each statement execute function add_to_tallies();
create trigger tally_gone after delete on lines
  referencing old table as old_lines for each statement execute function take_from_tallies();
create trigger tally_before after update on lines
  referencing old table as old_lines for each statement execute function take_from_tallies();
create trigger tally_changed after update on lines
  referencing new table as new_lines for each statement execute function add_to_tallies();

-- Text operators are not leakproof, so PostgreSQL does not use the index of words through a policy (measured: 53 ms
-- against 0.03). This function looks the words up as a role with a policy of its own, and gives back rows of the
-- organisation that the transaction is bound to and of no other.
create policy search_reads on lines for select to commsgrid_search using (true);
grant select (id, organisation_id, plan_id, position, words) on lines to commsgrid_search;

create function lines_with_words(wanted text, plan uuid, most int) returns table (id uuid)
  language sql stable security definer set search_path = public, pg_temp rows 100
  as $$
    select l.id from lines l
    where l.organisation_id = current_organisation()
      and l.words @@ websearch_to_tsquery('english', wanted)
      and (plan is null or l.plan_id = plan)
    limit most
  $$;
grant create on schema public to commsgrid_search;
alter function lines_with_words owner to commsgrid_search;
revoke create on schema public from commsgrid_search;
revoke all on function lines_with_words from public;
grant execute on function lines_with_words to commsgrid_member;
