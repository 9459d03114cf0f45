-- organisations: words that thousands have are looked up together by walking both at once, and what ended is found no more.

-- Which range of words leads, and whether few words are in it: the one of the fewest words, counted no further than `rare`;
-- going on, the one that the place before is in.
create function directory_words_leading(of text, froms text[], tos text[], beyond text, rare int, out leads int, out few boolean)
  language plpgsql stable parallel safe
  as $$
declare
  counts int[];
begin
  leads := 1;
  few := false;
  for n in 1 .. cardinality(froms) loop
    counts[n] := directory_words_counted(of, froms[n], tos[n], rare);
    if counts[n] < counts[leads] then leads := n; end if;
  end loop;
  for n in 1 .. cardinality(froms) loop
    if beyond collate "C" >= froms[n] and beyond collate "C" < tos[n] then leads := n; end if;
  end loop;
  few := counts[leads] < rare;
end $$;

-- In which turn the ranges are looked up: the one that leads; where it is not rare, one to be gathered whole and set beside
-- it, of fewer words than `many`, else null; then those that each record is asked for by itself.
drop function directory_words_in_turn;
create function directory_words_in_turn(of text, froms text[], tos text[], leads int, few boolean, many int, out first text[], out last text[])
  language plpgsql stable parallel safe
  as $$
begin
  first := array[froms[leads], null];
  last := array[tos[leads], null];
  for n in 1 .. cardinality(froms) loop
    continue when n = leads;
    if first[2] is null and not few and directory_words_counted(of, froms[n], tos[n], many) < many then
      first[2] := froms[n];
      last[2] := tos[n];
    else
      first := first || froms[n];
      last := last || tos[n];
    end if;
  end loop;
end $$;

-- Of each range the only word that is in it; null where there are several, or none.
create function directory_only_words(of text, froms text[], tos text[]) returns text[]
  language plpgsql stable parallel safe set plan_cache_mode = force_generic_plan
  as $$
begin
  return array(
    select case when lowest = highest then lowest end
    from unnest(froms, tos) with ordinality r (from_word, to_word, number)
    left join lateral (select w.word as lowest from directory_words w
      where w.kind = of and w.word >= from_word and w.word < to_word order by w.word limit 1) l on true
    left join lateral (select w.word as highest from directory_words w
      where w.kind = of and w.word >= from_word and w.word < to_word order by w.word desc limit 1) h on true
    order by number);
end $$;

-- The records that have all of some words, two or more, in their own order, after one of them. Each word has its records in that order,
-- so they are walked in step and nothing is gathered: two names that 2,000 of 20,000 people have cost a quarter.
-- Joined in no other way, since the database expects the beginning of a walk to find more than it does.
create function directory_in_step(of text, words text[], after uuid, most int) returns setof uuid
  language plpgsql stable parallel safe rows 51
  set plan_cache_mode = force_generic_plan set enable_nestloop = off set enable_hashjoin = off
  as $$
begin
  if cardinality(words) = 2 then
    return query
      select a.record_id from directory_words a
      join directory_words b on b.record_id = a.record_id and b.kind = of and b.word = words[2] and b.record_id > after
      where a.kind = of and a.word = words[1] and a.record_id > after
      order by a.record_id limit most;
  else
    return query
      select a.record_id from directory_words a
      join directory_words b on b.record_id = a.record_id and b.kind = of and b.word = words[2] and b.record_id > after
      join directory_words c on c.record_id = a.record_id and c.kind = of and c.word = words[3] and c.record_id > after
      where a.kind = of and a.word = words[1] and a.record_id > after
        and (words[4] is null or (select true from directory_words d
          where d.record_id = a.record_id and d.word = words[4] limit 1))
      order by a.record_id limit most;
  end if;
end $$;

-- The records of a kind that have a word in each of the ranges, in the order of the word that was found and then of
-- their own, from the place where the page before stopped. Each comes once, under the first word of the range that leads.
-- Plans are made once: making one took longer than following it. What each record is asked for is no `exists`, of which
-- the database would rather gather all there are. The place, or else where the range begins, stands in variables and is the
-- one thing that says where to begin: put together within the question, or beside another, everything before is walked.
create or replace function directory_found(of text, froms text[], tos text[], beyond text, beyond_id uuid, most int)
  returns table (id uuid, key text)
  language plpgsql stable parallel safe rows 51 set plan_cache_mode = force_generic_plan
  as $$
declare
  after_word text;
  after_id constant uuid := coalesce(beyond_id, '00000000-0000-0000-0000-000000000000');
  first text[] := array[froms[1], null];
  last text[] := array[tos[1], null];
  leads int;
  few boolean;
  alone text[];
  lowest text;
