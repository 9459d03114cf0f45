-- commitments: calendars and Today are read from indexes alone.

-- A window is told from a single day by its first one, and whose it is by its commitment: a month of two thousand rows is
-- counted without a look at any of them.
drop index occurrences_by_day;
create index occurrences_by_day on occurrences (organisation_id, by_day, promise_id) include (outcome, missed_from, from_day);
drop index occurrences_of_promise;
create index occurrences_of_promise on occurrences (promise_id, by_day) include (outcome, missed_from, from_day, commitment_id);

-- Windows that go on behind the days that somebody looks at: a quarter, a year. Shorter ones end in the month after.
create index occurrences_of_long on occurrences (organisation_id, from_day, by_day, promise_id) include (outcome, missed_from)
  where by_day - from_day > 31;
