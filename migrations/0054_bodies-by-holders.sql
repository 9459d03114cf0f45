-- organisations: a body is found by its own words and by those of whoever holds, held or will hold a role in it, each of
-- them kept under the body, so that a search looks in one place and finds each body once.

drop trigger found_by_words on bodies;
drop trigger found_by_new_words on bodies;
drop trigger found_by_words on role_holders;
drop trigger found_by_new_words on role_holders;
-- no policy lets whoever migrates see the rows of an organisation; put back below
alter table bodies no force row level security;
alter table role_holders no force row level security;
alter table directory_words no force row level security;
delete from directory_words where kind in ('body', 'role holder');

-- Held one by one in their order, so that of two who change the holders of one body the second reads what the first wrote.
create function write_words_of_bodies(which uuid[]) returns void language plpgsql as $$
begin
  perform from bodies where id = any (which) order by id for no key update;
  delete from directory_words where record_id = any (which);
  insert into directory_words (organisation_id, kind, record_id, word)
  select b.organisation_id, 'body', b.id, w.word
  from bodies b cross join lateral directory_words_of(concat_ws(' ', b.name, b.kind,
    (select string_agg(h.name || ' ' || h.role, ' ') from role_holders h where h.body_id = b.id))) w (word)
  where b.id = any (which);
end $$;

create function body_words_added() returns trigger language plpgsql as $$
begin
  perform write_words_of_bodies(array(select id from new_rows));
  return null;
end $$;
create function body_words_changed() returns trigger language plpgsql as $$
begin
  perform write_words_of_bodies(array(select n.id from new_rows n join old_rows o on o.id = n.id
    where (n.name, n.kind) is distinct from (o.name, o.kind)));
  return null;
end $$;
create function body_words_gone() returns trigger language plpgsql as $$
begin
  delete from directory_words where record_id in (select id from old_rows);
  return null;
end $$;
create trigger found_by_words after insert on bodies
  referencing new table as new_rows for each statement execute function body_words_added();
create trigger found_by_new_words after update on bodies
  referencing old table as old_rows new table as new_rows for each statement execute function body_words_changed();
create trigger found_no_more after delete on bodies
  referencing old table as old_rows for each statement execute function body_words_gone();

create function body_words_of_new_holders() returns trigger language plpgsql as $$
begin
  perform write_words_of_bodies(array(select distinct body_id from new_rows where body_id is not null));
  return null;
end $$;
create function body_words_of_changed_holders() returns trigger language plpgsql as $$
begin
  perform write_words_of_bodies(array(
    select unnest(array[n.body_id, o.body_id]) from new_rows n join old_rows o on o.id = n.id
    where (n.name, n.role, n.body_id) is distinct from (o.name, o.role, o.body_id)));
  return null;
end $$;
create function body_words_of_old_holders() returns trigger language plpgsql as $$
begin
  perform write_words_of_bodies(array(select distinct body_id from old_rows where body_id is not null));
  return null;
end $$;
create trigger finds_body after insert on role_holders
  referencing new table as new_rows for each statement execute function body_words_of_new_holders();
create trigger finds_body_anew after update on role_holders
  referencing old table as old_rows new table as new_rows for each statement execute function body_words_of_changed_holders();
create trigger finds_body_no_more after delete on role_holders
  referencing old table as old_rows for each statement execute function body_words_of_old_holders();

insert into directory_words (organisation_id, kind, record_id, word)
select b.organisation_id, 'body', b.id, w.word
from bodies b cross join lateral directory_words_of(concat_ws(' ', b.name, b.kind,
  (select string_agg(h.name || ' ' || h.role, ' ') from role_holders h where h.body_id = b.id))) w (word);
alter table bodies force row level security;
alter table role_holders force row level security;
alter table directory_words force row level security;

-- How many bodies have a word of a range. Of one word each has it once; of several, a body is counted once.
create function bodies_with_word("from" text, "to" text) returns int
  language plpgsql stable parallel safe set plan_cache_mode = force_generic_plan
  as $$
begin
  if (select w.word from directory_words w where w.kind = 'body' and w.word >= "from" and w.word < "to" order by w.word limit 1)
    = (select w.word from directory_words w where w.kind = 'body' and w.word >= "from" and w.word < "to" order by w.word desc limit 1)
  then
    return (select count(*) from directory_words w where w.kind = 'body' and w.word >= "from" and w.word < "to");
  end if;
  return (select count(*) from (select distinct w.record_id from directory_words w
    where w.kind = 'body' and w.word >= "from" and w.word < "to") each_once);
end $$;

-- A page of the bodies that the words find, by name, and how many there are: of a kind, unless that is '', and in some
-- areas, unless that is null. Without words, those in the areas; without either all, not counted, since the tallies know.
--
-- A few are gathered and put in order. Of many, the order is walked: to a page that is near each body on the way is
-- asked, since many have the word; to one far down, what was found is set beside the walk.
create function bodies_found(froms text[], tos text[], of_kind text, areas uuid[], skip int, most int)
  returns table (found int, ids uuid[])
  language plpgsql stable parallel safe rows 1 set plan_cache_mode = force_generic_plan
  as $$
declare
  few constant int := 500;
  common constant boolean := cardinality(froms) = 1 and directory_words_counted('body', froms[1], tos[1], few) = few;
  number int;
  named uuid[];
begin
  if cardinality(froms) = 0 and areas is null then
    if of_kind = '' then
      return query select null::int, array(
        select b.id from bodies b order by b.name_key, b.id offset skip limit most);
    else
      return query select null::int, array(
        select b.id from bodies b where b.kind = of_kind order by b.name_key, b.id offset skip limit most);
    end if;
    return;
  end if;

  if common and of_kind = '' and areas is null then
    number := bodies_with_word(froms[1], tos[1]);
    if skip <= few then
      return query select number, array(
        select b.id from bodies b
        where (select true from directory_words w where w.record_id = b.id and w.word >= froms[1] and w.word < tos[1] limit 1)
        order by b.name_key, b.id offset skip limit most);
    else
      return query select number, array(
        select b.id from bodies b
        where (b.id in (select w.record_id from directory_words w
          where w.kind = 'body' and w.word >= froms[1] and w.word < tos[1])) is true
        order by b.name_key, b.id offset skip limit most);
    end if;
    return;
  end if;

  if common and areas is null then
    named := array(select b.id from bodies b
      where b.kind = of_kind and (b.id in (select w.record_id from directory_words w
        where w.kind = 'body' and w.word >= froms[1] and w.word < tos[1])) is true);
  elsif cardinality(froms) = 0 or common then
    named := array(select b.id from bodies b
      where b.area_id = any (areas) and (of_kind = '' or b.kind = of_kind)
        and (froms[1] is null or (select true from directory_words w
          where w.record_id = b.id and w.word >= froms[1] and w.word < tos[1] limit 1)));
  else
    named := directory_found_at_all('body', froms, tos);
    if of_kind <> '' or areas is not null then
      named := array(select b.id from bodies b where b.id = any (named)
        and (areas is null or b.area_id = any (areas)) and (of_kind = '' or b.kind = of_kind));
    end if;
  end if;

  if cardinality(named) <= few then
    return query select cardinality(named), array(
      select b.id from bodies b where b.id = any (named) order by b.name_key, b.id offset skip limit most);
  else
    return query select cardinality(named), array(
      select b.id from bodies b where (b.id in (select unnest(named))) is true
      order by b.name_key, b.id offset skip limit most);
  end if;
end $$;