begin
  if cardinality(froms) > 1 then
    select l.leads, l.few into leads, few from directory_words_leading(of, froms, tos, beyond, 300) l;
    alone := case when not few then directory_only_words(of, froms, tos) end;
    if array_position(alone, null) is null and not few then
      return query select step, alone[leads]
        from directory_in_step(of, alone[leads] || array_remove(alone, alone[leads]), after_id, most) step;
      return;
    end if;
    select t.first, t.last into first, last from directory_words_in_turn(of, froms, tos, leads, few, 4000) t;
  end if;
  after_word := greatest(beyond collate "C", first[1] collate "C");
  lowest := (select w.word from directory_words w
    where w.kind = of and w.word >= first[1] and w.word < last[1] order by w.word limit 1);
  return query
    select w.record_id, w.word from directory_words w
    where w.kind = of and w.word < last[1] and (w.word, w.record_id) > (after_word, after_id)
      and (w.word = lowest or not exists (select from directory_words s
        where s.record_id = w.record_id and s.word >= first[1] and s.word < w.word))
      and (first[2] is null or w.record_id in (select o.record_id from directory_words o
        where o.kind = of and o.word >= first[2] and o.word < last[2]))
      and (first[3] is null or (select true from directory_words o
        where o.record_id = w.record_id and o.word >= first[3] and o.word < last[3] limit 1))
      and (first[4] is null or (select true from directory_words o
        where o.record_id = w.record_id and o.word >= first[4] and o.word < last[4] limit 1))
      and (first[5] is null or (select true from directory_words o
        where o.record_id = w.record_id and o.word >= first[5] and o.word < last[5] limit 1))
    order by w.word, w.record_id limit most;
end $$;

create or replace function directory_found_at_all(of text, froms text[], tos text[]) returns uuid[]
  language plpgsql stable parallel safe set plan_cache_mode = force_generic_plan set enable_sort = off
  as $$
declare
  first text[];
  last text[];
begin
  select t.first, t.last into first, last
  from directory_words_leading(of, froms, tos, null, 300) l
  cross join lateral directory_words_in_turn(of, froms, tos, l.leads, l.few, 2000000000) t;
  if first[2] is not null or cardinality(froms) = 1 then
    return array(
      select w.record_id
      from unnest(froms, tos) with ordinality r (from_word, to_word, number)
      join directory_words w on w.kind = of and w.word >= r.from_word and w.word < r.to_word
      group by w.record_id
      having bit_or(1 << r.number::int) = (1 << cardinality(froms) + 1) - 2);
  end if;
  return array(
    select distinct w.record_id from directory_words w
    where w.kind = of and w.word >= first[1] and w.word < last[1]
      and (first[3] is null or (select true from directory_words o
        where o.record_id = w.record_id and o.word >= first[3] and o.word < last[3] limit 1))
      and (first[4] is null or (select true from directory_words o
        where o.record_id = w.record_id and o.word >= first[4] and o.word < last[4] limit 1))
      and (first[5] is null or (select true from directory_words o
        where o.record_id = w.record_id and o.word >= first[5] and o.word < last[5] limit 1)));
end $$;

-- What ended is listed no more, and so it is not found.
create function forget_directory_words() returns trigger language plpgsql as $$
begin
  delete from directory_words where record_id = new.id;
  return null;
end $$;
create trigger found_no_more after update of ended_at on posts
  for each row when (new.ended_at is not null) execute function forget_directory_words();
create trigger found_no_more after update of ended_at on departments
  for each row when (new.ended_at is not null) execute function forget_directory_words();
create trigger found_no_more after update of ended_at on teams
  for each row when (new.ended_at is not null) execute function forget_directory_words();
create trigger found_no_more after update of ended_at on portfolios
  for each row when (new.ended_at is not null) execute function forget_directory_words();
create or replace trigger found_by_new_words after update of title on posts
  for each row when (old.title is distinct from new.title and new.ended_at is null)
  execute function keep_directory_words('post', 'title');
create or replace trigger found_by_new_words after update of name on departments
  for each row when (old.name is distinct from new.name and new.ended_at is null)
  execute function keep_directory_words('department', 'name');
create or replace trigger found_by_new_words after update of name on teams
  for each row when (old.name is distinct from new.name and new.ended_at is null)
  execute function keep_directory_words('team', 'name');
create or replace trigger found_by_new_words after update of name on portfolios
  for each row when (old.name is distinct from new.name and new.ended_at is null)
  execute function keep_directory_words('portfolio', 'name');
-- no policy lets whoever migrates see the rows of an organisation; put back below
alter table posts no force row level security;
alter table departments no force row level security;
alter table teams no force row level security;
alter table portfolios no force row level security;
alter table directory_words no force row level security;
delete from directory_words where record_id in (
  select id from posts where ended_at is not null
  union all select id from departments where ended_at is not null
  union all select id from teams where ended_at is not null
  union all select id from portfolios where ended_at is not null);
alter table posts force row level security;
alter table departments force row level security;
alter table teams force row level security;
alter table portfolios force row level security;
alter table directory_words force row level security;
