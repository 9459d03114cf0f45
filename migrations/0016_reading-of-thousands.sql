-- imports: a reading of thousands of lines stays as quick as one of fifty: what its pages count is counted as it changes,
-- and what its lines are found by stands beside them.

alter table readings
  -- Doubts that nobody settled, the lines they stand in, and the lines in which an owner is to be settled.
  add column doubts int not null default 0,
  add column doubtful_lines int not null default 0,
  add column owner_doubts int not null default 0;

alter table reading_lines
  add column section text not null generated always as (left(coalesce(line ->> 'section', ''), 300)) stored,
  -- All that the line says, in small letters, a space between words.
  add column words text not null default '';

-- How many lines of a reading ask the very same.
create table doubt_tallies (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  reading_id uuid not null,
  field text not null,
  reason text not null,
  question text not null generated always as (md5(field || chr(10) || reason)) stored,
  lines int not null,
  primary key (reading_id, question),
  foreign key (organisation_id, reading_id) references readings (organisation_id, id) on delete cascade
);
call belongs_to_organisation('doubt_tallies', 'select, insert, update, delete');

-- The tables are ours, and we see all rows of them for the moment.
alter table reading_lines no force row level security;
alter table readings no force row level security;
alter table doubt_tallies no force row level security;
update readings r set doubts = d.doubts, doubtful_lines = d.lines, owner_doubts = d.owners
from (
  select reading_id, sum(doubts) as doubts, count(*) filter (where doubts > 0) as lines,
    count(*) filter (where line -> 'doubts' @> '[{"field": "owner"}]') as owners
  from reading_lines group by 1
) d
where r.id = d.reading_id;
insert into doubt_tallies (organisation_id, reading_id, field, reason, lines)
select organisation_id, reading_id, doubt ->> 'field', doubt ->> 'reason', count(*)
from reading_lines, jsonb_array_elements(line -> 'doubts') as doubt
where doubts > 0 group by 1, 2, 3, 4;
update reading_lines l set words = coalesce((
  select lower(regexp_replace(string_agg(word, ' '), '\s+', ' ', 'g')) from (
    select value as word from jsonb_each_text(l.line - array['at', 'doubts', 'other', 'schedules', 'suggestions', 'pairs', 'owners', 'costs', 'taken', 'stateFrom', 'printed', 'shades', 'parts', 'state'])
    union all select value from jsonb_each_text(l.line -> 'other')
  ) said
), '');
alter table doubt_tallies force row level security;
alter table readings force row level security;
alter table reading_lines force row level security;

do $do$
declare one record;
begin
  for one in select * from (values
    ('add', 'insert', 'new table as new_lines', 'select *, 1 as moved from new_lines'),
    ('take', 'delete', 'old table as old_lines', 'select *, -1 as moved from old_lines'),
    ('move', 'update', 'old table as old_lines new table as new_lines',
      'select *, 1 as moved from new_lines union all select *, -1 from old_lines')
  ) as way (name, act, tables, source) loop
    execute format($make$
      create function %1$I() returns trigger language plpgsql as $body$
      begin
        update readings r set doubts = r.doubts + d.doubts, doubtful_lines = r.doubtful_lines + d.lines,
          owner_doubts = r.owner_doubts + d.owners
        from (
          select reading_id, sum(moved * doubts) as doubts,
            coalesce(sum(moved) filter (where doubts > 0), 0) as lines,
            coalesce(sum(moved) filter (where line -> 'doubts' @> '[{"field": "owner"}]'), 0) as owners
          from (%2$s) m group by 1
        ) d
        where r.id = d.reading_id and (d.doubts, d.lines, d.owners) <> (0, 0, 0);
        insert into doubt_tallies as t (organisation_id, reading_id, field, reason, lines)
        select m.organisation_id, m.reading_id, doubt ->> 'field', doubt ->> 'reason', sum(moved)
        from (%2$s) m
        join readings r on r.id = m.reading_id
        cross join jsonb_array_elements(m.line -> 'doubts') as doubt
        where m.doubts > 0
        group by 1, 2, 3, 4 having sum(moved) <> 0
        on conflict (reading_id, question) do update set lines = t.lines + excluded.lines;
        return null;
      end $body$
    $make$, one.name || '_doubts', one.source);
    execute format(
      'create trigger %1$s after %2$s on reading_lines referencing %3$s for each statement execute function %1$s()',
      one.name || '_doubts', one.act, one.tables
    );
  end loop;
end $do$;
