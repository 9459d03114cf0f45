-- plans: words are found only in lines that the person may see (docs/decisions/0024).
--
-- They are looked up past the policies, so the functions ask for themselves. Of `everything` the planner leaves nothing
-- over, so that whoever sees everything waits no longer than before.

grant select (marking) on lines to commsgrid_search;
create or replace function words_in_plan(wanted text, plan uuid, most int, beyond int, backwards boolean, page int)
  returns table (found int, ids uuid[])
  language plpgsql stable security definer rows 1
  set search_path = public, pg_temp set enable_seqscan = off set enable_sort = off set plan_cache_mode = force_custom_plan
  as $$
declare
  query tsquery := websearch_to_tsquery('english', wanted);
  own uuid := current_organisation();
  everything boolean := current_person() is null;
  seen uuid[] := case when not everything then plans_seen(false) end;
  whole uuid[] := case when not everything then plans_seen(true) end;
  common boolean := (
    select count(*) filter (where first.words @@ query) > 30
    from (select l.words from lines l where l.plan_id = plan and l.organisation_id = own
        and (everything or (l.plan_id = any (seen) and (l.marking <> 'OFFICIAL-SENSITIVE' or l.plan_id = any (whole))))
      order by l.position limit 60) first);
begin
  if common then
    return query
      select count(*)::int, (array_agg(w.id order by case when backwards then -w.position else w.position end)
        filter (where beyond is null or case when backwards then w.position < beyond else w.position > beyond end)
      )[1:coalesce(page, most)]
      from (select l.id, l.position from lines l
        where l.plan_id = plan and l.organisation_id = own
        and (everything or (l.plan_id = any (seen) and (l.marking <> 'OFFICIAL-SENSITIVE' or l.plan_id = any (whole))))
        and l.words @@ query
        order by l.position limit most) w;
  else
    return query
      select count(*)::int, (array_agg(w.id order by case when backwards then -w.position else w.position end)
        filter (where beyond is null or case when backwards then w.position < beyond else w.position > beyond end)
      )[1:coalesce(page, most)]
      from (select l.id, l.position from lines l
        where l.organisation_id = own
        and (everything or (l.plan_id = any (seen) and (l.marking <> 'OFFICIAL-SENSITIVE' or l.plan_id = any (whole)))) and l.plan_id = plan and not l.shelved and l.words @@ query
        limit most) w;
  end if;
end $$;

create or replace function words_in_plans(
  wanted text, plans uuid[], most int, place int, beyond int, backwards boolean, page int)
  returns table (found int, ids uuid[])
  language plpgsql stable security definer rows 1
  set search_path = public, pg_temp set enable_seqscan = off set enable_sort = off set plan_cache_mode = force_custom_plan
  as $$
declare
  query tsquery := websearch_to_tsquery('english', wanted);
  own uuid := current_organisation();
  everything boolean := current_person() is null;
  seen uuid[] := case when not everything then plans_seen(false) end;
  whole uuid[] := case when not everything then plans_seen(true) end;
  direction int := case when backwards then -1 else 1 end;
  walked int;
  at int;
  got uuid[] := '{}';
  common boolean := (
    select count(*) filter (where first.words @@ query) > 30
    from (select l.words from lines l where l.organisation_id = own
        and (everything or (l.plan_id = any (seen) and (l.marking <> 'OFFICIAL-SENSITIVE' or l.plan_id = any (whole))))
        and not l.shelved
      order by l.changed_at desc, l.plan_id, l.position limit 60) first);
begin
  if common then
    select count(*)::int into walked
    from (select from lines l where l.organisation_id = own
        and (everything or (l.plan_id = any (seen) and (l.marking <> 'OFFICIAL-SENSITIVE' or l.plan_id = any (whole))))
        and not l.shelved and l.words @@ query
      order by l.changed_at desc, l.plan_id, l.position limit most) w;
    if walked = most then
      at := coalesce(words_in_plans.place, case when backwards then cardinality(plans) else 1 end);
      while page is not null and at between 1 and cardinality(plans) and cardinality(got) < page loop
        if backwards then
          got := got || array(select l.id from lines l
            where l.plan_id = plans[at] and l.organisation_id = own
        and (everything or (l.plan_id = any (seen) and (l.marking <> 'OFFICIAL-SENSITIVE' or l.plan_id = any (whole))))
        and l.words @@ query
              and l.position < case when at = words_in_plans.place then beyond else 2147483647 end
            order by l.position desc limit page - cardinality(got));
        else
          got := got || array(select l.id from lines l
            where l.plan_id = plans[at] and l.organisation_id = own
        and (everything or (l.plan_id = any (seen) and (l.marking <> 'OFFICIAL-SENSITIVE' or l.plan_id = any (whole))))
        and l.words @@ query
              and l.position > case when at = words_in_plans.place then beyond else -1 end
            order by l.position limit page - cardinality(got));
        end if;
        at := at + direction;
      end loop;
      return query select walked, nullif(got, '{}');
      return;
    end if;
  end if;
  return query
    select count(*)::int, case when count(*) < most then (array_agg(w.id order by direction * w.place, direction * w.position)
      filter (where words_in_plans.place is null
        or (direction * w.place, direction * w.position) > (direction * words_in_plans.place, direction * beyond))
    )[1:coalesce(page, most)] end
    from (select l.id, l.position, array_position(plans, l.plan_id) as place from lines l
      where l.organisation_id = own
        and (everything or (l.plan_id = any (seen) and (l.marking <> 'OFFICIAL-SENSITIVE' or l.plan_id = any (whole))))
        and not l.shelved and l.words @@ query
      limit most) w;
end $$;
