-- plans: lists across all plans of an organisation, saved views of them, and links by which others read a view.
--
-- A list across plans walks an index in its order, as a list of one plan does. Lines of a plan that was taken out would
-- have to be walked past (25,000 of them: 10 ms), so they leave these indexes: they are marked when their plan goes, and
-- come back with it.

alter table lines add column shelved boolean not null default false;

create function shelve_lines() returns trigger language plpgsql as $$
begin
  update lines set shelved = new.removed_at is not null
  where plan_id = new.id and shelved is distinct from (new.removed_at is not null);
  return null;
end $$;
create trigger shelve_lines after update of removed_at on plans
  for each row when ((old.removed_at is null) is distinct from (new.removed_at is null)) execute function shelve_lines();

create index lines_of_all_by_reference on lines (organisation_id, reference_key, plan_id, position) where not shelved;
create index lines_of_all_by_owner on lines (organisation_id, owner_key, plan_id, position) where not shelved;
create index lines_of_all_by_state on lines (organisation_id, state, plan_id, position) where not shelved;
create index lines_of_all_by_change on lines (organisation_id, changed_at desc, plan_id, position) where not shelved;
create index lines_by_marking on lines (organisation_id, marking, plan_id, position)
  where not shelved and marking <> 'none';
-- These serve one plan too: the organisation stands in every question.
drop index lines_without_date;
drop index lines_in_doubt;
create index lines_without_date on lines (organisation_id, plan_id, position) where not dated and not shelved;
create index lines_in_doubt on lines (organisation_id, plan_id, position) where doubtful and not shelved;

-- Plans in the order of their titles, those taken out aside.
create index plans_by_title on plans (organisation_id, lower(title), id) where removed_at is null;

-- The tags of a line once more, one a row: what stands in an array is not looked up by index through a policy.
create table line_tags (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  line_id uuid not null,
  tag text not null,
  primary key (line_id, tag),
  foreign key (organisation_id, line_id) references lines (organisation_id, id) on delete cascade
);
create index line_tags_by_tag on line_tags (organisation_id, tag, plan_id, line_id);
call belongs_to_organisation('line_tags', 'select, insert, delete');

create function link_tags() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from line_tags where line_id = new.id and tag <> all(new.tags);
  end if;
  insert into line_tags (organisation_id, plan_id, line_id, tag)
  select distinct new.organisation_id, new.plan_id, new.id, tag from unnest(new.tags) tag
  on conflict do nothing;
  return null;
end $$;
create trigger tags_given after insert on lines
  for each row when (new.tags <> '{}') execute function link_tags();
create trigger tags_changed after update of tags on lines
  for each row when (old.tags is distinct from new.tags) execute function link_tags();

alter table lines no force row level security;
alter table line_tags no force row level security;
insert into line_tags (organisation_id, plan_id, line_id, tag)
select distinct organisation_id, plan_id, id, tag from lines, unnest(tags) tag;
alter table lines force row level security;
alter table line_tags force row level security;

-- Whom lines are for and which way they go, plan by plan.
create index line_audiences_by_plan on line_audiences (audience_id, plan_id, line_id);
create index line_channels_by_plan on line_channels (channel_id, plan_id, line_id);

-- Words are not found in plans that were taken out.
drop index lines_by_words;
create index lines_by_words on lines using gin (organisation_id, plan_id, words) with (gin_pending_list_limit = 128)
  where not shelved;
grant select (shelved, changed_at) on lines to commsgrid_search;

create or replace function words_in_plan(wanted text, plan uuid, most int, beyond int, backwards boolean, page int)
  returns table (found int, ids uuid[])
  language plpgsql stable security definer rows 1
  set search_path = public, pg_temp set enable_seqscan = off set enable_sort = off set plan_cache_mode = force_custom_plan
  as $$
declare
  query tsquery := websearch_to_tsquery('english', wanted);
  own uuid := current_organisation();
  common boolean := (
    select count(*) filter (where first.words @@ query) > 30
    from (select l.words from lines l where l.plan_id = plan and l.organisation_id = own
      order by l.position limit 60) first);
