-- organisations: one person takes all that a leaver has (the kind 'everything'), and of some kinds nobody does yet: then
-- nobody stands here, so that whoever takes everything else does not take these.

alter table handovers drop constraint handovers_check;
alter table handovers add constraint handovers_to_one check (num_nonnulls(to_person, to_owner) <= 1);
