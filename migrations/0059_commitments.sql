-- commitments: what the timings of plans promise, for whom, on which dates; what became of each.

-- How an organisation counts its promises; the defaults where it has said nothing.
create table commitment_settings (
  organisation_id uuid primary key default current_organisation() references organisations on delete cascade,
  -- What becomes of a single day that is not worked: it stays, or moves to the next or the previous working day.
  shift text not null default 'none' check (shift in ('none', 'next', 'previous')),
  -- What "as soon as practicable" means here, as an ISO 8601 duration whose days may be working days; null: not agreed yet.
  soon text,
  soon_in_working_days boolean not null default false,
  -- How often somebody looks whether what goes on all the time still does.
  look_count int not null default 1 check (look_count between 1 and 100),
  look_unit text not null default 'quarter',
  -- For so many days after its last one a promise does not count as missed.
  grace_days int not null default 0 check (grace_days between 0 and 90),
  -- So many working days before the last day whoever does it is asked.
  warning_days int not null default 5 check (warning_days between 0 and 60),
  version int not null default 1,
  changed_at timestamptz not null
);
call belongs_to_organisation('commitment_settings', 'select, insert, update');

-- What a timing of a line, or a clause, promises: once, for however many it is kept.
create table promises (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  plan_id uuid not null,
  -- Not a foreign key: a line that was taken out may come back, and what was kept of its promises is history meanwhile.
  line_id uuid,
  clause_id uuid,
  -- As the line or the clause was called when it was last looked at; shown where it is gone.
  about text not null check (length(about) between 1 and 300),
  -- The words of the plan that it was made of, '' where somebody said it apart from them.
  phrase text not null default '',
  -- timing/series: complete, and when it is due from now on.
  series jsonb not null,
  -- "if applicable": nothing to say is an answer, and no miss.
  conditional boolean not null default false,
  -- Held or not held, and no content: a duty of whoever has a post.
  held_only boolean not null default false,
  grace_days int not null default 0 check (grace_days between 0 and 90),
  warning_days int not null default 5 check (warning_days between 0 and 60),
  -- For whom, one commitment each: { of: 'areas' | 'bodies' | 'audience' | 'team' | 'post', … }; null: one for all.
  spread jsonb,
  -- Who does it; null: whoever answers for the line.
  owner_id uuid,
  -- What sets it off, where something must happen first: decision, incident, complaint, publication, figure, outside, other.
  set_off_by text,
  -- Kept out of sight and not due until this day, which everybody sees; null: not postponed.
  postponed_until date,
  postponed_why text not null default '',
  -- Nobody promises it any more, from this day on; what was due before stands.
  ended_on date,
  ended_why text not null default '',
  -- Since when its line is not there.
  gone_on date,
  -- Goes up with every change that a calendar elsewhere must learn of.
  sequence int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  check (num_nonnulls(line_id, clause_id) = 1),
  foreign key (organisation_id, plan_id) references plans (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references owners (organisation_id, id)
);
create index promises_of_plan on promises (plan_id, line_id);
create index promises_of_line on promises (line_id) where line_id is not null;
create index promises_of_clause on promises (clause_id) where clause_id is not null;
create index promises_of_owner on promises (owner_id) where owner_id is not null;
create index promises_set_off on promises (organisation_id, set_off_by) where set_off_by is not null;
call belongs_to_organisation('promises', 'select, insert, update');
call seen_where('promises', $$plan_id = any ((select plans_seen(true))::uuid[])
  or (plan_id = any ((select plans_seen(false))::uuid[])
    and (line_id is null or exists (select from lines l where l.id = line_id)))$$);

-- One for each whom a promise is kept for: a ward, a board, a member of an audience, a team, the holder of a post.
create table commitments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  promise_id uuid not null,
  -- '' where the promise is kept once for all.
  for_kind text not null default '' check (for_kind in ('', 'area', 'body', 'role-holder', 'person', 'team', 'named')),
  for_id uuid,
  for_name text not null default '' check (length(for_name) <= 200),
  -- Its own messenger and its own dates, where they are not those of the promise.
  owner_id uuid,
  series jsonb,
  starts_on date not null,
  -- The last day on which it holds; whom it is for may have gone from the register.
  ended_on date,
  ended_why text not null default '',
  -- Its dates are written down up to and with this day.
  dated_until date,
  sequence int not null default 0,
  version int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  unique (organisation_id, id, promise_id),
  check ((for_kind = '') = (for_name = '')),
  foreign key (organisation_id, promise_id) references promises (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references owners (organisation_id, id)
);
-- Whoever is in the register once stands once; who comes back is a commitment that begins anew.
create unique index commitments_once on commitments (promise_id, for_kind, for_id, for_name) nulls not distinct
  where ended_on is null;
create index commitments_of_promise on commitments (promise_id, for_name, id);
create index commitments_of_owner on commitments (owner_id) where owner_id is not null;
create index commitments_to_date on commitments (organisation_id, dated_until nulls first, id);
call belongs_to_organisation('commitments', 'select, insert, update');
call seen_where('commitments', 'exists (select from promises p where p.id = promise_id)');

-- That something happened which promises wait for.
create table happenings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  kind text not null check (kind in ('decision', 'incident', 'complaint', 'publication', 'figure', 'outside', 'other')),
  title text not null check (length(trim(title)) between 1 and 200),
  note text not null default '' check (length(note) <= 5000),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_id uuid,
  -- The same thing is recorded once, whoever tells of it: a calendar's entry, a figure's row.
  source text,
  unique (organisation_id, id)
);
create unique index happenings_once on happenings (organisation_id, source) where source is not null;
create index happenings_by_time on happenings (organisation_id, happened_at desc, id);
call belongs_to_organisation('happenings', 'select, insert, update');

