-- Whoever names an entry or an owner that somebody else is just making one with another lost a race: the link would stay
-- with the one that went. Looked at when the transaction ends, since what comes back from a time past is first put back
-- and then moved. By then the reference holds the one it names, so nobody can make it another one any more; told as a
-- lost race, the work is done again over what the other left (docs/decisions/0018). So has whoever writes the name of an
-- owner beside a line while the owner is given another one.
create function refuse_who_is_another() returns trigger language plpgsql as $$
declare
  another text;
begin
  execute format('
    select e.name from %1$I e join %2$I l on l.%3$I = e.id
    where e.id = ($1).%3$I and l.%4$I = ($1).%4$I and (e.merged_into is not null %5$s)',
    tg_argv[0], tg_table_name, tg_argv[1], tg_argv[2],
    case tg_table_name when 'lines' then 'or l.accountable <> e.name' else '' end)
  into another using new;
  if another is not null then
    raise exception '% in % is another one by now, or called otherwise', another, tg_table_name using errcode = 'serialization_failure';
  end if;
  return null;
end $$;

create constraint trigger names_one_that_stands after insert on line_audiences
  deferrable initially deferred for each row execute function refuse_who_is_another('audiences', 'audience_id', 'line_id');
create constraint trigger names_one_that_stands after insert on line_channels
  deferrable initially deferred for each row execute function refuse_who_is_another('channels', 'channel_id', 'line_id');
create constraint trigger names_one_that_stands after insert on line_clauses
  deferrable initially deferred for each row execute function refuse_who_is_another('clauses', 'clause_id', 'line_id');
create constraint trigger names_one_that_stands after insert on line_contributors
  deferrable initially deferred for each row execute function refuse_who_is_another('owners', 'owner_id', 'line_id');
create constraint trigger names_one_that_stands after insert on lines
  deferrable initially deferred for each row when (new.accountable_id is not null)
  execute function refuse_who_is_another('owners', 'accountable_id', 'id');
create constraint trigger named_one_that_stands after update on lines
  deferrable initially deferred for each row
  when (new.accountable_id is not null
    and (new.accountable_id, new.accountable) is distinct from (old.accountable_id, old.accountable))
  execute function refuse_who_is_another('owners', 'accountable_id', 'id');
