-- asking: a link answers in the name of whoever it was sent to. Where their address is another one by now, the old one may
-- have been somebody else's all along, or be somebody else's from now on: what was sent there answers nothing. The page
-- that says so sends a new one to the new address.
create function end_links_to_old_address() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update request_links set revoked_at = new.changed_at, revoked_by = 'Another address'
    where person_id = new.id and organisation_id = new.organisation_id and revoked_at is null;
  return null;
end $$;

create trigger end_links_to_old_address after update of email on people
  for each row when (lower(old.email) <> lower(new.email)) execute function end_links_to_old_address();
