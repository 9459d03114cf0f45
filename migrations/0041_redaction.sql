-- Words of a person may be taken out of history, in place: what stands for them is their digest, which every entry's own
-- digest covers, so that the chain still holds and still tells of any other change.

-- {"actor": digest or null, "changes": [[digest or null, digest or null], ...]}: those of the words that were taken out.
alter table history add column redacted jsonb;

create function digest_of_words(words text) returns text language sql immutable
  return encode(sha256(convert_to(words, 'UTF8')), 'hex');

-- Whether words stand as they did, or were taken out with their digest kept. What was taken out before stays so.
create function stands_or_redacted(before text, after text, was text, kept text) returns boolean language sql immutable
  return case
    when after is not distinct from before then kept is not distinct from was
    else was is null and before is not null and after is not distinct from '(erased)'
      and kept is not distinct from digest_of_words(before)
  end;

drop trigger history_stands on history;
create trigger history_stands before truncate on history
  for each statement execute function history_stands();

-- Nobody changes what was written down, the owner of the table included, but for taking a person's words out.
create function only_redacts() returns trigger language plpgsql as $$
begin
  if row (new.id, new.organisation_id, new.subject_kind, new.subject_id, new.number, new.at, new.action, new.digest)
      is distinct from
      row (old.id, old.organisation_id, old.subject_kind, old.subject_id, old.number, old.at, old.action, old.digest)
    or (new.actor_id is distinct from old.actor_id and (new.actor_id is not null or new.actor_name <> '(erased)'))
    or jsonb_array_length(new.changes) <> jsonb_array_length(old.changes)
    or not stands_or_redacted(old.actor_name, new.actor_name, old.redacted ->> 'actor', new.redacted ->> 'actor')
    or exists (
      select from jsonb_array_elements(old.changes) with ordinality as was (change, place)
      join jsonb_array_elements(new.changes) with ordinality as now (change, place) using (place)
      where was.change - 'before' - 'after' <> now.change - 'before' - 'after'
        or not stands_or_redacted(was.change ->> 'before', now.change ->> 'before',
          old.redacted #>> array['changes', (place - 1)::text, '0'], new.redacted #>> array['changes', (place - 1)::text, '0'])
        or not stands_or_redacted(was.change ->> 'after', now.change ->> 'after',
          old.redacted #>> array['changes', (place - 1)::text, '1'], new.redacted #>> array['changes', (place - 1)::text, '1'])
    )
  then raise exception 'History is only ever added to.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_redacts before update on history for each row execute function only_redacts();

grant update (actor_id, actor_name, changes, redacted) on history to commsgrid_member;
