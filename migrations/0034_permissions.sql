-- access: what somebody may see and do in the whole organisation, in a department or in a plan (docs/decisions/0024).

-- Of the whole organisation; null for somebody who has only a part of it.
alter table memberships
  alter column role drop not null,
  drop constraint memberships_role_check,
  add check (role in ('viewer', 'owner', 'editor', 'lead', 'administrator')),
  -- Whether they see what is marked OFFICIAL-SENSITIVE. Whoever edits does in any case: one who changes a plan knows all of it.
  add column sees_marked boolean not null default false;
-- Who was here before this was asked goes on seeing what they saw.
update memberships set sees_marked = true;
grant update (sees_marked) on memberships to commsgrid_member;

alter table plans
  add column department_id uuid,
  add foreign key (organisation_id, department_id) references departments (organisation_id, id);
create index plans_of_department on plans (department_id) where department_id is not null;

create table grants (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  account_id uuid not null,
  role text not null check (role in ('viewer', 'owner', 'editor', 'lead')),
  -- Of one plan, or of the plans of a department and of those that are part of it.
  plan_id uuid,
  department_id uuid,
  sees_marked boolean not null default false,
  given_by text not null,
  given_at timestamptz not null,
  check (num_nonnulls(plan_id, department_id) = 1),
  unique nulls not distinct (organisation_id, account_id, plan_id, department_id),
  foreign key (organisation_id, account_id) references memberships (organisation_id, account_id) on delete cascade,
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade,
  foreign key (organisation_id, department_id) references departments (organisation_id, id) on delete cascade
);
create index grants_of_plan on grants (plan_id) where plan_id is not null;
create index grants_of_department on grants (department_id) where department_id is not null;
-- Asked with the membership, before the organisation is known; from inside, only one's own.
alter table grants enable row level security;
create policy own_organisation on grants to commsgrid_member
  using (organisation_id = (select current_organisation())) with check (organisation_id = current_organisation());
grant select, insert, update (role, sees_marked, given_by, given_at), delete on grants to commsgrid_member;

-- Whoever comes back after their work here ended is given nothing that they had before.
create function take_parts_back() returns trigger language plpgsql as $$
begin
  delete from grants where organisation_id = new.organisation_id and account_id = new.account_id;
  return null;
end $$;
create trigger take_parts_back after update of ended_at on memberships
  for each row when (new.ended_at is not null and old.ended_at is null) execute function take_parts_back();

-- A link shows what whoever made it may see.
alter table view_links add column made_by uuid;
grant select (made_by) on view_links to commsgrid_member;

-- Whoever may see everything works as commsgrid_member, and pays nothing for what follows. Everybody else works as
-- commsgrid_limited, which has the rights and the policies of commsgrid_member and these narrower ones besides.
grant usage on schema public to commsgrid_limited;

create function current_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('commsgrid.person', true), '')::uuid;

create policy search_reads on memberships for select to commsgrid_search using (true);
create policy search_reads on grants for select to commsgrid_search using (true);
create policy search_reads on departments for select to commsgrid_search using (true);
create policy search_reads on plans for select to commsgrid_search using (true);
grant select (organisation_id, account_id, role, sees_marked) on memberships to commsgrid_search;
grant select (organisation_id, account_id, role, sees_marked, plan_id, department_id) on grants to commsgrid_search;
grant select (organisation_id, id, part_of) on departments to commsgrid_search;
grant select (organisation_id, id, marking, department_id) on plans to commsgrid_search;

-- The plans that the person of the transaction may see; with `marked_too`, those of which they see the marked lines.
-- A plan that is marked itself is seen only with its lines.
create function plans_seen(marked_too boolean) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with recursive held as (
      select null::uuid as plan_id, null::uuid as department_id, true as everywhere,
        m.sees_marked or m.role in ('editor', 'lead', 'administrator') as marked
      from memberships m
      where m.organisation_id = current_organisation() and m.account_id = current_person() and m.role is not null
      union
      select g.plan_id, g.department_id, false, g.sees_marked or g.role in ('editor', 'lead')
      from grants g where g.organisation_id = current_organisation() and g.account_id = current_person()
      union
      select null, d.id, false, held.marked
      from held join departments d on d.part_of = held.department_id and d.organisation_id = current_organisation()
    )
    select coalesce(array_agg(p.id), '{}') from plans p
    where p.organisation_id = current_organisation() and exists (
      select from held
      where (held.everywhere or held.plan_id = p.id or held.department_id = p.department_id)
        and ((held.marked and current_setting('commsgrid.marked', true) is distinct from 'no')
          or (not marked_too and p.marking <> 'OFFICIAL-SENSITIVE')))
  $$;

-- Whether they have a role in the whole organisation, and so may see what belongs to no plan.
create function sees_organisation() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from memberships m
      where m.organisation_id = current_organisation() and m.account_id = current_person() and m.role is not null)
  $$;

-- Asked by policies and by the functions that look words up; each asks for the organisation and the person itself.
grant create on schema public to commsgrid_search;
alter function plans_seen owner to commsgrid_search;
alter function sees_organisation owner to commsgrid_search;
revoke create on schema public from commsgrid_search;
revoke all on function plans_seen from public;
revoke all on function sees_organisation from public;
grant execute on function plans_seen, sees_organisation to commsgrid_limited;

create function still_limited(organisation text, person text, marked text) returns void
  language plpgsql as $$
begin
  if current_user <> 'commsgrid_limited' or current_setting('commsgrid.organisation', true) is distinct from organisation
    or current_setting('commsgrid.person', true) is distinct from person
    or current_setting('commsgrid.marked', true) is distinct from marked then
    raise exception 'The transaction left its organisation, its person or its role; all of it was undone.' using errcode = '42501';
  end if;
end $$;

