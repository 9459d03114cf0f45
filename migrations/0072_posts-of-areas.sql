-- organisations, commitments: a post may be one for an area, as each ward has its sergeant, and whoever does a promise for
-- an area may be its post (docs/decisions/0045).

alter table posts add column area_id uuid;
alter table posts add foreign key (organisation_id, area_id) references areas (organisation_id, id);
create index posts_by_area on posts (area_id) where area_id is not null;

-- Two posts of one title are two where they are for two areas.
drop index posts_by_title;
create unique index posts_by_title on posts (organisation_id, department_id, area_id, lower(title)) nulls not distinct
  where ended_at is null;

-- A post is found by its title and by its area, all of them kept under the post, so that a search looks in one place. The area
-- is held, so that nobody renames it while its name is written down here.
create function keep_words_of_post() returns trigger language plpgsql as $$
declare
  place text;
begin
  if tg_op <> 'INSERT' then
    delete from directory_words where record_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    if new.area_id is not null then
      select a.name || ' ' || a.kind into place from areas a where a.id = new.area_id for share;
    end if;
    insert into directory_words (organisation_id, kind, record_id, word)
    select new.organisation_id, 'post', new.id, word from directory_words_of(concat_ws(' ', new.title, place)) word;
  end if;
  return null;
end $$;
drop trigger found_by_words on posts;
drop trigger found_by_new_words on posts;
create trigger found_by_words after insert or delete on posts for each row execute function keep_words_of_post();
create trigger found_by_new_words after update of title, area_id on posts for each row
  when ((old.title, old.area_id) is distinct from (new.title, new.area_id) and new.ended_at is null)
  execute function keep_words_of_post();

create function keep_words_of_its_posts() returns trigger language plpgsql as $$
begin
  delete from directory_words where record_id in (select id from posts where area_id = new.id and ended_at is null);
  insert into directory_words (organisation_id, kind, record_id, word)
  select p.organisation_id, 'post', p.id, w.word
  from posts p cross join lateral directory_words_of(concat_ws(' ', p.title, new.name, new.kind)) w (word)
  where p.area_id = new.id and p.ended_at is null;
  return null;
end $$;
create trigger posts_found_by_new_words after update of name, kind on areas for each row
  when ((old.name, old.kind) is distinct from (new.name, new.kind)) execute function keep_words_of_its_posts();

-- Of one for whom a promise is kept: whether whoever does it is the post of its area, was looked for and is none, or would be
-- one of several. Null where a person said who does it, or where no post of an area is meant.
alter table commitments add column by_area text check (by_area in ('found', 'none', 'several'));
create index commitments_without_post on commitments (organisation_id, promise_id)
  where by_area in ('none', 'several') and ended_on is null;
