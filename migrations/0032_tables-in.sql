-- platform/table-in: a table of people, areas or the like that was given in as a file, kept from its preview until it is
-- confirmed, so that what is stored is what was looked at. It goes when it was stored or discarded, or after a day.

create table given_tables (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- What its rows are: "areas", "people".
  kind text not null,
  -- Whose it is: nobody else sees it. The name is whom history names when it is stored by a job.
  given_by uuid not null,
  given_by_name text not null,
  file_name text not null,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  -- waiting: to be read by a job; read: to be looked at; unable: nothing to look at; storing: by a job; stored: done.
  status text not null check (status in ('waiting', 'read', 'unable', 'storing', 'stored')),
  -- The file, only while it waits to be read. Purpose of this and the next: to be looked at once before it is stored.
  content bytea,
  -- Its rows as they stand in it: {"columns": ["name", …], "rows": [{"number": 2, "values": ["…"]}]}.
  rows jsonb,
  -- Why there is nothing to look at, as a sentence.
  problem text not null default '',
  -- What its page shows: how many are new, changed and the same, and the first of them.
  summary jsonb,
  -- Every cell that is wrong, for the file of them.
  problems jsonb,
  -- Of all that storing it would do: done only while it would still do the same.
  digest text not null default '',
  unique (organisation_id, id)
);
create index given_tables_by_end on given_tables (organisation_id, expires_at);
call belongs_to_organisation('given_tables', 'select, insert, update, delete');
