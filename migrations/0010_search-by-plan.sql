-- plans: the index of words knows the plan too, and keeps little waiting.
--
-- A search in one plan read the lines of every plan of its organisation that had the words (half of them for nothing).
-- Words of changed lines wait in a list that every search reads whole: at its usual 4 MB that took 2 ms of each search
-- until the next clean-up; at 128 KB it is gone through in no time.

drop index lines_by_words;
create index lines_by_words on lines using gin (organisation_id, plan_id, words) with (gin_pending_list_limit = 128);
