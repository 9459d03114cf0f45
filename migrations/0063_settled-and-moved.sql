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

-- Hundreds of thousands of dates are written down at once: identifiers that come one after the other go to the end of an
-- index, those by chance all over it. Otherwise like any other: 74 of its bits are by chance.
create function id_in_order() returns uuid language sql volatile parallel safe as $$
  select encode(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 'hex')::uuid $$;
alter table occurrences alter column id set default id_in_order();
-- its commitment is of the same organisation, and goes with it: asked for each row, it was an eighth of the whole writing
alter table occurrences drop constraint occurrences_organisation_id_fkey;