-- What a limited person sees of a table. Worked out once a statement: `(select …)`.
create procedure seen_where(which regclass, condition text)
  language plpgsql as $$
begin
  execute format('create policy as_granted on %s as restrictive to commsgrid_limited using (%s)', which, condition);
end $$;

call seen_where('plans', 'id = any ((select plans_seen(false))::uuid[])');
call seen_where('lines', $$plan_id = any ((select plans_seen(false))::uuid[])
  and (marking <> 'OFFICIAL-SENSITIVE' or plan_id = any ((select plans_seen(true))::uuid[]))$$);
call seen_where('removed_lines', $$plan_id = any ((select plans_seen(false))::uuid[])
  and (line #>> '{row,marking}' is distinct from 'OFFICIAL-SENSITIVE' or plan_id = any ((select plans_seen(true))::uuid[]))$$);

do $$
declare
  which text;
begin
  -- what belongs to a plan
  foreach which in array array['plan_sections', 'plan_agreements', 'plan_showings', 'plan_priorities', 'clauses',
    'register_sources', 'line_tallies', 'owner_tallies', 'register_tallies', 'merges'] loop
    call seen_where(which::regclass, 'plan_id = any ((select plans_seen(false))::uuid[])');
  end loop;
  -- what belongs to a line
  foreach which in array array['line_audiences', 'line_channels', 'line_clauses', 'line_contributors', 'line_priorities',
    'line_tags', 'unknown_audiences', 'bulk_change_lines'] loop
    call seen_where(which::regclass, format('plan_id = any ((select plans_seen(true))::uuid[])
      or (plan_id = any ((select plans_seen(false))::uuid[]) and exists (select from lines l where l.id = %I.line_id))', which));
  end loop;
  -- what belongs to a record of either kind
  foreach which in array array['comments', 'attachments', 'history'] loop
    call seen_where(which::regclass, format('case subject_kind
      when ''plan'' then subject_id = any ((select plans_seen(false))::uuid[])
      when ''line'' then exists (select from lines l where l.id = subject_id)
        or exists (select from removed_lines l where l.id = subject_id)
      when ''reading'' then (select sees_organisation())
      else true end', which));
  end loop;
  -- what belongs to one plan or to several; what was read of a document may be more than somebody sees of its plan
  foreach which in array array['views', 'bulk_changes', 'exports'] loop
    call seen_where(which::regclass, 'plan_id is null or plan_id = any ((select plans_seen(false))::uuid[])');
  end loop;
  -- the names in a register are those of everybody's plans
  call seen_where('audiences', '(select sees_organisation()) or exists (select from line_audiences l where l.audience_id = id)');
  call seen_where('channels', '(select sees_organisation()) or exists (select from line_channels l where l.channel_id = id)');
  call seen_where('export_files', 'made_by = (select current_person())');
  call seen_where('readings', 'false');
  call seen_where('register_merges', 'false');
  foreach which in array array['reading_lines', 'doubt_tallies', 'merge_rows', 'merge_decisions'] loop
    call seen_where(which::regclass, 'false');
  end loop;
  call seen_where('kept_apart', 'exists (select from lines l where l.id = line_id)');
end $$;

-- What is kept as a count for everybody would tell a limited person how much they do not see. Their transactions find
-- these views before the tables of the same name: they count anew what may be seen.
create schema seen;
grant usage on schema seen to commsgrid_limited;

create view seen.line_tallies with (security_invoker) as
  select organisation_id, plan_id, section_id, state, owner_key <> '' as owned, dated, doubtful, count(*)::int as lines
  from public.lines group by 1, 2, 3, 4, 5, 6, 7;
create view seen.owner_tallies with (security_invoker) as
  select organisation_id, plan_id, owner_key, min(left(btrim(accountable), 100)) as owner, count(*)::int as lines
  from public.lines where owner_key <> '' group by 1, 2, 3;
create view seen.register_tallies with (security_invoker) as
  select organisation_id, audience_id as entry_id, plan_id, count(*)::int as lines from public.line_audiences group by 1, 2, 3
  union all
  select organisation_id, channel_id, plan_id, count(*)::int from public.line_channels group by 1, 2, 3
  union all
  select organisation_id, clause_id, plan_id, count(*)::int from public.line_clauses group by 1, 2, 3;
grant select on all tables in schema seen to commsgrid_limited;

-- A register with the lines of its entries counted anew: the same columns, so that it is asked in the same words.
create procedure count_entries_anew(which text, links text, entry text)
  language plpgsql as $$
declare
  columns text;
begin
  select string_agg(case attname when 'lines' then
      format('(select count(*)::int from public.%I l join public.plans p on p.id = l.plan_id
        where l.%I = e.id and p.removed_at is null) as lines', links, entry)
    else format('e.%I', attname) end, ', ' order by attnum) into columns
  from pg_attribute where attrelid = format('public.%I', which)::regclass and attnum > 0 and not attisdropped;
  execute format('drop view if exists seen.%I', which);
  execute format('create view seen.%I with (security_invoker) as select %s from public.%I e', which, columns, which);
  execute format('grant select, update on seen.%I to commsgrid_limited', which);
end $$;
call count_entries_anew('audiences', 'line_audiences', 'audience_id');
call count_entries_anew('channels', 'line_channels', 'channel_id');
call count_entries_anew('clauses', 'line_clauses', 'clause_id');

-- Counts are kept for everybody, whoever it is whose change moves them.
alter function add_to_tallies set search_path = public, pg_temp;
alter function take_from_tallies set search_path = public, pg_temp;
alter function move_between_tallies set search_path = public, pg_temp;
alter function tally_links set search_path = public, pg_temp;
alter function tally_removed_plan set search_path = public, pg_temp;
alter function refuse_who_is_another set search_path = public, pg_temp;
