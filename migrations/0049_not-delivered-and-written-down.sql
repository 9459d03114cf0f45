-- asking: a message that did not arrive asked nobody; an answer that was given by telephone or in person is written down.

-- Why somebody was told: silent, not-theirs, nobody, undelivered. What they were told first keeps no later thing from them.
alter table requests add column told_why text;
-- The last message that it stood in did not arrive, and why: refused, bounced, given-up. Until it goes to somebody anew.
alter table requests add column lost_in uuid;
alter table requests add column lost_why text check (lost_why in ('refused', 'bounced', 'given-up'));
alter table requests add foreign key (organisation_id, lost_in) references request_messages (organisation_id, id)
  on delete set null (lost_in);
-- Since when whoever is asked now could know of it, where that is not when it was asked: silence counts from then.
alter table requests add column anew_at timestamptz;
create index requests_lost on requests (lost_in) where lost_in is not null;

-- Who wrote an answer down that they were given by another way than the link; '' where nobody did.
-- Personal data: an answer is worth what is known of who gave it and who wrote it down.
alter table request_updates add column written_by_id uuid;
alter table request_updates add column written_by text not null default '';
-- By which way it was given (telephone, person, other), and on which day.
alter table request_updates add column way text check (way in ('telephone', 'person', 'other'));
alter table request_updates add column said_on date;
alter table request_updates add check ((written_by = '') = (way is null) and (way is null) = (said_on is null));
