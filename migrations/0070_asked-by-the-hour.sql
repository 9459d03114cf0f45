-- asking: what is asked by an hour, and what nobody ever answered.

-- Where an hour was promised: the moment. The day of it stands in by_day.
alter table requests add column by_at timestamptz;

-- unanswered: somebody was told of the silence, and months later nobody had answered still. What it was about stands as it is.
alter table requests drop constraint requests_state_check;
alter table requests add constraint requests_state_check
  check (state in ('open', 'answered', 'not-theirs', 'withdrawn', 'ended', 'unanswered'));
create index requests_unanswered on requests (organisation_id, settled_at) where state = 'unanswered';

-- Months after which what nobody answers is closed.
alter table asking_settings add column close_after int not null default 3 check (close_after between 1 and 24);
