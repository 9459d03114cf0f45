-- imports: an edition of thousands of lines is taken back by a job, as it was worked in by one.

-- undoing: it was accepted, and is being taken back out of its plan.
alter table merges drop constraint merges_status_check,
  add constraint merges_status_check
    check (status in ('waiting', 'made', 'unable', 'accepting', 'accepted', 'undoing'));
