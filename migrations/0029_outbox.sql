-- platform/mail: the one outbox, what became of every message in it, and the server that it goes out by (docs/decisions/0021).

-- A message to one person, kept with the record of what became of it. Its words go when they are no longer needed.
create table messages (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- Which of the declared kinds: "daily-message". Its purpose stands with the declaration.
  kind text not null,
  -- Whom it is for, kept to answer "did you write to me, and what became of it". Personal.
  to_name text not null,
  to_address text not null,
  -- The person of the register, where there is one: so that what was written to them is found again, and erased with them.
  person_id uuid,
  -- An address that somebody reads. May be a person's own.
  reply_to text,
  subject text not null,
  -- Null once the words were removed. May say anything of anybody.
  text text,
  -- Parts of the text that are the addressee's alone (links that open something): not shown, and gone once it arrived.
  secrets text[] not null default '{}',
  lang text not null default 'en',
  -- The record that it is about.
  about_kind text,
  about_id text,
  urgent boolean not null default false,
  -- A second message with the same key is not made.
  once text,
  put_at timestamptz not null,
  -- From when it may go, and when it is given up.
  due_at timestamptz not null,
  give_up_at timestamptz not null,
  next_try_at timestamptz not null,
  -- waiting: to be handed over, again or for the first time; handed-over: an attempt is in hand; accepted: the server took
  -- it; refused: for good; given-up: nothing came of two days; unknown: the server's answer was never seen.
  state text not null default 'waiting'
    check (state in ('waiting', 'handed-over', 'accepted', 'refused', 'given-up', 'unknown')),
  attempts int not null default 0,
  begun_at timestamptz,
  -- Its Message-ID, kept over attempts: replies and bounces name it.
  message_header_id text,
  -- When it came to the state that it is in, and the last words of the server or of us about it.
  settled_at timestamptz,
  problem text,
  answer text,
  -- Who asked for it to be sent again, until it is.
  asked_by text,
  unique (organisation_id, id),
  unique (organisation_id, once)
);
create index messages_due on messages (organisation_id, urgent desc, next_try_at) where state = 'waiting';
create index messages_in_hand on messages (organisation_id, begun_at) where state = 'handed-over';
create index messages_by_state on messages (organisation_id, state, put_at desc, id desc);
create index messages_by_time on messages (organisation_id, put_at desc, id desc);
create index messages_by_address on messages (organisation_id, to_address, put_at desc, id desc);
create index messages_about on messages (organisation_id, about_kind, about_id, put_at desc) where about_id is not null;
create index messages_to_person on messages (organisation_id, person_id, put_at desc) where person_id is not null;
create index messages_with_words on messages (organisation_id, settled_at) where text is not null and state <> 'waiting';
call belongs_to_organisation('messages', 'select, insert, update');

-- Written down before anything leaves, and completed with what came of it: one without an end may have arrived.
create table message_attempts (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  message_id uuid not null,
  number int not null check (number > 0),
  begun_at timestamptz not null,
  ended_at timestamptz,
  -- The server, as host:port, and the envelope that it was given.
  server text,
  envelope_from text,
  envelope_to text,
  -- accepted, refused, later (to be tried again), unreachable (nothing was handed over), unknown.
  outcome text check (outcome in ('accepted', 'refused', 'later', 'unreachable', 'unknown')),
  -- What went wrong in one word ("certificate"), for the sentence that says what to do; and the server's own words.
  problem text,
  answer text,
  -- Who asked for it, where a person did.
  asked_by text,
  primary key (organisation_id, message_id, number),
  foreign key (organisation_id, message_id) references messages (organisation_id, id) on delete cascade
);
call belongs_to_organisation('message_attempts', 'select, insert, update');

-- Messages of no organisation, such as a new password's: read by nobody through the pages.
create table installation_messages (
  like messages including defaults including constraints,
  -- Whose account, so that a body which is the only one they work for may lend its server.
  account_id uuid references accounts on delete cascade,
  primary key (id),
  unique (once)
);
alter table installation_messages drop column organisation_id;
create index installation_messages_due on installation_messages (next_try_at) where state = 'waiting';
create index installation_messages_in_hand on installation_messages (begun_at) where state = 'handed-over';

create table installation_message_attempts (
  like message_attempts including defaults including constraints,
  primary key (message_id, number),
  foreign key (message_id) references installation_messages (id) on delete cascade
);
alter table installation_message_attempts drop column organisation_id;

-- An organisation's own server and sender; what the environment says wins. Secrets are sealed with a key that is derived
-- from the installation's signing secret.
create table mail_settings (
  organisation_id uuid primary key default current_organisation() references organisations on delete cascade,
  host text,
  port int,
  security text check (security in ('starttls', 'tls', 'none')),
  user_name text,
  password_sealed bytea,
  from_name text,
  from_address text,
  reply_to text,
  -- Where the servers of others send what they could not deliver; the sender's address where it is null.
  bounce_address text,
  dkim_domain text,
  dkim_selector text,
  dkim_key_sealed bytea,
  dkim_public text,
  dkim_signs boolean not null default false,
  version int not null default 1,
  changed_at timestamptz not null
);
call belongs_to_organisation('mail_settings', 'select, insert, update, delete');

-- Stands while the server cannot be reached or lets nobody in: nothing is tried before its time. Gone once mail goes out.
create table mail_stoppages (
  organisation_id uuid primary key default current_organisation() references organisations on delete cascade,
  since timestamptz not null,
  next_try_at timestamptz not null,
  tries int not null,
  problem text not null,
  answer text not null
);
call belongs_to_organisation('mail_stoppages', 'select, insert, update, delete');

-- Said to administrators on every page, so it stands in the row that every request reads.
alter table organisations add column mail_is_set_up boolean not null default false;
alter table organisations add column mail_is_stopped boolean not null default false;
grant update (mail_is_set_up, mail_is_stopped) on organisations to commsgrid_member;
