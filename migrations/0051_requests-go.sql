-- asking: what was asked about lines goes with them, when they are deleted for good.

-- A request all of whose records are deleted goes, with what was said to it.
grant delete on requests to commsgrid_member;
-- Where others of its records are there still, only what the deleted ones were called is taken out.
grant update (title, href) on request_records to commsgrid_member;

-- A year after a link ran out nobody opens it any more; until then whoever does can have a new one sent.
grant delete on request_links to commsgrid_member;
create index request_links_over on request_links (organisation_id, expires_at);

-- Who wrote an answer down can be erased, as who gave it.
grant update (written_by) on request_updates to commsgrid_member;
create or replace function answers_are_only_erased() returns trigger language plpgsql as $$
begin
  if (new.note is distinct from old.note and new.note <> '(erased)')
    or (new.by_name is distinct from old.by_name and new.by_name <> '(erased)')
    or (new.written_by is distinct from old.written_by and new.written_by <> '(erased)')
    or (new.name is distinct from old.name and new.name <> '')
  then raise exception 'An answer is never changed.' using errcode = '42501';
  end if;
  return new;
end $$;
drop trigger only_erased on request_updates;
create trigger only_erased before update of note, name, by_name, written_by on request_updates
  for each row execute function answers_are_only_erased();
