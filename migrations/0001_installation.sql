-- platform: what the installation keeps for itself, and how an organisation's rows are told apart.

create extension if not exists btree_gin; -- an organisation and its words in one index

create table migrations (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null
);

-- The secret that signs cookies and links lives with the data, so that several machines share it.
create table installation (
  only_row boolean primary key default true check (only_row),
  signing_secret text not null,
  created_at timestamptz not null
);

grant usage on schema public to commsgrid_member, commsgrid_search;

-- The organisation that the transaction was bound to; null outside one, which matches no row.
create function current_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('commsgrid.organisation', true), '')::uuid;

-- Asked before each commit: a transaction that left its role or its organisation is undone.
create function still_inside(organisation text) returns void
  language plpgsql as $$
begin
  if current_user <> 'commsgrid_member' or current_setting('commsgrid.organisation', true) is distinct from organisation then
    raise exception 'The transaction left its organisation or its role; all of it was undone.' using errcode = '42501';
  end if;
end $$;

-- Puts a table of organisation data behind row-level security. Called by every migration that makes one.
-- The policy is for the member role alone: to the account that owns the tables every row is hidden.
create procedure belongs_to_organisation(which regclass, rights text)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', which);
  execute format('alter table %s force row level security', which);
  execute format('create policy own_organisation on %s to commsgrid_member
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())', which);
  execute format('grant %s on %s to commsgrid_member', rights, which);
end $$;
