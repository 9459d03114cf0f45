-- organisations, access: who there is and who may come in.

create table organisations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 120),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  time_zone text not null default 'Europe/London',
  created_at timestamptz not null
);

create table accounts (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(trim(name)) between 1 and 120),
  password_hash text,
  password_changed_at timestamptz,
  created_at timestamptz not null
);

create table memberships (
  organisation_id uuid not null references organisations on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  role text not null check (role in ('administrator', 'editor', 'viewer')),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, account_id)
);
create index memberships_by_account on memberships (account_id);

create table sessions (
  token_hash bytea primary key,
  account_id uuid not null references accounts on delete cascade,
  organisation_id uuid references organisations on delete cascade,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_account on sessions (account_id);
create index sessions_by_expiry on sessions (expires_at);

create table one_time_links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('first-account', 'join')),
  account_id uuid references accounts on delete cascade,
  organisation_id uuid references organisations on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Kept by digest, so that the table names nobody who mistyped.
create table sign_in_failures (
  id bigint generated always as identity primary key,
  who bytea not null,
  whence bytea not null,
  at timestamptz not null
);
create index sign_in_failures_by_who on sign_in_failures (who, at);
create index sign_in_failures_by_whence on sign_in_failures (whence, at);

-- Needed before the organisation is known (the owner reads them across organisations); from inside, only one's own.
alter table organisations enable row level security;
create policy own_organisation on organisations to commsgrid_member using (id = current_organisation());
grant select, update (name, colour, time_zone) on organisations to commsgrid_member;

alter table memberships enable row level security;
create policy own_organisation on memberships to commsgrid_member
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
grant select, insert, update (role, ended_at) on memberships to commsgrid_member;

alter table accounts enable row level security;
create policy own_organisation on accounts to commsgrid_member
  using (exists (select from memberships m where m.account_id = accounts.id));
-- Whether somebody has chosen a password, and when, is shown to their administrator; the password's hash never is.
grant select (id, email, name, password_changed_at) on accounts to commsgrid_member;
