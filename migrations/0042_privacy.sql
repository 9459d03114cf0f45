-- platform/privacy: who read what is marked, and what was done for whoever asked what is known of them.

-- Once a day for each person and record: whether somebody saw it, not how often. Personal: whom to ask when it got out.
create table marked_reads (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  subject_kind text not null,
  subject_id uuid not null,
  -- As it was called then; the record may be gone when somebody asks.
  title text not null,
  account_id uuid not null,
  account_name text not null,
  day date not null,
  read_at timestamptz not null,
  -- On its page, in a list, or in a file that was given out.
  way text not null check (way in ('page', 'list', 'file')),
  primary key (organisation_id, subject_kind, subject_id, account_id, day, way)
);
create index marked_reads_by_time on marked_reads (organisation_id, read_at desc);
create index marked_reads_of_account on marked_reads (organisation_id, account_id);
call belongs_to_organisation('marked_reads', 'select, insert, update, delete');

-- That something was done for somebody, without saying whom: the reference is the organisation's own ("SAR 12/2026").
create table privacy_requests (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  kind text not null check (kind in ('access', 'erasure')),
  reference text not null,
  -- What was found or taken out, by table: {"people": 1, "messages": 12}.
  counts jsonb not null,
  done_at timestamptz not null,
  done_by text not null
);
create index privacy_requests_by_time on privacy_requests (organisation_id, done_at desc);
call belongs_to_organisation('privacy_requests', 'select, insert');

-- An answer never overwrites another, and is never changed: only its words can be taken out, with the person's.
grant update (note, name, by_name) on request_updates to commsgrid_member;
create function answers_are_only_erased() returns trigger language plpgsql as $$
begin
  if (new.note is distinct from old.note and new.note <> '(erased)')
    or (new.by_name is distinct from old.by_name and new.by_name <> '(erased)')
    or (new.name is distinct from old.name and new.name <> '')
  then raise exception 'An answer is never changed.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_erased before update of note, name, by_name on request_updates
  for each row execute function answers_are_only_erased();

-- A plan that was taken out long ago goes for good, with what was said of it and put with it, and what it was read from.
grant delete on comments, attachments, readings to commsgrid_member;
