-- imports: a document given in, what was understood of it, what a person put right, and the plan it became.

create table readings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- The document itself; gone with what was read of it when the reading is discarded.
  file_id uuid,
  file_name text not null,
  -- Bytes.
  file_size int not null,
  status text not null check (status in ('waiting', 'read', 'unreadable', 'accepted', 'discarded')),
  -- Why it could not be read, in a sentence for the person who gave it in.
  problem text,
  -- The reading in the form of src/reading/reading.ts, in three parts by how it is looked at: what every page of it
  -- shows (the document, its tables' columns, counts), what stands beside the lines (clauses, registers, remainder),
  -- and the lines, which are rows of reading_lines.
  outline jsonb,
  beside jsonb,
  corrections jsonb not null default '{"columns": [], "cells": []}',
  -- Doubts that a person answered by agreeing: [{"table": 0, "row": 4, "field": "when", "reason": "..."}]
  settled jsonb not null default '[]',
  -- Counts the corrections; a reading that was made for fewer of them is not the latest.
  version int not null default 1,
  read_version int not null default 0,
  milliseconds int,
  plan_id uuid,
  given_by text not null,
  given_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, file_id) references files (organisation_id, id) on delete set null (file_id),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete set null (plan_id)
);
create index readings_by_time on readings (organisation_id, given_at desc);
create index readings_by_file on readings (organisation_id, file_id);
call belongs_to_organisation('readings', 'select, insert, update');

-- One for each line as read, so that a page of fifty costs the same in a document of thousands.
create table reading_lines (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  reading_id uuid not null,
  position int not null,
  -- Where in the document: the table and the first row.
  table_number int not null,
  row_number int not null,
  -- Doubts that nobody settled yet.
  doubts int not null,
  line jsonb not null,
  primary key (reading_id, position),
  foreign key (organisation_id, reading_id) references readings (organisation_id, id) on delete cascade
);
create index reading_lines_by_place on reading_lines (reading_id, table_number, row_number);
create index reading_lines_in_doubt on reading_lines (reading_id, position) where doubts > 0;
call belongs_to_organisation('reading_lines', 'select, insert, update, delete');
