-- organisations and imports: other names of owners, which of them became one, and whom the cells of a document name.

alter table owners
  -- Other names under which documents mean the same owner.
  add column also_called text[] not null default '{}',
  -- With whom it became one; it answers for nothing from then on.
  add column merged_into uuid,
  add foreign key (organisation_id, merged_into) references owners (organisation_id, id);

-- Two owners that were the same. What followed is told so exactly that it can be put back.
create table owner_merges (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  from_id uuid not null,
  into_id uuid not null,
  -- What the one that stayed was also called before, and what each capability that keeps something under owners moved.
  also_called text[] not null,
  moved jsonb not null,
  -- How the two stood afterwards: what was changed since is not put back over.
  from_version int not null,
  into_version int not null,
  merged_by text not null,
  merged_at timestamptz not null,
  foreign key (organisation_id, from_id) references owners (organisation_id, id) on delete cascade,
  foreign key (organisation_id, into_id) references owners (organisation_id, id) on delete cascade
);
create index owner_merges_from on owner_merges (from_id, merged_at desc);
call belongs_to_organisation('owner_merges', 'select, insert, delete');

create index lines_by_accountable on lines (organisation_id, accountable_id) where accountable_id is not null;

-- What people said of the owners that a document names: who each is, and who of a cell is accountable and contributes.
alter table readings add column owner_answers jsonb not null default '{"names": {}, "cells": {}}';
