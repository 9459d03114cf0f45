-- access: who was presented by a provider and not let in stands in the history of signing in (docs/decisions/0030).
alter table sign_in_events
  alter account_id drop not null, -- null: nobody here was meant, or nobody knows who
  add claimed text check (length(claimed) <= 320), -- personal: the address that a provider gave them, so that whoever looks after access knows whom to help
  add check (account_id is not null or organisation_id is not null);
create index sign_in_events_refused on sign_in_events (organisation_id, id desc) where what like 'sign-on-%';
drop policy own_organisation on sign_in_events;
create policy own_organisation on sign_in_events to commsgrid_member
  using (organisation_id = (select current_organisation())) with check (organisation_id = current_organisation());
grant update (claimed) on sign_in_events to commsgrid_member;
