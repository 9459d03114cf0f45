-- access: second factors, links by e-mail, sessions that can be seen and ended, the history of signing in.

-- What an organisation asks of those who sign in for it. Without a row, what rules/sign-in-rules.ts says.
create table sign_in_rules (
  organisation_id uuid primary key default current_organisation() references organisations on delete cascade,
  second_factor_required boolean not null,
  links_allowed boolean not null,
  idle_minutes int not null check (idle_minutes between 30 and 1440),
  lifetime_hours int not null check (lifetime_hours between 1 and 720)
);
alter table sign_in_rules enable row level security;
create policy own_organisation on sign_in_rules to commsgrid_member
  using (organisation_id = (select current_organisation())) with check (organisation_id = current_organisation());
grant select, insert, update on sign_in_rules to commsgrid_member;

-- The secret is sealed under a key derived from the installation's signing secret: a stolen table makes no codes.
create table authenticators (
  account_id uuid primary key references accounts on delete cascade,
  sealed_secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz, -- null until a code proved that the app has the secret
  last_step bigint -- the time step of the last code that was taken: none of it or before it is taken again
);
alter table authenticators enable row level security;
create policy own_organisation on authenticators to commsgrid_member
  using (exists (select from memberships m where m.account_id = authenticators.account_id));
grant select (account_id, confirmed_at) on authenticators to commsgrid_member;

create table recovery_codes (
  account_id uuid not null references authenticators on delete cascade,
  hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, hash)
);

-- Between the password (or a link) and the code: no session yet, and nothing but asking for the code.
create table second_steps (
  token_hash bytea primary key,
  account_id uuid not null references accounts on delete cascade,
  organisation_id uuid references organisations on delete cascade,
  method text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  wrong_codes int not null default 0
);
create index second_steps_by_account on second_steps (account_id);

alter table sessions
  add id uuid not null unique default gen_random_uuid(),
  add method text not null default 'password',
  add second_factor boolean not null default false,
  add proven_at timestamptz, -- when the person last said a password or a code
  add device text not null default '', -- personal: browser and system in words, so that the holder knows it again
  add address inet, -- personal: where it was begun, so that the holder can tell a stranger's
  add idle_minutes int not null default 720;
update sessions set proven_at = created_at;
alter table sessions alter proven_at set not null;
alter table sessions enable row level security;
create policy own_organisation on sessions to commsgrid_member using (organisation_id = (select current_organisation()));
grant select (id, account_id, organisation_id, method, second_factor, created_at, seen_at, expires_at, idle_minutes, device, address),
  update (expires_at, idle_minutes), delete on sessions to commsgrid_member;

alter table one_time_links
  drop constraint one_time_links_purpose_check,
  drop used_at,
  add check (purpose in ('first-account', 'join', 'sign-in', 'reset', 'address')),
  add email text, -- personal: the address that is to be proven; gone with the link
  add check ((purpose = 'address') = (email is not null));
create index one_time_links_by_account on one_time_links (account_id);

-- Who got in, who was refused and why; kept as long as the setting says, for whoever has to find out later.
create table sign_in_events (
  id bigint generated always as identity primary key,
  account_id uuid not null references accounts on delete cascade,
  organisation_id uuid references organisations on delete cascade, -- where the account works for that one alone
  at timestamptz not null,
  what text not null,
  device text not null, -- personal: as in sessions
  address inet -- personal: as in sessions
);
create index sign_in_events_by_account on sign_in_events (account_id, at desc);
create index sign_in_events_by_time on sign_in_events (at);
alter table sign_in_events enable row level security;
create policy own_organisation on sign_in_events for select to commsgrid_member
  using (organisation_id = (select current_organisation()));
grant select on sign_in_events to commsgrid_member;
