-- asking: what was asked under a name of the register and then of somebody else. Whose lines it is about is still the name's:
-- what they answer is worked in for it (docs/decisions/0027).
alter table requests add column first_owner_id uuid;
alter table requests add foreign key (organisation_id, first_owner_id) references owners (organisation_id, id);
create index requests_of_first_owner on requests (first_owner_id) where first_owner_id is not null;
