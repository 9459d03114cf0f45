-- plans: a file that lies ready is for the eyes of the moment when it is fetched. Where its maker may by now see less than
-- they did when it was written, it is not found.
alter table export_files
  -- Of which plans its maker saw anything when it was written, and of which also the marked lines; null: of all.
  add column from_plans uuid[] default '{}',
  add column from_marked uuid[] default '{}';

drop policy as_granted on export_files;
call seen_where('export_files', $$made_by = (select current_person())
  and from_plans <@ (select plans_seen(false)) and from_marked <@ (select plans_seen(true))$$);
