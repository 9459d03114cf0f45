-- Links that are made while their plan is taken out or put back were counted for a plan that stood otherwise a moment
-- later. Whoever links takes the plan first, as those do who change its lines, so that one of the two sees the other.
create or replace function tally_links() returns trigger language plpgsql as $$
declare
  sign int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  perform from plans where id in (select plan_id from moved) order by id for no key update;
  execute format('
    insert into register_tallies as t (organisation_id, entry_id, plan_id, lines)
    select l.organisation_id, l.%1$I, l.plan_id, %2$s * count(*)
    from moved l join plans p on p.id = l.plan_id group by 1, 2, 3 order by 2, 3
    on conflict (entry_id, plan_id) do update set lines = t.lines + excluded.lines', tg_argv[1], sign);
  execute format('
    with counted as (
      select e.id, m.lines from %1$I e join (
        select l.%2$I as id, count(*) as lines from moved l join plans p on p.id = l.plan_id
        where p.removed_at is null group by 1
      ) m on m.id = e.id order by e.id for update of e
    )
    update %1$I e set lines = e.lines + %3$s * counted.lines from counted where counted.id = e.id', tg_argv[0], tg_argv[1], sign);
  return null;
end $$;

-- Plans from before the registers are linked with them by the worker. The table is ours, and we see all rows of it for
-- the moment.
alter table plans no force row level security;
insert into queued_jobs (organisation_id, name, payload, queued_at)
select organisation_id, 'link-lines', jsonb_build_object('plan', id), now() from plans where removed_at is null;
alter table plans force row level security;
