-- commitments: Today and calendars are drawn from what stands on each day of a promise, counted as it changes.

-- What a promise takes from its line, said of it as well: of hundreds of promises nobody looks up hundreds of lines. One of a
-- clause has no line and stands without.
alter table promises
  add column line_there boolean not null default true,
  add column line_owner_id uuid;
create index promises_of_line_owner on promises (line_owner_id) where line_owner_id is not null and owner_id is null;

-- The line is held until the promise stands: whoever changes it meanwhile waits, and then finds the promise.
create function take_from_line() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
declare
  line record;
begin
  select l.state <> 'superseded' as there, l.accountable_id into line from lines l where l.id = new.line_id for share;
  new.line_there := new.line_id is null or (found and line.there);
  new.line_owner_id := line.accountable_id;
  return new;
end $$;
create trigger taken_from_line before insert or update of line_id on promises
  for each row execute function take_from_line();

create function give_to_promises() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  update promises set line_there = new.state <> 'superseded', line_owner_id = new.accountable_id where line_id = new.id;
  return null;
end $$;
create trigger given_to_promises after update of state, accountable_id on lines
  for each row when ((old.state = 'superseded') is distinct from (new.state = 'superseded')
    or old.accountable_id is distinct from new.accountable_id)
  execute function give_to_promises();

create function tell_promises_gone() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  update promises p set line_there = false, line_owner_id = null from old_rows r where p.line_id = r.id;
  return null;
end $$;
create trigger promises_told_gone after delete on lines referencing old table as old_rows
  for each statement execute function tell_promises_gone();

-- A line that comes back does so under its own identity.
create function tell_promises_back() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  update promises p set line_there = r.state <> 'superseded', line_owner_id = r.accountable_id
  from new_rows r where p.line_id = r.id;
  return null;
end $$;
create trigger promises_told_back after insert on lines referencing new table as new_rows
  for each statement execute function tell_promises_back();

-- How many occurrences of a promise end on a day, and what became of them; without what is open of commitments that had ended
-- by then. Those of one day that differ in when they begin, or count as missed, stand apart: the day that somebody looks
-- decides about both.
create table promise_days (
  organisation_id uuid not null references organisations on delete cascade,
  promise_id uuid not null,
  by_day date not null,
  from_day date not null,
  missed_from date not null,
  every int not null default 0,
  met int not null default 0,
  late int not null default 0,
  missed int not null default 0,
  excused int not null default 0,
  nothing int not null default 0,
  not_triggered int not null default 0,
  postponed int not null default 0,
  open int not null default 0,
  primary key (promise_id, by_day, from_day, missed_from),
  foreign key (organisation_id, promise_id) references promises (organisation_id, id) on delete cascade
);
create index promise_days_in_order on promise_days (organisation_id, by_day, promise_id)
  include (from_day, missed_from, every, met, late, missed, excused, nothing, not_triggered, postponed, open);
-- Windows that go on behind the days that somebody looks at, as of occurrences.
create index promise_days_of_long on promise_days (organisation_id, from_day, by_day, promise_id) include (every, met, late, open)
  where by_day - from_day > 31;
create index promise_days_open on promise_days (organisation_id, by_day, promise_id) include (missed_from, open) where open > 0;
call belongs_to_organisation('promise_days', 'select, insert, update');
call seen_where('promise_days', 'exists (select from promises p where p.id = promise_id)');

create function counts_on_its_day(outcome text, by_day date, ended_on date) returns boolean
  language sql immutable parallel safe
  return outcome is not null or ended_on is null or by_day <= ended_on;

-- One statement changes occurrences or ends commitments, never both: each trigger counts over what the other has left.
-- Commitments are held until the end of the transaction, so that none ends while its occurrences are counted.
create function count_days() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
declare
  changed text := case tg_op when 'INSERT' then 'select 1 as by, * from new_rows' when 'DELETE' then 'select -1 as by, * from old_rows'
    else 'select 1 as by, * from new_rows union all select -1, * from old_rows' end;
