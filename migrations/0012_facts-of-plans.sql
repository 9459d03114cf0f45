-- plans: what stands around a plan's lines has a number, which a change of it moves on.
--
-- Sections, tallies and two hundred owners were asked for, sent and read for every page of a list, and were the same
-- nearly every time: a third of what the page cost. Now a process may keep them for as long as their number stands.
-- Words alone move no number, since no tally counts them.

alter table plans add column facts_version bigint not null default 1;

create or replace function add_to_tallies() returns trigger language plpgsql as $$
begin
  update plans set facts_version = facts_version + 1 where id in (select plan_id from new_lines);
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

create or replace function take_from_tallies() returns trigger language plpgsql as $$
begin
  update plans set facts_version = facts_version + 1 where id in (select plan_id from old_lines);
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

-- A changed line leaves one tally and joins another; what both have in common, which is nearly all, is not written.
create function move_between_tallies() returns trigger language plpgsql as $$
begin
  if not exists ( -- most changes are of words, which no tally counts
    select from old_lines o join new_lines n on n.id = o.id
    where (o.plan_id, o.section_id, o.state, o.owner_key, o.dated, o.doubtful)
      is distinct from (n.plan_id, n.section_id, n.state, n.owner_key, n.dated, n.doubtful)
  ) then return null; end if;
  update plans set facts_version = facts_version + 1
  where id in (select plan_id from old_lines union select plan_id from new_lines);
  insert into line_tallies as t (organisation_id, plan_id, section_id, state, owned, dated, doubtful, lines)
  select organisation_id, plan_id, section_id, state, owner_key <> '', dated, doubtful, sum(moved)
  from (select *, 1 as moved from new_lines union all select *, -1 from old_lines) both_sides
  group by 1, 2, 3, 4, 5, 6, 7 having sum(moved) <> 0 order by 2, 3, 4, 5, 6, 7
  on conflict (plan_id, section_id, state, owned, dated, doubtful) do update set lines = t.lines + excluded.lines;
  insert into owner_tallies as t (organisation_id, plan_id, owner_key, owner, lines)
  select organisation_id, plan_id, owner_key, min(left(btrim(owner), 100)), sum(moved)
  from (select *, 1 as moved from new_lines union all select *, -1 from old_lines) both_sides
  where owner_key <> '' group by 1, 2, 3 having sum(moved) <> 0 order by 2, 3
  on conflict (plan_id, owner_key) do update set lines = t.lines + excluded.lines;
  return null;
end $$;

drop trigger tally_before on lines;
drop trigger tally_changed on lines;
create trigger tally_changed after update on lines
  referencing old table as old_lines new table as new_lines for each statement execute function move_between_tallies();

-- Sections are facts too. A plan that goes takes them along, and has no number then.
create function sections_changed() returns trigger language plpgsql as $$
begin
  update plans set facts_version = facts_version + 1 where id = coalesce(new.plan_id, old.plan_id);
  return null;
end $$;
create trigger sections_changed after insert or update or delete on plan_sections
  for each row execute function sections_changed();
