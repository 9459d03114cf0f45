-- organisations: lists of the directory walk their order from any place, and words are looked up from the rarest.

-- What a list is ordered by, as a column: `lower` is not leakproof, so that through a policy no index was entered in its
-- middle by `lower(name) > …`, and a page far down walked everything before it (16,000 people: 8 ms against 0.2).
alter table people add column name_key text not null generated always as (lower(name)) stored;
alter table posts add column name_key text not null generated always as (lower(title)) stored;
alter table departments add column name_key text not null generated always as (lower(name)) stored;
alter table teams add column name_key text not null generated always as (lower(name)) stored;
alter table portfolios add column name_key text not null generated always as (lower(name)) stored;
alter table areas add column name_key text not null generated always as (lower(name)) stored;
alter table bodies add column name_key text not null generated always as (lower(name)) stored;

drop index people_by_name;
drop index areas_in_order;
drop index areas_of_kind;
drop index bodies_in_order;
drop index bodies_of_kind;
create index people_by_name on people (organisation_id, name_key, id);
create index posts_in_order on posts (organisation_id, name_key, id) where ended_at is null;
create index departments_in_order on departments (organisation_id, name_key, id) where ended_at is null;
create index teams_in_order on teams (organisation_id, name_key, id) where ended_at is null;
create index portfolios_in_order on portfolios (organisation_id, name_key, id) where ended_at is null;
create index areas_in_order on areas (organisation_id, name_key, id);
create index areas_of_kind on areas (organisation_id, kind, name_key, id);
create index bodies_in_order on bodies (organisation_id, name_key, id);
create index bodies_of_kind on bodies (organisation_id, kind, name_key, id);

-- How many words of a kind of record are in a range, counted no further than `most`.
create function directory_words_counted(of text, "from" text, "to" text, most int) returns int
  language plpgsql stable parallel safe set plan_cache_mode = force_generic_plan
  as $$
begin
  return (select count(*) from (select from directory_words w
    where w.kind = of and w.word >= "from" and w.word < "to" limit most) counted);
end $$;

-- In which turn ranges of words are looked up; null where there is none.
-- First the range that leads, from which records come: the one that fewest words are in, so that a name which one person
-- has is not looked for among the thousands who share an address (20,000 of them: 6 ms against 0.1). Going on, it is the
-- one that the place before is in: the ranges have no word in common.
-- Second, where no range is rare, a range to be gathered whole and set beside it: one of fewer words than `many`.
-- Then those that each record is asked for by itself.
create function directory_words_in_turn(of text, froms text[], tos text[], beyond text, many int, out first text[], out last text[])
  language plpgsql stable parallel safe
  as $$
declare
  rare constant int := 300;
  counts int[];
  leads int := 1;
begin
  if cardinality(froms) > 1 then
    for n in 1 .. cardinality(froms) loop
      counts[n] := directory_words_counted(of, froms[n], tos[n], rare);
      if counts[n] < counts[leads] then leads := n; end if;
    end loop;
    for n in 1 .. cardinality(froms) loop
      if beyond >= froms[n] and beyond < tos[n] then leads := n; end if;
    end loop;
  end if;
  first := array[froms[leads], null];
  last := array[tos[leads], null];
  for n in 1 .. cardinality(froms) loop
    continue when n = leads;
    if first[2] is null and counts[leads] = rare and directory_words_counted(of, froms[n], tos[n], many) < many then
      first[2] := froms[n];
      last[2] := tos[n];
    else
      first := first || froms[n];
      last := last || tos[n];
    end if;
  end loop;
end $$;

-- The records of a kind that have a word in each of the ranges, in the order of the word that was found and then of
-- their own, from the place where the page before stopped. Each comes once, under the first word of the range that leads.
-- Plans are made once: making one took longer than following it. What each record is asked for is no `exists`, of which
-- the database would rather gather all there are.
create function directory_found(of text, froms text[], tos text[], beyond text, beyond_id uuid, most int)
  returns table (id uuid, key text)
  language plpgsql stable parallel safe rows 51 set plan_cache_mode = force_generic_plan
  as $$
declare
  first text[];
  last text[];
begin
  select t.first, t.last into first, last from directory_words_in_turn(of, froms, tos, beyond, 4000) t;
  return query
    select w.record_id, w.word from directory_words w
    where w.kind = of and w.word >= first[1] and w.word < last[1]
      and (w.word, w.record_id) > (coalesce(beyond, ''), coalesce(beyond_id, '00000000-0000-0000-0000-000000000000'))
      and not exists (select from directory_words s
        where s.record_id = w.record_id and s.word >= first[1] and s.word < w.word)
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

-- The same records, all of them and in no order. Where no range is rare, what is in any of them is gathered and kept where
-- it was in all.
create function directory_found_at_all(of text, froms text[], tos text[]) returns uuid[]
  language plpgsql stable parallel safe set plan_cache_mode = force_generic_plan set enable_sort = off
  as $$
declare
  first text[];
  last text[];
begin
  select t.first, t.last into first, last from directory_words_in_turn(of, froms, tos, null, 2000000000) t;
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

-- Portfolios are found by their words as everything else of the directory is.
create trigger found_by_words after insert or delete on portfolios
  for each row execute function keep_directory_words('portfolio', 'name');
create trigger found_by_new_words after update of name on portfolios
  for each row when (old.name is distinct from new.name) execute function keep_directory_words('portfolio', 'name');
alter table portfolios no force row level security;
alter table directory_words no force row level security;
insert into directory_words (organisation_id, kind, record_id, word)
select p.organisation_id, 'portfolio', p.id, w.word from portfolios p cross join lateral directory_words_of(p.name) w (word);
alter table portfolios force row level security;
alter table directory_words force row level security;
