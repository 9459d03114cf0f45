-- imports: a document given in, what was understood of it, what a person put right, and the plan it became.

create table readings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  file_id uuid not null,
  status text not null check (status in ('waiting', 'reading', 'read', 'unreadable', 'accepted', 'discarded')),
  -- Why it could not be read, in a sentence for the person who gave it in.
  problem text,
  -- The whole reading, in the form of src/reading/reading.ts.
  reading jsonb,
  corrections jsonb not null default '{"columns": [], "cells": []}',
  -- Counts the corrections; a reading that was made for fewer of them is not the latest.
  version int not null default 1,
  read_version int not null default 0,
  milliseconds int,
  plan_id uuid,
  given_by text not null,
  given_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, file_id) references files (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete set null (plan_id)
);
create index readings_by_time on readings (organisation_id, given_at desc);
call belongs_to_organisation('readings', 'select, insert, update');
