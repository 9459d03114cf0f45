-- commitments: how far promises were kept is counted from an index alone, and who heard nothing from what was missed.

-- Whose it is and whether it had been missed, so that a year is counted without a look at any row.
drop index occurrences_by_day;
create index occurrences_by_day on occurrences (organisation_id, by_day, promise_id)
  include (outcome, missed_from, from_day, commitment_id, was_missed);

-- The few misses that somebody said, beside those that only the day says (occurrences_open).
create index occurrences_said_missed on occurrences (organisation_id, by_day, promise_id) where outcome = 'missed';
-- When something that was promised was last done.
create index occurrences_done on occurrences (promise_id, (coalesce(done_on, by_day))) where outcome in ('met', 'late');

create index commitments_for on commitments (for_id) where for_id is not null;
create index commitments_ended on commitments (organisation_id) where ended_on is not null;