-- One time at which a commitment is due, and what became of it.
create table occurrences (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  commitment_id uuid not null,
  promise_id uuid not null,
  -- Names it for ever among those of its commitment (timing/series): what is written down twice stands once.
  key text not null check (length(key) between 1 and 120),
  -- As they were when it was first written down; never changed.
  first_from date not null,
  first_by date not null,
  from_day date not null,
  by_day date not null,
  at time,
  -- Where several share a window: the day by which this one should be done.
  pace date,
  -- For limits in hours: the moment.
  due_at timestamptz,
  -- The day from which it counts as missed where nobody has said anything: the last one, and the grace after it, are over.
  missed_from date not null,
  -- null: still open; then its state goes by the day (occurrence.ts).
  outcome text check (outcome in ('met', 'late', 'missed', 'excused', 'nothing', 'not-triggered', 'postponed')),
  done_on date,
  -- It had been missed before it was settled: closing it does not hide that.
  was_missed boolean not null default false,
  reason text not null default '' check (length(reason) <= 5000),
  settled_at timestamptz,
  -- Personal data: what is said of a promise is worth what is known of who said it.
  settled_by text not null default '',
  happening_id uuid,
  -- A person moved it: a series that changes leaves it where they put it.
  moved_why text not null default '',
  sequence int not null default 0,
  version int not null default 1,
  changed_at timestamptz not null,
  unique (organisation_id, id),
  check (from_day <= by_day),
  check (by_day < missed_from),
  check ((outcome is null) = (settled_at is null)),
  foreign key (organisation_id, commitment_id, promise_id) references commitments (organisation_id, id, promise_id) on delete cascade
);
create unique index occurrences_by_key on occurrences (commitment_id, key);
create index occurrences_by_day on occurrences (organisation_id, by_day, promise_id) include (outcome, missed_from);
create index occurrences_open on occurrences (organisation_id, by_day, promise_id) where outcome is null;
create index occurrences_of_promise on occurrences (promise_id, by_day) include (outcome, missed_from);
create index occurrences_of_happening on occurrences (happening_id) where happening_id is not null;
-- what becomes of it is looked up by its days, which stay; its outcome changes and may find room beside it
alter table occurrences set (fillfactor = 90);
call belongs_to_organisation('occurrences', 'select, insert, update, delete');
call seen_where('occurrences', 'exists (select from promises p where p.id = promise_id)');

