-- commitments: calendars and Today are read from indexes alone, and what became of each week from tallies.

-- A window is told from a single day by its first one, and whose it is by its commitment: a month of two thousand rows is
-- counted without a look at any of them.
drop index occurrences_by_day;
create index occurrences_by_day on occurrences (organisation_id, by_day, promise_id)
  include (outcome, missed_from, from_day, commitment_id);
drop index occurrences_of_promise;
create index occurrences_of_promise on occurrences (organisation_id, promise_id, by_day) include (outcome, missed_from, from_day, commitment_id);
-- What is still open counts as missed by the day.
drop index occurrences_open;
create index occurrences_open on occurrences (organisation_id, by_day, promise_id) include (missed_from, outcome, commitment_id)
  where outcome is null;

-- Windows that go on behind the days that somebody looks at: a quarter, a year. Shorter ones end in the month after.
create index occurrences_of_long on occurrences (organisation_id, from_day, by_day, promise_id) include (outcome, commitment_id)
  where by_day - from_day > 31;


-- How many occurrences of a plan that ended in a week (by its Monday) were met, late or settled as missed. What is open is
-- counted when it is asked for: no statement says that it is missed.
create table kept_tallies (
  organisation_id uuid not null references organisations on delete cascade,
  plan_id uuid not null,
  week date not null,
  met int not null default 0,
  late int not null default 0,
  missed int not null default 0,
  primary key (plan_id, week),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index kept_tallies_by_week on kept_tallies (organisation_id, week) include (met, late, missed, plan_id);
call belongs_to_organisation('kept_tallies', 'select, insert, update');
call seen_where('kept_tallies', 'plan_id = any ((select plans_seen(false))::uuid[])');

create function week_of(day date) returns date language sql immutable parallel safe
  return day - (extract(isodow from day)::int - 1);

-- What is still open is passed over at once: dates are written down by the hundred thousand. Weeks of a plan come in one
-- order, so that two who settle at once wait and do not block each other.
create function tally_kept() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  -- one after the other: what a statement of this kind has no rows of must not be spoken of
  if tg_op <> 'INSERT' then if exists (select from old_rows where outcome in ('met', 'late', 'missed')) then
    update kept_tallies t set met = t.met - d.met, late = t.late - d.late, missed = t.missed - d.missed
    from (
      select p.plan_id, week_of(r.by_day) as week, count(*) filter (where r.outcome = 'met') as met,
        count(*) filter (where r.outcome = 'late') as late, count(*) filter (where r.outcome = 'missed') as missed
      from old_rows r join promises p on p.id = r.promise_id
      where r.outcome in ('met', 'late', 'missed') group by 1, 2 order by 1, 2) d
    where t.plan_id = d.plan_id and t.week = d.week;
  end if; end if;
  if tg_op <> 'DELETE' then if exists (select from new_rows where outcome in ('met', 'late', 'missed')) then
    insert into kept_tallies as t (organisation_id, plan_id, week, met, late, missed)
    select r.organisation_id, p.plan_id, week_of(r.by_day), count(*) filter (where r.outcome = 'met'),
      count(*) filter (where r.outcome = 'late'), count(*) filter (where r.outcome = 'missed')
    from new_rows r join promises p on p.id = r.promise_id
    where r.outcome in ('met', 'late', 'missed') group by 1, 2, 3 order by 2, 3
    on conflict (plan_id, week) do update set met = t.met + excluded.met, late = t.late + excluded.late,
      missed = t.missed + excluded.missed;
  end if; end if;
  return null;
end $$;

create trigger tallied_kept_more after insert on occurrences referencing new table as new_rows
  for each statement execute function tally_kept();
create trigger tallied_kept_less after delete on occurrences referencing old table as old_rows
  for each statement execute function tally_kept();
create trigger tallied_kept_anew after update on occurrences referencing old table as old_rows new table as new_rows
  for each statement execute function tally_kept();

-- For whoever does not see everything, counted of what they see.
create view seen.kept_tallies with (security_invoker) as
  select o.organisation_id, p.plan_id, public.week_of(o.by_day) as week,
    (count(*) filter (where o.outcome = 'met'))::int as met, (count(*) filter (where o.outcome = 'late'))::int as late,
    (count(*) filter (where o.outcome = 'missed'))::int as missed
  from public.occurrences o join public.promises p on p.id = o.promise_id
  where o.outcome in ('met', 'late', 'missed') group by 1, 2, 3;
grant select on seen.kept_tallies to commsgrid_limited;

-- A view of another list than that of lines: the path of its page (plans' kept-list.ts).
alter table views add column list text check (list is null or (list ~ '^/[a-z/]+$' and plan_id is null));
