-- comments and attachments: what people say of a record, and what they put with it. They know records by kind and id, so
-- that every capability can have them; a record that is taken out keeps both until it is put back.

create table comments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  subject_kind text not null,
  subject_id uuid not null,
  -- What the record was called, and where it is: for those who are told of the comment elsewhere.
  subject_title text not null,
  subject_href text not null,
  body text not null check (length(trim(body)) between 1 and 5000),
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  removed_at timestamptz,
  removed_by text,
  unique (organisation_id, id)
);
create index comments_of_subject on comments (organisation_id, subject_kind, subject_id, at);
call belongs_to_organisation('comments', 'select, insert, update');

create table mentions (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  comment_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (comment_id, account_id),
  foreign key (organisation_id, comment_id) references comments (organisation_id, id) on delete cascade
);
create index mentions_of_account on mentions (organisation_id, account_id, at desc);
create index mentions_unseen on mentions (organisation_id, account_id) where seen_at is null;
call belongs_to_organisation('mentions', 'select, insert, update');

create table attachments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  subject_kind text not null,
  subject_id uuid not null,
  -- The content, kept once however often it is put with something.
  file_id uuid not null,
  name text not null check (length(trim(name)) between 1 and 200),
  media_type text not null,
  -- Bytes.
  size int not null,
  added_by text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by text,
  unique (organisation_id, id),
  foreign key (organisation_id, file_id) references files (organisation_id, id)
);
create index attachments_of_subject on attachments (organisation_id, subject_kind, subject_id, added_at);
call belongs_to_organisation('attachments', 'select, insert, update');
