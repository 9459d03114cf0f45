-- imports: a later edition of a plan beside the plan as it is: what each row is to it, what people decided, what was there before.

alter table readings
  -- Plans that the document looks like a later edition of, likeliest first: [{"plan": id, "because": "lines", "share": 0.9}].
  add column resembles jsonb not null default '[]',
  -- Whether a person said which plan it updates (edition_of), or that it is a new one.
  add column edition_settled boolean not null default false;

create table merges (
  reading_id uuid primary key,
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  -- waiting: to be compared; made: a person decides; accepting: decided, and being worked in; accepted; undone.
  status text not null check (status in ('waiting', 'made', 'unable', 'accepting', 'accepted', 'undone')),
  -- Why nothing was compared, in a sentence.
  problem text,
  -- How many there are of each kind: {"new": 3, "changed": 12, ...}.
  counts jsonb not null default '{}',
  -- Counts the comparisons, so that what was sent from the page of an earlier one is noticed.
  version int not null default 1,
  -- What it was made for: when either has changed since, it is made anew.
  reading_version int not null default 0,
  plan_stamp text not null default '',
  -- What the plan and the document were compared by: {"kind": "export", "at": "...", "name": "..."}.
  base jsonb,
  -- What the comparison found, in the form of rules/merge/merging.ts; the rows of it that pages show are in merge_rows.
  outcome jsonb,
  milliseconds int,
  -- Who accepted it: the work may be done later, and is theirs all the same.
  accepted_by_id uuid,
  accepted_by text,
  accepted_at timestamptz,
  -- The plan's own values, sections and order before it was worked in, for undoing.
  before jsonb,
  unique (organisation_id, reading_id),
  foreign key (organisation_id, reading_id) references readings (organisation_id, id) on delete cascade,
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index merges_of_plan on merges (plan_id, accepted_at desc);
call belongs_to_organisation('merges', 'select, insert, update, delete');

-- One for each row of the edition and each line that it has no row for, in the order of the edition.
create table merge_rows (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  reading_id uuid not null,
  position int not null,
  kind text not null check (kind in ('new', 'changed', 'unchanged', 'gone', 'doubtful', 'taken-out')),
  -- Conflicts in it, and how many of its questions nobody has answered.
  conflicts int not null default 0,
  undecided int not null default 0,
  line_id uuid,
  line_version int,
  -- The row of the reading; null for a line that the edition has no row for.
  reading_position int,
  -- What the pages show: {"title", "section", "cells": [{"field", "base", "ours", "theirs", ...}], ...}.
  shown jsonb not null,
  -- The row of `lines` before the edition was worked in, and the version that it had after: for undoing.
  before jsonb,
  after_version int,
  primary key (reading_id, position),
  foreign key (organisation_id, reading_id) references merges (organisation_id, reading_id) on delete cascade
);
create index merge_rows_by_kind on merge_rows (reading_id, kind, position);
create index merge_rows_in_conflict on merge_rows (reading_id, position) where conflicts > 0;
create index merge_rows_undecided on merge_rows (reading_id, position) where undecided > 0;
call belongs_to_organisation('merge_rows', 'select, insert, update, delete');

-- What people decided, kept apart from the comparison: it stands when that is made anew, for as long as the question is
-- the same one.
create table merge_decisions (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  reading_id uuid not null,
  -- "cell", "gone" or "match", and what it is about: a line and its field, a line, a row of the document.
  question text not null,
  -- {"choice": "theirs", "text": "...", "over": [ours, theirs]}
  decision jsonb not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (reading_id, question),
  foreign key (organisation_id, reading_id) references readings (organisation_id, id) on delete cascade
);
call belongs_to_organisation('merge_decisions', 'select, insert, update, delete');

-- As before, but for how it is found out whether anything is to be tallied: a line beside each line was looked for one
-- by one, which took ten seconds when three thousand lines were written at once.
create or replace function move_between_tallies() returns trigger language plpgsql as $$
begin
  if not exists ( -- most changes are of words and places, which no tally counts
    select plan_id, section_id, state, accountable, dated, doubtful from new_lines
    except all select plan_id, section_id, state, accountable, dated, doubtful from old_lines
  ) then return null; end if;
  update plans set facts_version = facts_version + 1
  where id in (select plan_id from old_lines union select plan_id from new_lines);
  insert into line_tallies as t (organisation_id, plan_id, section_id, state, owned, dated, doubtful, lines)
  select organisation_id, plan_id, section_id, state, owner_key <> '', dated, doubtful, sum(moved)
  from (select *, 1 as moved from new_lines union all select *, -1 from old_lines) both_sides
  group by 1, 2, 3, 4, 5, 6, 7 having sum(moved) <> 0 order by 2, 3, 4, 5, 6, 7
  on conflict (plan_id, section_id, state, owned, dated, doubtful) do update set lines = t.lines + excluded.lines;
  -- the newest spelling of a name stands, so that a change of its capitals shows
  insert into owner_tallies as t (organisation_id, plan_id, owner_key, owner, lines)
  select organisation_id, plan_id, owner_key,
    coalesce(min(left(btrim(accountable), 100)) filter (where moved = 1), min(left(btrim(accountable), 100))), sum(moved)
  from (select *, 1 as moved from new_lines union all select *, -1 from old_lines) both_sides
  where owner_key <> '' group by 1, 2, 3
  having sum(moved) <> 0 or count(distinct accountable) > 1 order by 2, 3
  on conflict (plan_id, owner_key) do update set lines = t.lines + excluded.lines,
    owner = case when excluded.lines >= 0 then excluded.owner else t.owner end;
  return null;
end $$;
