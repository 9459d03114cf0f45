-- asking: what is asked of people, with or without an account; the one daily message that it goes in; what they answered.

create table requests (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- Declared by the capability that asks, with what an answer does.
  kind text not null,
  what text not null check (length(trim(what)) between 1 and 300),
  -- Of a person, or of an owner of the register: then of whoever is meant by that name on the day.
  person_id uuid,
  owner_id uuid,
  by_day date not null,
  -- [{ key, text, hint?, note?, picks?, name? }], as the answers stood on the page when it was asked.
  choices jsonb not null,
  -- Goes at once, in a message of its own; only kinds that the capability names may be.
  urgent boolean not null default false,
  state text not null default 'open' check (state in ('open', 'answered', 'not-theirs', 'withdrawn', 'ended')),
  -- The same thing is asked once, whoever asks it how often.
  once text,
  asked_by_id uuid,
  asked_by text not null,
  asked_at timestamptz not null,
  -- The last message that it stood in: to whom, on which day, and how many there were.
  listed_to uuid,
  listed_on date,
  listed int not null default 0,
  snoozed_until date,
  snoozes int not null default 0,
  -- How often somebody said that it is another one's.
  passed int not null default 0,
  -- Personal data: whose somebody said it is, so that the lead can ask them.
  named text not null default '' check (length(named) <= 120),
  -- Who was told that nobody answered, or that nobody can be asked.
  told_id uuid,
  told_at timestamptz,
  settled_at timestamptz,
  version int not null default 1,
  check (num_nonnulls(person_id, owner_id) = 1),
  unique (organisation_id, id),
  foreign key (organisation_id, person_id) references people (organisation_id, id),
  foreign key (organisation_id, listed_to) references people (organisation_id, id),
  foreign key (organisation_id, told_id) references people (organisation_id, id),
  foreign key (organisation_id, owner_id) references owners (organisation_id, id)
);
create unique index requests_once on requests (organisation_id, once) where once is not null;
create index requests_open on requests (organisation_id, by_day, id) where state in ('open', 'not-theirs');
create index requests_by_time on requests (organisation_id, asked_at desc, id);
create index requests_of_person on requests (person_id) where person_id is not null;
create index requests_of_owner on requests (owner_id) where owner_id is not null;
call belongs_to_organisation('requests', 'select, insert, update');

-- The records that a request is about, in the order in which they were named.
create table request_records (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  request_id uuid not null,
  position int not null,
  kind text not null,
  record_id uuid not null,
  title text not null check (length(title) <= 300),
  href text not null,
  -- OFFICIAL-SENSITIVE when it was asked: its title leaves for nobody who has not signed in.
  sensitive boolean not null default false,
  -- It was taken out since; a request of which all are is over.
  gone boolean not null default false,
  primary key (request_id, record_id),
  foreign key (organisation_id, request_id) references requests (organisation_id, id) on delete cascade
);
create index request_records_of_record on request_records (organisation_id, kind, record_id);
call belongs_to_organisation('request_records', 'select, insert, update (gone)');
call seen_where('request_records', $$case kind
  when 'plan' then record_id = any ((select plans_seen(false))::uuid[])
  when 'line' then exists (select from lines l where l.id = record_id)
  else true end$$);

-- What was said to a request; only ever added to.
create table request_updates (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  request_id uuid not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('answer', 'not-mine', 'later')),
  choice text not null default '',
  note text not null default '' check (length(note) <= 5000),
  -- Of the records, those that the answer is about; null where it is about all of them.
  picked uuid[],
  -- Personal data: whose it is instead, as it was typed, so that whoever decides can ask them.
  name text not null default '' check (length(name) <= 120),
  -- Asked again on.
  until date,
  by_id uuid,
  -- Personal data: who answered, which is what an answer is worth; '' of nobody.
  by_name text not null,
  by_link boolean not null default true,
  at timestamptz not null,
  -- When what it does was done, so that it is done once.
  done_at timestamptz,
  unique (organisation_id, id),
  unique (request_id, number),
  foreign key (organisation_id, request_id) references requests (organisation_id, id) on delete cascade
);
call belongs_to_organisation('request_updates', 'select, insert, update (done_at)');

-- What was sent to somebody: the one message of a day, or one that could not wait (no day).
create table request_messages (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  person_id uuid not null,
  day date,
  made_at timestamptz not null,
  unique (organisation_id, id),
  unique (organisation_id, person_id, day),
  foreign key (organisation_id, person_id) references people (organisation_id, id) on delete cascade
);
call belongs_to_organisation('request_messages', 'select, insert');

create table request_entries (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  message_id uuid not null,
  request_id uuid not null,
  -- new, soon, today, late, again, waiting; silent, passed-on, nobody: somebody else's, which they are told of
  why text not null,
  primary key (message_id, request_id),
  foreign key (organisation_id, message_id) references request_messages (organisation_id, id) on delete cascade,
  foreign key (organisation_id, request_id) references requests (organisation_id, id) on delete cascade
);
create index request_entries_of_request on request_entries (request_id);
call belongs_to_organisation('request_entries', 'select, insert');

-- By which somebody without an account answers what a message asked of them. Found by its token before the organisation is
-- known; stored by digest, so that the table opens nothing.
create table request_links (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  message_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  foreign key (organisation_id, message_id) references request_messages (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references people (organisation_id, id) on delete cascade
);
create index request_links_of_person on request_links (organisation_id, person_id, made_at desc);
alter table request_links enable row level security;
create policy own_organisation on request_links to commsgrid_member
  using (organisation_id = (select current_organisation())) with check (organisation_id = current_organisation());
grant select (id, organisation_id, message_id, person_id, made_at, expires_at, revoked_at, revoked_by),
  insert, update (revoked_at, revoked_by) on request_links to commsgrid_member;

-- How an organisation asks; without a row, as the program says.
create table asking_settings (
  organisation_id uuid primary key default current_organisation() references organisations on delete cascade,
  -- The hour from which the daily message goes.
  hour int not null check (hour between 0 and 23),
  -- Working days: before it is due, and after.
  remind_before int not null check (remind_before between 0 and 20),
  remind_after int[] not null check (cardinality(remind_after) <= 5),
  tell_after int not null check (tell_after between 1 and 40),
  snoozes int not null check (snoozes between 0 and 10),
  version int not null default 1
);
call belongs_to_organisation('asking_settings', 'select, insert, update');
