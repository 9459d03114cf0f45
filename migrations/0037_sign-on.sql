-- access: sign-on by OpenID Connect, each organisation with its own provider (docs/decisions/0026).

-- The words on the button at sign-in, null where there is no sign-on; and whether its members come in by it alone.
alter table organisations
  add sign_on text check (length(trim(sign_on)) between 1 and 60),
  add sign_on_only boolean not null default false check (sign_on is not null or not sign_on_only);
grant update (sign_on, sign_on_only) on organisations to commsgrid_member;

-- An administrator who comes in with a password when the provider does not answer.
alter table memberships add emergency boolean not null default false;
grant update (emergency) on memberships to commsgrid_member;

-- When somebody first came in to the account by a sign-on: like a password, it says that the account was opened.
alter table accounts add signed_on_at timestamptz;

create table sign_ons (
  organisation_id uuid primary key default current_organisation() references organisations on delete cascade,
  issuer text not null check (length(issuer) <= 500),
  client_id text not null check (length(client_id) <= 500),
  -- The words on the button; shown at sign-in once organisations.sign_on has them.
  button text not null check (length(trim(button)) between 1 and 60),
  -- Sealed under a key derived from the signing secret (src/platform/secrets).
  sealed_secret bytea,
  -- Whether somebody whom nobody added is let in at their first sign-on.
  makes_accounts boolean not null,
  group_claim text not null check (length(group_claim) <= 200),
  -- What somebody may do who is in no mapped group; null: they do not come in.
  role_without_group text check (role_without_group in ('viewer', 'owner', 'editor', 'lead', 'administrator'))
);
call belongs_to_organisation('sign_ons', 'select, insert, update, delete');

create table sign_on_groups (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  -- As the provider says it: with Entra ID an object id.
  group_value text not null check (length(trim(group_value)) between 1 and 200),
  name text not null check (length(name) <= 120),
  role text not null check (role in ('viewer', 'owner', 'editor', 'lead', 'administrator')),
  -- Null: for the whole organisation.
  department_id uuid,
  foreign key (organisation_id, department_id) references departments (organisation_id, id) on delete cascade,
  unique nulls not distinct (organisation_id, group_value, department_id)
);
call belongs_to_organisation('sign_on_groups', 'select, insert, delete');

-- Whom the provider means. An organisation's own: what one provider says of somebody opens no other organisation.
create table sign_on_identities (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  issuer text not null,
  -- Personal data: by which the provider knows somebody, so that the right account is opened.
  subject text not null,
  account_id uuid not null,
  tied_at timestamptz not null,
  seen_at timestamptz not null,
  -- When sign-on itself ended the membership, because no group gave a role any more: it may begin it again.
  ended_at timestamptz,
  primary key (organisation_id, issuer, subject),
  unique (organisation_id, issuer, account_id),
  foreign key (organisation_id, account_id) references memberships (organisation_id, account_id) on delete cascade
);
call belongs_to_organisation('sign_on_identities', 'select, insert, update, delete');

-- Whose people are sent to whose sign-on; read before anyone is signed in. One organisation's alone in an installation.
create table sign_on_domains (
  domain text primary key check (domain = lower(domain) and length(domain) between 3 and 253),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade
);
create index sign_on_domains_by_organisation on sign_on_domains (organisation_id);
alter table sign_on_domains enable row level security;
create policy own_organisation on sign_on_domains to commsgrid_member
  using (organisation_id = (select current_organisation())) with check (organisation_id = current_organisation());
grant select, insert, delete on sign_on_domains to commsgrid_member;

-- An answer of a provider is taken once; kept until the browser's own note of it would be too old anyway.
create table used_sign_ons (
  state_hash bytea primary key,
  expires_at timestamptz not null
);
create index used_sign_ons_by_expiry on used_sign_ons (expires_at);

-- A session that a sign-on began opens that organisation alone; `sign_on_session` is the provider's own name for it.
alter table sessions
  add sign_on_of uuid references organisations on delete cascade,
  add sign_on_session text,
  add check (sign_on_of is not null or sign_on_session is null);
create index sessions_by_sign_on on sessions (sign_on_of) where sign_on_of is not null;
