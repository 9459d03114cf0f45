-- plans: a file that takes longer to write than a person waits for a page is written by a job, and kept for a day.

create table export_files (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- Whose it is: nobody else sees it.
  made_by uuid not null,
  -- The plan that was asked for; null for lines of several plans.
  plan_id uuid,
  -- What was asked for, in the words of an address: {"state": "complete", "sort": "owner"}.
  said jsonb not null,
  format text not null,
  lines int not null,
  -- waiting: to be written; made: it lies here; unable: it needs more time or memory than there is.
  status text not null default 'waiting' check (status in ('waiting', 'made', 'unable')),
  name text not null default '',
  content bytea,
  asked_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade
);
create index export_files_by_maker on export_files (organisation_id, made_by, asked_at desc);
call belongs_to_organisation('export_files', 'select, insert, update, delete');
