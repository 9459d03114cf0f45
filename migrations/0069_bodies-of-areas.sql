-- organisations: the bodies of an area are counted and put in order where they are found.

-- With what a list is ordered by and chosen by, so that none is read that is not shown.
drop index bodies_by_area;
create index bodies_of_area on bodies (organisation_id, area_id, name_key, id) include (kind) where area_id is not null;

-- As before (0054), but a few of which only their areas and their kind are asked are not gathered first and looked up then;
-- and where one word is all that is asked, those that have it are counted once.
create or replace function bodies_found(froms text[], tos text[], of_kind text, areas uuid[], skip int, most int)
  returns table (found int, ids uuid[])
  language plpgsql stable parallel safe rows 1 set plan_cache_mode = force_generic_plan
  as $$
declare
  few constant int := 500;
  common boolean := false;
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

  if cardinality(froms) = 0 then
    number := (select count(*) from (select from bodies b
      where b.area_id = any (areas) and (of_kind = '' or b.kind = of_kind) limit few + 1) counted);
    if number <= few then
      return query select number, array(
        select b.id from bodies b where b.area_id = any (areas) and (of_kind = '' or b.kind = of_kind)
        order by b.name_key, b.id offset skip limit most);
      return;
    end if;
  end if;

  if cardinality(froms) = 1 and of_kind = '' and areas is null then
    number := bodies_with_word(froms[1], tos[1]);
    common := number >= few;
  elsif cardinality(froms) = 1 then
    common := directory_words_counted('body', froms[1], tos[1], few) = few;
  end if;

  if common and of_kind = '' and areas is null then
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