begin
  if common then
    return query
      select count(*)::int, (array_agg(w.id order by case when backwards then -w.position else w.position end)
        filter (where beyond is null or case when backwards then w.position < beyond else w.position > beyond end)
      )[1:coalesce(page, most)]
      from (select l.id, l.position from lines l
        where l.plan_id = plan and l.organisation_id = own and l.words @@ query
        order by l.position limit most) w;
  else
    return query
      select count(*)::int, (array_agg(w.id order by case when backwards then -w.position else w.position end)
        filter (where beyond is null or case when backwards then w.position < beyond else w.position > beyond end)
      )[1:coalesce(page, most)]
      from (select l.id, l.position from lines l
        where l.organisation_id = own and l.plan_id = plan and not l.shelved and l.words @@ query
        limit most) w;
  end if;
end $$;

-- The same across plans, in the order in which `plans` names them: how many lines have the words, no further than
-- `most`, and which; of a page, read on from line `beyond` of the plan at `place` of that order, or backwards. Where
-- very many have the words, only those of a page are named, plan by plan: else a walk in any order soon fills one.
-- Whether that is so is seen by the lines that were changed last.
create function words_in_plans(
  wanted text, plans uuid[], most int, place int, beyond int, backwards boolean, page int)
  returns table (found int, ids uuid[])
  language plpgsql stable security definer rows 1
  set search_path = public, pg_temp set enable_seqscan = off set enable_sort = off set plan_cache_mode = force_custom_plan
  as $$
declare
  query tsquery := websearch_to_tsquery('english', wanted);
  own uuid := current_organisation();
  direction int := case when backwards then -1 else 1 end;
  walked int;
  at int;
  got uuid[] := '{}';
  common boolean := (
    select count(*) filter (where first.words @@ query) > 30
    from (select l.words from lines l where l.organisation_id = own and not l.shelved
      order by l.changed_at desc, l.plan_id, l.position limit 60) first);
begin
  if common then
    select count(*)::int into walked
    from (select from lines l where l.organisation_id = own and not l.shelved and l.words @@ query
      order by l.changed_at desc, l.plan_id, l.position limit most) w;
    if walked = most then
      at := coalesce(words_in_plans.place, case when backwards then cardinality(plans) else 1 end);
      while page is not null and at between 1 and cardinality(plans) and cardinality(got) < page loop
        if backwards then
          got := got || array(select l.id from lines l
            where l.plan_id = plans[at] and l.organisation_id = own and l.words @@ query
              and l.position < case when at = words_in_plans.place then beyond else 2147483647 end
            order by l.position desc limit page - cardinality(got));
        else
          got := got || array(select l.id from lines l
            where l.plan_id = plans[at] and l.organisation_id = own and l.words @@ query
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
      where l.organisation_id = own and not l.shelved and l.words @@ query
      limit most) w;
end $$;
grant create on schema public to commsgrid_search;
alter function words_in_plans owner to commsgrid_search;
revoke create on schema public from commsgrid_search;
revoke all on function words_in_plans from public;
grant execute on function words_in_plans to commsgrid_member;

-- What somebody likes to see of the lines, under a name: of one plan, or of all.
create table views (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null check (length(trim(name)) between 1 and 100),
  plan_id uuid,
  -- What an address says of filters, order and columns: {"state": "complete", "sort": "owner"}
  asked jsonb not null default '{}',
  shared boolean not null default false,
  made_by uuid not null,
  made_by_name text not null,
  version int not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index views_by_name on views (organisation_id, plan_id, lower(name)) where removed_at is null;
call belongs_to_organisation('views', 'select, insert, update, delete');

-- By whom a view may be read without an account. Found by its token before the organisation is known, so its own rows
-- are hidden from others inside an organisation, and not from us. Stored by digest: the table opens nothing.
create table view_links (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  view_id uuid not null,
  token_hash bytea not null unique,
  made_by_name text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by_name text,
  foreign key (organisation_id, view_id) references views (organisation_id, id) on delete cascade
);
create index view_links_of_view on view_links (organisation_id, view_id, made_at desc);
alter table view_links enable row level security;
create policy own_organisation on view_links to commsgrid_member
  using (organisation_id = (select current_organisation())) with check (organisation_id = current_organisation());
grant select (id, organisation_id, view_id, made_by_name, made_at, expires_at, opened_at, revoked_at, revoked_by_name),
  insert, update (revoked_at, revoked_by_name) on view_links to commsgrid_member;
