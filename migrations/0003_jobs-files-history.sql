-- platform: jobs asked for in the transaction that caused them; files by content; what was done and by whom.

create table queued_jobs (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null,
  payload jsonb not null,
  queued_at timestamptz not null
);
alter table queued_jobs enable row level security;
create policy own_organisation on queued_jobs for insert to commsgrid_member
  with check (organisation_id = current_organisation());
grant insert on queued_jobs to commsgrid_member;

create function tell_of_queued_job() returns trigger language plpgsql as $$
begin
  perform pg_notify('queued_job', '');
  return null;
end $$;
create trigger tell_of_queued_job after insert on queued_jobs
  for each statement execute function tell_of_queued_job();

create table files (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  name text not null,
  media_type text not null,
  content bytea not null,
  sha256 bytea not null,
  stored_at timestamptz not null,
  unique (organisation_id, id)
);
create index files_by_content on files (organisation_id, sha256);
call belongs_to_organisation('files', 'select, insert, delete');

-- One chain for each record: an entry's digest covers the digest before it, so that a removed or altered entry shows.
create table history (
  id bigint generated always as identity primary key,
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  subject_kind text not null,
  subject_id uuid not null,
  number int not null check (number > 0),
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  changes jsonb not null,
  digest bytea not null,
  unique (organisation_id, subject_kind, subject_id, number)
);
call belongs_to_organisation('history', 'select, insert');

-- Nobody changes what was written down, the owner of the table included; only a whole organisation can go.
create function history_stands() returns trigger language plpgsql as $$
begin
  raise exception 'History is only ever added to.' using errcode = '42501';
end $$;
create trigger history_stands before update or truncate on history
  for each statement execute function history_stands();
