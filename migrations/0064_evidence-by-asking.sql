-- asking, commitments: evidence by asking, concerns told back, and what people are told that asks nothing of them.

-- What an answer is made of besides its choice, as the fields stood on the page: [{ name, label, hint?, as }].
alter table requests add column fields jsonb not null default '[]';
-- What was put into them, [{ name, value }]; and the day on which it was done, where the choice asks for that.
alter table request_updates
  add column said jsonb not null default '[]',
  add column done_on date;
grant update (said) on request_updates to commsgrid_member;

-- The line, or the plan, whose words its title shows, where it is another record.
alter table request_records add column of_id uuid;
create index request_records_of on request_records (of_id) where of_id is not null;

-- What somebody is told in their next daily message that asks nothing of them: a heading, its lines, where it leads.
create table tidings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  person_id uuid not null,
  title text not null check (length(trim(title)) between 1 and 300),
  lines text[] not null default '{}' check (cardinality(lines) <= 40),
  href text not null,
  -- After this day it is stale, and not told any more.
  until date not null,
  -- The same thing is told once, whoever tells it how often.
  once text not null,
  made_at timestamptz not null,
  -- The message that it stood in; null: it waits for the next one.
  message_id uuid,
  unique (organisation_id, once),
  foreign key (organisation_id, person_id) references people (organisation_id, id) on delete cascade,
  foreign key (organisation_id, message_id) references request_messages (organisation_id, id) on delete cascade
);
create index tidings_to_tell on tidings (organisation_id, until) where message_id is null;
create index tidings_of_person on tidings (person_id);
create index tidings_of_message on tidings (message_id) where message_id is not null;
call belongs_to_organisation('tidings', 'select, insert, update (message_id), delete');

-- Since when whoever does it knows that they are asked: what was asked stands, though its series changes meanwhile.
alter table occurrences add column asked_on date;
create index occurrences_to_ask on occurrences (organisation_id, coalesce(pace, by_day)) where outcome is null and asked_on is null;

-- Who passed it on, where they are in the directory, and can be asked to tell the answer back; who did tell it.
alter table concerns
  add column raised_by_id uuid,
  add column told_by text not null default '',
  add foreign key (organisation_id, raised_by_id) references people (organisation_id, id);
create index concerns_of_promise on concerns (promise_id);
create index concerns_of_owner on concerns (owner_id) where owner_id is not null;
create index concerns_by_time on concerns (organisation_id, raised_at desc, id);

-- The Monday of the last week of which those who lead were told, so that a week is told once, also where it had nothing.
create table commitment_digests (
  organisation_id uuid primary key default current_organisation() references organisations on delete cascade,
  week date not null
);
call belongs_to_organisation('commitment_digests', 'select, insert, update (week)');
