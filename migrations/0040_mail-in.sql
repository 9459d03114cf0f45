-- platform/mail/in: what comes back to an organisation's mailbox, matched to the message that it answers, for a person to
-- look at. Nothing is done on its word alone.

create table mailbox_settings (
  organisation_id uuid primary key default current_organisation() references organisations on delete cascade,
  host text not null,
  port int not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  user_name text not null,
  password_sealed bytea not null,
  folder text not null,
  -- What came before that day is nobody's business here.
  since date not null,
  -- Which messages were taken: the numbers of a mailbox mean something while its identity stays the same.
  identity bigint,
  last_uid bigint not null default 0,
  looked_at timestamptz,
  -- What kept us from it at the last look, in one word and in the server's; null once it could be read.
  trouble text,
  answer text,
  troubled_since timestamptz,
  version int not null default 1,
  changed_at timestamptz not null
);
call belongs_to_organisation('mailbox_settings', 'select, insert, update, delete');

create table incoming_messages (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  identity bigint not null,
  uid bigint not null,
  kind text not null check (kind in ('reply', 'bounce', 'delay', 'automatic', 'other')),
  -- Its own Message-ID; the same message given to the mailbox twice is taken once.
  header_id text,
  -- Personal: who wrote, what they wrote. Kept so that somebody can look at it, and removed after that.
  from_name text not null,
  from_address text not null,
  subject text not null,
  -- Their own words, and those with all that they quote; null once they were removed.
  words text,
  whole text,
  -- What servers say became of a message: [{"address", "action", "status", "said"}].
  reports jsonb not null default '[]',
  files text[] not null default '{}',
  -- There is more of it in the mailbox than was taken.
  cut boolean not null default false,
  came_at timestamptz not null,
  taken_at timestamptz not null,
  -- The message that it answers, and what tells: its Message-ID for certain, the address only likely.
  answers_id uuid,
  matched_by text check (matched_by in ('message-id', 'address')),
  looked_at timestamptz,
  looked_at_by text,
  note text not null default '',
  unique (organisation_id, id),
  unique (organisation_id, identity, uid),
  foreign key (organisation_id, answers_id) references messages (organisation_id, id) on delete set null (answers_id)
);
create unique index incoming_messages_once on incoming_messages (organisation_id, header_id) where header_id is not null;
create index incoming_messages_new on incoming_messages (organisation_id, came_at desc, id desc) where looked_at is null;
create index incoming_messages_by_time on incoming_messages (organisation_id, came_at desc, id desc);
create index incoming_messages_of_message on incoming_messages (answers_id);
create index incoming_messages_with_words on incoming_messages (organisation_id, looked_at) where words is not null;
call belongs_to_organisation('incoming_messages', 'select, insert, update');

-- What comes back names messages by these.
create index messages_by_header_id on messages (organisation_id, message_header_id) where message_header_id is not null;
create index messages_to_address on messages (organisation_id, lower(to_address), put_at desc);
