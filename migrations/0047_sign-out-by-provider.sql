-- access: a provider says that somebody signed out there (docs/decisions/0030). Which sessions it means is only ever
-- compared, so no more is kept than that takes: digests of its issuer with its name for the session, and for the person.
alter table sessions
  drop column sign_on_session,
  add sign_on_session_digest bytea,
  add sign_on_person_digest bytea,
  add check (sign_on_of is not null or (sign_on_session_digest is null and sign_on_person_digest is null));