begin
  if tg_op = 'UPDATE' then if not exists (select from new_rows n join old_rows o on o.id = n.id
    where (n.outcome, n.by_day, n.from_day, n.missed_from) is distinct from (o.outcome, o.by_day, o.from_day, o.missed_from)) then
    return null;
  end if; end if;
  execute 'select from commitments where id in (select commitment_id from (' || changed || ') r) order by id for share';
  execute 'insert into promise_days as t (organisation_id, promise_id, by_day, from_day, missed_from,
      every, met, late, missed, excused, nothing, not_triggered, postponed, open)
    select d.* from (
      select r.organisation_id, r.promise_id, r.by_day, r.from_day, r.missed_from, sum(r.by) as every,
        coalesce(sum(r.by) filter (where r.outcome = ''met''), 0) as met,
        coalesce(sum(r.by) filter (where r.outcome = ''late''), 0) as late,
        coalesce(sum(r.by) filter (where r.outcome = ''missed''), 0) as missed,
        coalesce(sum(r.by) filter (where r.outcome = ''excused''), 0) as excused,
        coalesce(sum(r.by) filter (where r.outcome = ''nothing''), 0) as nothing,
        coalesce(sum(r.by) filter (where r.outcome = ''not-triggered''), 0) as not_triggered,
        coalesce(sum(r.by) filter (where r.outcome = ''postponed''), 0) as postponed,
        coalesce(sum(r.by) filter (where r.outcome is null), 0) as open
      from (' || changed || ') r join commitments c on c.id = r.commitment_id
      where counts_on_its_day(r.outcome, r.by_day, c.ended_on) group by 1, 2, 3, 4, 5) d
    where (d.every, d.met, d.late, d.missed, d.excused, d.nothing, d.not_triggered, d.postponed, d.open)
      <> (0, 0, 0, 0, 0, 0, 0, 0, 0) order by 2, 3, 4, 5
    on conflict (promise_id, by_day, from_day, missed_from) do update set every = t.every + excluded.every,
      met = t.met + excluded.met, late = t.late + excluded.late, missed = t.missed + excluded.missed,
      excused = t.excused + excluded.excused, nothing = t.nothing + excluded.nothing,
      not_triggered = t.not_triggered + excluded.not_triggered, postponed = t.postponed + excluded.postponed,
      open = t.open + excluded.open';
  return null;
end $$;
create trigger days_counted_more after insert on occurrences referencing new table as new_rows
  for each statement execute function count_days();
create trigger days_counted_less after delete on occurrences referencing old table as old_rows
  for each statement execute function count_days();
create trigger days_counted_anew after update on occurrences referencing old table as old_rows new table as new_rows
  for each statement execute function count_days();

-- What is open behind an end no longer counts; and does again where the end is put off or taken back.
create function count_days_to_the_end() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  insert into promise_days as t (organisation_id, promise_id, by_day, from_day, missed_from, every, open)
  select o.organisation_id, o.promise_id, o.by_day, o.from_day, o.missed_from, sum(n.many), sum(n.many)
  from occurrences o cross join lateral (select counts_on_its_day(null, o.by_day, new.ended_on)::int
    - counts_on_its_day(null, o.by_day, old.ended_on)::int as many) n
  where o.commitment_id = new.id and o.outcome is null and n.many <> 0
  group by 1, 2, 3, 4, 5 order by 2, 3, 4, 5
  on conflict (promise_id, by_day, from_day, missed_from) do update set every = t.every + excluded.every,
    open = t.open + excluded.open;
  return null;
end $$;
create trigger days_counted_to_the_end after update of ended_on on commitments
  for each row when (old.ended_on is distinct from new.ended_on) execute function count_days_to_the_end();

-- What was promised before this is counted once. The tables are ours, and we see all rows of them for the moment.
alter table promises no force row level security;
alter table lines no force row level security;
alter table commitments no force row level security;
alter table occurrences no force row level security;
alter table promise_days no force row level security;
update promises p set line_there = l.state <> 'superseded', line_owner_id = l.accountable_id
from lines l where l.id = p.line_id;
update promises p set line_there = false where line_id is not null and not exists (select from lines l where l.id = p.line_id);
insert into promise_days (organisation_id, promise_id, by_day, from_day, missed_from,
  every, met, late, missed, excused, nothing, not_triggered, postponed, open)
select o.organisation_id, o.promise_id, o.by_day, o.from_day, o.missed_from, count(*), count(*) filter (where o.outcome = 'met'),
  count(*) filter (where o.outcome = 'late'), count(*) filter (where o.outcome = 'missed'),
  count(*) filter (where o.outcome = 'excused'), count(*) filter (where o.outcome = 'nothing'),
  count(*) filter (where o.outcome = 'not-triggered'), count(*) filter (where o.outcome = 'postponed'),
  count(*) filter (where o.outcome is null)
from occurrences o join commitments c on c.id = o.commitment_id
where counts_on_its_day(o.outcome, o.by_day, c.ended_on) group by 1, 2, 3, 4, 5;
alter table promises force row level security;
alter table lines force row level security;
alter table commitments force row level security;
alter table occurrences force row level security;
alter table promise_days force row level security;
