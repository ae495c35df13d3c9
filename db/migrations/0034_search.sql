-- A narrow row for each exemplar, by which lists and search find their page; photographs that look alike, by an index.

-- An index of words is read in the order of the rows, a page in the order of time: the way from one to the other should not lead
-- through whole exemplars.
create table exemplar_entry (
  id uuid primary key references exemplar (id) on delete cascade,
  state text not null,
  registered_on date,
  lead_id int not null,
  typed_at int not null,
  round_id uuid,
  money bigint,
  quiet_since date,
  marks text[] not null,
  said tsvector not null
) with (fillfactor = 90);
comment on table exemplar_entry is 'What lists and search look at: one narrow row for each exemplar, written by triggers in the transaction of the change.';
comment on column exemplar_entry.quiet_since is 'The last day of news of one that is being carried out; null of all others.';
comment on column exemplar_entry.marks is 'What a list is narrowed by: k: kind, f: field, w: stream, s: state, n: step, y: year, t: theme, m: month of registration, r: result (reached, read, none), l: level that recognises it, g: what its last class says is to follow.';
comment on column exemplar_entry.said is 'Words of the name (with a stroke before them, and without), of the place and the text, without marks, each once.';

create function exemplar_said(name text, place text, contents jsonb) returns tsvector
  language sql immutable parallel safe
  return array_to_tsvector(array(select '/' || word from unnest(tsvector_to_array(exemplar_word_list(name))) word))
    || exemplar_word_list(
      name || ' ' || coalesce(place, '') || ' ' || coalesce(contents ->> 'situation', '') || ' ' || coalesce(contents ->> 'goals', '') || ' '
      || coalesce(contents ->> 'method', '') || ' ' || coalesce(contents ->> 'area', '') || ' ' || coalesce(contents ->> 'output', ''));
comment on function exemplar_said(text, text, jsonb) is 'exemplar_entry.said of an exemplar.';

create function exemplar_marks(exemplar uuid) returns text[]
  language sql stable
begin atomic
  select array_remove(array[
      'k:' || e.kind, 'f:' || e.field, 'w:' || e.stream, 's:' || e.state, 'n:' || e.step, 'y:' || e.first_year, 'm:' || to_char(e.registered_on, 'YYYY-MM'),
      case when told.read then 'r:read' else 'r:none' end,
      case when told.reached then 'r:reached' end,
      'g:' || (select g.next_step from exemplar_grade g where g.exemplar_id = e.id and g.grade is not null order by g.year desc limit 1)
    ], null)
    || array(select distinct 't:' || theme from unnest(e.themes) theme)
    || array(select distinct 'l:' || r.level from exemplar_recognition r where r.exemplar_id = e.id and r.revoked_on is null)
    from exemplar e
   cross join lateral (
     select count(last.value) > 0 as read,
            -- A goal that is to fall from where it began is reached from above.
            coalesce(bool_or(case when o.goal >= coalesce(o.baseline, 0) then last.value >= o.goal else last.value <= o.goal end), false) as reached
       from exemplar_goal o
       left join lateral (select r.value from exemplar_reading r where r.goal_id = o.id order by r.on_date desc limit 1) last on true
      where o.exemplar_id = e.id and o.position is not null
   ) told
   where e.id = exemplar;
end;
comment on function exemplar_marks(uuid) is 'exemplar_entry.marks of an exemplar, from its row and what hangs on it.';

create table exemplar_word (
  word text collate "C" primary key
);
comment on table exemplar_word is 'Every word that stands, or stood, in an exemplar. Somebody types the beginning of one: the words it may become are looked up here, since the index of words reads beginnings a hundred times slower than words.';

create function exemplar_enter() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into exemplar_entry (id, state, registered_on, lead_id, typed_at, round_id, money, quiet_since, marks, said)
    select id, state, registered_on, lead_id, typed_at, round_id, money, case when state = 'accepted' and not paused then moved_on end,
           exemplar_marks(id), exemplar_said(name, place, contents)
      from after_rows;
    insert into exemplar_word
    select distinct word from after_rows join exemplar_entry using (id), unnest(tsvector_to_array(said)) told (word)
     where word not like '/%' and not exists (select from exemplar_word known where known.word = told.word collate "C") order by word
    on conflict do nothing;
  else
    update exemplar_entry entry
       set (state, registered_on, lead_id, typed_at, round_id, money, quiet_since, marks, said) = (
             e.state, e.registered_on, e.lead_id, e.typed_at, e.round_id, e.money, case when e.state = 'accepted' and not e.paused then e.moved_on end,
             exemplar_marks(e.id),
             case when (b.name, b.place, b.contents) is distinct from (e.name, e.place, e.contents) then exemplar_said(e.name, e.place, e.contents) else entry.said end)
      from after_rows e join before_rows b using (id)
     where entry.id = e.id
       and (b.name, b.place, b.contents, b.kind, b.state, b.field, b.stream, b.themes, b.step, b.first_year, b.registered_on, b.lead_id, b.typed_at, b.round_id, b.money, b.moved_on, b.paused)
         is distinct from (e.name, e.place, e.contents, e.kind, e.state, e.field, e.stream, e.themes, e.step, e.first_year, e.registered_on, e.lead_id, e.typed_at, e.round_id, e.money, e.moved_on, e.paused);
    insert into exemplar_word
    select distinct word from after_rows e join before_rows b using (id) join exemplar_entry using (id), unnest(tsvector_to_array(said)) told (word)
     where (b.name, b.place, b.contents) is distinct from (e.name, e.place, e.contents)
       and word not like '/%' and not exists (select from exemplar_word known where known.word = told.word collate "C") order by word
    on conflict do nothing;
  end if;
  return null;