-- What shows that something was done; one may stand for many ("all of last week's").
create table evidence (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  promise_id uuid not null,
  note text not null default '' check (length(note) <= 5000),
  -- How many people came; null where nobody counted.
  attendance int check (attendance between 0 and 1000000),
  feedback text not null default '' check (length(feedback) <= 5000),
  -- The answer by which it came, where it was asked for.
  request_update_id uuid,
  said_at timestamptz not null,
  said_by text not null,
  said_by_id uuid,
  unique (organisation_id, id),
  foreign key (organisation_id, promise_id) references promises (organisation_id, id) on delete cascade
);
create index evidence_of_promise on evidence (promise_id, said_at desc);
create unique index evidence_of_answer on evidence (request_update_id, promise_id) where request_update_id is not null;
call belongs_to_organisation('evidence', 'select, insert, update');
call seen_where('evidence', 'exists (select from promises p where p.id = promise_id)');

create table evidence_of (
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  evidence_id uuid not null,
  occurrence_id uuid not null,
  primary key (occurrence_id, evidence_id),
  foreign key (organisation_id, evidence_id) references evidence (organisation_id, id) on delete cascade,
  foreign key (organisation_id, occurrence_id) references occurrences (organisation_id, id) on delete cascade
);
create index evidence_of_evidence on evidence_of (evidence_id);
call belongs_to_organisation('evidence_of', 'select, insert');
call seen_where('evidence_of', 'exists (select from evidence e where e.id = evidence_id)');

-- What people were worried about where a promise was kept: a question with somebody who answers it.
create table concerns (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null default current_organisation() references organisations on delete cascade,
  promise_id uuid not null,
  occurrence_id uuid not null,
  words text not null check (length(trim(words)) between 1 and 2000),
  owner_id uuid,
  raised_at timestamptz not null,
  raised_by text not null,
  answer text not null default '' check (length(answer) <= 5000),
  answered_at timestamptz,
  answered_by text not null default '',
  -- Whoever raised it was told the answer: when, and by which way.
  told_at timestamptz,
  told_how text not null default '',
  version int not null default 1,
  unique (organisation_id, id),
  foreign key (organisation_id, promise_id) references promises (organisation_id, id) on delete cascade,
  foreign key (organisation_id, occurrence_id) references occurrences (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references owners (organisation_id, id)
);
create index concerns_open on concerns (organisation_id, raised_at) where told_at is null;
create index concerns_of_occurrence on concerns (occurrence_id);
call belongs_to_organisation('concerns', 'select, insert, update');
call seen_where('concerns', 'exists (select from promises p where p.id = promise_id)');

-- What is said of promises and of what became of them is hidden with them.
do $$
declare
  which text;
begin
  foreach which in array array['comments', 'attachments', 'history'] loop
    execute format('alter policy as_granted on %I using (case subject_kind
      when ''plan'' then subject_id = any ((select plans_seen(false))::uuid[])
      when ''line'' then exists (select from lines l where l.id = subject_id)
        or exists (select from removed_lines l where l.id = subject_id)
      when ''promise'' then exists (select from promises p where p.id = subject_id)
      when ''commitment'' then exists (select from commitments c where c.id = subject_id)
      when ''occurrence'' then exists (select from occurrences o where o.id = subject_id)
      when ''evidence'' then exists (select from evidence e where e.id = subject_id)
      when ''concern'' then exists (select from concerns c where c.id = subject_id)
      when ''reading'' then (select sees_organisation())
      else true end)', which);
  end loop;
  alter policy as_granted on request_records using (case kind
    when 'plan' then record_id = any ((select plans_seen(false))::uuid[])
    when 'line' then exists (select from lines l where l.id = record_id)
    when 'promise' then exists (select from promises p where p.id = record_id)
    when 'occurrence' then exists (select from occurrences o where o.id = record_id)
    when 'concern' then exists (select from concerns c where c.id = record_id)
    else true end);
end $$;
