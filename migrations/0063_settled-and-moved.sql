-- commitments: what was said of many occurrences at once can be taken back at once, and what a calendar closed opens again.

-- Under which act it was settled (with the others of a list that was ticked); taking that act back finds them by it.
alter table occurrences add column settling_id uuid;
create index occurrences_of_settling on occurrences (settling_id) where settling_id is not null;

-- Its calendar has it no more, so that nobody could do it; it opens again where the calendar has it again.
alter table occurrences add column closed_by_calendar boolean not null default false;

-- What was shown with an answer that was taken back is not shown any more, and is kept.
alter table evidence add column settling_id uuid;
alter table evidence add column taken_back_at timestamptz;
create index evidence_of_settling on evidence (settling_id) where settling_id is not null;
-- taken back for one of many, it is not shown with that one any more
grant delete on evidence_of to commsgrid_member;