end $$;
comment on function exemplar_enter() is 'Statement level: an import of 2,000 rows writes their entries at once. Words are split anew only where they changed.';
create trigger exemplar_entered after insert on exemplar referencing new table as after_rows for each statement execute function exemplar_enter();
create trigger exemplar_entry_changed after update on exemplar
  referencing old table as before_rows new table as after_rows for each statement execute function exemplar_enter();

create function exemplar_remark(exemplars uuid[]) returns void language plpgsql as $$
begin
  -- Held first, in one order: two who change what hangs on the same exemplar then both see what the other wrote.
  perform from exemplar_entry where id = any(exemplars) order by id for no key update;
  update exemplar_entry entry set marks = told.marks
    from (select id, exemplar_marks(id) as marks from unnest(exemplars) id offset 0) told
   where entry.id = told.id and entry.marks is distinct from told.marks;
end $$;
comment on function exemplar_remark(uuid[]) is 'Writes exemplar_entry.marks anew after goals, readings, recognitions or grades changed.';

create function exemplar_remark_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform exemplar_remark(array(select distinct exemplar_id from before_rows));
  else
    perform exemplar_remark(array(select distinct exemplar_id from after_rows));
  end if;
  return null;
end $$;
comment on function exemplar_remark_changed() is 'exemplar_remark for the rows of a statement; none of them changes its exemplar.';

create function exemplar_remark_read() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform exemplar_remark(array(select distinct g.exemplar_id from before_rows r join exemplar_goal g on g.id = r.goal_id));
  else
    perform exemplar_remark(array(select distinct g.exemplar_id from after_rows r join exemplar_goal g on g.id = r.goal_id));
  end if;
  return null;
end $$;
comment on function exemplar_remark_read() is 'exemplar_remark for readings, which stand under a goal.';

create trigger exemplar_goal_inserted after insert on exemplar_goal referencing new table as after_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_goal_updated after update on exemplar_goal referencing new table as after_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_goal_deleted after delete on exemplar_goal referencing old table as before_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_recognition_inserted after insert on exemplar_recognition referencing new table as after_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_recognition_updated after update on exemplar_recognition referencing new table as after_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_recognition_deleted after delete on exemplar_recognition referencing old table as before_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_grade_inserted after insert on exemplar_grade referencing new table as after_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_grade_updated after update on exemplar_grade referencing new table as after_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_grade_deleted after delete on exemplar_grade referencing old table as before_rows for each statement execute function exemplar_remark_changed();
create trigger exemplar_reading_inserted after insert on exemplar_reading referencing new table as after_rows for each statement execute function exemplar_remark_read();
create trigger exemplar_reading_updated after update on exemplar_reading referencing new table as after_rows for each statement execute function exemplar_remark_read();
create trigger exemplar_reading_deleted after delete on exemplar_reading referencing old table as before_rows for each statement execute function exemplar_remark_read();

insert into exemplar_entry (id, state, registered_on, lead_id, typed_at, round_id, money, quiet_since, marks, said)
select id, state, registered_on, lead_id, typed_at, round_id, money, case when state = 'accepted' and not paused then moved_on end,
       exemplar_marks(id), exemplar_said(name, place, contents)
  from exemplar;
insert into exemplar_word
select distinct word from exemplar_entry, unnest(tsvector_to_array(said)) told (word) where word not like '/%';

-- Without the list of what came last, which every search would have to read through.
create index exemplar_entry_found on exemplar_entry using gin (said, marks) with (fastupdate = off);
create index exemplar_entry_newest on exemplar_entry (registered_on desc, id desc) include (state, lead_id, money, quiet_since) where state in ('accepted', 'stopped');
create index exemplar_entry_lead on exemplar_entry (lead_id, registered_on desc, id desc);
create index exemplar_entry_money on exemplar_entry (money) where money is not null;
create index exemplar_entry_prepared on exemplar_entry (registered_on desc, id desc) include (state, lead_id, typed_at, round_id, money) where state in ('draft', 'registered', 'returned', 'withdrawn');
create index exemplar_entry_prepared_lead on exemplar_entry (lead_id) where state in ('draft', 'registered', 'returned', 'withdrawn');
create index exemplar_entry_prepared_typed on exemplar_entry (typed_at) where state in ('draft', 'registered', 'returned', 'withdrawn');
create index exemplar_entry_prepared_round on exemplar_entry (round_id) where state in ('draft', 'registered', 'returned', 'withdrawn');

drop index exemplar_newest, exemplar_kind, exemplar_year, exemplar_money, exemplar_prepared, exemplar_prepared_lead, exemplar_prepared_typed, exemplar_prepared_round;
alter table exemplar drop column name_words, drop column words;

-- Two photographs that differ in six of 64 bits at most differ in one at most of some quarter of 16: those are looked up, each with
-- its 16 neighbours, and only what is found is compared in full.
create function picture_quarters(phash bigint) returns int[]
  language sql immutable strict parallel safe
  return array(select at << 16 | ((phash >> (16 * at)) & 65535)::int from generate_series(0, 3) at);
comment on function picture_quarters(bigint) is 'The four quarters of a likeness, each with its place.';
create function picture_neighbours(phash bigint) returns int[]
  language sql immutable strict parallel safe
  return array(select quarter # bit from unnest(picture_quarters(phash)) quarter, (select 0 as bit union all select 1 << at from generate_series(0, 15) at) near);
comment on function picture_neighbours(bigint) is 'The four quarters of a likeness and all that differ from one of them in one bit.';
create index exemplar_picture_quarters on exemplar_picture using gin (picture_quarters(phash)) where phash is not null;
drop index exemplar_picture_like;
