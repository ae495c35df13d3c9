-- Printed from a migrated database by "npm run db:schema". Do not edit: a test compares it.

-- extensions

create extension btree_gist;
create extension pg_trgm;
create extension pgcrypto;
create extension unaccent;

-- text search configurations

create text search configuration vi: asciihword with simple; asciiword with unaccent, simple; email with simple; file with simple; float with simple; host with simple; hword with unaccent, simple; hword_asciipart with simple; hword_numpart with simple; hword_part with unaccent, simple; int with simple; numhword with simple; numword with simple; sfloat with simple; uint with simple; url with simple; url_path with simple; version with simple; word with unaccent, simple

-- sequences

create sequence figure_turn as bigint;

-- functions

CREATE OR REPLACE FUNCTION public.act_before_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  new.at := clock_timestamp();
  new.hash := audit_digest(
    new.id::text, (extract(epoch from new.at) * 1000000)::bigint::text, new.act, new.thing_kind, new.thing_id, new.unit_id::text,
    new.person_id::text, new.post_id::text, new.role, new.post_unit_id::text, new.post_unit, new.on_behalf_of::text, new.system,
    new.before::text, new.after::text, new.note, new.personal_subject::text, encode(new.personal, 'hex'));
  insert into act_pending (act_id) values (new.id);
  return new;
end
$function$
;
CREATE OR REPLACE FUNCTION public.appraisal_rubric_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  if old.state = 'published' and (new.content, new.title, new.rates, new.edition, new.state, new.family_id, new.body_id)
     is distinct from (old.content, old.title, old.rates, old.edition, old.state, old.family_id, old.body_id) then
    raise exception 'a published rubric does not change';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.audit_digest(VARIADIC parts text[])
 RETURNS bytea
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
-- A loop, since it runs for every act: half the time of unnest and string_agg.
declare
  part text;
  canonical text := '';
begin
  foreach part in array parts loop
    canonical := canonical || ',' || coalesce(octet_length(part) || ':' || part, '-');
  end loop;
  return sha256(convert_to(substr(canonical, 2), 'UTF8'));
end
$function$
;
CREATE OR REPLACE FUNCTION public.audit_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The audit record is never changed (table %, %).', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$function$
;
CREATE OR REPLACE FUNCTION public.contest_vote_hash(key bytea, kind text, words text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select sha256(key || sha256(key || convert_to(kind || ':' || words, 'UTF8'))) $function$
;
CREATE OR REPLACE FUNCTION public.exemplar_enter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.exemplar_marks(exemplar uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT ((array_remove(ARRAY[('k:'::text || e.kind), ('f:'::text || e.field), ('w:'::text || e.stream), ('s:'::text || e.state), ('n:'::text || e.step), ('y:'::text || e.first_year), ('m:'::text || to_char((e.registered_on)::timestamp with time zone, 'YYYY-MM'::text)),
         CASE
             WHEN told.read THEN 'r:read'::text
             ELSE 'r:none'::text
         END,
         CASE
             WHEN told.reached THEN 'r:reached'::text
             ELSE NULL::text
         END, ('g:'::text || ( SELECT g.next_step
            FROM exemplar_grade g
           WHERE ((g.exemplar_id = e.id) AND (g.grade IS NOT NULL))
           ORDER BY g.year DESC
          LIMIT 1))], NULL::text) || ARRAY( SELECT DISTINCT ('t:'::text || theme.theme)
            FROM unnest(e.themes) theme(theme))) || ARRAY( SELECT DISTINCT ('l:'::text || r.level)
            FROM exemplar_recognition r
           WHERE ((r.exemplar_id = e.id) AND (r.revoked_on IS NULL))))
    FROM (exemplar e
      CROSS JOIN LATERAL ( SELECT (count(last.value) > 0) AS read,
             COALESCE(bool_or(
                 CASE
                     WHEN (o.goal >= COALESCE(o.baseline, (0)::numeric)) THEN (last.value >= o.goal)
                     ELSE (last.value <= o.goal)
                 END), false) AS reached
            FROM (exemplar_goal o
              LEFT JOIN LATERAL ( SELECT r.value
                    FROM exemplar_reading r
                   WHERE (r.goal_id = o.id)
                   ORDER BY r.on_date DESC
                  LIMIT 1) last ON (true))
           WHERE ((o.exemplar_id = e.id) AND (o."position" IS NOT NULL))) told)
   WHERE (e.id = exemplar_marks.exemplar);
END
;
CREATE OR REPLACE FUNCTION public.exemplar_remark(exemplars uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  -- Held first, in one order: two who change what hangs on the same exemplar then both see what the other wrote.
  perform from exemplar_entry where id = any(exemplars) order by id for no key update;
  update exemplar_entry entry set marks = told.marks
    from (select id, exemplar_marks(id) as marks from unnest(exemplars) id offset 0) told
   where entry.id = told.id and entry.marks is distinct from told.marks;
end $function$
;
CREATE OR REPLACE FUNCTION public.exemplar_remark_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    perform exemplar_remark(array(select distinct exemplar_id from before_rows));
  else
    perform exemplar_remark(array(select distinct exemplar_id from after_rows));
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.exemplar_remark_read()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    perform exemplar_remark(array(select distinct g.exemplar_id from before_rows r join exemplar_goal g on g.id = r.goal_id));
  else
    perform exemplar_remark(array(select distinct g.exemplar_id from after_rows r join exemplar_goal g on g.id = r.goal_id));
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.exemplar_said(name text, place text, contents jsonb)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (array_to_tsvector(ARRAY(SELECT ('/'::text || word.word) FROM unnest(tsvector_to_array(exemplar_word_list(exemplar_said.name))) word(word))) || exemplar_word_list(((((((((((((name || ' '::text) || COALESCE(place, ''::text)) || ' '::text) || COALESCE((contents ->> 'situation'::text), ''::text)) || ' '::text) || COALESCE((contents ->> 'goals'::text), ''::text)) || ' '::text) || COALESCE((contents ->> 'method'::text), ''::text)) || ' '::text) || COALESCE((contents ->> 'area'::text), ''::text)) || ' '::text) || COALESCE((contents ->> 'output'::text), ''::text))))
;
CREATE OR REPLACE FUNCTION public.exemplar_touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into exemplar_touched (lead_id) select distinct lead_id from after_rows where state <> 'draft';
  else
    insert into exemplar_touched (lead_id)
    select distinct lead_id from (
      select lead_id from before_rows where state <> 'draft' union all select lead_id from after_rows where state <> 'draft'
    ) touched;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.exemplar_word_list(value text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN strip(to_tsvector('simple'::regconfig, regexp_replace(vi_fold(value), '[^a-z0-9]+'::text, ' '::text, 'g'::text)))
;
CREATE OR REPLACE FUNCTION public.figure_stray(wanted integer, day date)
 RETURNS TABLE(area_id integer, province_id integer, district_id integer, commune_id integer)
 LANGUAGE sql
 STABLE
AS $function$
  select area_id, province_id, district_id, commune_id
  from unit_at join tree_version using (ver)
  where unit_id = wanted
  order by coalesce(lower(valid) <= day, true) desc, case when coalesce(lower(valid) <= day, true) then lower(valid) end desc nulls last, lower(valid)
  limit 1
$function$
;
CREATE OR REPLACE FUNCTION public.picture_neighbours(phash bigint)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY(SELECT (quarter.quarter # near."bit") FROM unnest(picture_quarters(picture_neighbours.phash)) quarter(quarter), (SELECT 0 AS "bit" UNION ALL SELECT (1 << at.at) FROM generate_series(0, 15) at(at)) near)
;
CREATE OR REPLACE FUNCTION public.picture_quarters(phash bigint)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY(SELECT ((at.at << 16) | (((picture_quarters.phash >> (16 * at.at)) & (65535)::bigint))::integer) FROM generate_series(0, 3) at(at))
;
CREATE OR REPLACE FUNCTION public.place_indicator(wanted integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  missing int;
  place indicator_group%rowtype;
begin
  select count(*) into missing from indicator_cell cell
  where indicator_id = wanted and not exists (select from indicator_slot slot where (slot.indicator_id, slot.member, slot.part) = (wanted, cell.member, cell.part));
  if missing = 0 then return; end if;
  select indicator_group.* into place
  from indicator_group join indicator on indicator.id = wanted
  where indicator_group.topic = indicator.topic and indicator_group.owner_id is not distinct from indicator.owner_id and used + missing <= 32
  order by indicator_group.id limit 1 for update of indicator_group;
  if not found then
    insert into indicator_group (topic, owner_id) select topic, owner_id from indicator where id = wanted returning * into place;
  end if;
  insert into indicator_slot (indicator_id, member, part, group_id, slot)
  select wanted, member, part, place.id, place.used + row_number() over (order by cell.place)
  from indicator_cell cell
  where indicator_id = wanted and not exists (select from indicator_slot slot where (slot.indicator_id, slot.member, slot.part) = (wanted, cell.member, cell.part));
  update indicator_group set used = used + missing where id = place.id;
end $function$
;
CREATE OR REPLACE FUNCTION public.portal_cast(vote uuid, ballot text, seal text, network text, entries uuid[], at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  v contest_vote;
  chosen uuid[] := array(select distinct unnest(entries));
begin
  select * into v from contest_vote c where c.id = portal_cast.vote for update;
  if v.id is null or v.key is null or at < v.opens_at or at >= v.closes_at or not exists (select from portal_vote p where p.id = v.id) then
    return 'closed';
  end if;
  if seal is distinct from encode(contest_vote_hash(v.key, 'seal', ballot), 'hex') then
    return 'forged';
  end if;
  if cardinality(chosen) not between 1 and v.most
     or (select count(*) from portal_vote_entry e where e.vote_id = v.id and e.entry_id = any(chosen)) <> cardinality(chosen) then
    return 'unknown';
  end if;
  if exists (select from contest_ballot b where b.vote_id = v.id and b.hash = contest_vote_hash(v.key, 'ballot', ballot)) then
    return 'repeated';
  end if;
  insert into contest_vote_network as n (vote_id, hash, ballots) values (v.id, contest_vote_hash(v.key, 'network', network), 1)
    on conflict (vote_id, hash) do update set ballots = n.ballots + 1 where n.ballots < v.most_per_network;
  if not found then
    return 'crowded';
  end if;
  insert into contest_ballot (vote_id, hash) values (v.id, contest_vote_hash(v.key, 'ballot', ballot));
  update contest_vote_entry e set votes = e.votes + 1 where e.vote_id = v.id and e.entry_id = any(chosen);
  update contest_vote c set ballots = c.ballots + 1 where c.id = v.id;
  return 'counted';
end $function$
;
CREATE OR REPLACE FUNCTION public.portal_seal(vote uuid, words text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ select encode(contest_vote_hash(v.key, 'seal', words), 'hex') from contest_vote v join portal_vote p on p.id = v.id where v.id = vote and v.key is not null $function$
;
CREATE OR REPLACE FUNCTION public.seal_acts()
 RETURNS SETOF act_seal
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  seal act_seal;
  last act_seal;
begin
  -- One at a time: two sealers would fork the chain. Each statement below sees what is committed when it begins.
  perform pg_advisory_xact_lock(hashtext('act_seal'));
  select * into last from act_seal order by n desc limit 1;
  -- Left join: an act that vanished before it was sealed stays named by its seal, so that verify-audit misses it.
  with taken as (delete from act_pending returning act_id)
  select count(*), range_agg(int8range(taken.act_id, taken.act_id, '[]')), sha256(string_agg(coalesce(act.hash, ''), ''::bytea order by taken.act_id))
    into seal.rows, seal.acts, seal.digest
    from taken left join act on act.id = taken.act_id;
  if seal.rows = 0 then return; end if;
  seal.n := coalesce(last.n, 0) + 1;
  seal.at := clock_timestamp();
  seal.prev := last.hash;
  seal.hash := audit_digest(seal.n::text, (extract(epoch from seal.at) * 1000000)::bigint::text, seal.acts::text, seal.rows::text,
    encode(seal.digest, 'hex'), encode(seal.prev, 'hex'));
  insert into act_seal values (seal.*);
  return next seal;
end
$function$
;
CREATE OR REPLACE FUNCTION public.vi_fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, NORMALIZE(value, NFC)))
;

-- tables

create table act (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  act text not null,
  thing_kind text not null,
  thing_id text not null,
  unit_id integer,
  person_id uuid,
  post_id uuid,
  role text,
  post_unit_id integer,
  post_unit text,
  on_behalf_of uuid,
  system text,
  before jsonb,
  after jsonb,
  note text,
  personal_subject uuid,
  personal bytea,
  hash bytea not null,
  constraint act_pkey PRIMARY KEY (id),
  constraint act_act_check CHECK ((act ~ '^[a-z-]+:[a-z-]+$'::text)),
  constraint act_by_someone CHECK (((person_id IS NULL) <> (system IS NULL))),
  constraint act_personal_whole CHECK (((personal_subject IS NULL) = (personal IS NULL)))
);

create table act_pending (
  act_id bigint not null
);

create table act_seal (
  n bigint not null,
  at timestamp with time zone not null,
  acts int8multirange not null,
  rows integer not null,
  digest bytea not null,
  prev bytea,
  hash bytea not null,
  constraint act_seal_pkey PRIMARY KEY (n),
  constraint act_seal_hash_key UNIQUE (hash)
);

create table activity (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  kind text not null,
  state text not null,
  name text not null,
  on_date date not null,
  until_date date,
  start_time text,
  place text,
  lead_id integer not null,
  turns bigint,
  turns_said text,
  gifts bigint,
  gifts_said text,
  money bigint,
  money_said text,
  labour numeric(16,2),
  labour_said text,
  summary text default ''::text not null,
  details jsonb default '{}'::jsonb not null,
  approximate boolean default false not null,
  source text not null,
  typed_by uuid not null,
  typed_at integer not null,
  typed_for integer,
  work_id uuid,
  plan_id uuid,
  plan_item_id text,
  clause text,
  quote text,
  plan_label text,
  template_id uuid,
  template_date date,
  same_as uuid,
  cancel_reason text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  search text generated always as (vi_fold(((((name || ' '::text) || COALESCE(place, ''::text)) || ' '::text) || summary))) stored not null,
  constraint activity_pkey PRIMARY KEY (id),
  constraint activity_check CHECK ((until_date > on_date)),
  constraint activity_check1 CHECK (((cancel_reason IS NOT NULL) = (state = 'cancelled'::text))),
  constraint activity_check2 CHECK ((same_as <> id)),
  constraint activity_check3 CHECK (((plan_id IS NULL) = (plan_item_id IS NULL))),
  constraint activity_gifts_check CHECK ((gifts >= 0)),
  constraint activity_kind_fkey FOREIGN KEY (kind) REFERENCES activity_kind(code),
  constraint activity_labour_check CHECK ((labour >= (0)::numeric)),
  constraint activity_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES unit(id),
  constraint activity_money_check CHECK ((money >= 0)),
  constraint activity_name_check CHECK ((name <> ''::text)),
  constraint activity_same_as_fkey FOREIGN KEY (same_as) REFERENCES activity(id),
  constraint activity_source_check CHECK ((source = ANY (ARRAY['self'::text, 'dictated'::text, 'paper'::text]))),
  constraint activity_start_time_check CHECK ((start_time ~ '^[0-2]\d:[0-5]\d$'::text)),
  constraint activity_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text]))),
  constraint activity_template_id_fkey FOREIGN KEY (template_id) REFERENCES activity_template(id),
  constraint activity_template_id_template_date_key UNIQUE (template_id, template_date),
  constraint activity_turns_check CHECK ((turns >= 0)),
  constraint activity_typed_at_fkey FOREIGN KEY (typed_at) REFERENCES unit(id),
  constraint activity_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id),
  constraint activity_typed_for_fkey FOREIGN KEY (typed_for) REFERENCES unit(id)
);

create table activity_double (
  id uuid default uuidv7() not null,
  earlier_id uuid not null,
  later_id uuid not null,
  reasons text[] not null,
  state text default 'asked'::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  answered_unit integer,
  partner_added boolean default false not null,
  constraint activity_double_pkey PRIMARY KEY (id),
  constraint activity_double_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint activity_double_answered_unit_fkey FOREIGN KEY (answered_unit) REFERENCES unit(id),
  constraint activity_double_check CHECK (((state = 'asked'::text) = (answered_at IS NULL))),
  constraint activity_double_earlier_id_fkey FOREIGN KEY (earlier_id) REFERENCES activity(id) ON DELETE CASCADE,
  constraint activity_double_earlier_id_later_id_key UNIQUE (earlier_id, later_id),
  constraint activity_double_later_id_fkey FOREIGN KEY (later_id) REFERENCES activity(id) ON DELETE CASCADE,
  constraint activity_double_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'same'::text, 'different'::text])))
);

create table activity_file (
  id uuid default uuidv7() not null,
  activity_id uuid not null,
  kind text not null,
  hash text not null,
  thumb_hash text,
  name text not null,
  size integer not null,
  type text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint activity_file_pkey PRIMARY KEY (id),
  constraint activity_file_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE,
  constraint activity_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint activity_file_check CHECK (((thumb_hash IS NULL) = (kind = 'file'::text))),
  constraint activity_file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint activity_file_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'paper'::text, 'file'::text]))),
  constraint activity_file_size_check CHECK ((size > 0)),
  constraint activity_file_thumb_hash_check CHECK ((thumb_hash ~ '^[0-9a-f]{64}$'::text))
);

create table activity_kind (
  code text not null,
  name_vi text not null,
  name_en text not null,
  kind_group text not null,
  "position" integer not null,
  fields jsonb default '[]'::jsonb not null,
  active boolean default true not null,
  constraint activity_kind_pkey PRIMARY KEY (code),
  constraint activity_kind_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  constraint activity_kind_fields_check CHECK ((jsonb_typeof(fields) = 'array'::text)),
  constraint activity_kind_kind_group_check CHECK ((kind_group = ANY (ARRAY['oversight'::text, 'listening'::text, 'meetings'::text, 'movement'::text, 'care'::text])))
);

create table activity_partner (
  activity_id uuid not null,
  unit_id integer not null,
  constraint activity_partner_pkey PRIMARY KEY (activity_id, unit_id),
  constraint activity_partner_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE,
  constraint activity_partner_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table activity_template (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  kind text not null,
  name text not null,
  place text,
  start_time text,
  lead_id integer not null,
  partners integer[] default '{}'::integer[] not null,
  rhythm jsonb not null,
  from_date date not null,
  until_date date,
  active boolean default true not null,
  typed_by uuid not null,
  typed_at integer not null,
  created_at timestamp with time zone not null,
  constraint activity_template_pkey PRIMARY KEY (id),
  constraint activity_template_check CHECK ((until_date >= from_date)),
  constraint activity_template_kind_fkey FOREIGN KEY (kind) REFERENCES activity_kind(code),
  constraint activity_template_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES unit(id),
  constraint activity_template_start_time_check CHECK ((start_time ~ '^[0-2]\d:[0-5]\d$'::text)),
  constraint activity_template_typed_at_fkey FOREIGN KEY (typed_at) REFERENCES unit(id),
  constraint activity_template_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id)
);

create table appraisal_change (
  id uuid default uuidv7() not null,
  sheet_id uuid not null,
  line text not null,
  first jsonb not null,
  later jsonb not null,
  reason text not null,
  changed_at timestamp with time zone not null,
  constraint appraisal_change_pkey PRIMARY KEY (id),
  constraint appraisal_change_reason_check CHECK ((reason <> ''::text)),
  constraint appraisal_change_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES appraisal_sheet(id) ON DELETE CASCADE
);

create table appraisal_draw (
  id uuid default uuidv7() not null,
  round_id uuid not null,
  seed text not null,
  given jsonb not null,
  drawn jsonb not null,
  drawn_by uuid not null,
  drawn_at timestamp with time zone not null,
  constraint appraisal_draw_pkey PRIMARY KEY (id),
  constraint appraisal_draw_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES person(id),
  constraint appraisal_draw_round_id_fkey FOREIGN KEY (round_id) REFERENCES appraisal_round(id) ON DELETE CASCADE
);

create table appraisal_member (
  round_id uuid not null,
  person_id uuid not null,
  unit_id integer not null,
  part text not null,
  left_on date,
  constraint appraisal_member_pkey PRIMARY KEY (round_id, person_id),
  constraint appraisal_member_part_check CHECK ((part = ANY (ARRAY['head'::text, 'secretary'::text, 'member'::text]))),
  constraint appraisal_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint appraisal_member_round_id_fkey FOREIGN KEY (round_id) REFERENCES appraisal_round(id) ON DELETE CASCADE,
  constraint appraisal_member_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table appraisal_round (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  body_id integer not null,
  purpose text not null,
  title text not null,
  state text default 'draft'::text not null,
  rubric_id uuid,
  period_from date not null,
  period_until date not null,
  self_scoring boolean default true not null,
  self_until date not null,
  judge_until date not null,
  due_rule text,
  judges smallint default 2 not null,
  final text default 'mean'::text not null,
  spread_share numeric(5,2) default 15 not null,
  comment_share numeric(5,2) default 60 not null,
  titles text[] default '{}'::text[] not null,
  all_units integer,
  note text default ''::text not null,
  cancel_reason text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint appraisal_round_pkey PRIMARY KEY (id),
  constraint appraisal_round_all_units_check CHECK ((all_units >= 0)),
  constraint appraisal_round_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint appraisal_round_check CHECK (((cancel_reason IS NOT NULL) = (state = 'cancelled'::text))),
  constraint appraisal_round_check1 CHECK ((period_until >= period_from)),
  constraint appraisal_round_check2 CHECK ((judge_until >= self_until)),
  constraint appraisal_round_check3 CHECK (((closed_at IS NOT NULL) = (state = 'closed'::text))),
  constraint appraisal_round_check4 CHECK (((rubric_id IS NOT NULL) OR (purpose = 'emulation'::text) OR (state = ANY (ARRAY['draft'::text, 'cancelled'::text])))),
  constraint appraisal_round_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint appraisal_round_comment_share_check CHECK (((comment_share >= (0)::numeric) AND (comment_share <= (100)::numeric))),
  constraint appraisal_round_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint appraisal_round_due_rule_check CHECK ((due_rule ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'::text)),
  constraint appraisal_round_final_check CHECK ((final = ANY (ARRAY['mean'::text, 'agreed'::text]))),
  constraint appraisal_round_judges_check CHECK (((judges >= 2) AND (judges <= 9))),
  constraint appraisal_round_purpose_check CHECK ((purpose = ANY (ARRAY['appraisal'::text, 'emulation'::text]))),
  constraint appraisal_round_rubric_id_fkey FOREIGN KEY (rubric_id) REFERENCES appraisal_rubric(id),
  constraint appraisal_round_spread_share_check CHECK (((spread_share > (0)::numeric) AND (spread_share <= (100)::numeric))),
  constraint appraisal_round_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'cancelled'::text]))),
  constraint appraisal_round_title_check CHECK ((title <> ''::text))
);

create table appraisal_rubric (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  body_id integer not null,
  family_id uuid default uuidv7() not null,
  edition integer default 1 not null,
  state text default 'draft'::text not null,
  title text not null,
  rates text[] not null,
  valid_from date,
  valid_until date,
  basis text default ''::text not null,
  sample text,
  content jsonb not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  published_by uuid,
  published_at timestamp with time zone,
  constraint appraisal_rubric_pkey PRIMARY KEY (id),
  constraint appraisal_rubric_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint appraisal_rubric_check CHECK ((valid_until >= valid_from)),
  constraint appraisal_rubric_check1 CHECK (((state = 'published'::text) = (published_at IS NOT NULL))),
  constraint appraisal_rubric_check2 CHECK (((published_by IS NULL) = (published_at IS NULL))),
  constraint appraisal_rubric_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint appraisal_rubric_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint appraisal_rubric_edition_check CHECK ((edition >= 1)),
  constraint appraisal_rubric_family_id_edition_key UNIQUE (family_id, edition),
  constraint appraisal_rubric_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id),
  constraint appraisal_rubric_rates_check CHECK ((cardinality(rates) > 0)),
  constraint appraisal_rubric_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text]))),
  constraint appraisal_rubric_title_check CHECK ((title <> ''::text))
);

create table appraisal_self (
  subject_id uuid not null,
  line text not null,
  points numeric(7,2),
  met boolean,
  evidence text default ''::text not null,
  links jsonb default '[]'::jsonb not null,
  constraint appraisal_self_pkey PRIMARY KEY (subject_id, line),
  constraint appraisal_self_links_check CHECK ((jsonb_typeof(links) = 'array'::text)),
  constraint appraisal_self_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES appraisal_subject(id) ON DELETE CASCADE
);

create table appraisal_sheet (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  subject_id uuid not null,
  person_id uuid not null,
  how text not null,
  state text default 'draft'::text not null,
  reason text,
  marks jsonb default '{}'::jsonb not null,
  sent_at timestamp with time zone,
  assigned_by uuid not null,
  assigned_at timestamp with time zone not null,
  constraint appraisal_sheet_pkey PRIMARY KEY (id),
  constraint appraisal_sheet_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES person(id),
  constraint appraisal_sheet_check CHECK (((reason IS NOT NULL) = (state = ANY (ARRAY['recused'::text, 'replaced'::text])))),
  constraint appraisal_sheet_how_check CHECK ((how = ANY (ARRAY['lot'::text, 'hand'::text]))),
  constraint appraisal_sheet_marks_check CHECK ((jsonb_typeof(marks) = 'object'::text)),
  constraint appraisal_sheet_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint appraisal_sheet_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'recused'::text, 'replaced'::text]))),
  constraint appraisal_sheet_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES appraisal_subject(id) ON DELETE CASCADE,
  constraint appraisal_sheet_subject_id_person_id_key UNIQUE (subject_id, person_id)
);

create table appraisal_subject (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  round_id uuid not null,
  kind text not null,
  ref text not null,
  unit_id integer not null,
  title text not null,
  state text not null,
  titles text[] default '{}'::text[] not null,
  sent_by uuid,
  sent_on date,
  return_reason text,
  qualifying jsonb default '{}'::jsonb not null,
  qualified boolean,
  qualified_reason text,
  qualified_by uuid,
  opened_at timestamp with time zone,
  discussion text default ''::text not null,
  points numeric(8,2),
  scale numeric(8,2),
  outcome text,
  counts boolean,
  concluded_by uuid,
  concluded_on date,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint appraisal_subject_pkey PRIMARY KEY (id),
  constraint appraisal_subject_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint appraisal_subject_check CHECK (((state <> 'returned'::text) OR (return_reason IS NOT NULL))),
  constraint appraisal_subject_check1 CHECK (((state <> 'failed'::text) OR ((qualified IS FALSE) AND (qualified_reason IS NOT NULL)))),
  constraint appraisal_subject_check2 CHECK (((opened_at IS NOT NULL) = (state = ANY (ARRAY['opened'::text, 'concluded'::text])))),
  constraint appraisal_subject_check3 CHECK (((state = 'concluded'::text) = (concluded_on IS NOT NULL))),
  constraint appraisal_subject_check4 CHECK (((state <> 'concluded'::text) OR ((points IS NOT NULL) AND (scale IS NOT NULL) AND (outcome IS NOT NULL)))),
  constraint appraisal_subject_concluded_by_fkey FOREIGN KEY (concluded_by) REFERENCES person(id),
  constraint appraisal_subject_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'exemplar'::text, 'candidate'::text, 'named'::text]))),
  constraint appraisal_subject_qualified_by_fkey FOREIGN KEY (qualified_by) REFERENCES person(id),
  constraint appraisal_subject_qualifying_check CHECK ((jsonb_typeof(qualifying) = 'object'::text)),
  constraint appraisal_subject_ref_check CHECK ((ref <> ''::text)),
  constraint appraisal_subject_round_id_fkey FOREIGN KEY (round_id) REFERENCES appraisal_round(id) ON DELETE CASCADE,
  constraint appraisal_subject_round_id_kind_ref_key UNIQUE (round_id, kind, ref),
  constraint appraisal_subject_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id),
  constraint appraisal_subject_state_check CHECK ((state = ANY (ARRAY['self'::text, 'sent'::text, 'returned'::text, 'failed'::text, 'judging'::text, 'opened'::text, 'concluded'::text]))),
  constraint appraisal_subject_title_check CHECK ((title <> ''::text)),
  constraint appraisal_subject_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table award (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  campaign_id uuid,
  candidate_id uuid,
  decision_id uuid,
  body_id integer not null,
  unit_id integer not null,
  subject text not null,
  form text not null,
  form_name text not null,
  exemplar_id uuid,
  printed_name text,
  printed_post text,
  printed_unit text,
  deed text not null,
  period_from date not null,
  period_until date not null,
  other_achievement text,
  number text not null,
  granted_on date not null,
  granter text not null,
  signer_name text,
  consent_on date,
  consent_how text,
  revoked_on date,
  revoked_reason text,
  erased_on date,
  typed_by uuid not null,
  typed_at timestamp with time zone not null,
  holder_key text generated always as (vi_fold(printed_name)) stored,
  may_be_public boolean generated always as (((revoked_on IS NULL) AND (erased_on IS NULL) AND ((subject = 'collective'::text) OR (consent_on IS NOT NULL)))) stored not null,
  constraint award_pkey PRIMARY KEY (id),
  constraint award_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint award_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES award_campaign(id),
  constraint award_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES award_candidate(id),
  constraint award_candidate_id_key UNIQUE (candidate_id),
  constraint award_check CHECK ((period_until >= period_from)),
  constraint award_check1 CHECK (((revoked_on IS NULL) = (revoked_reason IS NULL))),
  constraint award_check2 CHECK (((printed_name IS NOT NULL) OR (erased_on IS NOT NULL))),
  constraint award_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES award_decision(id),
  constraint award_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id),
  constraint award_once_per_exemplar EXCLUDE USING gist (exemplar_id WITH =, daterange(period_from, period_until, '[]'::text) WITH &&) WHERE (((exemplar_id IS NOT NULL) AND (revoked_on IS NULL) AND (other_achievement IS NULL))),
  constraint award_once_per_holder EXCLUDE USING gist (unit_id WITH =, holder_key WITH =, daterange(period_from, period_until, '[]'::text) WITH &&) WHERE (((exemplar_id IS NULL) AND (revoked_on IS NULL) AND (other_achievement IS NULL) AND (holder_key IS NOT NULL))),
  constraint award_subject_check CHECK ((subject = ANY (ARRAY['collective'::text, 'individual'::text]))),
  constraint award_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id),
  constraint award_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table award_campaign (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  body_id integer not null,
  title text not null,
  kind text not null,
  state text default 'draft'::text not null,
  period_from date not null,
  period_until date not null,
  opens_on date not null,
  closes_on date not null,
  forms jsonb not null,
  most_collectives integer,
  most_individuals integer,
  needed_percent numeric(5,2) not null,
  needed_more boolean not null,
  needed_of text not null,
  quorum_percent numeric(5,2) not null,
  bases text[] default '{}'::text[] not null,
  plan_id uuid,
  plan_item_id text,
  clause text,
  quote text,
  plan_label text,
  note text default ''::text not null,
  cancel_reason text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint award_campaign_pkey PRIMARY KEY (id),
  constraint award_campaign_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint award_campaign_check CHECK (((cancel_reason IS NOT NULL) = (state = 'cancelled'::text))),
  constraint award_campaign_check1 CHECK ((period_until >= period_from)),
  constraint award_campaign_check2 CHECK ((closes_on >= opens_on)),
  constraint award_campaign_check3 CHECK (((plan_id IS NULL) = (plan_item_id IS NULL))),
  constraint award_campaign_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint award_campaign_forms_check CHECK (((jsonb_typeof(forms) = 'array'::text) AND (jsonb_array_length(forms) > 0))),
  constraint award_campaign_kind_check CHECK ((kind = ANY (ARRAY['regular'::text, 'thematic'::text, 'sudden'::text, 'merit'::text, 'service'::text, 'external'::text]))),
  constraint award_campaign_most_collectives_check CHECK ((most_collectives >= 0)),
  constraint award_campaign_most_individuals_check CHECK ((most_individuals >= 0)),
  constraint award_campaign_needed_of_check CHECK ((needed_of = ANY (ARRAY['members'::text, 'present'::text]))),
  constraint award_campaign_needed_percent_check CHECK (((needed_percent >= (0)::numeric) AND (needed_percent <= (100)::numeric))),
  constraint award_campaign_quorum_percent_check CHECK (((quorum_percent >= (0)::numeric) AND (quorum_percent <= (100)::numeric))),
  constraint award_campaign_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'council'::text, 'decided'::text, 'closed'::text, 'cancelled'::text]))),
  constraint award_campaign_title_check CHECK ((title <> ''::text))
);

create table award_campaign_unit (
  campaign_id uuid not null,
  unit_id integer not null,
  most_collectives integer,
  most_individuals integer,
  constraint award_campaign_unit_pkey PRIMARY KEY (campaign_id, unit_id),
  constraint award_campaign_unit_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES award_campaign(id) ON DELETE CASCADE,
  constraint award_campaign_unit_most_collectives_check CHECK ((most_collectives >= 0)),
  constraint award_campaign_unit_most_individuals_check CHECK ((most_individuals >= 0)),
  constraint award_campaign_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table award_candidate (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  campaign_id uuid not null,
  unit_id integer not null,
  quota_unit_id integer,
  subject text not null,
  form text not null,
  exemplar_id uuid,
  printed_name text,
  printed_post text,
  printed_unit text,
  deed text not null,
  period_from date not null,
  period_until date not null,
  words jsonb default '{}'::jsonb not null,
  why jsonb default '[]'::jsonb not null,
  other_achievement text,
  consent_on date,
  consent_how text,
  consent_by uuid,
  state text default 'draft'::text not null,
  reason text,
  typed_by uuid not null,
  proposed_by uuid,
  proposed_on date,
  erased_on date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint award_candidate_pkey PRIMARY KEY (id),
  constraint award_candidate_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES award_campaign(id),
  constraint award_candidate_check CHECK ((period_until >= period_from)),
  constraint award_candidate_check1 CHECK (((printed_name IS NOT NULL) OR (erased_on IS NOT NULL))),
  constraint award_candidate_check2 CHECK (((subject = 'individual'::text) OR (printed_post IS NULL))),
  constraint award_candidate_check3 CHECK (((consent_on IS NULL) = (consent_how IS NULL))),
  constraint award_candidate_check4 CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (proposed_on IS NOT NULL))),
  constraint award_candidate_consent_by_fkey FOREIGN KEY (consent_by) REFERENCES person(id),
  constraint award_candidate_deed_check CHECK ((deed <> ''::text)),
  constraint award_candidate_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id),
  constraint award_candidate_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  constraint award_candidate_quota_unit_id_fkey FOREIGN KEY (quota_unit_id) REFERENCES unit(id),
  constraint award_candidate_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'returned'::text, 'withdrawn'::text, 'passed'::text, 'failed'::text, 'awarded'::text]))),
  constraint award_candidate_subject_check CHECK ((subject = ANY (ARRAY['collective'::text, 'individual'::text]))),
  constraint award_candidate_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id),
  constraint award_candidate_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint award_candidate_why_check CHECK ((jsonb_typeof(why) = 'array'::text)),
  constraint award_candidate_words_check CHECK ((jsonb_typeof(words) = 'object'::text))
);

create table award_decision (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  campaign_id uuid not null,
  body_id integer not null,
  granter text,
  state text default 'draft'::text not null,
  candidates uuid[] not null,
  number text,
  decided_on date,
  signer_name text,
  signer_post text,
  scan_hash text,
  scan_name text,
  scan_type text,
  reason text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  signed_by uuid,
  constraint award_decision_pkey PRIMARY KEY (id),
  constraint award_decision_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint award_decision_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES award_campaign(id),
  constraint award_decision_candidates_check CHECK ((cardinality(candidates) > 0)),
  constraint award_decision_check CHECK (((state <> 'signed'::text) OR ((number IS NOT NULL) AND (decided_on IS NOT NULL) AND (signer_name IS NOT NULL)))),
  constraint award_decision_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint award_decision_scan_hash_check CHECK ((scan_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint award_decision_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES person(id),
  constraint award_decision_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'signed'::text, 'cancelled'::text])))
);

create table award_form (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  body_id integer,
  code text not null,
  name text not null,
  subjects text[] not null,
  granters jsonb default '[]'::jsonb not null,
  basis text default ''::text not null,
  retired boolean default false not null,
  "position" integer default 100 not null,
  constraint award_form_pkey PRIMARY KEY (id),
  constraint award_form_body_id_code_key UNIQUE NULLS NOT DISTINCT (body_id, code),
  constraint award_form_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint award_form_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  constraint award_form_granters_check CHECK ((jsonb_typeof(granters) = 'array'::text)),
  constraint award_form_name_check CHECK ((name <> ''::text)),
  constraint award_form_subjects_check CHECK (((cardinality(subjects) > 0) AND (subjects <@ ARRAY['collective'::text, 'individual'::text])))
);

create table award_meeting (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  campaign_id uuid not null,
  state text default 'draft'::text not null,
  held_on date not null,
  place text default ''::text not null,
  members integer not null,
  present integer not null,
  attendance text default ''::text not null,
  absent text default ''::text not null,
  opinions text default ''::text not null,
  chair_name text default ''::text not null,
  chair_post text default ''::text not null,
  secretary_name text default ''::text not null,
  secretary_post text default ''::text not null,
  typed_by uuid not null,
  created_at timestamp with time zone not null,
  constraint award_meeting_pkey PRIMARY KEY (id),
  constraint award_meeting_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES award_campaign(id),
  constraint award_meeting_check CHECK ((present <= members)),
  constraint award_meeting_members_check CHECK ((members > 0)),
  constraint award_meeting_present_check CHECK ((present >= 0)),
  constraint award_meeting_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'closed'::text]))),
  constraint award_meeting_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id)
);

create table award_paper (
  id uuid default uuidv7() not null,
  campaign_id uuid not null,
  unit_id integer not null,
  candidate_id uuid,
  kind text not null,
  label text default ''::text not null,
  file_hash text not null,
  file_name text not null,
  file_type text not null,
  file_size integer not null,
  taken_off_on date,
  attached_by uuid not null,
  attached_at timestamp with time zone not null,
  constraint award_paper_pkey PRIMARY KEY (id),
  constraint award_paper_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES person(id),
  constraint award_paper_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES award_campaign(id),
  constraint award_paper_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES award_candidate(id),
  constraint award_paper_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint award_paper_kind_check CHECK ((kind = ANY (ARRAY['submission'::text, 'report'::text, 'minutes'::text, 'other'::text]))),
  constraint award_paper_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table award_vote (
  meeting_id uuid not null,
  candidate_id uuid not null,
  votes_for integer not null,
  votes_against integer not null,
  votes_blank integer not null,
  passed boolean,
  constraint award_vote_pkey PRIMARY KEY (meeting_id, candidate_id),
  constraint award_vote_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES award_candidate(id),
  constraint award_vote_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES award_meeting(id) ON DELETE CASCADE,
  constraint award_vote_votes_against_check CHECK ((votes_against >= 0)),
  constraint award_vote_votes_blank_check CHECK ((votes_blank >= 0)),
  constraint award_vote_votes_for_check CHECK ((votes_for >= 0))
);

create table calendar_feed (
  id uuid default uuidv7() not null,
  token_hash bytea not null,
  person_id uuid not null,
  unit_id integer not null,
  label text not null,
  created_at timestamp with time zone not null,
  last_read_on date,
  revoked_at timestamp with time zone,
  constraint calendar_feed_pkey PRIMARY KEY (id),
  constraint calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint calendar_feed_token_hash_key UNIQUE (token_hash),
  constraint calendar_feed_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table contest (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  body_id integer not null,
  title text not null,
  rules text default ''::text not null,
  kinds text[] not null,
  prizes text[] default '{}'::text[] not null,
  most_entries integer,
  state text default 'draft'::text not null,
  round integer default 1 not null,
  cancel_reason text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint contest_pkey PRIMARY KEY (id),
  constraint contest_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint contest_check CHECK (((cancel_reason IS NOT NULL) = (state = 'cancelled'::text))),
  constraint contest_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint contest_kinds_check CHECK (((cardinality(kinds) > 0) AND (kinds <@ ARRAY['team'::text, 'exemplar'::text, 'work'::text]))),
  constraint contest_most_entries_check CHECK ((most_entries > 0)),
  constraint contest_round_check CHECK ((round > 0)),
  constraint contest_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'judging'::text, 'decided'::text, 'closed'::text, 'cancelled'::text]))),
  constraint contest_title_check CHECK ((title <> ''::text))
);

create table contest_ballot (
  vote_id uuid not null,
  hash bytea not null,
  constraint contest_ballot_pkey PRIMARY KEY (vote_id, hash),
  constraint contest_ballot_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES contest_vote(id) ON DELETE CASCADE
);

create table contest_entry (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  contest_id uuid not null,
  unit_id integer not null,
  quota_unit_id integer not null,
  kind text not null,
  title text not null,
  text text default ''::text not null,
  team text,
  exemplar_id uuid,
  state text default 'draft'::text not null,
  round integer default 1 not null,
  reason text,
  late boolean default false not null,
  sent_on date,
  sent_by uuid,
  typed_by uuid not null,
  created_at timestamp with time zone not null,
  constraint contest_entry_pkey PRIMARY KEY (id),
  constraint contest_entry_check CHECK (((kind = 'exemplar'::text) = (exemplar_id IS NOT NULL))),
  constraint contest_entry_check1 CHECK (((team IS NULL) OR (kind = 'team'::text))),
  constraint contest_entry_check2 CHECK (((state <> 'sent'::text) OR (sent_on IS NOT NULL))),
  constraint contest_entry_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES contest(id),
  constraint contest_entry_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id),
  constraint contest_entry_kind_check CHECK ((kind = ANY (ARRAY['team'::text, 'exemplar'::text, 'work'::text]))),
  constraint contest_entry_quota_unit_id_fkey FOREIGN KEY (quota_unit_id) REFERENCES unit(id),
  constraint contest_entry_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id),
  constraint contest_entry_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint contest_entry_title_check CHECK ((title <> ''::text)),
  constraint contest_entry_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id),
  constraint contest_entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table contest_paper (
  id uuid default uuidv7() not null,
  contest_id uuid not null,
  entry_id uuid,
  round integer,
  file_hash text not null,
  file_name text not null,
  file_type text not null,
  file_size integer not null,
  taken_off_on date,
  attached_by uuid not null,
  attached_at timestamp with time zone not null,
  constraint contest_paper_pkey PRIMARY KEY (id),
  constraint contest_paper_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES person(id),
  constraint contest_paper_check CHECK (((entry_id IS NULL) = (round IS NOT NULL))),
  constraint contest_paper_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES contest(id),
  constraint contest_paper_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES contest_entry(id),
  constraint contest_paper_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
);

create table contest_result (
  contest_id uuid not null,
  round integer not null,
  entry_id uuid not null,
  points numeric(8,2),
  points_of numeric(8,2),
  goes_on boolean default false not null,
  prize text,
  constraint contest_result_pkey PRIMARY KEY (contest_id, round, entry_id),
  constraint contest_result_check CHECK (((points IS NULL) OR (points_of IS NULL) OR (points <= points_of))),
  constraint contest_result_contest_id_round_fkey FOREIGN KEY (contest_id, round) REFERENCES contest_round(contest_id, "position"),
  constraint contest_result_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES contest_entry(id),
  constraint contest_result_points_check CHECK ((points >= (0)::numeric)),
  constraint contest_result_points_of_check CHECK ((points_of > (0)::numeric))
);

create table contest_round (
  contest_id uuid not null,
  "position" integer not null,
  name text not null,
  entries_from date not null,
  entries_until date not null,
  judging_from date not null,
  judging_until date not null,
  way text not null,
  appraisal_round_id uuid,
  published_on date,
  constraint contest_round_pkey PRIMARY KEY (contest_id, "position"),
  constraint contest_round_appraisal_round_id_fkey FOREIGN KEY (appraisal_round_id) REFERENCES appraisal_round(id),
  constraint contest_round_check1 CHECK (((entries_until >= entries_from) AND (judging_from >= entries_from) AND (judging_until >= judging_from))),
  constraint contest_round_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES contest(id) ON DELETE CASCADE,
  constraint contest_round_name_check CHECK ((name <> ''::text)),
  constraint contest_round_position_check CHECK ((("position" >= 1) AND ("position" <= 10))),
  constraint contest_round_way_check CHECK ((way = ANY (ARRAY['appraisal'::text, 'stage'::text])))
);

create table contest_unit (
  contest_id uuid not null,
  unit_id integer not null,
  constraint contest_unit_pkey PRIMARY KEY (contest_id, unit_id),
  constraint contest_unit_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES contest(id) ON DELETE CASCADE,
  constraint contest_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table contest_vote (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  contest_id uuid not null,
  round integer not null,
  most integer not null,
  most_per_network integer not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  reason text not null,
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_by_name text,
  closed_reason text,
  key bytea,
  ballots integer default 0 not null,
  constraint contest_vote_pkey PRIMARY KEY (id),
  constraint contest_vote_ballots_check CHECK ((ballots >= 0)),
  constraint contest_vote_check CHECK ((closes_at > opens_at)),
  constraint contest_vote_check1 CHECK (((key IS NULL) = (closed_at IS NOT NULL))),
  constraint contest_vote_check2 CHECK ((num_nonnulls(closed_by, closed_by_name, closed_reason) = ANY (ARRAY[0, 3]))),
  constraint contest_vote_check3 CHECK (((closed_by IS NULL) OR (closed_at IS NOT NULL))),
  constraint contest_vote_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint contest_vote_contest_id_round_fkey FOREIGN KEY (contest_id, round) REFERENCES contest_round(contest_id, "position"),
  constraint contest_vote_contest_id_round_key UNIQUE (contest_id, round),
  constraint contest_vote_key_check CHECK ((octet_length(key) = 32)),
  constraint contest_vote_most_check CHECK (((most >= 1) AND (most <= 20))),
  constraint contest_vote_most_per_network_check CHECK (((most_per_network >= 1) AND (most_per_network <= 10000))),
  constraint contest_vote_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint contest_vote_reason_check CHECK ((reason <> ''::text))
);

create table contest_vote_entry (
  vote_id uuid not null,
  entry_id uuid not null,
  "position" integer not null,
  title text not null,
  unit_name text not null,
  summary text default ''::text not null,
  votes integer default 0 not null,
  constraint contest_vote_entry_pkey PRIMARY KEY (vote_id, entry_id),
  constraint contest_vote_entry_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES contest_entry(id),
  constraint contest_vote_entry_position_check CHECK (("position" > 0)),
  constraint contest_vote_entry_title_check CHECK ((title <> ''::text)),
  constraint contest_vote_entry_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES contest_vote(id) ON DELETE CASCADE,
  constraint contest_vote_entry_votes_check CHECK ((votes >= 0))
);

create table contest_vote_network (
  vote_id uuid not null,
  hash bytea not null,
  ballots integer not null,
  constraint contest_vote_network_pkey PRIMARY KEY (vote_id, hash),
  constraint contest_vote_network_ballots_check CHECK ((ballots > 0)),
  constraint contest_vote_network_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES contest_vote(id) ON DELETE CASCADE
);

create table credential (
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone not null,
  constraint credential_pkey PRIMARY KEY (person_id),
  constraint credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table decision_number (
  unit_id integer not null,
  symbol text not null,
  series text not null,
  number text not null,
  thing_kind text not null,
  thing_id uuid not null,
  constraint decision_number_pkey PRIMARY KEY (unit_id, symbol, series, number),
  constraint decision_number_number_check CHECK ((number <> ''::text)),
  constraint decision_number_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table demo_mark (
  only_one boolean default true not null,
  province_id integer not null,
  filled_at timestamp with time zone default now() not null,
  constraint demo_mark_pkey PRIMARY KEY (only_one),
  constraint demo_mark_only_one_check CHECK (only_one),
  constraint demo_mark_province_id_fkey FOREIGN KEY (province_id) REFERENCES unit(id)
);

create table document (
  id uuid default uuidv7() not null,
  unit_id integer not null,
  state text not null,
  file_hash text not null,
  file_name text not null,
  file_size integer not null,
  file_type text not null,
  internal boolean not null,
  audience text default 'unit'::text not null,
  doc_type text,
  number text,
  number_key text,
  printed_date text,
  place text,
  issuer text,
  subject text,
  issuer_unit_id integer,
  failure jsonb,
  compiler text,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  version integer default 1 not null,
  search text generated always as (vi_fold(((((((((COALESCE(number, ''::text) || ' '::text) || COALESCE(subject, ''::text)) || ' '::text) || COALESCE(issuer, ''::text)) || ' '::text) || COALESCE(doc_type, ''::text)) || ' '::text) || file_name))) stored not null,
  node text generated always as (COALESCE(((number_key || '@'::text) || COALESCE(printed_date, ''::text)), ('id:'::text || (id)::text))) stored not null,
  law_key text,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_audience_check CHECK ((audience = ANY (ARRAY['unit'::text, 'installation'::text]))),
  constraint document_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint document_file_size_check CHECK ((file_size > 0)),
  constraint document_internal_stays CHECK (((NOT internal) OR (audience = 'unit'::text))),
  constraint document_issuer_unit_id_fkey FOREIGN KEY (issuer_unit_id) REFERENCES unit(id),
  constraint document_once UNIQUE (unit_id, file_hash),
  constraint document_printed_date_check CHECK ((printed_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)),
  constraint document_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES person(id),
  constraint document_state_check CHECK ((state = ANY (ARRAY['recognising'::text, 'compiling'::text, 'failed'::text, 'review'::text, 'reviewed'::text]))),
  constraint document_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint document_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id)
);

create table document_check_decision (
  document_id uuid not null,
  unit_id integer not null,
  finding text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint document_check_decision_pkey PRIMARY KEY (document_id, unit_id, finding),
  constraint document_check_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint document_check_decision_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE,
  constraint document_check_decision_finding_check CHECK (((finding <> ''::text) AND (length(finding) <= 200))),
  constraint document_check_decision_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table document_correction (
  id uuid default uuidv7() not null,
  unit_id integer not null,
  issuer_unit_id integer,
  issuer_name text,
  aspect text not null,
  part text default ''::text not null,
  from_text text not null,
  from_key text not null,
  decided jsonb,
  document_id uuid not null,
  item_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  silenced_by uuid,
  silenced_at timestamp with time zone,
  constraint document_correction_pkey PRIMARY KEY (id),
  constraint document_correction_aspect_check CHECK ((aspect = ANY (ARRAY['body'::text, 'lead'::text, 'due'::text, 'header'::text, 'opening'::text, 'heading'::text, 'citation'::text, 'event'::text]))),
  constraint document_correction_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE,
  constraint document_correction_issuer CHECK (((issuer_unit_id IS NULL) <> (issuer_name IS NULL))),
  constraint document_correction_issuer_unit_id_fkey FOREIGN KEY (issuer_unit_id) REFERENCES unit(id),
  constraint document_correction_item_id_fkey FOREIGN KEY (item_id) REFERENCES document_item(id) ON DELETE SET NULL,
  constraint document_correction_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint document_correction_once UNIQUE NULLS NOT DISTINCT (unit_id, issuer_unit_id, issuer_name, aspect, part, from_key),
  constraint document_correction_silenced_by_fkey FOREIGN KEY (silenced_by) REFERENCES person(id),
  constraint document_correction_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table document_ending (
  document_id uuid not null,
  node text not null,
  line integer not null,
  words text not null,
  how text not null,
  constraint document_ending_pkey PRIMARY KEY (document_id, node),
  constraint document_ending_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE,
  constraint document_ending_how_check CHECK ((how = ANY (ARRAY['replaced'::text, 'ended'::text])))
);

create table document_item (
  id uuid default uuidv7() not null,
  document_id uuid not null,
  kind text not null,
  "position" integer not null,
  state text not null,
  line integer,
  quote text,
  span jsonb,
  value jsonb not null,
  original jsonb,
  original_span jsonb,
  compiled_id text,
  confidence real,
  split_from uuid,
  number_key text,
  cited_date text,
  linked_to uuid,
  changed_by uuid,
  changed_at timestamp with time zone,
  version integer default 1 not null,
  cites text generated always as (
CASE
    WHEN ((kind = 'citation'::text) AND (state <> 'dropped'::text)) THEN
    CASE
        WHEN (number_key IS NOT NULL) THEN ((number_key || '@'::text) || COALESCE(cited_date, ''::text))
        WHEN (law_key IS NOT NULL) THEN ((('law:'::text || law_key) || '@'::text) || COALESCE(cited_date, ''::text))
        ELSE NULL::text
    END
    ELSE NULL::text
END) stored,
  law_key text,
  constraint document_item_pkey PRIMARY KEY (id),
  constraint document_item_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  constraint document_item_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE,
  constraint document_item_kind_check CHECK ((kind = ANY (ARRAY['header'::text, 'citation'::text, 'target'::text, 'task'::text, 'reporting'::text, 'event'::text]))),
  constraint document_item_linked_to_fkey FOREIGN KEY (linked_to) REFERENCES document(id),
  constraint document_item_split_from_fkey FOREIGN KEY (split_from) REFERENCES document_item(id),
  constraint document_item_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'corrected'::text, 'added'::text, 'dropped'::text]))),
  constraint document_item_words CHECK (((line IS NULL) = (span IS NULL)))
);

create table document_lookalike (
  document_id uuid not null,
  other_id uuid not null,
  same boolean not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint document_lookalike_pkey PRIMARY KEY (document_id, other_id),
  constraint document_lookalike_check CHECK ((document_id < other_id)),
  constraint document_lookalike_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint document_lookalike_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE,
  constraint document_lookalike_other_id_fkey FOREIGN KEY (other_id) REFERENCES document(id) ON DELETE CASCADE
);

create table document_page (
  document_id uuid not null,
  page integer not null,
  state text default 'waiting'::text not null,
  source text,
  image_hash text,
  image_size integer,
  shape jsonb,
  lines jsonb,
  corrected jsonb,
  corrected_by uuid,
  corrected_at timestamp with time zone,
  version integer default 1 not null,
  constraint document_page_pkey PRIMARY KEY (document_id, page),
  constraint document_page_corrected CHECK (((corrected IS NULL) = (corrected_by IS NULL))),
  constraint document_page_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES person(id),
  constraint document_page_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE,
  constraint document_page_image_hash_check CHECK ((image_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint document_page_page_check CHECK ((page > 0)),
  constraint document_page_read CHECK (((state <> 'read'::text) OR ((source IS NOT NULL) AND (image_hash IS NOT NULL) AND (shape IS NOT NULL)))),
  constraint document_page_source_check CHECK ((source = ANY (ARRAY['text'::text, 'recognised'::text]))),
  constraint document_page_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'unread'::text])))
);

create table document_reader (
  document_id uuid not null,
  unit_id integer not null,
  since timestamp with time zone not null,
  constraint document_reader_pkey PRIMARY KEY (document_id, unit_id),
  constraint document_reader_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE,
  constraint document_reader_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table document_refusal (
  id uuid default uuidv7() not null,
  unit_id integer not null,
  uploaded_by uuid not null,
  refused_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  constraint document_refusal_pkey PRIMARY KEY (id),
  constraint document_refusal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint document_refusal_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id)
);

create table document_text (
  document_id uuid not null,
  text text not null,
  tables jsonb not null,
  footnotes jsonb not null,
  notes jsonb not null,
  plan jsonb,
  previous_plan jsonb,
  previous_compiler text,
  marks integer default 0 not null,
  constraint document_text_pkey PRIMARY KEY (document_id),
  constraint document_text_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
);

create table exemplar (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  kind text not null,
  state text not null,
  name text not null,
  field text,
  local_field text,
  themes text[] default '{}'::text[] not null,
  stream text not null,
  lead_id integer not null,
  area_id integer,
  place text,
  contents jsonb default '{}'::jsonb not null,
  started_on date,
  ends_on date,
  money bigint,
  money_said text,
  labour numeric(16,2),
  labour_said text,
  turns bigint,
  turns_said text,
  step smallint default 1 not null,
  paused boolean default false not null,
  round_id uuid,
  registered_on date,
  accepted_on date,
  first_year integer,
  copied_from uuid,
  adapted text,
  same_as uuid,
  reason text,
  moved_on date not null,
  typed_by uuid not null,
  typed_at integer not null,
  typed_for integer,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  import_id uuid,
  constraint exemplar_pkey PRIMARY KEY (id),
  constraint exemplar_area_id_fkey FOREIGN KEY (area_id) REFERENCES unit(id),
  constraint exemplar_check CHECK (((adapted IS NULL) = (copied_from IS NULL))),
  constraint exemplar_check1 CHECK ((same_as <> id)),
  constraint exemplar_check2 CHECK ((copied_from <> id)),
  constraint exemplar_check3 CHECK ((ends_on >= started_on)),
  constraint exemplar_check4 CHECK (((state <> ALL (ARRAY['registered'::text, 'accepted'::text])) OR (registered_on IS NOT NULL))),
  constraint exemplar_check5 CHECK (((state <> ALL (ARRAY['accepted'::text, 'stopped'::text])) OR (accepted_on IS NOT NULL))),
  constraint exemplar_contents_check CHECK ((jsonb_typeof(contents) = 'object'::text)),
  constraint exemplar_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES exemplar(id),
  constraint exemplar_field_check CHECK ((field = ANY (ARRAY['economy'::text, 'culture-society'::text, 'defence-security'::text, 'political-system'::text]))),
  constraint exemplar_first_year_check CHECK (((first_year >= 1990) AND (first_year <= 2100))),
  constraint exemplar_import_id_fkey FOREIGN KEY (import_id) REFERENCES exemplar_import(id),
  constraint exemplar_kind_check CHECK ((kind = ANY (ARRAY['model'::text, 'works'::text, 'person'::text, 'group'::text, 'self-government'::text, 'friendly-government'::text, 'creative-activity'::text]))),
  constraint exemplar_labour_check CHECK ((labour >= (0)::numeric)),
  constraint exemplar_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES unit(id),
  constraint exemplar_money_check CHECK ((money >= 0)),
  constraint exemplar_name_check CHECK ((name <> ''::text)),
  constraint exemplar_round_id_fkey FOREIGN KEY (round_id) REFERENCES exemplar_round(id),
  constraint exemplar_same_as_fkey FOREIGN KEY (same_as) REFERENCES exemplar(id),
  constraint exemplar_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'registered'::text, 'returned'::text, 'accepted'::text, 'stopped'::text, 'withdrawn'::text]))),
  constraint exemplar_step_check CHECK (((step >= 1) AND (step <= 4))),
  constraint exemplar_stream_check CHECK ((stream = ANY (ARRAY['existing'::text, 'new'::text]))),
  constraint exemplar_turns_check CHECK ((turns >= 0)),
  constraint exemplar_typed_at_fkey FOREIGN KEY (typed_at) REFERENCES unit(id),
  constraint exemplar_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id),
  constraint exemplar_typed_for_fkey FOREIGN KEY (typed_for) REFERENCES unit(id)
);

create table exemplar_board (
  province_id integer not null,
  year integer not null,
  ver integer not null,
  content jsonb not null,
  counted_at timestamp with time zone not null,
  constraint exemplar_board_pkey PRIMARY KEY (province_id, year),
  constraint exemplar_board_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint exemplar_board_province_id_fkey FOREIGN KEY (province_id) REFERENCES unit(id) ON DELETE CASCADE
);

create table exemplar_copy (
  exemplar_id uuid not null,
  taken jsonb default '{}'::jsonb not null,
  copied_by uuid not null,
  copied_at timestamp with time zone not null,
  constraint exemplar_copy_pkey PRIMARY KEY (exemplar_id),
  constraint exemplar_copy_copied_by_fkey FOREIGN KEY (copied_by) REFERENCES person(id),
  constraint exemplar_copy_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_copy_taken_check CHECK ((jsonb_typeof(taken) = 'object'::text))
);

create table exemplar_decision (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  body_id integer not null,
  level text not null,
  year integer not null,
  title text not null,
  state text default 'draft'::text not null,
  header jsonb not null,
  presented_at timestamp with time zone,
  number text,
  decided_on date,
  signer_name text,
  signer_post text,
  signed_how text,
  signed_by uuid,
  signed_at timestamp with time zone,
  frozen jsonb,
  docx_hash text,
  scan_hash text,
  scan_name text,
  scan_type text,
  cancel_reason text,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint exemplar_decision_pkey PRIMARY KEY (id),
  constraint exemplar_decision_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint exemplar_decision_check CHECK ((((state = 'signed'::text) = (number IS NOT NULL)) AND ((state = 'signed'::text) = (decided_on IS NOT NULL)) AND ((state = 'signed'::text) = (signer_name IS NOT NULL)) AND ((state = 'signed'::text) = (signed_how IS NOT NULL)) AND ((state = 'signed'::text) = (signed_at IS NOT NULL)) AND ((state = 'signed'::text) = (frozen IS NOT NULL)))),
  constraint exemplar_decision_check1 CHECK (((state = 'cancelled'::text) = (cancel_reason IS NOT NULL))),
  constraint exemplar_decision_check2 CHECK (((presented_at IS NULL) OR (state <> 'cancelled'::text))),
  constraint exemplar_decision_check3 CHECK (((signed_how IS DISTINCT FROM 'on-paper'::text) OR (scan_hash IS NOT NULL))),
  constraint exemplar_decision_check4 CHECK (((signed_how IS DISTINCT FROM 'here'::text) OR (docx_hash IS NOT NULL))),
  constraint exemplar_decision_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint exemplar_decision_docx_hash_check CHECK ((docx_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint exemplar_decision_header_check CHECK ((jsonb_typeof(header) = 'object'::text)),
  constraint exemplar_decision_level_check CHECK ((level = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text, 'centre'::text]))),
  constraint exemplar_decision_scan_hash_check CHECK ((scan_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint exemplar_decision_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES person(id),
  constraint exemplar_decision_signed_how_check CHECK ((signed_how = ANY (ARRAY['here'::text, 'on-paper'::text]))),
  constraint exemplar_decision_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'signed'::text, 'cancelled'::text]))),
  constraint exemplar_decision_title_check CHECK ((title <> ''::text)),
  constraint exemplar_decision_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);

create table exemplar_decision_item (
  decision_id uuid not null,
  exemplar_id uuid not null,
  "position" integer not null,
  printed_as text not null,
  deed text,
  consent_on date,
  consent_how text,
  constraint exemplar_decision_item_pkey PRIMARY KEY (decision_id, exemplar_id),
  constraint exemplar_decision_item_check CHECK (((consent_on IS NULL) = (consent_how IS NULL))),
  constraint exemplar_decision_item_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES exemplar_decision(id) ON DELETE CASCADE,
  constraint exemplar_decision_item_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id),
  constraint exemplar_decision_item_printed_as_check CHECK ((printed_as <> ''::text))
);

create table exemplar_entry (
  id uuid not null,
  state text not null,
  registered_on date,
  lead_id integer not null,
  typed_at integer not null,
  round_id uuid,
  money bigint,
  quiet_since date,
  marks text[] not null,
  said tsvector not null,
  constraint exemplar_entry_pkey PRIMARY KEY (id),
  constraint exemplar_entry_id_fkey FOREIGN KEY (id) REFERENCES exemplar(id) ON DELETE CASCADE
);

create table exemplar_event (
  id uuid default uuidv7() not null,
  exemplar_id uuid not null,
  kind text not null,
  on_date date not null,
  unit_id integer not null,
  text text default ''::text not null,
  details jsonb default '{}'::jsonb not null,
  typed_by uuid not null,
  typed_at timestamp with time zone not null,
  documents uuid[] default '{}'::uuid[] not null,
  struck_reason text,
  struck_by uuid,
  struck_at timestamp with time zone,
  constraint exemplar_event_pkey PRIMARY KEY (id),
  constraint exemplar_event_details_check CHECK ((jsonb_typeof(details) = 'object'::text)),
  constraint exemplar_event_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_event_kind_check CHECK ((kind ~ '^[a-z][a-z-]{1,39}$'::text)),
  constraint exemplar_event_struck CHECK ((((struck_reason IS NULL) = (struck_by IS NULL)) AND ((struck_by IS NULL) = (struck_at IS NULL)))),
  constraint exemplar_event_struck_by_fkey FOREIGN KEY (struck_by) REFERENCES person(id),
  constraint exemplar_event_struck_reason_check CHECK ((struck_reason <> ''::text)),
  constraint exemplar_event_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id),
  constraint exemplar_event_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_finding (
  id uuid default uuidv7() not null,
  exemplar_id uuid not null,
  event_id uuid not null,
  "position" integer not null,
  text text not null,
  recommendation text default ''::text not null,
  mend_by date,
  state text default 'open'::text not null,
  constraint exemplar_finding_pkey PRIMARY KEY (id),
  constraint exemplar_finding_event_id_fkey FOREIGN KEY (event_id) REFERENCES exemplar_event(id) ON DELETE CASCADE,
  constraint exemplar_finding_event_id_position_key UNIQUE (event_id, "position"),
  constraint exemplar_finding_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_finding_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'settled'::text]))),
  constraint exemplar_finding_text_check CHECK ((text <> ''::text))
);

create table exemplar_finding_entry (
  id uuid default uuidv7() not null,
  finding_id uuid not null,
  kind text not null,
  on_date date not null,
  text text default ''::text not null,
  unit_id integer not null,
  typed_by uuid not null,
  typed_at timestamp with time zone not null,
  constraint exemplar_finding_entry_pkey PRIMARY KEY (id),
  constraint exemplar_finding_entry_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES exemplar_finding(id) ON DELETE CASCADE,
  constraint exemplar_finding_entry_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'settled'::text, 'reopened'::text]))),
  constraint exemplar_finding_entry_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id),
  constraint exemplar_finding_entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_goal (
  id uuid default uuidv7() not null,
  exemplar_id uuid not null,
  "position" integer,
  name text not null,
  unit text not null,
  baseline numeric,
  goal numeric not null,
  constraint exemplar_goal_pkey PRIMARY KEY (id),
  constraint exemplar_goal_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_goal_exemplar_id_name_unit_key UNIQUE (exemplar_id, name, unit),
  constraint exemplar_goal_exemplar_id_position_key UNIQUE (exemplar_id, "position"),
  constraint exemplar_goal_name_check CHECK ((name <> ''::text))
);

create table exemplar_grade (
  exemplar_id uuid not null,
  year integer not null,
  version integer default 1 not null,
  proposed text not null,
  proposed_name text not null,
  proposed_next text not null,
  proposed_reason text default ''::text not null,
  proposed_at_unit integer not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  grade text,
  grade_name text,
  next_step text,
  note text default ''::text not null,
  decided_at_unit integer,
  decided_by uuid,
  decided_on date,
  constraint exemplar_grade_pkey PRIMARY KEY (exemplar_id, year),
  constraint exemplar_grade_check CHECK ((num_nonnulls(grade, grade_name, next_step, decided_at_unit, decided_by, decided_on) = ANY (ARRAY[0, 6]))),
  constraint exemplar_grade_check1 CHECK ((decided_by <> proposed_by)),
  constraint exemplar_grade_decided_at_unit_fkey FOREIGN KEY (decided_at_unit) REFERENCES unit(id),
  constraint exemplar_grade_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint exemplar_grade_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_grade_next_step_check CHECK ((next_step = ANY (ARRAY['replicate'::text, 'sustain'::text, 'consolidate'::text, 'stop'::text]))),
  constraint exemplar_grade_proposed_at_unit_fkey FOREIGN KEY (proposed_at_unit) REFERENCES unit(id),
  constraint exemplar_grade_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  constraint exemplar_grade_proposed_next_check CHECK ((proposed_next = ANY (ARRAY['replicate'::text, 'sustain'::text, 'consolidate'::text, 'stop'::text]))),
  constraint exemplar_grade_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);

create table exemplar_import (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  unit_id integer not null,
  round_id uuid,
  file_name text not null,
  state text default 'made'::text not null,
  rows integer not null,
  made integer not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint exemplar_import_pkey PRIMARY KEY (id),
  constraint exemplar_import_check CHECK (((settled_at IS NOT NULL) = (state <> 'made'::text))),
  constraint exemplar_import_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint exemplar_import_round_id_fkey FOREIGN KEY (round_id) REFERENCES exemplar_round(id),
  constraint exemplar_import_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint exemplar_import_state_check CHECK ((state = ANY (ARRAY['made'::text, 'accepted'::text, 'undone'::text]))),
  constraint exemplar_import_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_import_mapping (
  unit_id integer not null,
  columns jsonb not null,
  changed_at timestamp with time zone not null,
  constraint exemplar_import_mapping_pkey PRIMARY KEY (unit_id),
  constraint exemplar_import_mapping_columns_check CHECK ((jsonb_typeof(columns) = 'object'::text)),
  constraint exemplar_import_mapping_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_invitation (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  unit_id integer not null,
  made_at integer not null,
  round_id uuid,
  label text default ''::text not null,
  token_hash bytea not null,
  most integer not null,
  expires_at timestamp with time zone not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint exemplar_invitation_pkey PRIMARY KEY (id),
  constraint exemplar_invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint exemplar_invitation_made_at_fkey FOREIGN KEY (made_at) REFERENCES unit(id),
  constraint exemplar_invitation_most_check CHECK (((most >= 1) AND (most <= 200))),
  constraint exemplar_invitation_round_id_fkey FOREIGN KEY (round_id) REFERENCES exemplar_round(id),
  constraint exemplar_invitation_token_hash_key UNIQUE (token_hash),
  constraint exemplar_invitation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_lesson (
  exemplar_id uuid not null,
  version integer default 1 not null,
  story text default ''::text not null,
  steps text default ''::text not null,
  helped text default ''::text not null,
  hindered text default ''::text not null,
  cost bigint,
  cost_said text,
  cost_note text default ''::text not null,
  contact_unit_id integer,
  contact text default ''::text not null,
  written_by uuid not null,
  updated_at timestamp with time zone not null,
  constraint exemplar_lesson_pkey PRIMARY KEY (exemplar_id),
  constraint exemplar_lesson_contact_unit_id_fkey FOREIGN KEY (contact_unit_id) REFERENCES unit(id),
  constraint exemplar_lesson_cost_check CHECK ((cost >= 0)),
  constraint exemplar_lesson_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_lesson_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id)
);

create table exemplar_life_rule (
  body_id integer not null,
  version integer default 1 not null,
  quiet_days integer not null,
  grades jsonb not null,
  updated_by uuid not null,
  updated_at timestamp with time zone not null,
  constraint exemplar_life_rule_pkey PRIMARY KEY (body_id),
  constraint exemplar_life_rule_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint exemplar_life_rule_grades_check CHECK (((jsonb_typeof(grades) = 'array'::text) AND (jsonb_array_length(grades) > 1))),
  constraint exemplar_life_rule_quiet_days_check CHECK (((quiet_days >= 14) AND (quiet_days <= 1000))),
  constraint exemplar_life_rule_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person(id)
);

create table exemplar_offer (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  invitation_id uuid not null,
  once uuid not null,
  receipt_hash bytea not null,
  state text default 'waiting'::text not null,
  content jsonb not null,
  question text,
  reason text,
  exemplar_id uuid,
  given_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint exemplar_offer_pkey PRIMARY KEY (id),
  constraint exemplar_offer_check CHECK (((question IS NOT NULL) = (state = 'asked'::text))),
  constraint exemplar_offer_check1 CHECK (((reason IS NOT NULL) = (state = 'set-aside'::text))),
  constraint exemplar_offer_check2 CHECK (((exemplar_id IS NOT NULL) = (state = 'taken'::text))),
  constraint exemplar_offer_check3 CHECK (((settled_at IS NOT NULL) = (state = ANY (ARRAY['taken'::text, 'set-aside'::text])))),
  constraint exemplar_offer_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint exemplar_offer_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id),
  constraint exemplar_offer_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES exemplar_invitation(id),
  constraint exemplar_offer_once_key UNIQUE (once),
  constraint exemplar_offer_receipt_hash_key UNIQUE (receipt_hash),
  constraint exemplar_offer_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint exemplar_offer_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'taken'::text, 'set-aside'::text])))
);

create table exemplar_paper (
  id uuid default uuidv7() not null,
  exemplar_id uuid not null,
  event_id uuid,
  hash text,
  came_as text not null,
  name text not null,
  size integer not null,
  type text not null,
  added_by uuid not null,
  added_unit integer not null,
  added_at timestamp with time zone not null,
  taken_out_at timestamp with time zone,
  taken_out_by uuid,
  taken_out_reason text,
  constraint exemplar_paper_pkey PRIMARY KEY (id),
  constraint exemplar_paper_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint exemplar_paper_added_unit_fkey FOREIGN KEY (added_unit) REFERENCES unit(id),
  constraint exemplar_paper_came_as_check CHECK ((came_as <> ''::text)),
  constraint exemplar_paper_check CHECK (((taken_out_at IS NULL) OR ((taken_out_by IS NOT NULL) AND (taken_out_reason IS NOT NULL)))),
  constraint exemplar_paper_event_id_fkey FOREIGN KEY (event_id) REFERENCES exemplar_event(id),
  constraint exemplar_paper_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_paper_gone CHECK (((taken_out_at IS NULL) = (hash IS NOT NULL))),
  constraint exemplar_paper_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint exemplar_paper_taken_out_by_fkey FOREIGN KEY (taken_out_by) REFERENCES person(id)
);

create table exemplar_partner (
  exemplar_id uuid not null,
  unit_id integer not null,
  part text not null,
  constraint exemplar_partner_pkey PRIMARY KEY (exemplar_id, unit_id),
  constraint exemplar_partner_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_partner_part_check CHECK ((part = ANY (ARRAY['coordinate'::text, 'join'::text]))),
  constraint exemplar_partner_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_picture (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  exemplar_id uuid not null,
  event_id uuid,
  state text default 'quarantined'::text not null,
  refusal text,
  came_as text not null,
  original_hash text,
  print_hash text,
  web_hash text,
  thumb_hash text,
  blurred_hash text,
  blurred_print_hash text,
  blur_areas jsonb default '[]'::jsonb not null,
  blur_covers_all boolean default false not null,
  width integer,
  height integer,
  phash bigint,
  name text not null,
  caption text default ''::text not null,
  alt text default ''::text not null,
  shows text,
  consent_by uuid,
  consent_on date,
  consent_how text,
  consent_where text,
  cover boolean default false not null,
  added_by uuid not null,
  added_unit integer not null,
  added_at timestamp with time zone not null,
  taken_out_at timestamp with time zone,
  taken_out_by uuid,
  taken_out_reason text,
  public_hash text generated always as (
CASE
    WHEN ((state = 'ready'::text) AND (taken_out_at IS NULL) AND (shows IS NOT NULL) AND ((shows <> 'children-or-poor'::text) OR (consent_on IS NOT NULL) OR ((blurred_hash IS NOT NULL) AND blur_covers_all))) THEN COALESCE(blurred_hash, web_hash)
    ELSE NULL::text
END) stored,
  public_print_hash text generated always as (
CASE
    WHEN ((state = 'ready'::text) AND (taken_out_at IS NULL) AND (shows IS NOT NULL) AND ((shows <> 'children-or-poor'::text) OR (consent_on IS NOT NULL) OR ((blurred_hash IS NOT NULL) AND blur_covers_all))) THEN COALESCE(blurred_print_hash, print_hash)
    ELSE NULL::text
END) stored,
  constraint exemplar_picture_pkey PRIMARY KEY (id),
  constraint exemplar_picture_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint exemplar_picture_added_unit_fkey FOREIGN KEY (added_unit) REFERENCES unit(id),
  constraint exemplar_picture_blur CHECK (((blurred_hash IS NULL) = (blurred_print_hash IS NULL))),
  constraint exemplar_picture_blur_areas_check CHECK ((jsonb_typeof(blur_areas) = 'array'::text)),
  constraint exemplar_picture_blurred_hash_check CHECK ((blurred_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint exemplar_picture_blurred_print_hash_check CHECK ((blurred_print_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint exemplar_picture_came_as_check CHECK ((came_as <> ''::text)),
  constraint exemplar_picture_consent CHECK ((num_nonnulls(consent_by, consent_on, consent_how) = ANY (ARRAY[0, 3]))),
  constraint exemplar_picture_consent_by_fkey FOREIGN KEY (consent_by) REFERENCES person(id),
  constraint exemplar_picture_consent_how_check CHECK ((consent_how = ANY (ARRAY['paper'::text, 'minutes'::text, 'spoken'::text]))),
  constraint exemplar_picture_event_id_fkey FOREIGN KEY (event_id) REFERENCES exemplar_event(id),
  constraint exemplar_picture_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_picture_gone CHECK (((taken_out_at IS NULL) OR ((taken_out_by IS NOT NULL) AND (taken_out_reason IS NOT NULL) AND (num_nonnulls(original_hash, print_hash, web_hash, thumb_hash, blurred_hash, blurred_print_hash, phash) = 0)))),
  constraint exemplar_picture_original_hash_check CHECK ((original_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint exemplar_picture_print_hash_check CHECK ((print_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint exemplar_picture_refusal_check CHECK ((refusal = ANY (ARRAY['not-picture'::text, 'broken'::text, 'too-many-pixels'::text]))),
  constraint exemplar_picture_refused CHECK (((refusal IS NOT NULL) = (state = 'refused'::text))),
  constraint exemplar_picture_shows_check CHECK ((shows = ANY (ARRAY['none'::text, 'people'::text, 'children-or-poor'::text]))),
  constraint exemplar_picture_sizes CHECK (((taken_out_at IS NOT NULL) OR ((state = 'ready'::text) = ((print_hash IS NOT NULL) AND (web_hash IS NOT NULL) AND (thumb_hash IS NOT NULL))))),
  constraint exemplar_picture_state_check CHECK ((state = ANY (ARRAY['quarantined'::text, 'ready'::text, 'refused'::text]))),
  constraint exemplar_picture_taken_out_by_fkey FOREIGN KEY (taken_out_by) REFERENCES person(id),
  constraint exemplar_picture_thumb_hash_check CHECK ((thumb_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint exemplar_picture_web_hash_check CHECK ((web_hash ~ '^[0-9a-f]{64}$'::text))
);

create table exemplar_print (
  exemplar_id uuid not null,
  prints integer[] not null,
  constraint exemplar_print_pkey PRIMARY KEY (exemplar_id),
  constraint exemplar_print_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE
);

create table exemplar_reading (
  id uuid default uuidv7() not null,
  goal_id uuid not null,
  on_date date not null,
  value numeric not null,
  said text,
  typed_by uuid not null,
  typed_at timestamp with time zone not null,
  note text default ''::text not null,
  constraint exemplar_reading_pkey PRIMARY KEY (id),
  constraint exemplar_reading_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES exemplar_goal(id) ON DELETE CASCADE,
  constraint exemplar_reading_goal_id_on_date_key UNIQUE (goal_id, on_date),
  constraint exemplar_reading_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id)
);

create table exemplar_reading_before (
  id uuid default uuidv7() not null,
  goal_id uuid not null,
  on_date date not null,
  value numeric not null,
  said text,
  note text not null,
  typed_by uuid not null,
  typed_at timestamp with time zone not null,
  reason text not null,
  replaced_by uuid not null,
  replaced_at timestamp with time zone not null,
  constraint exemplar_reading_before_pkey PRIMARY KEY (id),
  constraint exemplar_reading_before_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES exemplar_goal(id) ON DELETE CASCADE,
  constraint exemplar_reading_before_reason_check CHECK ((reason <> ''::text)),
  constraint exemplar_reading_before_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES person(id),
  constraint exemplar_reading_before_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id)
);

create table exemplar_recognition (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  exemplar_id uuid not null,
  decision_id uuid not null,
  level text not null,
  year integer not null,
  recognised_on date not null,
  kind text not null,
  field text,
  printed_as text not null,
  unit_name text not null,
  area_name text,
  deed text,
  consent_on date,
  consent_how text,
  certificate_code text not null,
  revoked_on date,
  revoked_reason text,
  revoked_number text,
  revoked_by uuid,
  revoked_by_name text,
  constraint exemplar_recognition_pkey PRIMARY KEY (id),
  constraint exemplar_recognition_certificate_code_check CHECK ((certificate_code ~ '^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$'::text)),
  constraint exemplar_recognition_certificate_code_key UNIQUE (certificate_code),
  constraint exemplar_recognition_check CHECK (((consent_on IS NULL) = (consent_how IS NULL))),
  constraint exemplar_recognition_check1 CHECK ((num_nonnulls(revoked_on, revoked_reason, revoked_by, revoked_by_name) = ANY (ARRAY[0, 4]))),
  constraint exemplar_recognition_check2 CHECK (((revoked_number IS NULL) OR (revoked_on IS NOT NULL))),
  constraint exemplar_recognition_decision_id_exemplar_id_key UNIQUE (decision_id, exemplar_id),
  constraint exemplar_recognition_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES exemplar_decision(id),
  constraint exemplar_recognition_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id),
  constraint exemplar_recognition_level_check CHECK ((level = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text, 'centre'::text]))),
  constraint exemplar_recognition_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES person(id)
);

create table exemplar_recognition_rule (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  unit_id integer,
  level text not null,
  body_kinds text[] not null,
  exemplar_kinds text[] not null,
  least_step smallint default 3 not null,
  needs_lower boolean default false not null,
  needs_appraisal boolean default false not null,
  from_on date,
  until_on date,
  basis text default ''::text not null,
  changed_at timestamp with time zone default now() not null,
  constraint exemplar_recognition_rule_pkey PRIMARY KEY (id),
  constraint exemplar_recognition_rule_body_kinds_check CHECK ((cardinality(body_kinds) > 0)),
  constraint exemplar_recognition_rule_check CHECK ((until_on >= from_on)),
  constraint exemplar_recognition_rule_exemplar_kinds_check CHECK ((cardinality(exemplar_kinds) > 0)),
  constraint exemplar_recognition_rule_least_step_check CHECK (((least_step >= 1) AND (least_step <= 4))),
  constraint exemplar_recognition_rule_level_check CHECK ((level = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text, 'centre'::text]))),
  constraint exemplar_recognition_rule_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_round (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  body_id integer not null,
  title text not null,
  state text default 'draft'::text not null,
  period_from date not null,
  period_until date not null,
  opens_on date not null,
  closes_on date not null,
  kinds text[] not null,
  asked text[] not null,
  local_fields jsonb default '[]'::jsonb not null,
  totals jsonb default '[]'::jsonb not null,
  sum_note text,
  guidance_document_id uuid,
  plan_id uuid,
  plan_item_id text,
  clause text,
  quote text,
  plan_label text,
  note text default ''::text not null,
  cancel_reason text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  constraint exemplar_round_pkey PRIMARY KEY (id),
  constraint exemplar_round_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint exemplar_round_check CHECK (((cancel_reason IS NOT NULL) = (state = 'cancelled'::text))),
  constraint exemplar_round_check1 CHECK ((period_until >= period_from)),
  constraint exemplar_round_check2 CHECK ((closes_on >= opens_on)),
  constraint exemplar_round_check3 CHECK (((plan_id IS NULL) = (plan_item_id IS NULL))),
  constraint exemplar_round_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint exemplar_round_guidance_document_id_fkey FOREIGN KEY (guidance_document_id) REFERENCES document(id),
  constraint exemplar_round_guided CHECK (((guidance_document_id IS NOT NULL) OR (state = ANY (ARRAY['draft'::text, 'cancelled'::text])))),
  constraint exemplar_round_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint exemplar_round_local_fields_check CHECK ((jsonb_typeof(local_fields) = 'array'::text)),
  constraint exemplar_round_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'cancelled'::text]))),
  constraint exemplar_round_title_check CHECK ((title <> ''::text)),
  constraint exemplar_round_totals_check CHECK ((jsonb_typeof(totals) = 'array'::text))
);

create table exemplar_round_unit (
  round_id uuid not null,
  unit_id integer not null,
  least_new integer,
  least_recognised jsonb default '{}'::jsonb not null,
  allotted jsonb default '[]'::jsonb not null,
  extended_until date,
  constraint exemplar_round_unit_pkey PRIMARY KEY (round_id, unit_id),
  constraint exemplar_round_unit_allotted_check CHECK ((jsonb_typeof(allotted) = 'array'::text)),
  constraint exemplar_round_unit_least_new_check CHECK ((least_new >= 0)),
  constraint exemplar_round_unit_least_recognised_check CHECK ((jsonb_typeof(least_recognised) = 'object'::text)),
  constraint exemplar_round_unit_round_id_fkey FOREIGN KEY (round_id) REFERENCES exemplar_round(id) ON DELETE CASCADE,
  constraint exemplar_round_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_similar (
  id uuid default uuidv7() not null,
  exemplar_id uuid not null,
  other_id uuid not null,
  reasons text[] not null,
  score smallint not null,
  answer text,
  said text,
  answered_by uuid,
  answered_unit integer,
  answered_at timestamp with time zone,
  constraint exemplar_similar_pkey PRIMARY KEY (id),
  constraint exemplar_similar_answer_check CHECK ((answer = ANY (ARRAY['different'::text, 'same'::text, 'learnt'::text]))),
  constraint exemplar_similar_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint exemplar_similar_answered_unit_fkey FOREIGN KEY (answered_unit) REFERENCES unit(id),
  constraint exemplar_similar_check CHECK ((exemplar_id <> other_id)),
  constraint exemplar_similar_check1 CHECK ((((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
  constraint exemplar_similar_check2 CHECK (((answer IS NULL) OR (answer = 'same'::text) OR (said IS NOT NULL))),
  constraint exemplar_similar_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_similar_exemplar_id_other_id_key UNIQUE (exemplar_id, other_id),
  constraint exemplar_similar_other_id_fkey FOREIGN KEY (other_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_similar_reasons_check CHECK (((reasons <@ ARRAY['name'::text, 'text'::text, 'place'::text, 'picture'::text, 'renamed'::text, 'owned'::text]) AND (cardinality(reasons) > 0))),
  constraint exemplar_similar_said_check CHECK ((said <> ''::text)),
  constraint exemplar_similar_score_check CHECK (((score >= 0) AND (score <= 100)))
);

create table exemplar_study (
  id uuid default uuidv7() not null,
  exemplar_id uuid not null,
  unit_id integer not null,
  on_date date not null,
  people integer,
  took_home text default ''::text not null,
  typed_by uuid not null,
  typed_at integer not null,
  recorded_at timestamp with time zone not null,
  constraint exemplar_study_pkey PRIMARY KEY (id),
  constraint exemplar_study_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id) ON DELETE CASCADE,
  constraint exemplar_study_people_check CHECK (((people >= 1) AND (people <= 10000))),
  constraint exemplar_study_typed_at_fkey FOREIGN KEY (typed_at) REFERENCES unit(id),
  constraint exemplar_study_typed_by_fkey FOREIGN KEY (typed_by) REFERENCES person(id),
  constraint exemplar_study_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table exemplar_tag (
  id uuid default uuidv7() not null,
  kind text not null,
  name text not null,
  body_id integer,
  "position" integer default 0 not null,
  constraint exemplar_tag_pkey PRIMARY KEY (id),
  constraint exemplar_tag_body_id_fkey FOREIGN KEY (body_id) REFERENCES unit(id),
  constraint exemplar_tag_kind_check CHECK ((kind = ANY (ARRAY['study'::text, 'campaign'::text, 'theme'::text]))),
  constraint exemplar_tag_name_check CHECK ((name <> ''::text))
);

create table exemplar_touched (
  id bigint generated always as identity not null,
  lead_id integer not null,
  constraint exemplar_touched_pkey PRIMARY KEY (id)
);

create table exemplar_word (
  word text collate "C" not null,
  constraint exemplar_word_pkey PRIMARY KEY (word)
);

create table extension (
  id uuid default uuidv7() not null,
  thing_kind text not null,
  thing_id uuid not null,
  unit_id integer not null,
  from_day date not null,
  until_day date not null,
  reason text not null,
  state text default 'asked'::text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  granted_until date,
  answer text,
  version integer default 1 not null,
  constraint extension_pkey PRIMARY KEY (id),
  constraint extension_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint extension_check CHECK ((until_day > from_day)),
  constraint extension_check1 CHECK (((state = ANY (ARRAY['granted'::text, 'refused'::text])) = (decided_at IS NOT NULL))),
  constraint extension_check2 CHECK (((state = 'granted'::text) = (granted_until IS NOT NULL))),
  constraint extension_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint extension_reason_check CHECK ((reason <> ''::text)),
  constraint extension_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint extension_thing_kind_check CHECK ((thing_kind = ANY (ARRAY['work'::text, 'round'::text, 'exemplar-round'::text]))),
  constraint extension_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table figure_built (
  period_id integer not null,
  ver integer not null,
  epoch integer not null,
  strays boolean not null,
  built_at timestamp with time zone not null,
  constraint figure_built_pkey PRIMARY KEY (period_id),
  constraint figure_built_period_id_fkey FOREIGN KEY (period_id) REFERENCES figure_period(id)
);

create table figure_given (
  period_id integer not null,
  approved boolean not null,
  unit_id integer not null,
  group_id integer not null,
  submission_id uuid not null,
  turn bigint not null,
  asked bigint not null,
  v1 bigint,
  v2 bigint,
  v3 bigint,
  v4 bigint,
  v5 bigint,
  v6 bigint,
  v7 bigint,
  v8 bigint,
  v9 bigint,
  v10 bigint,
  v11 bigint,
  v12 bigint,
  v13 bigint,
  v14 bigint,
  v15 bigint,
  v16 bigint,
  v17 bigint,
  v18 bigint,
  v19 bigint,
  v20 bigint,
  v21 bigint,
  v22 bigint,
  v23 bigint,
  v24 bigint,
  v25 bigint,
  v26 bigint,
  v27 bigint,
  v28 bigint,
  v29 bigint,
  v30 bigint,
  v31 bigint,
  v32 bigint,
  constraint figure_given_pkey PRIMARY KEY (period_id, approved, unit_id, group_id, submission_id),
  constraint figure_given_asked_check CHECK ((asked > 0)),
  constraint figure_given_group_id_fkey FOREIGN KEY (group_id) REFERENCES indicator_group(id),
  constraint figure_given_period_id_fkey FOREIGN KEY (period_id) REFERENCES figure_period(id),
  constraint figure_given_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table figure_history (
  id bigint generated always as identity not null,
  period_id integer not null,
  approved boolean not null,
  group_id integer not null,
  unit_id integer not null,
  series_id integer not null,
  asked bigint not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  v1 bigint,
  v2 bigint,
  v3 bigint,
  v4 bigint,
  v5 bigint,
  v6 bigint,
  v7 bigint,
  v8 bigint,
  v9 bigint,
  v10 bigint,
  v11 bigint,
  v12 bigint,
  v13 bigint,
  v14 bigint,
  v15 bigint,
  v16 bigint,
  v17 bigint,
  v18 bigint,
  v19 bigint,
  v20 bigint,
  v21 bigint,
  v22 bigint,
  v23 bigint,
  v24 bigint,
  v25 bigint,
  v26 bigint,
  v27 bigint,
  v28 bigint,
  v29 bigint,
  v30 bigint,
  v31 bigint,
  v32 bigint,
  constraint figure_history_pkey PRIMARY KEY (id)
);

create table figure_pending (
  id bigint generated always as identity not null,
  period_id integer not null,
  approved boolean not null,
  group_id integer not null,
  series_id integer not null,
  unit_id integer not null,
  n integer not null,
  a1 integer,
  a2 integer,
  a3 integer,
  a4 integer,
  a5 integer,
  a6 integer,
  a7 integer,
  a8 integer,
  a9 integer,
  a10 integer,
  a11 integer,
  a12 integer,
  a13 integer,
  a14 integer,
  a15 integer,
  a16 integer,
  a17 integer,
  a18 integer,
  a19 integer,
  a20 integer,
  a21 integer,
  a22 integer,
  a23 integer,
  a24 integer,
  a25 integer,
  a26 integer,
  a27 integer,
  a28 integer,
  a29 integer,
  a30 integer,
  a31 integer,
  a32 integer,
  c1 integer,
  c2 integer,
  c3 integer,
  c4 integer,
  c5 integer,
  c6 integer,
  c7 integer,
  c8 integer,
  c9 integer,
  c10 integer,
  c11 integer,
  c12 integer,
  c13 integer,
  c14 integer,
  c15 integer,
  c16 integer,
  c17 integer,
  c18 integer,
  c19 integer,
  c20 integer,
  c21 integer,
  c22 integer,
  c23 integer,
  c24 integer,
  c25 integer,
  c26 integer,
  c27 integer,
  c28 integer,
  c29 integer,
  c30 integer,
  c31 integer,
  c32 integer,
  v1 bigint,
  v2 bigint,
  v3 bigint,
  v4 bigint,
  v5 bigint,
  v6 bigint,
  v7 bigint,
  v8 bigint,
  v9 bigint,
  v10 bigint,
  v11 bigint,
  v12 bigint,
  v13 bigint,
  v14 bigint,
  v15 bigint,
  v16 bigint,
  v17 bigint,
  v18 bigint,
  v19 bigint,
  v20 bigint,
  v21 bigint,
  v22 bigint,
  v23 bigint,
  v24 bigint,
  v25 bigint,
  v26 bigint,
  v27 bigint,
  v28 bigint,
  v29 bigint,
  v30 bigint,
  v31 bigint,
  v32 bigint,
  constraint figure_pending_pkey PRIMARY KEY (id)
);

create table figure_period (
  id integer generated always as identity not null,
  calendar text not null,
  code text not null,
  kind text not null,
  from_day date not null,
  to_day date not null,
  constraint figure_period_pkey PRIMARY KEY (id),
  constraint figure_period_calendar_check CHECK ((calendar = ANY (ARRAY['civil'::text, 'cut-off-15'::text]))),
  constraint figure_period_calendar_code_key UNIQUE (calendar, code),
  constraint figure_period_check CHECK ((to_day >= from_day))
);

create table figure_series (
  id integer generated always as identity not null,
  name text not null,
  constraint figure_series_pkey PRIMARY KEY (id),
  constraint figure_series_name_check CHECK ((name ~ '^[a-z-]+@[a-z-]+$'::text)),
  constraint figure_series_name_key UNIQUE (name)
);

create table figure_total (
  period_id integer not null,
  approved boolean not null,
  group_id integer not null,
  series_id integer not null,
  area_id integer not null,
  top boolean not null,
  n integer not null,
  a1 integer default 0 not null,
  a2 integer default 0 not null,
  a3 integer default 0 not null,
  a4 integer default 0 not null,
  a5 integer default 0 not null,
  a6 integer default 0 not null,
  a7 integer default 0 not null,
  a8 integer default 0 not null,
  a9 integer default 0 not null,
  a10 integer default 0 not null,
  a11 integer default 0 not null,
  a12 integer default 0 not null,
  a13 integer default 0 not null,
  a14 integer default 0 not null,
  a15 integer default 0 not null,
  a16 integer default 0 not null,
  a17 integer default 0 not null,
  a18 integer default 0 not null,
  a19 integer default 0 not null,
  a20 integer default 0 not null,
  a21 integer default 0 not null,
  a22 integer default 0 not null,
  a23 integer default 0 not null,
  a24 integer default 0 not null,
  a25 integer default 0 not null,
  a26 integer default 0 not null,
  a27 integer default 0 not null,
  a28 integer default 0 not null,
  a29 integer default 0 not null,
  a30 integer default 0 not null,
  a31 integer default 0 not null,
  a32 integer default 0 not null,
  c1 integer default 0 not null,
  c2 integer default 0 not null,
  c3 integer default 0 not null,
  c4 integer default 0 not null,
  c5 integer default 0 not null,
  c6 integer default 0 not null,
  c7 integer default 0 not null,
  c8 integer default 0 not null,
  c9 integer default 0 not null,
  c10 integer default 0 not null,
  c11 integer default 0 not null,
  c12 integer default 0 not null,
  c13 integer default 0 not null,
  c14 integer default 0 not null,
  c15 integer default 0 not null,
  c16 integer default 0 not null,
  c17 integer default 0 not null,
  c18 integer default 0 not null,
  c19 integer default 0 not null,
  c20 integer default 0 not null,
  c21 integer default 0 not null,
  c22 integer default 0 not null,
  c23 integer default 0 not null,
  c24 integer default 0 not null,
  c25 integer default 0 not null,
  c26 integer default 0 not null,
  c27 integer default 0 not null,
  c28 integer default 0 not null,
  c29 integer default 0 not null,
  c30 integer default 0 not null,
  c31 integer default 0 not null,
  c32 integer default 0 not null,
  v1 bigint default 0 not null,
  v2 bigint default 0 not null,
  v3 bigint default 0 not null,
  v4 bigint default 0 not null,
  v5 bigint default 0 not null,
  v6 bigint default 0 not null,
  v7 bigint default 0 not null,
  v8 bigint default 0 not null,
  v9 bigint default 0 not null,
  v10 bigint default 0 not null,
  v11 bigint default 0 not null,
  v12 bigint default 0 not null,
  v13 bigint default 0 not null,
  v14 bigint default 0 not null,
  v15 bigint default 0 not null,
  v16 bigint default 0 not null,
  v17 bigint default 0 not null,
  v18 bigint default 0 not null,
  v19 bigint default 0 not null,
  v20 bigint default 0 not null,
  v21 bigint default 0 not null,
  v22 bigint default 0 not null,
  v23 bigint default 0 not null,
  v24 bigint default 0 not null,
  v25 bigint default 0 not null,
  v26 bigint default 0 not null,
  v27 bigint default 0 not null,
  v28 bigint default 0 not null,
  v29 bigint default 0 not null,
  v30 bigint default 0 not null,
  v31 bigint default 0 not null,
  v32 bigint default 0 not null,
  constraint figure_total_pkey PRIMARY KEY (period_id, approved, group_id, series_id, area_id)
);

create table figure_value (
  period_id integer not null,
  approved boolean not null,
  group_id integer not null,
  unit_id integer not null,
  series_id integer not null,
  asked bigint not null,
  since timestamp with time zone not null,
  v1 bigint,
  v2 bigint,
  v3 bigint,
  v4 bigint,
  v5 bigint,
  v6 bigint,
  v7 bigint,
  v8 bigint,
  v9 bigint,
  v10 bigint,
  v11 bigint,
  v12 bigint,
  v13 bigint,
  v14 bigint,
  v15 bigint,
  v16 bigint,
  v17 bigint,
  v18 bigint,
  v19 bigint,
  v20 bigint,
  v21 bigint,
  v22 bigint,
  v23 bigint,
  v24 bigint,
  v25 bigint,
  v26 bigint,
  v27 bigint,
  v28 bigint,
  v29 bigint,
  v30 bigint,
  v31 bigint,
  v32 bigint,
  constraint figure_value_pkey PRIMARY KEY (period_id, approved, group_id, unit_id),
  constraint figure_value_asked_check CHECK ((asked > 0)),
  constraint figure_value_series_id_fkey FOREIGN KEY (series_id) REFERENCES figure_series(id)
);

create table form (
  id uuid default uuidv7() not null,
  owner_id integer not null,
  state text default 'draft'::text not null,
  origin text not null,
  plan_id uuid,
  document_id uuid,
  calendar text not null,
  period_kind text not null,
  ad_hoc_from date,
  ad_hoc_to date,
  in_force_from date,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  closed_reason text,
  version integer default 1 not null,
  constraint form_pkey PRIMARY KEY (id),
  constraint form_calendar_check CHECK ((calendar = ANY (ARRAY['civil'::text, 'cut-off-15'::text]))),
  constraint form_check CHECK ((ad_hoc_to >= ad_hoc_from)),
  constraint form_check1 CHECK (((period_kind = 'ad-hoc'::text) = ((ad_hoc_from IS NOT NULL) AND (ad_hoc_to IS NOT NULL)))),
  constraint form_check2 CHECK (((state = 'draft'::text) = (in_force_from IS NULL))),
  constraint form_check3 CHECK (((state = 'closed'::text) = (closed_reason IS NOT NULL))),
  constraint form_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint form_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint form_origin_check CHECK ((origin = ANY (ARRAY['dictionary'::text, 'plan'::text, 'outline'::text, 'copy'::text]))),
  constraint form_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id),
  constraint form_period_kind_check CHECK ((period_kind = ANY (ARRAY['week'::text, 'month'::text, 'quarter'::text, 'half'::text, 'nine-month'::text, 'year'::text, 'ad-hoc'::text]))),
  constraint form_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
);

create table form_unit (
  form_id uuid not null,
  unit_id integer not null,
  edge text not null,
  meant boolean not null,
  by_hand boolean not null,
  reason text,
  constraint form_unit_pkey PRIMARY KEY (form_id, unit_id),
  constraint form_unit_check CHECK ((by_hand = (reason IS NOT NULL))),
  constraint form_unit_check1 CHECK ((meant OR by_hand)),
  constraint form_unit_edge_check CHECK ((edge = ANY (ARRAY['assign'::text, 'request'::text, 'coordinate'::text, 'inform'::text]))),
  constraint form_unit_form_id_fkey FOREIGN KEY (form_id) REFERENCES form(id) ON DELETE CASCADE,
  constraint form_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table form_version (
  form_id uuid not null,
  n integer not null,
  title text not null,
  basis text not null,
  receiver_text text not null,
  addressees text[] not null,
  due jsonb not null,
  counts_on_time text not null,
  chain jsonb not null,
  minutes integer,
  content jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamp with time zone not null,
  published_by uuid,
  published_at timestamp with time zone,
  title_search text generated always as (vi_fold(((title || ' '::text) || basis))) stored not null,
  constraint form_version_pkey PRIMARY KEY (form_id, n),
  constraint form_version_check CHECK (((published_by IS NULL) = (published_at IS NULL))),
  constraint form_version_check1 CHECK (((published_at IS NULL) OR (basis <> ''::text))),
  constraint form_version_counts_on_time_check CHECK ((counts_on_time = ANY (ARRAY['figures'::text, 'document'::text]))),
  constraint form_version_form_id_fkey FOREIGN KEY (form_id) REFERENCES form(id) ON DELETE CASCADE,
  constraint form_version_minutes_check CHECK ((minutes > 0)),
  constraint form_version_n_check CHECK ((n >= 1)),
  constraint form_version_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES person(id),
  constraint form_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id),
  constraint form_version_title_check CHECK (((title = btrim(title)) AND (title <> ''::text)))
);

create table indicator (
  id integer generated always as identity not null,
  code text generated always as (('I'::text || lpad((id)::text, GREATEST(3, length((id)::text)), '0'::text))) stored not null,
  catalogue_no integer,
  owner_id integer,
  name text not null,
  definition text default ''::text not null,
  topic text not null,
  unit text not null,
  value_kind text not null,
  scale integer default 0 not null,
  over_units text not null,
  over_time text not null,
  over_merger text not null,
  dimension jsonb,
  measures jsonb default '[]'::jsonb not null,
  basis text default ''::text not null,
  state text default 'active'::text not null,
  retired_reason text,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  search text generated always as (vi_fold(((((name || ' '::text) || definition) || ' '::text) || unit))) stored not null,
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_catalogue_no_key UNIQUE (catalogue_no),
  constraint indicator_check CHECK (((catalogue_no IS NULL) OR (owner_id IS NULL))),
  constraint indicator_check1 CHECK (((value_kind = 'ratio'::text) = (over_units = 'ratio'::text))),
  constraint indicator_check2 CHECK (((state = 'retired'::text) = (retired_reason IS NOT NULL))),
  constraint indicator_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
  constraint indicator_over_merger_check CHECK ((over_merger = ANY (ARRAY['sum'::text, 'ratio'::text, 'share'::text, 'none'::text]))),
  constraint indicator_over_time_check CHECK ((over_time = ANY (ARRAY['sum'::text, 'last'::text, 'ratio'::text, 'none'::text, 'new-only'::text]))),
  constraint indicator_over_units_check CHECK ((over_units = ANY (ARRAY['sum'::text, 'ratio'::text, 'share'::text, 'none'::text]))),
  constraint indicator_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id),
  constraint indicator_scale_check CHECK (((scale >= 0) AND (scale <= 3))),
  constraint indicator_state_check CHECK ((state = ANY (ARRAY['active'::text, 'retired'::text]))),
  constraint indicator_topic_check CHECK ((topic = ANY (ARRAY['models'::text, 'direction'::text, 'dialogue'::text, 'supervision'::text, 'democracy'::text, 'mobilisation'::text, 'movements'::text, 'organisation'::text, 'other'::text]))),
  constraint indicator_value_kind_check CHECK ((value_kind = ANY (ARRAY['count'::text, 'stock'::text, 'money'::text, 'measure'::text, 'ratio'::text, 'yes-no'::text, 'distinct-people'::text])))
);

create table indicator_group (
  id integer generated always as identity not null,
  topic text not null,
  owner_id integer,
  used integer default 0 not null,
  constraint indicator_group_pkey PRIMARY KEY (id),
  constraint indicator_group_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id),
  constraint indicator_group_used_check CHECK (((used >= 0) AND (used <= 32)))
);

create table indicator_slot (
  indicator_id integer not null,
  member text not null,
  part text not null,
  group_id integer not null,
  slot integer not null,
  constraint indicator_slot_pkey PRIMARY KEY (indicator_id, member, part),
  constraint indicator_slot_group_id_fkey FOREIGN KEY (group_id) REFERENCES indicator_group(id),
  constraint indicator_slot_group_id_slot_key UNIQUE (group_id, slot),
  constraint indicator_slot_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  constraint indicator_slot_part_check CHECK ((part = ANY (ARRAY['value'::text, 'numerator'::text, 'denominator'::text]))),
  constraint indicator_slot_slot_check CHECK (((slot >= 1) AND (slot <= 32)))
);

create table installation_key (
  id integer generated always as identity not null,
  public_key bytea not null,
  created_at timestamp with time zone default now() not null,
  constraint installation_key_pkey PRIMARY KEY (id),
  constraint installation_key_public_key_check CHECK ((octet_length(public_key) = 32)),
  constraint installation_key_public_key_key UNIQUE (public_key)
);

create table layout (
  id text not null,
  owner_id integer,
  name text not null,
  description text default ''::text not null,
  content jsonb not null,
  version integer default 1 not null,
  constraint layout_pkey PRIMARY KEY (id),
  constraint layout_id_check CHECK ((id ~ '^[a-z0-9-]{1,60}$'::text)),
  constraint layout_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
  constraint layout_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES unit(id)
);

create table lending (
  id uuid default uuidv7() not null,
  post_id uuid not null,
  borrower_id uuid not null,
  permissions text[] not null,
  from_day date not null,
  until_day date not null,
  ended_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint lending_pkey PRIMARY KEY (id),
  constraint lending_borrower_id_fkey FOREIGN KEY (borrower_id) REFERENCES person(id),
  constraint lending_check CHECK ((until_day >= from_day)),
  constraint lending_permissions_check CHECK ((cardinality(permissions) > 0)),
  constraint lending_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);

create table notice_digest (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  day date not null,
  made_at timestamp with time zone not null,
  mailed_at timestamp with time zone,
  seen_at timestamp with time zone,
  constraint notice_digest_pkey PRIMARY KEY (id),
  constraint notice_digest_person_id_day_key UNIQUE (person_id, day),
  constraint notice_digest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table notice_line (
  thing_kind text not null,
  thing_id uuid not null,
  unit_id integer not null,
  person_id uuid not null,
  stage smallint not null,
  digest_id uuid not null,
  constraint notice_line_pkey PRIMARY KEY (thing_kind, thing_id, unit_id, person_id, stage),
  constraint notice_line_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES notice_digest(id) ON DELETE CASCADE,
  constraint notice_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint notice_line_thing_kind_check CHECK ((thing_kind = ANY (ARRAY['work'::text, 'round'::text, 'exemplar-round'::text, 'recognition'::text, 'award'::text, 'returned'::text, 'accepted'::text]))),
  constraint notice_line_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table notice_reminder (
  id uuid default uuidv7() not null,
  thing_kind text not null,
  thing_id uuid not null,
  unit_id integer not null,
  from_unit_id integer not null,
  text text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  constraint notice_reminder_pkey PRIMARY KEY (id),
  constraint notice_reminder_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id),
  constraint notice_reminder_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id),
  constraint notice_reminder_text_check CHECK ((text <> ''::text)),
  constraint notice_reminder_thing_kind_check CHECK ((thing_kind = ANY (ARRAY['work'::text, 'round'::text, 'exemplar-round'::text]))),
  constraint notice_reminder_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table notice_setting (
  person_id uuid not null,
  mail boolean not null,
  constraint notice_setting_pkey PRIMARY KEY (person_id),
  constraint notice_setting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table one_time_link (
  id uuid default uuidv7() not null,
  purpose text not null,
  person_id uuid,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint one_time_link_pkey PRIMARY KEY (id),
  constraint one_time_link_check CHECK (((purpose = 'set-up'::text) = (person_id IS NULL))),
  constraint one_time_link_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint one_time_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['set-up'::text, 'invitation'::text, 'reset'::text, 'rescue'::text]))),
  constraint one_time_link_token_hash_key UNIQUE (token_hash)
);

create table person (
  id uuid default uuidv7() not null,
  name text not null,
  login text not null,
  login_key text not null,
  email text,
  phone text,
  language text default 'vi'::text not null,
  large_type boolean default false not null,
  deactivated_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  name_search text generated always as (vi_fold(name)) stored not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint person_login_check CHECK (((login = btrim(login)) AND (login <> ''::text))),
  constraint person_login_key_key UNIQUE (login_key),
  constraint person_name_check CHECK (((name = btrim(name)) AND (name <> ''::text)))
);

create table plan (
  id uuid default uuidv7() not null,
  issuer_id integer not null,
  parent_id uuid,
  created_at timestamp with time zone default now() not null,
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_check CHECK ((parent_id <> id)),
  constraint plan_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES unit(id),
  constraint plan_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES plan(id)
);

create table plan_adjustment (
  id uuid default uuidv7() not null,
  plan_id uuid not null,
  edition integer not null,
  unit_id integer not null,
  item_id uuid,
  reason text not null,
  proposed_text text,
  proposed_value numeric,
  proposed_due date,
  state text default 'open'::text not null,
  requested_by uuid not null,
  requested_by_name text not null,
  requested_at timestamp with time zone not null,
  decided_by_name text,
  decided_at timestamp with time zone,
  answer text,
  amended_in integer,
  version integer default 1 not null,
  constraint plan_adjustment_pkey PRIMARY KEY (id),
  constraint plan_adjustment_check CHECK (((state = ANY (ARRAY['accepted'::text, 'declined'::text])) = (decided_at IS NOT NULL))),
  constraint plan_adjustment_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint plan_adjustment_reason_check CHECK ((reason <> ''::text)),
  constraint plan_adjustment_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(id),
  constraint plan_adjustment_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint plan_adjustment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table plan_basis (
  edition_id uuid not null,
  "position" integer not null,
  type text,
  number text,
  date text,
  issuer text,
  title text,
  line integer,
  document_id uuid,
  constraint plan_basis_pkey PRIMARY KEY (edition_id, "position"),
  constraint plan_basis_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint plan_basis_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES plan_edition(id) ON DELETE CASCADE
);

create table plan_edge (
  edition_id uuid not null,
  unit_id integer not null,
  proposed text not null,
  edge text not null,
  confirmed boolean default false not null,
  version integer default 1 not null,
  constraint plan_edge_pkey PRIMARY KEY (edition_id, unit_id),
  constraint plan_edge_edge_check CHECK ((edge = ANY (ARRAY['assign'::text, 'request'::text, 'coordinate'::text, 'inform'::text]))),
  constraint plan_edge_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES plan_edition(id) ON DELETE CASCADE,
  constraint plan_edge_proposed_check CHECK ((proposed = ANY (ARRAY['assign'::text, 'request'::text, 'coordinate'::text, 'inform'::text]))),
  constraint plan_edge_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table plan_edition (
  id uuid default uuidv7() not null,
  plan_id uuid not null,
  edition integer not null,
  state text not null,
  title text not null,
  doc_type text not null,
  number text,
  issuer_printed text,
  issue_date date,
  resolve_on date not null,
  period_from date,
  period_to date,
  document_id uuid,
  reason text,
  prepared_by uuid not null,
  created_at timestamp with time zone default now() not null,
  issued_by uuid,
  issued_by_name text,
  issued_at timestamp with time zone,
  in_force_from date,
  version integer default 1 not null,
  title_search text generated always as (vi_fold(((title || ' '::text) || COALESCE(number, ''::text)))) stored not null,
  constraint plan_edition_pkey PRIMARY KEY (id),
  constraint plan_edition_check CHECK ((period_to >= period_from)),
  constraint plan_edition_check1 CHECK (((state = ANY (ARRAY['draft'::text, 'ready'::text])) = (issued_at IS NULL))),
  constraint plan_edition_check2 CHECK (((state = ANY (ARRAY['draft'::text, 'ready'::text])) OR ((issue_date IS NOT NULL) AND (period_from IS NOT NULL) AND (period_to IS NOT NULL)))),
  constraint plan_edition_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint plan_edition_edition_check CHECK ((edition >= 1)),
  constraint plan_edition_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id),
  constraint plan_edition_plan_id_edition_key UNIQUE (plan_id, edition),
  constraint plan_edition_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint plan_edition_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES person(id),
  constraint plan_edition_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'issued'::text, 'amended'::text, 'closed'::text]))),
  constraint plan_edition_title_check CHECK (((title = btrim(title)) AND (title <> ''::text)))
);

create table plan_expression (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  key text not null,
  printed text not null,
  read_as text,
  skipped text,
  recipient boolean default false not null,
  understood jsonb,
  left_out jsonb default '[]'::jsonb not null,
  unclear jsonb default '[]'::jsonb not null,
  version integer default 1 not null,
  constraint plan_expression_pkey PRIMARY KEY (id),
  constraint plan_expression_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES plan_edition(id) ON DELETE CASCADE,
  constraint plan_expression_edition_id_key_key UNIQUE (edition_id, key)
);

create table plan_expression_unit (
  expression_id uuid not null,
  unit_id integer not null,
  meant boolean not null,
  by_hand boolean not null,
  reason text,
  constraint plan_expression_unit_pkey PRIMARY KEY (expression_id, unit_id),
  constraint plan_expression_unit_check CHECK ((by_hand = (reason IS NOT NULL))),
  constraint plan_expression_unit_check1 CHECK ((meant OR by_hand)),
  constraint plan_expression_unit_expression_id_fkey FOREIGN KEY (expression_id) REFERENCES plan_expression(id) ON DELETE CASCADE,
  constraint plan_expression_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table plan_item (
  edition_id uuid not null,
  item_id uuid default uuidv7() not null,
  kind text not null,
  "position" integer not null,
  clause text not null,
  line integer,
  quote text not null,
  text text not null,
  metric text,
  comparator text,
  value numeric,
  value_max numeric,
  unit text,
  frequency text,
  cumulative boolean,
  receiver text,
  via text,
  next_receiver text,
  due jsonb not null,
  opens_plan boolean not null,
  split_from uuid,
  version integer default 1 not null,
  constraint plan_item_pkey PRIMARY KEY (edition_id, item_id),
  constraint plan_item_check CHECK (((kind = 'target'::text) = ((metric IS NOT NULL) AND (comparator IS NOT NULL) AND (unit IS NOT NULL) AND (frequency IS NOT NULL) AND (cumulative IS NOT NULL)))),
  constraint plan_item_check1 CHECK (((kind = 'report'::text) = (receiver IS NOT NULL))),
  constraint plan_item_comparator_check CHECK ((comparator = ANY (ARRAY['>='::text, '>'::text, '='::text, '<='::text, '<'::text, 'range'::text, 'achieve'::text]))),
  constraint plan_item_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES plan_edition(id) ON DELETE CASCADE,
  constraint plan_item_kind_check CHECK ((kind = ANY (ARRAY['target'::text, 'task'::text, 'report'::text]))),
  constraint plan_item_text_check CHECK ((text <> ''::text))
);

create table plan_link (
  edition_id uuid not null,
  parent_item_id uuid not null,
  parent_edition integer not null,
  decision text not null,
  child_item_id uuid,
  reason text,
  version integer default 1 not null,
  constraint plan_link_pkey PRIMARY KEY (edition_id, parent_item_id),
  constraint plan_link_check CHECK (((decision <> 'decline'::text) OR (reason IS NOT NULL))),
  constraint plan_link_decision_check CHECK ((decision = ANY (ARRAY['pending'::text, 'take-over'::text, 'adapt'::text, 'decline'::text]))),
  constraint plan_link_edition_id_child_item_id_fkey FOREIGN KEY (edition_id, child_item_id) REFERENCES plan_item(edition_id, item_id) ON DELETE SET NULL (child_item_id),
  constraint plan_link_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES plan_edition(id) ON DELETE CASCADE
);

create table plan_party (
  edition_id uuid not null,
  item_id uuid not null,
  role text not null,
  expression_id uuid not null,
  "position" integer not null,
  constraint plan_party_pkey PRIMARY KEY (edition_id, item_id, role, expression_id),
  constraint plan_party_edition_id_item_id_fkey FOREIGN KEY (edition_id, item_id) REFERENCES plan_item(edition_id, item_id) ON DELETE CASCADE,
  constraint plan_party_expression_id_fkey FOREIGN KEY (expression_id) REFERENCES plan_expression(id) ON DELETE CASCADE,
  constraint plan_party_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'partner'::text])))
);

create table plan_target_measure (
  plan_id uuid not null,
  item_id uuid not null,
  source text not null,
  measures text[] default '{}'::text[] not null,
  indicator_id integer,
  member text default ''::text not null,
  scope text not null,
  reason text,
  confirmed_by uuid not null,
  confirmed_by_name text not null,
  confirmed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint plan_target_measure_pkey PRIMARY KEY (plan_id, item_id),
  constraint plan_target_measure_check CHECK (((source = 'measures'::text) = (cardinality(measures) > 0))),
  constraint plan_target_measure_check1 CHECK (((source = 'indicator'::text) = (indicator_id IS NOT NULL))),
  constraint plan_target_measure_check2 CHECK (((source = 'none'::text) = (reason IS NOT NULL))),
  constraint plan_target_measure_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id),
  constraint plan_target_measure_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE,
  constraint plan_target_measure_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'line'::text, 'area'::text]))),
  constraint plan_target_measure_source_check CHECK ((source = ANY (ARRAY['measures'::text, 'indicator'::text, 'none'::text])))
);

create table plan_work (
  plan_id uuid not null,
  item_id uuid not null,
  unit_id integer not null,
  period text not null,
  work_id uuid not null,
  constraint plan_work_pkey PRIMARY KEY (plan_id, item_id, unit_id, period),
  constraint plan_work_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint plan_work_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint plan_work_work_id_fkey FOREIGN KEY (work_id) REFERENCES work_item(id),
  constraint plan_work_work_id_key UNIQUE (work_id)
);

create table post (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  unit_id integer not null,
  role text not null,
  from_day date not null,
  until_day date,
  ended_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_check CHECK ((until_day >= from_day)),
  constraint post_once EXCLUDE USING gist (person_id WITH =, unit_id WITH =, role WITH =, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((ended_at IS NULL)),
  constraint post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint post_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'reporter'::text, 'approver'::text, 'signer'::text, 'clerk'::text, 'coordinator'::text, 'administrator'::text, 'auditor'::text]))),
  constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table print_blank (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  unit_id integer not null,
  name text not null,
  width numeric(6,1) not null,
  height numeric(6,1) not null,
  fields jsonb not null,
  changed_at timestamp with time zone default now() not null,
  constraint print_blank_pkey PRIMARY KEY (id),
  constraint print_blank_fields_check CHECK ((jsonb_typeof(fields) = 'array'::text)),
  constraint print_blank_height_check CHECK (((height >= (50)::numeric) AND (height <= (1000)::numeric))),
  constraint print_blank_name_check CHECK ((name <> ''::text)),
  constraint print_blank_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint print_blank_unit_id_name_key UNIQUE (unit_id, name),
  constraint print_blank_width_check CHECK (((width >= (50)::numeric) AND (width <= (1000)::numeric)))
);

create table publication (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  kind text not null,
  thing_id text not null,
  exemplar_id uuid,
  plan_id uuid,
  story_id uuid,
  decision_id uuid,
  award_decision_id uuid,
  unit_id integer not null,
  unit_name text not null,
  slug text not null,
  title text not null,
  shown jsonb not null,
  choice jsonb default '{}'::jsonb not null,
  print text not null,
  field text,
  subkind text,
  area_id integer,
  area_name text,
  year integer,
  themes text[] default '{}'::text[] not null,
  consent_on date,
  consent_how text,
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  reason text not null,
  closed_by uuid,
  closed_by_name text,
  closed_at timestamp with time zone,
  closed_reason text,
  search text generated always as (vi_fold(((((((title || ' '::text) || COALESCE(area_name, ''::text)) || ' '::text) || unit_name) || ' '::text) || COALESCE((shown ->> 'words'::text), ''::text)))) stored not null,
  contest_id uuid,
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_area_id_fkey FOREIGN KEY (area_id) REFERENCES unit(id),
  constraint publication_award_decision_id_fkey FOREIGN KEY (award_decision_id) REFERENCES award_decision(id),
  constraint publication_check CHECK (((kind = 'exemplar'::text) = (exemplar_id IS NOT NULL))),
  constraint publication_check1 CHECK (((kind = 'plan'::text) = (plan_id IS NOT NULL))),
  constraint publication_check2 CHECK (((kind = 'story'::text) = (story_id IS NOT NULL))),
  constraint publication_check3 CHECK (((kind = 'recognition'::text) = (decision_id IS NOT NULL))),
  constraint publication_check4 CHECK (((kind = 'award'::text) = (award_decision_id IS NOT NULL))),
  constraint publication_check5 CHECK ((num_nonnulls(closed_by, closed_by_name, closed_at, closed_reason) = ANY (ARRAY[0, 4]))),
  constraint publication_check6 CHECK (((consent_on IS NULL) = (consent_how IS NULL))),
  constraint publication_choice_check CHECK ((jsonb_typeof(choice) = 'object'::text)),
  constraint publication_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint publication_consent CHECK (((subkind IS DISTINCT FROM 'person'::text) OR (kind <> 'exemplar'::text) OR (consent_on IS NOT NULL))),
  constraint publication_consent_how_check CHECK ((consent_how = ANY (ARRAY['paper'::text, 'minutes'::text]))),
  constraint publication_contest CHECK (((kind = 'contest'::text) = (contest_id IS NOT NULL))),
  constraint publication_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES contest(id),
  constraint publication_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES exemplar_decision(id),
  constraint publication_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id),
  constraint publication_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'exemplar'::text, 'recognition'::text, 'award'::text, 'story'::text, 'statistics'::text, 'contest'::text]))),
  constraint publication_kind_thing_id_key UNIQUE (kind, thing_id),
  constraint publication_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint publication_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint publication_shown_check CHECK ((jsonb_typeof(shown) = 'object'::text)),
  constraint publication_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint publication_slug_key UNIQUE (slug),
  constraint publication_story_id_fkey FOREIGN KEY (story_id) REFERENCES story(id),
  constraint publication_title_check CHECK ((title <> ''::text)),
  constraint publication_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table publication_edition (
  publication_id uuid not null,
  edition integer not null,
  shown jsonb not null,
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  reason text not null,
  constraint publication_edition_pkey PRIMARY KEY (publication_id, edition),
  constraint publication_edition_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint publication_edition_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE
);

create table recovery_code (
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (person_id, code_hash),
  constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table register_set_aside (
  unit_id integer not null,
  proposal text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint register_set_aside_pkey PRIMARY KEY (unit_id, proposal),
  constraint register_set_aside_proposal_check CHECK (((length(proposal) >= 1) AND (length(proposal) <= 300))),
  constraint register_set_aside_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id),
  constraint register_set_aside_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table report (
  id uuid default uuidv7() not null,
  unit_id integer not null,
  kind text not null,
  state text default 'draft'::text not null,
  calendar text,
  period text,
  period_from date,
  period_to date,
  round_id uuid,
  figures_from text not null,
  header jsonb not null,
  subject text not null,
  prepared_by uuid not null,
  prepared_by_name text not null,
  corrects_id uuid,
  correction text,
  correction_reason text,
  receiver_id integer,
  frozen jsonb,
  frozen_hash text,
  docx_hash text,
  signed_at timestamp with time zone,
  signed_by uuid,
  signed_by_name text,
  signed_how text,
  number text,
  symbol text,
  series text,
  issue_date date,
  numbered_by_name text,
  numbered_at timestamp with time zone,
  scan_hash text,
  scan_name text,
  scan_type text,
  scan_size integer,
  scan_at timestamp with time zone,
  sent_at timestamp with time zone,
  sent_by_name text,
  sent_to text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  search text generated always as (vi_fold(((((COALESCE((header ->> 'type'::text), 'Công văn'::text) || ' '::text) || subject) || ' '::text) || COALESCE((number || symbol), ''::text)))) stored not null,
  constraint report_pkey PRIMARY KEY (id),
  constraint report_calendar_check CHECK ((calendar = ANY (ARRAY['civil'::text, 'cut-off-15'::text]))),
  constraint report_check CHECK ((period_to >= period_from)),
  constraint report_check1 CHECK ((((corrects_id IS NULL) = (correction IS NULL)) AND ((corrects_id IS NULL) = (correction_reason IS NULL)))),
  constraint report_check2 CHECK ((corrects_id <> id)),
  constraint report_check3 CHECK ((((period IS NULL) = (period_from IS NULL)) AND ((period IS NULL) = (period_to IS NULL)) AND ((period IS NULL) = (calendar IS NULL)))),
  constraint report_check4 CHECK (((state = ANY (ARRAY['draft'::text, 'ready'::text])) = (frozen IS NULL))),
  constraint report_check5 CHECK ((((frozen IS NULL) = (frozen_hash IS NULL)) AND ((frozen IS NULL) = (docx_hash IS NULL)) AND ((frozen IS NULL) = (signed_at IS NULL)) AND ((frozen IS NULL) = (signed_how IS NULL)) AND ((frozen IS NULL) = (signed_by_name IS NULL)))),
  constraint report_check6 CHECK (((state = ANY (ARRAY['numbered'::text, 'sent'::text])) = (number IS NOT NULL))),
  constraint report_check7 CHECK ((((number IS NULL) = (series IS NULL)) AND ((number IS NULL) = (symbol IS NULL)) AND ((number IS NULL) = (issue_date IS NULL)))),
  constraint report_check8 CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint report_check9 CHECK (((signed_how IS DISTINCT FROM 'on-paper'::text) OR (scan_hash IS NOT NULL))),
  constraint report_correction_check CHECK ((correction = ANY (ARRAY['correction'::text, 'replacement'::text]))),
  constraint report_correction_reason_check CHECK ((correction_reason <> ''::text)),
  constraint report_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES report(id),
  constraint report_docx_hash_check CHECK ((docx_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint report_figures_from_check CHECK ((figures_from = ANY (ARRAY['own'::text, 'units'::text]))),
  constraint report_frozen_hash_check CHECK ((frozen_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint report_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'letter'::text, 'submission-letter'::text, 'notice'::text]))),
  constraint report_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES person(id),
  constraint report_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES unit(id),
  constraint report_scan_hash_check CHECK ((scan_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint report_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES person(id),
  constraint report_signed_how_check CHECK ((signed_how = ANY (ARRAY['here'::text, 'on-paper'::text]))),
  constraint report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'signed'::text, 'numbered'::text, 'sent'::text]))),
  constraint report_subject_check CHECK ((subject <> ''::text)),
  constraint report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table report_block (
  report_id uuid not null,
  id text not null,
  "position" integer not null,
  content jsonb not null,
  version integer default 1 not null,
  constraint report_block_pkey PRIMARY KEY (report_id, id),
  constraint report_block_id_check CHECK ((id ~ '^[a-z0-9-]{1,40}$'::text)),
  constraint report_block_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id) ON DELETE CASCADE
);

create table report_template (
  id uuid default uuidv7() not null,
  unit_id integer not null,
  title text not null,
  kind text not null,
  form text,
  periods text[] default '{}'::text[] not null,
  subject text not null,
  blocks jsonb not null,
  version integer default 1 not null,
  updated_at timestamp with time zone default now() not null,
  constraint report_template_pkey PRIMARY KEY (id),
  constraint report_template_form_check CHECK ((form = ANY (ARRAY['state'::text, 'party'::text, 'front'::text]))),
  constraint report_template_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'letter'::text, 'submission-letter'::text, 'notice'::text]))),
  constraint report_template_subject_check CHECK ((subject <> ''::text)),
  constraint report_template_title_check CHECK ((title <> ''::text)),
  constraint report_template_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table round (
  id uuid default uuidv7() not null,
  form_id uuid not null,
  n integer not null,
  calendar text not null,
  period_kind text not null,
  period text not null,
  from_day date not null,
  to_day date not null,
  cut_off date not null,
  due_text text not null,
  last_day date not null,
  state text default 'open'::text not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  figures_fixed_at timestamp with time zone,
  version integer default 1 not null,
  constraint round_pkey PRIMARY KEY (id),
  constraint round_calendar_check CHECK ((calendar = ANY (ARRAY['civil'::text, 'cut-off-15'::text]))),
  constraint round_check CHECK ((to_day >= from_day)),
  constraint round_form_id_calendar_period_key UNIQUE (form_id, calendar, period),
  constraint round_form_id_fkey FOREIGN KEY (form_id) REFERENCES form(id),
  constraint round_form_id_n_fkey FOREIGN KEY (form_id, n) REFERENCES form_version(form_id, n),
  constraint round_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint round_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);

create table round_fixing (
  id uuid default uuidv7() not null,
  round_id uuid not null,
  at timestamp with time zone not null,
  by uuid not null,
  figures jsonb not null,
  constraint round_fixing_pkey PRIMARY KEY (id),
  constraint round_fixing_by_fkey FOREIGN KEY (by) REFERENCES person(id),
  constraint round_fixing_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE
);

create table round_unit (
  round_id uuid not null,
  unit_id integer not null,
  edge text not null,
  due_text text not null,
  last_day date not null,
  extended_from date,
  extended_reason text,
  excused_reason text,
  excused_at timestamp with time zone,
  version integer default 1 not null,
  constraint round_unit_pkey PRIMARY KEY (round_id, unit_id),
  constraint round_unit_check CHECK (((extended_from IS NULL) = (extended_reason IS NULL))),
  constraint round_unit_check1 CHECK (((excused_reason IS NULL) = (excused_at IS NULL))),
  constraint round_unit_edge_check CHECK ((edge = ANY (ARRAY['assign'::text, 'request'::text, 'coordinate'::text]))),
  constraint round_unit_round_id_fkey FOREIGN KEY (round_id) REFERENCES round(id) ON DELETE CASCADE,
  constraint round_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table schema_migration (
  number integer not null,
  file text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migration_pkey PRIMARY KEY (number)
);

create table second_factor (
  person_id uuid not null,
  secret bytea,
  pending bytea,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  constraint second_factor_pkey PRIMARY KEY (person_id),
  constraint second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint second_factor_something CHECK (((secret IS NOT NULL) OR (pending IS NOT NULL))),
  constraint second_factor_whole CHECK (((secret IS NULL) = (confirmed_at IS NULL)))
);

create table session (
  id uuid default uuidv7() not null,
  token_hash bytea not null,
  person_id uuid not null,
  post_id uuid,
  lending_id uuid,
  complete boolean not null,
  shared boolean not null,
  device text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_lending_id_fkey FOREIGN KEY (lending_id) REFERENCES lending(id),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint session_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint session_token_hash_key UNIQUE (token_hash)
);

create table story (
  id uuid default uuidv7() not null,
  version integer default 1 not null,
  unit_id integer not null,
  exemplar_id uuid not null,
  month date not null,
  state text default 'draft'::text not null,
  title text not null,
  lead text default ''::text not null,
  body text default ''::text not null,
  pictures uuid[] default '{}'::uuid[] not null,
  outlets text[] default '{}'::text[] not null,
  written_by uuid not null,
  written_by_name text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint story_pkey PRIMARY KEY (id),
  constraint story_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(id),
  constraint story_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint story_outlets_check CHECK ((outlets <@ ARRAY['bulletin'::text, 'press'::text, 'radio'::text, 'web'::text])),
  constraint story_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'dropped'::text]))),
  constraint story_title_check CHECK ((title <> ''::text)),
  constraint story_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint story_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id)
);

create table subject_key (
  subject uuid not null,
  public_key bytea,
  wrapped bytea,
  installation_key integer,
  created_at timestamp with time zone default now() not null,
  destroyed_at timestamp with time zone,
  constraint subject_key_pkey PRIMARY KEY (subject),
  constraint subject_key_installation_key_fkey FOREIGN KEY (installation_key) REFERENCES installation_key(id),
  constraint subject_key_whole CHECK (((destroyed_at IS NULL) = ((public_key IS NOT NULL) AND (wrapped IS NOT NULL) AND (installation_key IS NOT NULL))))
);

create table submission (
  id uuid default uuidv7() not null,
  round_id uuid not null,
  unit_id integer not null,
  rev integer not null,
  state text default 'draft'::text not null,
  steps jsonb default '[]'::jsonb not null,
  waiting_step text,
  waiting_unit integer,
  prev_id uuid,
  reason text,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  submitted_by uuid,
  submitted_at timestamp with time zone,
  first_sent_at timestamp with time zone,
  approved_at timestamp with time zone,
  document_number text,
  document_date date,
  document_hash text,
  document_name text,
  document_size integer,
  document_type text,
  document_by uuid,
  document_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint submission_pkey PRIMARY KEY (id),
  constraint submission_check CHECK (((prev_id IS NULL) = (rev = 1))),
  constraint submission_check1 CHECK (((prev_id IS NULL) = (reason IS NULL))),
  constraint submission_check2 CHECK (((waiting_step IS NULL) = (waiting_unit IS NULL))),
  constraint submission_check3 CHECK (((waiting_unit IS NULL) OR (state = 'submitted'::text))),
  constraint submission_check4 CHECK (((submitted_by IS NULL) = (submitted_at IS NULL))),
  constraint submission_check5 CHECK (((state <> ALL (ARRAY['submitted'::text, 'approved'::text])) OR (submitted_at IS NOT NULL))),
  constraint submission_check6 CHECK (((state <> 'approved'::text) OR (approved_at IS NOT NULL))),
  constraint submission_check7 CHECK ((num_nulls(document_number, document_date, document_hash, document_name, document_size, document_type, document_by, document_at) = ANY (ARRAY[0, 8]))),
  constraint submission_document_by_fkey FOREIGN KEY (document_by) REFERENCES person(id),
  constraint submission_document_hash_check CHECK ((document_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint submission_document_size_check CHECK ((document_size > 0)),
  constraint submission_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint submission_prev_id_fkey FOREIGN KEY (prev_id) REFERENCES submission(id),
  constraint submission_rev_check CHECK ((rev >= 1)),
  constraint submission_round_id_unit_id_fkey FOREIGN KEY (round_id, unit_id) REFERENCES round_unit(round_id, unit_id),
  constraint submission_round_id_unit_id_rev_key UNIQUE (round_id, unit_id, rev),
  constraint submission_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'replaced'::text]))),
  constraint submission_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES person(id),
  constraint submission_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint submission_waiting_step_check CHECK ((waiting_step = ANY (ARRAY['own'::text, 'receiver'::text]))),
  constraint submission_waiting_unit_fkey FOREIGN KEY (waiting_unit) REFERENCES unit(id)
);

create table submission_entry (
  id uuid default uuidv7() not null,
  submission_id uuid not null,
  act text not null,
  step text,
  unit_id integer not null,
  person_id uuid,
  at timestamp with time zone not null,
  text text,
  cells jsonb default '[]'::jsonb not null,
  constraint submission_entry_pkey PRIMARY KEY (id),
  constraint submission_entry_act_check CHECK ((act = ANY (ARRAY['submit'::text, 'takeBack'::text, 'approve'::text, 'leave-out'::text, 'return'::text, 'correct'::text, 'attachDocument'::text, 'done'::text, 'reopen'::text]))),
  constraint submission_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint submission_entry_step_check CHECK ((step = ANY (ARRAY['own'::text, 'receiver'::text]))),
  constraint submission_entry_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id) ON DELETE CASCADE,
  constraint submission_entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table submission_part (
  submission_id uuid not null,
  section_id text not null,
  unit_id integer not null,
  answers jsonb default '{}'::jsonb not null,
  narrative text,
  saved_by uuid,
  saved_at timestamp with time zone,
  done_by uuid,
  done_at timestamp with time zone,
  version integer default 1 not null,
  constraint submission_part_pkey PRIMARY KEY (submission_id, section_id, unit_id),
  constraint submission_part_check CHECK (((saved_by IS NULL) = (saved_at IS NULL))),
  constraint submission_part_check1 CHECK (((done_by IS NULL) = (done_at IS NULL))),
  constraint submission_part_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id),
  constraint submission_part_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id),
  constraint submission_part_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id) ON DELETE CASCADE,
  constraint submission_part_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table submission_sending (
  submission_id uuid not null,
  n integer not null,
  idem_key uuid not null,
  payload_hash text not null,
  content_hash text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  late boolean not null,
  content jsonb not null,
  constraint submission_sending_pkey PRIMARY KEY (submission_id, n),
  constraint submission_sending_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint submission_sending_idem_key_key UNIQUE (idem_key),
  constraint submission_sending_n_check CHECK ((n >= 1)),
  constraint submission_sending_payload_hash_check CHECK ((payload_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint submission_sending_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id),
  constraint submission_sending_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submission(id)
);

create table throttle (
  key_hash bytea not null,
  failures integer not null,
  last_failed_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint throttle_pkey PRIMARY KEY (key_hash)
);

create table tree_version (
  ver integer generated always as identity not null,
  valid daterange not null,
  built_at timestamp with time zone default now() not null,
  constraint tree_version_pkey PRIMARY KEY (ver),
  constraint tree_version_once EXCLUDE USING gist (valid WITH &&),
  constraint tree_version_valid_check CHECK ((NOT isempty(valid)))
);

create table unit (
  id integer generated always as identity not null,
  kind text not null,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['country'::text, 'province'::text, 'district'::text, 'commune'::text, 'residential-area'::text, 'party-committee'::text, 'peoples-council'::text, 'peoples-committee'::text, 'front'::text, 'trade-union'::text, 'farmers-union'::text, 'womens-union'::text, 'youth-union'::text, 'veterans'::text, 'department'::text, 'armed-force'::text, 'school'::text, 'steering-committee'::text, 'board'::text, 'office'::text, 'other-body'::text])))
);

create table unit_at (
  ver integer not null,
  unit_id integer not null,
  parent_id integer,
  kind text not null,
  name text not null,
  depth smallint not null,
  lo integer not null,
  hi integer not null,
  area_id integer,
  province_id integer,
  district_id integer,
  commune_id integer,
  constraint unit_at_pkey PRIMARY KEY (ver, unit_id),
  constraint unit_at_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_at_ver_fkey FOREIGN KEY (ver) REFERENCES tree_version(ver) ON DELETE CASCADE
);

create table unit_code (
  unit_id integer not null,
  system text not null,
  code text not null,
  valid daterange not null,
  constraint unit_code_pkey PRIMARY KEY (unit_id, system, valid WITHOUT OVERLAPS),
  constraint unit_code_code_check CHECK (((code = btrim(code)) AND (code <> ''::text))),
  constraint unit_code_once UNIQUE (system, code, valid WITHOUT OVERLAPS),
  constraint unit_code_system_check CHECK ((system ~ '^[a-z0-9-]+$'::text)),
  constraint unit_code_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_code_valid_check CHECK ((NOT isempty(valid)))
);

create table unit_edge (
  unit_id integer not null,
  parent_id integer,
  name text not null,
  valid daterange not null,
  name_search text generated always as (vi_fold(name)) stored not null,
  constraint unit_edge_pkey PRIMARY KEY (unit_id, valid WITHOUT OVERLAPS),
  constraint unit_edge_check CHECK ((parent_id <> unit_id)),
  constraint unit_edge_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
  constraint unit_edge_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  constraint unit_edge_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_edge_valid_check CHECK ((NOT isempty(valid)))
);

create table unit_relation (
  unit_id integer not null,
  kind text not null,
  superior_id integer not null,
  valid daterange not null,
  constraint unit_relation_pkey PRIMARY KEY (unit_id, kind, superior_id, valid WITHOUT OVERLAPS),
  constraint unit_relation_check CHECK ((superior_id <> unit_id)),
  constraint unit_relation_kind_check CHECK ((kind = ANY (ARRAY['line'::text, 'party'::text, 'member'::text]))),
  constraint unit_relation_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES unit(id),
  constraint unit_relation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_relation_valid_check CHECK ((NOT isempty(valid)))
);

create table work_entry (
  id uuid default uuidv7() not null,
  work_id uuid not null,
  act text not null,
  unit_id integer not null,
  person_id uuid,
  at timestamp with time zone not null,
  text text,
  percent integer,
  due_before jsonb,
  due_after jsonb,
  constraint work_entry_pkey PRIMARY KEY (id),
  constraint work_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint work_entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint work_entry_work_id_fkey FOREIGN KEY (work_id) REFERENCES work_item(id) ON DELETE CASCADE
);

create table work_file (
  id uuid default uuidv7() not null,
  entry_id uuid not null,
  hash text not null,
  name text not null,
  size integer not null,
  type text not null,
  constraint work_file_pkey PRIMARY KEY (id),
  constraint work_file_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES work_entry(id) ON DELETE CASCADE,
  constraint work_file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint work_file_size_check CHECK ((size > 0))
);

create table work_item (
  id uuid default uuidv7() not null,
  kind text not null,
  state text not null,
  edge text not null,
  title text not null,
  body text not null,
  lead_id integer not null,
  assigner_id integer not null,
  due_text text not null,
  due_date date,
  last_day date,
  period text,
  percent integer,
  first_reported_on date,
  reported_by uuid,
  origin_kind text not null,
  plan_id uuid not null,
  plan_item_id text not null,
  plan_version integer not null,
  clause text not null,
  quote text not null,
  document_id uuid,
  line integer,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer default 1 not null,
  search text generated always as (vi_fold(((title || ' '::text) || body))) stored not null,
  constraint work_item_pkey PRIMARY KEY (id),
  constraint work_item_assigner_id_fkey FOREIGN KEY (assigner_id) REFERENCES unit(id),
  constraint work_item_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  constraint work_item_edge_check CHECK ((edge = ANY (ARRAY['assign'::text, 'request'::text, 'coordinate'::text, 'inform'::text]))),
  constraint work_item_kind_check CHECK ((kind = ANY (ARRAY['task'::text, 'target'::text, 'report'::text, 'plan-slot'::text]))),
  constraint work_item_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES unit(id),
  constraint work_item_origin_kind_check CHECK ((origin_kind = ANY (ARRAY['plan-task'::text, 'plan-target'::text, 'plan-report'::text, 'plan-child'::text]))),
  constraint work_item_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint work_item_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES person(id),
  constraint work_item_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'answered'::text, 'declined'::text, 'reported'::text, 'returned'::text, 'done'::text, 'withdrawn'::text])))
);

create table work_partner (
  work_id uuid not null,
  unit_id integer not null,
  constraint work_partner_pkey PRIMARY KEY (work_id, unit_id),
  constraint work_partner_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint work_partner_work_id_fkey FOREIGN KEY (work_id) REFERENCES work_item(id) ON DELETE CASCADE
);


-- views

create view contest_round_print as
 SELECT r.contest_id,
    r."position",
    md5(COALESCE(string_agg(concat_ws(' '::text, x.entry_id, e.title, x.goes_on, x.prize), ';'::text ORDER BY x.entry_id), ''::text)) AS print
   FROM contest_round r
     LEFT JOIN contest_result x ON x.contest_id = r.contest_id AND x.round = r."position"
     LEFT JOIN contest_entry e ON e.id = x.entry_id
  WHERE r.published_on IS NOT NULL AND (x.entry_id IS NULL OR e.state = 'sent'::text)
  GROUP BY r.contest_id, r."position";

create view indicator_cell as
 SELECT indicator.id AS indicator_id,
    cell.member,
    part.name AS part,
    row_number() OVER (PARTITION BY indicator.id ORDER BY cell.place, part.place) AS place
   FROM indicator
     CROSS JOIN LATERAL ( SELECT ''::text AS member,
            0::bigint AS place
        UNION ALL
         SELECT member.entry ->> 'key'::text,
            member.place
           FROM jsonb_array_elements(indicator.dimension -> 'members'::text) WITH ORDINALITY member(entry, place)) cell
     CROSS JOIN LATERAL unnest(
        CASE indicator.value_kind
            WHEN 'ratio'::text THEN ARRAY['numerator'::text, 'denominator'::text]
            ELSE ARRAY['value'::text]
        END) WITH ORDINALITY part(name, place);

create view portal_award as
 SELECT list.id AS list_id,
    about.id AS item_id,
    about.slug AS item_slug,
    a.printed_name AS name,
    a.printed_post AS post,
    a.printed_unit AS unit,
    a.subject,
    a.form_name AS form,
    a.deed,
    a.number,
    a.granted_on,
    a.granter
   FROM award a
     LEFT JOIN award_decision d ON d.id = a.decision_id AND d.state = 'signed'::text
     LEFT JOIN portal_item list ON list.kind = 'award'::text AND list.id = (( SELECT p.id
           FROM publication p
          WHERE p.award_decision_id = d.id))
     LEFT JOIN portal_item about ON about.kind = 'exemplar'::text AND about.about_exemplar = a.exemplar_id
  WHERE a.may_be_public AND (list.id IS NOT NULL OR about.id IS NOT NULL);

create view portal_certificate as
 SELECT r.certificate_code AS code,
    r.exemplar_id,
        CASE
            WHEN r.kind = 'person'::text AND r.consent_on IS NULL THEN COALESCE(NULLIF(r.deed, ''::text), 'Điển hình cá nhân “Dân vận khéo”'::text)
            ELSE r.printed_as
        END AS title,
    r.kind,
    r.field,
    r.unit_name,
    r.area_name,
    r.level,
    r.year,
    d.header ->> 'called'::text AS issuer,
    d.number AS decision_number,
    d.decided_on,
        CASE
            WHEN r.revoked_on IS NULL THEN 'valid'::text
            ELSE 'revoked'::text
        END AS state,
    r.revoked_on
   FROM exemplar_recognition r
     JOIN exemplar_decision d ON d.id = r.decision_id
  WHERE d.state = 'signed'::text;

create view portal_contest_round as
 SELECT i.id AS item_id,
    q."position",
    q.print
   FROM portal_item i
     JOIN publication p ON p.id = i.id
     JOIN contest_round_print q ON q.contest_id = p.contest_id
  WHERE i.kind = 'contest'::text;

create view portal_copy as
 SELECT original.id AS original_id,
    original.slug AS original_slug,
    original.title AS original_title,
    original.area_name AS original_area,
    copy.id AS copy_id,
    copy.slug,
    copy.title,
    copy.area_name,
    copy.unit_name,
    copy.year,
    copy.shown ->> 'adapted'::text AS adapted
   FROM portal_item copy
     JOIN exemplar e ON e.id = copy.about_exemplar
     JOIN portal_item original ON original.kind = 'exemplar'::text AND original.about_exemplar = e.copied_from
  WHERE copy.kind = 'exemplar'::text;

create view portal_edition as
 SELECT pe.publication_id AS item_id,
    pe.edition,
    pe.shown,
    pe.opened_at
   FROM publication_edition pe
     JOIN portal_item i ON i.id = pe.publication_id
  WHERE i.kind = 'statistics'::text;

create view portal_item as
 SELECT id,
    kind,
    slug,
    title,
    shown,
    unit_name,
    field,
    subkind,
    area_id,
    area_name,
    year,
    themes,
    opened_at,
    changed_at,
    search,
        CASE kind
            WHEN 'exemplar'::text THEN exemplar_id
            WHEN 'story'::text THEN ( SELECT s.exemplar_id
               FROM story s
              WHERE s.id = p.story_id)
            ELSE NULL::uuid
        END AS about_exemplar
   FROM publication p
  WHERE closed_at IS NULL AND
        CASE kind
            WHEN 'exemplar'::text THEN (EXISTS ( SELECT
               FROM exemplar e
              WHERE e.id = p.exemplar_id AND (e.state = ANY (ARRAY['accepted'::text, 'stopped'::text]))))
            WHEN 'plan'::text THEN (EXISTS ( SELECT
               FROM plan_edition pe
              WHERE pe.plan_id = p.plan_id AND (pe.state = ANY (ARRAY['issued'::text, 'closed'::text])))) AND NOT (EXISTS ( SELECT
               FROM plan_edition pe
                 JOIN document d ON d.id = pe.document_id
              WHERE pe.plan_id = p.plan_id AND d.internal)) AND NOT (EXISTS ( SELECT
               FROM plan pl
                 JOIN unit u ON u.id = pl.issuer_id
              WHERE pl.id = p.plan_id AND u.kind = 'party-committee'::text))
            WHEN 'story'::text THEN (EXISTS ( SELECT
               FROM story s
                 JOIN publication about ON about.exemplar_id = s.exemplar_id AND about.closed_at IS NULL
                 JOIN exemplar e ON e.id = s.exemplar_id AND (e.state = ANY (ARRAY['accepted'::text, 'stopped'::text]))
              WHERE s.id = p.story_id AND s.state = 'ready'::text))
            WHEN 'recognition'::text THEN (EXISTS ( SELECT
               FROM exemplar_decision d
              WHERE d.id = p.decision_id AND d.state = 'signed'::text))
            WHEN 'award'::text THEN (EXISTS ( SELECT
               FROM award_decision d
              WHERE d.id = p.award_decision_id AND d.state = 'signed'::text))
            WHEN 'contest'::text THEN (EXISTS ( SELECT
               FROM contest c
              WHERE c.id = p.contest_id AND (c.state = ANY (ARRAY['open'::text, 'judging'::text, 'decided'::text, 'closed'::text]))))
            ELSE true
        END;

create view portal_picture as
 SELECT i.id AS item_id,
    x."position"::integer AS "position",
    ep.public_hash AS hash,
    ep.width,
    ep.height,
    x.picture ->> 'caption'::text AS caption,
    x.picture ->> 'alt'::text AS alt
   FROM portal_item i
     CROSS JOIN LATERAL jsonb_array_elements(i.shown -> 'pictures'::text) WITH ORDINALITY x(picture, "position")
     JOIN exemplar_picture ep ON ep.id = ((x.picture ->> 'id'::text)::uuid) AND ep.exemplar_id = i.about_exemplar
  WHERE (i.kind = ANY (ARRAY['exemplar'::text, 'story'::text])) AND ep.public_hash = (x.picture ->> 'hash'::text);

create view portal_recognition as
 SELECT r.certificate_code AS code,
    list.id AS list_id,
    about.id AS item_id,
    about.slug AS item_slug,
        CASE
            WHEN r.kind = 'person'::text AND r.consent_on IS NULL THEN COALESCE(NULLIF(r.deed, ''::text), 'Điển hình cá nhân “Dân vận khéo”'::text)
            ELSE r.printed_as
        END AS title,
    r.kind,
    r.field,
    r.unit_name,
    r.area_name,
    r.level,
    r.year,
    r.recognised_on,
    d.header ->> 'called'::text AS issuer,
    d.number,
    r.revoked_on
   FROM exemplar_recognition r
     JOIN exemplar_decision d ON d.id = r.decision_id AND d.state = 'signed'::text
     LEFT JOIN portal_item list ON list.kind = 'recognition'::text AND list.id = (( SELECT p.id
           FROM publication p
          WHERE p.decision_id = d.id))
     LEFT JOIN portal_item about ON about.kind = 'exemplar'::text AND about.about_exemplar = r.exemplar_id
  WHERE list.id IS NOT NULL OR about.id IS NOT NULL;

create view portal_site as
 SELECT ( SELECT e.name
           FROM unit_edge e
          WHERE e.parent_id IS NULL AND e.valid @> CURRENT_DATE
          ORDER BY e.unit_id
         LIMIT 1) AS name,
    (EXISTS ( SELECT
           FROM person)) AS ready;

create view portal_vote as
 SELECT v.id,
    i.id AS item_id,
    i.slug,
    v.round,
    r.name,
    v.most,
    v.most_per_network,
    v.opens_at,
    v.closes_at,
    v.closed_at,
        CASE
            WHEN v.closed_at IS NOT NULL THEN v.ballots
            ELSE NULL::integer
        END AS ballots
   FROM contest_vote v
     JOIN contest_round r ON r.contest_id = v.contest_id AND r."position" = v.round
     JOIN publication p ON p.contest_id = v.contest_id
     JOIN portal_item i ON i.id = p.id;

create view portal_vote_entry as
 SELECT v.id AS vote_id,
    o.entry_id,
    o."position",
    o.title,
    o.unit_name,
    o.summary,
    ( SELECT about.slug
           FROM portal_item about
          WHERE about.kind = 'exemplar'::text AND about.about_exemplar = e.exemplar_id
         LIMIT 1) AS exemplar_slug,
        CASE
            WHEN v.closed_at IS NOT NULL THEN o.votes
            ELSE NULL::integer
        END AS votes
   FROM portal_vote v
     JOIN contest_vote_entry o ON o.vote_id = v.id
     JOIN contest_entry e ON e.id = o.entry_id AND e.state = 'sent'::text;


-- indexes

CREATE INDEX act_person ON public.act USING btree (person_id, id) WHERE (person_id IS NOT NULL);
CREATE INDEX act_thing ON public.act USING btree (thing_kind, thing_id, id);
CREATE INDEX activity_day ON public.activity USING btree (on_date DESC, id DESC);
CREATE INDEX activity_double_asked ON public.activity_double USING btree (id) WHERE (state = 'asked'::text);
CREATE INDEX activity_double_later ON public.activity_double USING btree (later_id);
CREATE INDEX activity_file_activity ON public.activity_file USING btree (activity_id);
CREATE INDEX activity_file_hash ON public.activity_file USING btree (hash);
CREATE INDEX activity_file_thumb ON public.activity_file USING btree (thumb_hash);
CREATE INDEX activity_kind_day ON public.activity USING btree (kind, on_date);
CREATE INDEX activity_lead ON public.activity USING btree (lead_id, on_date);
CREATE INDEX activity_partner_unit ON public.activity_partner USING btree (unit_id);
CREATE INDEX activity_plan ON public.activity USING btree (plan_id, plan_item_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX activity_rough ON public.activity USING btree (lead_id) WHERE (approximate AND (state = 'done'::text));
CREATE INDEX activity_same ON public.activity USING btree (same_as) WHERE (same_as IS NOT NULL);
CREATE INDEX activity_search ON public.activity USING gin (search gin_trgm_ops);
CREATE INDEX activity_template_lead ON public.activity_template USING btree (lead_id) WHERE active;
CREATE INDEX appraisal_change_sheet ON public.appraisal_change USING btree (sheet_id);
CREATE INDEX appraisal_draw_round ON public.appraisal_draw USING btree (round_id);
CREATE UNIQUE INDEX appraisal_member_one_head ON public.appraisal_member USING btree (round_id) WHERE ((part = 'head'::text) AND (left_on IS NULL));
CREATE INDEX appraisal_member_person ON public.appraisal_member USING btree (person_id);
CREATE INDEX appraisal_round_body ON public.appraisal_round USING btree (body_id, judge_until DESC);
CREATE INDEX appraisal_round_rubric ON public.appraisal_round USING btree (rubric_id);
CREATE INDEX appraisal_rubric_body ON public.appraisal_rubric USING btree (body_id, created_at DESC);
CREATE UNIQUE INDEX appraisal_rubric_one_draft ON public.appraisal_rubric USING btree (family_id) WHERE (state = 'draft'::text);
CREATE INDEX appraisal_sheet_person ON public.appraisal_sheet USING btree (person_id);
CREATE INDEX appraisal_subject_ref ON public.appraisal_subject USING btree (kind, ref);
CREATE INDEX appraisal_subject_unit ON public.appraisal_subject USING btree (unit_id);
CREATE INDEX award_body ON public.award USING btree (body_id, granted_on DESC);
CREATE INDEX award_campaign_body ON public.award_campaign USING btree (body_id, closes_on DESC);
CREATE INDEX award_campaign_unit_unit ON public.award_campaign_unit USING btree (unit_id);
CREATE INDEX award_candidate_campaign ON public.award_candidate USING btree (campaign_id, state);
CREATE INDEX award_candidate_exemplar ON public.award_candidate USING btree (exemplar_id) WHERE (exemplar_id IS NOT NULL);
CREATE INDEX award_candidate_unit ON public.award_candidate USING btree (unit_id);
CREATE INDEX award_decision_campaign ON public.award_decision USING btree (campaign_id);
CREATE UNIQUE INDEX award_decision_number ON public.award_decision USING btree (body_id, number, EXTRACT(year FROM decided_on)) WHERE ((state = 'signed'::text) AND (granter IS NULL));
CREATE INDEX award_exemplar ON public.award USING btree (exemplar_id) WHERE (exemplar_id IS NOT NULL);
CREATE INDEX award_granted ON public.award USING btree (granted_on);
CREATE UNIQUE INDEX award_meeting_one_draft ON public.award_meeting USING btree (campaign_id) WHERE (state = 'draft'::text);
CREATE INDEX award_paper_campaign ON public.award_paper USING btree (campaign_id);
CREATE INDEX award_unit ON public.award USING btree (unit_id, granted_on DESC);
CREATE INDEX calendar_feed_person ON public.calendar_feed USING btree (person_id) WHERE (revoked_at IS NULL);
CREATE INDEX contest_body ON public.contest USING btree (body_id, created_at DESC);
CREATE INDEX contest_entry_contest ON public.contest_entry USING btree (contest_id, state);
CREATE INDEX contest_entry_exemplar ON public.contest_entry USING btree (exemplar_id) WHERE (exemplar_id IS NOT NULL);
CREATE INDEX contest_entry_unit ON public.contest_entry USING btree (unit_id);
CREATE INDEX contest_paper_contest ON public.contest_paper USING btree (contest_id);
CREATE INDEX contest_result_entry ON public.contest_result USING btree (entry_id);
CREATE INDEX contest_unit_unit ON public.contest_unit USING btree (unit_id);
CREATE INDEX contest_vote_entry_of ON public.contest_vote_entry USING btree (entry_id);
CREATE INDEX document_correction_document ON public.document_correction USING btree (document_id);
CREATE INDEX document_ending_node ON public.document_ending USING btree (node);
CREATE INDEX document_item_cited_year ON public.document_item USING btree ("left"(cited_date, 4)) WHERE (cites IS NOT NULL);
CREATE INDEX document_item_cites ON public.document_item USING btree (number_key) WHERE (number_key IS NOT NULL);
CREATE INDEX document_item_cites_node ON public.document_item USING btree (cites) WHERE (cites IS NOT NULL);
CREATE INDEX document_item_document ON public.document_item USING btree (document_id, kind, "position");
CREATE INDEX document_item_law ON public.document_item USING btree (law_key) WHERE (law_key IS NOT NULL);
CREATE INDEX document_item_linked ON public.document_item USING btree (linked_to) WHERE (linked_to IS NOT NULL);
CREATE INDEX document_item_orders_review ON public.document_item USING btree (document_id) WHERE ((kind = ANY (ARRAY['event'::text, 'task'::text])) AND (state = ANY (ARRAY['accepted'::text, 'corrected'::text, 'added'::text])) AND (COALESCE((value ->> 'text'::text), quote, ''::text) ~* 'sơ kết|tổng kết'::text));
CREATE INDEX document_law ON public.document USING btree (law_key) WHERE (law_key IS NOT NULL);
CREATE INDEX document_node ON public.document USING btree (node);
CREATE INDEX document_number ON public.document USING btree (number_key) WHERE (number_key IS NOT NULL);
CREATE INDEX document_printed_year ON public.document USING btree ("left"(printed_date, 4));
CREATE INDEX document_reader_unit ON public.document_reader USING btree (unit_id);
CREATE INDEX document_recent ON public.document USING btree (uploaded_at DESC);
CREATE INDEX document_refusal_sender ON public.document_refusal USING btree (uploaded_by) WHERE (seen_at IS NULL);
CREATE INDEX document_search ON public.document USING gin (search gin_trgm_ops);
CREATE INDEX document_text_marks ON public.document_text USING btree (marks);
CREATE INDEX exemplar_accepted ON public.exemplar USING btree (accepted_on) WHERE (state = 'accepted'::text);
CREATE INDEX exemplar_area ON public.exemplar USING btree (area_id) WHERE (area_id IS NOT NULL);
CREATE INDEX exemplar_copies ON public.exemplar USING btree (copied_from) WHERE (copied_from IS NOT NULL);
CREATE INDEX exemplar_counted ON public.exemplar USING btree (lead_id) INCLUDE (id, kind, field, state, step, stream, paused, first_year, registered_on, copied_from) WHERE ((same_as IS NULL) AND (state = ANY (ARRAY['registered'::text, 'accepted'::text, 'stopped'::text])));
CREATE INDEX exemplar_decision_body ON public.exemplar_decision USING btree (body_id, year DESC);
CREATE INDEX exemplar_decision_item_of ON public.exemplar_decision_item USING btree (exemplar_id);
CREATE INDEX exemplar_decision_newest ON public.exemplar_decision USING btree (decided_on DESC, id DESC) WHERE (state = 'signed'::text);
CREATE INDEX exemplar_decision_signed ON public.exemplar_decision USING btree (signed_at) WHERE (state = 'signed'::text);
CREATE INDEX exemplar_entry_found ON public.exemplar_entry USING gin (said, marks) WITH (fastupdate=off);
CREATE INDEX exemplar_entry_lead ON public.exemplar_entry USING btree (lead_id, registered_on DESC, id DESC);
CREATE INDEX exemplar_entry_money ON public.exemplar_entry USING btree (money) WHERE (money IS NOT NULL);
CREATE INDEX exemplar_entry_newest ON public.exemplar_entry USING btree (registered_on DESC, id DESC) INCLUDE (state, lead_id, money, quiet_since) WHERE (state = ANY (ARRAY['accepted'::text, 'stopped'::text]));
CREATE INDEX exemplar_entry_prepared ON public.exemplar_entry USING btree (registered_on DESC, id DESC) INCLUDE (state, lead_id, typed_at, round_id, money) WHERE (state = ANY (ARRAY['draft'::text, 'registered'::text, 'returned'::text, 'withdrawn'::text]));
CREATE INDEX exemplar_entry_prepared_lead ON public.exemplar_entry USING btree (lead_id) WHERE (state = ANY (ARRAY['draft'::text, 'registered'::text, 'returned'::text, 'withdrawn'::text]));
CREATE INDEX exemplar_entry_prepared_round ON public.exemplar_entry USING btree (round_id) WHERE (state = ANY (ARRAY['draft'::text, 'registered'::text, 'returned'::text, 'withdrawn'::text]));
CREATE INDEX exemplar_entry_prepared_typed ON public.exemplar_entry USING btree (typed_at) WHERE (state = ANY (ARRAY['draft'::text, 'registered'::text, 'returned'::text, 'withdrawn'::text]));
CREATE INDEX exemplar_event_awarded ON public.exemplar_event USING btree (exemplar_id) WHERE (kind = ANY (ARRAY['awarded'::text, 'award-revoked'::text]));
CREATE INDEX exemplar_event_ended ON public.exemplar_event USING btree (exemplar_id, on_date DESC) WHERE ((kind = ANY (ARRAY['stopped'::text, 'resumed'::text])) AND (struck_at IS NULL));
CREATE INDEX exemplar_event_of ON public.exemplar_event USING btree (exemplar_id, on_date DESC);
CREATE INDEX exemplar_finding_entry_of ON public.exemplar_finding_entry USING btree (finding_id, id);
CREATE INDEX exemplar_finding_open ON public.exemplar_finding USING btree (exemplar_id) WHERE (state <> 'settled'::text);
CREATE INDEX exemplar_grade_waiting ON public.exemplar_grade USING btree (year) WHERE (grade IS NULL);
CREATE INDEX exemplar_import_of ON public.exemplar USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX exemplar_import_unit ON public.exemplar_import USING btree (unit_id, created_at DESC);
CREATE INDEX exemplar_invitation_made_at ON public.exemplar_invitation USING btree (made_at);
CREATE INDEX exemplar_invitation_unit ON public.exemplar_invitation USING btree (unit_id, created_at DESC);
CREATE INDEX exemplar_lead ON public.exemplar USING btree (lead_id, first_year);
CREATE INDEX exemplar_name ON public.exemplar USING gin (vi_fold(name) gin_trgm_ops);
CREATE INDEX exemplar_offer_open ON public.exemplar_offer USING btree (invitation_id) WHERE (state = ANY (ARRAY['waiting'::text, 'asked'::text]));
CREATE INDEX exemplar_paper_of ON public.exemplar_paper USING btree (exemplar_id, id) WHERE (taken_out_at IS NULL);
CREATE UNIQUE INDEX exemplar_paper_once ON public.exemplar_paper USING btree (exemplar_id, came_as) WHERE (taken_out_at IS NULL);
CREATE INDEX exemplar_partner_unit ON public.exemplar_partner USING btree (unit_id);
CREATE UNIQUE INDEX exemplar_picture_cover ON public.exemplar_picture USING btree (exemplar_id) WHERE cover;
CREATE INDEX exemplar_picture_of ON public.exemplar_picture USING btree (exemplar_id, id) WHERE (taken_out_at IS NULL);
CREATE UNIQUE INDEX exemplar_picture_once ON public.exemplar_picture USING btree (exemplar_id, came_as) WHERE (taken_out_at IS NULL);
CREATE INDEX exemplar_picture_quarters ON public.exemplar_picture USING gin (picture_quarters(phash)) WHERE (phash IS NOT NULL);
CREATE INDEX exemplar_print_of ON public.exemplar_print USING gin (prints);
CREATE INDEX exemplar_quiet ON public.exemplar USING btree (moved_on) WHERE ((state = 'accepted'::text) AND (NOT paused));
CREATE INDEX exemplar_reading_before_of ON public.exemplar_reading_before USING btree (goal_id, on_date);
CREATE INDEX exemplar_recognition_newest ON public.exemplar_recognition USING btree (recognised_on DESC);
CREATE UNIQUE INDEX exemplar_recognition_once ON public.exemplar_recognition USING btree (exemplar_id, level, year) WHERE (revoked_on IS NULL);
CREATE INDEX exemplar_recognition_rule_unit ON public.exemplar_recognition_rule USING btree (level, unit_id);
CREATE INDEX exemplar_recognition_year ON public.exemplar_recognition USING btree (year, level) WHERE (revoked_on IS NULL);
CREATE INDEX exemplar_returned ON public.exemplar USING btree (updated_at) WHERE (state = 'returned'::text);
CREATE INDEX exemplar_round_body ON public.exemplar_round USING btree (body_id, closes_on DESC);
CREATE INDEX exemplar_round_of ON public.exemplar USING btree (round_id) WHERE (round_id IS NOT NULL);
CREATE INDEX exemplar_round_unit_unit ON public.exemplar_round_unit USING btree (unit_id);
CREATE INDEX exemplar_similar_open ON public.exemplar_similar USING btree (exemplar_id) WHERE (answer IS NULL);
CREATE INDEX exemplar_similar_other ON public.exemplar_similar USING btree (other_id);
CREATE INDEX exemplar_study_of ON public.exemplar_study USING btree (exemplar_id, on_date DESC);
CREATE INDEX exemplar_study_unit ON public.exemplar_study USING btree (unit_id);
CREATE UNIQUE INDEX exemplar_tag_once ON public.exemplar_tag USING btree (vi_fold(name), COALESCE(body_id, 0));
CREATE INDEX exemplar_themes ON public.exemplar USING gin (themes);
CREATE UNIQUE INDEX extension_open ON public.extension USING btree (thing_kind, thing_id, unit_id) WHERE (state = 'asked'::text);
CREATE INDEX extension_unit ON public.extension USING btree (unit_id);
CREATE INDEX figure_given_submission ON public.figure_given USING btree (submission_id);
CREATE INDEX figure_history_unit ON public.figure_history USING btree (unit_id, period_id, until);
CREATE INDEX figure_pending_place ON public.figure_pending USING btree (period_id, approved, group_id);
CREATE INDEX form_document ON public.form USING btree (document_id) WHERE (document_id IS NOT NULL);
CREATE INDEX form_open ON public.form USING btree (state) WHERE (state = 'open'::text);
CREATE INDEX form_owner ON public.form USING btree (owner_id);
CREATE INDEX form_plan ON public.form USING btree (plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX form_unit_unit ON public.form_unit USING btree (unit_id);
CREATE UNIQUE INDEX form_version_preparing ON public.form_version USING btree (form_id) WHERE (published_at IS NULL);
CREATE INDEX form_version_title ON public.form_version USING gin (title_search gin_trgm_ops);
CREATE INDEX indicator_owner ON public.indicator USING btree (owner_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX indicator_search ON public.indicator USING gin (search gin_trgm_ops);
CREATE INDEX lending_borrower ON public.lending USING btree (borrower_id);
CREATE INDEX lending_post ON public.lending USING btree (post_id);
CREATE INDEX notice_line_digest ON public.notice_line USING btree (digest_id);
CREATE INDEX notice_line_person ON public.notice_line USING btree (person_id);
CREATE INDEX notice_reminder_thing ON public.notice_reminder USING btree (thing_kind, thing_id, unit_id);
CREATE INDEX notice_reminder_unit ON public.notice_reminder USING btree (unit_id, sent_at DESC);
CREATE INDEX one_time_link_person ON public.one_time_link USING btree (person_id);
CREATE INDEX person_name_search ON public.person USING gin (name_search gin_trgm_ops);
CREATE INDEX plan_adjustment_plan ON public.plan_adjustment USING btree (plan_id, state);
CREATE INDEX plan_adjustment_unit ON public.plan_adjustment USING btree (unit_id);
CREATE INDEX plan_edition_document ON public.plan_edition USING btree (document_id);
CREATE UNIQUE INDEX plan_edition_in_force ON public.plan_edition USING btree (plan_id) WHERE (state = ANY (ARRAY['issued'::text, 'closed'::text]));
CREATE UNIQUE INDEX plan_edition_preparing ON public.plan_edition USING btree (plan_id) WHERE (state = ANY (ARRAY['draft'::text, 'ready'::text]));
CREATE INDEX plan_edition_title ON public.plan_edition USING gin (title_search gin_trgm_ops);
CREATE INDEX plan_expression_unit_unit ON public.plan_expression_unit USING btree (unit_id);
CREATE INDEX plan_issuer ON public.plan USING btree (issuer_id);
CREATE INDEX plan_parent ON public.plan USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX plan_party_expression ON public.plan_party USING btree (expression_id);
CREATE INDEX post_person ON public.post USING btree (person_id);
CREATE INDEX post_unit ON public.post USING btree (unit_id) WHERE (ended_at IS NULL);
CREATE INDEX publication_award_decision ON public.publication USING btree (award_decision_id) WHERE (award_decision_id IS NOT NULL);
CREATE INDEX publication_contest_of ON public.publication USING btree (contest_id) WHERE (contest_id IS NOT NULL);
CREATE INDEX publication_decision ON public.publication USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX publication_exemplar ON public.publication USING btree (exemplar_id) WHERE (exemplar_id IS NOT NULL);
CREATE INDEX publication_newest ON public.publication USING btree (kind, changed_at DESC, id DESC) WHERE (closed_at IS NULL);
CREATE INDEX publication_plan ON public.publication USING btree (plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX publication_story ON public.publication USING btree (story_id) WHERE (story_id IS NOT NULL);
CREATE INDEX publication_unit ON public.publication USING btree (unit_id);
CREATE INDEX report_corrects ON public.report USING btree (corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE UNIQUE INDEX report_number ON public.report USING btree (unit_id, symbol, series, number) WHERE (number IS NOT NULL);
CREATE INDEX report_receiver ON public.report USING btree (receiver_id) WHERE (receiver_id IS NOT NULL);
CREATE INDEX report_round ON public.report USING btree (round_id) WHERE (round_id IS NOT NULL);
CREATE INDEX report_search ON public.report USING gin (search gin_trgm_ops);
CREATE INDEX report_template_unit ON public.report_template USING btree (unit_id);
CREATE INDEX report_unit ON public.report USING btree (unit_id, state);
CREATE INDEX round_fixing_round ON public.round_fixing USING btree (round_id, at DESC);
CREATE INDEX round_state ON public.round USING btree (state, last_day);
CREATE INDEX round_unit_unit ON public.round_unit USING btree (unit_id, last_day);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE INDEX story_calendar ON public.story USING btree (unit_id, month);
CREATE INDEX story_exemplar ON public.story USING btree (exemplar_id);
CREATE INDEX submission_document ON public.submission USING btree (document_hash) WHERE (document_hash IS NOT NULL);
CREATE INDEX submission_entry_submission ON public.submission_entry USING btree (submission_id, at, id);
CREATE UNIQUE INDEX submission_open ON public.submission USING btree (round_id, unit_id) WHERE (state = ANY (ARRAY['draft'::text, 'returned'::text]));
CREATE INDEX submission_part_unit ON public.submission_part USING btree (unit_id);
CREATE INDEX submission_unit ON public.submission USING btree (unit_id);
CREATE INDEX submission_waiting ON public.submission USING btree (waiting_unit, round_id) WHERE (waiting_unit IS NOT NULL);
CREATE UNIQUE INDEX unit_at_lo ON public.unit_at USING btree (ver, lo) INCLUDE (hi, unit_id);
CREATE INDEX unit_at_parent ON public.unit_at USING btree (ver, parent_id, lo);
CREATE INDEX unit_edge_name ON public.unit_edge USING gin (name_search gin_trgm_ops);
CREATE INDEX unit_edge_parent ON public.unit_edge USING btree (parent_id);
CREATE INDEX unit_relation_superior ON public.unit_relation USING btree (superior_id, kind);
CREATE INDEX work_entry_work ON public.work_entry USING btree (work_id, at);
CREATE INDEX work_file_entry ON public.work_file USING btree (entry_id);
CREATE INDEX work_file_hash ON public.work_file USING btree (hash);
CREATE INDEX work_item_assigner ON public.work_item USING btree (assigner_id, last_day) WHERE (state <> ALL (ARRAY['done'::text, 'withdrawn'::text]));
CREATE INDEX work_item_lead ON public.work_item USING btree (lead_id, last_day) WHERE (state = ANY (ARRAY['open'::text, 'accepted'::text, 'answered'::text, 'returned'::text, 'reported'::text]));
CREATE INDEX work_item_plan ON public.work_item USING btree (plan_id, plan_item_id);
CREATE INDEX work_item_search ON public.work_item USING gin (search gin_trgm_ops);
CREATE INDEX work_partner_unit ON public.work_partner USING btree (unit_id);

-- triggers

CREATE TRIGGER act_stamp BEFORE INSERT ON public.act FOR EACH ROW EXECUTE FUNCTION act_before_insert();
CREATE TRIGGER act_unchanged BEFORE DELETE OR UPDATE OR TRUNCATE ON public.act FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER act_seal_unchanged BEFORE DELETE OR UPDATE OR TRUNCATE ON public.act_seal FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER appraisal_rubric_stays BEFORE UPDATE ON public.appraisal_rubric FOR EACH ROW EXECUTE FUNCTION appraisal_rubric_stays();
CREATE TRIGGER exemplar_entered AFTER INSERT ON public.exemplar REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_enter();
CREATE TRIGGER exemplar_entry_changed AFTER UPDATE ON public.exemplar REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_enter();
CREATE TRIGGER exemplar_inserted AFTER INSERT ON public.exemplar REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_touch();
CREATE TRIGGER exemplar_updated AFTER UPDATE ON public.exemplar REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_touch();
CREATE TRIGGER exemplar_goal_deleted AFTER DELETE ON public.exemplar_goal REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();
CREATE TRIGGER exemplar_goal_inserted AFTER INSERT ON public.exemplar_goal REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();
CREATE TRIGGER exemplar_goal_updated AFTER UPDATE ON public.exemplar_goal REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();
CREATE TRIGGER exemplar_grade_deleted AFTER DELETE ON public.exemplar_grade REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();
CREATE TRIGGER exemplar_grade_inserted AFTER INSERT ON public.exemplar_grade REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();
CREATE TRIGGER exemplar_grade_updated AFTER UPDATE ON public.exemplar_grade REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();
CREATE TRIGGER exemplar_reading_deleted AFTER DELETE ON public.exemplar_reading REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_read();
CREATE TRIGGER exemplar_reading_inserted AFTER INSERT ON public.exemplar_reading REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_read();
CREATE TRIGGER exemplar_reading_updated AFTER UPDATE ON public.exemplar_reading REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_read();
CREATE TRIGGER exemplar_recognition_deleted AFTER DELETE ON public.exemplar_recognition REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();
CREATE TRIGGER exemplar_recognition_inserted AFTER INSERT ON public.exemplar_recognition REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();
CREATE TRIGGER exemplar_recognition_updated AFTER UPDATE ON public.exemplar_recognition REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION exemplar_remark_changed();

-- rights on schemas

grant usage on schema public to kheo_app;
grant usage on schema public to kheo_portal;
grant usage on schema public to public;

-- rights on tables and views

grant select on table act to kheo_app;
grant select on table act_pending to kheo_app;
grant select on table act_seal to kheo_app;
grant delete, insert, select, update on table activity to kheo_app;
grant delete, insert, select, update on table activity_double to kheo_app;
grant delete, insert, select, update on table activity_file to kheo_app;
grant delete, insert, select, update on table activity_kind to kheo_app;
grant delete, insert, select, update on table activity_partner to kheo_app;
grant delete, insert, select, update on table activity_template to kheo_app;
grant insert, select on table appraisal_change to kheo_app;
grant insert, select on table appraisal_draw to kheo_app;
grant delete, insert, select, update on table appraisal_member to kheo_app;
grant delete, insert, select, update on table appraisal_round to kheo_app;
grant delete, insert, select, update on table appraisal_rubric to kheo_app;
grant delete, insert, select, update on table appraisal_self to kheo_app;
grant delete, insert, select, update on table appraisal_sheet to kheo_app;
grant delete, insert, select, update on table appraisal_subject to kheo_app;
grant delete, insert, select, update on table award to kheo_app;
grant delete, insert, select, update on table award_campaign to kheo_app;
grant delete, insert, select, update on table award_campaign_unit to kheo_app;
grant delete, insert, select, update on table award_candidate to kheo_app;
grant delete, insert, select, update on table award_decision to kheo_app;
grant delete, insert, select, update on table award_form to kheo_app;
grant delete, insert, select, update on table award_meeting to kheo_app;
grant delete, insert, select, update on table award_paper to kheo_app;
grant delete, insert, select, update on table award_vote to kheo_app;
grant delete, insert, select, update on table calendar_feed to kheo_app;
grant delete, insert, select, update on table contest to kheo_app;
grant delete, insert, select, update on table contest_ballot to kheo_app;
grant delete, insert, select, update on table contest_entry to kheo_app;
grant delete, insert, select, update on table contest_paper to kheo_app;
grant delete, insert, select, update on table contest_result to kheo_app;
grant delete, insert, select, update on table contest_round to kheo_app;
grant delete, insert, select, update on table contest_round_print to kheo_app;
grant delete, insert, select, update on table contest_unit to kheo_app;
grant delete, insert, select, update on table contest_vote to kheo_app;
grant delete, insert, select, update on table contest_vote_entry to kheo_app;
grant delete, insert, select, update on table contest_vote_network to kheo_app;
grant delete, insert, select, update on table credential to kheo_app;
grant delete, insert, select, update on table decision_number to kheo_app;
grant insert, select on table demo_mark to kheo_app;
grant delete, insert, select, update on table document to kheo_app;
grant delete, insert, select, update on table document_check_decision to kheo_app;
grant delete, insert, select, update on table document_correction to kheo_app;
grant delete, insert, select, update on table document_ending to kheo_app;
grant delete, insert, select, update on table document_item to kheo_app;
grant delete, insert, select, update on table document_lookalike to kheo_app;
grant delete, insert, select, update on table document_page to kheo_app;
grant delete, insert, select, update on table document_reader to kheo_app;
grant delete, insert, select, update on table document_refusal to kheo_app;
grant delete, insert, select, update on table document_text to kheo_app;
grant delete, insert, select, update on table exemplar to kheo_app;
grant delete, insert, select, update on table exemplar_board to kheo_app;
grant delete, insert, select, update on table exemplar_copy to kheo_app;
grant delete, insert, select, update on table exemplar_decision to kheo_app;
grant delete, insert, select, update on table exemplar_decision_item to kheo_app;
grant delete, insert, select, update on table exemplar_entry to kheo_app;
grant insert, select on table exemplar_event to kheo_app;
grant delete, insert, select, update on table exemplar_finding to kheo_app;
grant insert, select on table exemplar_finding_entry to kheo_app;
grant delete, insert, select, update on table exemplar_goal to kheo_app;
grant delete, insert, select, update on table exemplar_grade to kheo_app;
grant delete, insert, select, update on table exemplar_import to kheo_app;
grant delete, insert, select, update on table exemplar_import_mapping to kheo_app;
grant delete, insert, select, update on table exemplar_invitation to kheo_app;
grant delete, insert, select, update on table exemplar_lesson to kheo_app;
grant delete, insert, select, update on table exemplar_life_rule to kheo_app;
grant delete, insert, select, update on table exemplar_offer to kheo_app;
grant delete, insert, select, update on table exemplar_paper to kheo_app;
grant delete, insert, select, update on table exemplar_partner to kheo_app;
grant delete, insert, select, update on table exemplar_picture to kheo_app;
grant delete, insert, select, update on table exemplar_print to kheo_app;
grant delete, insert, select, update on table exemplar_reading to kheo_app;
grant insert, select on table exemplar_reading_before to kheo_app;
grant delete, insert, select, update on table exemplar_recognition to kheo_app;
grant delete, insert, select, update on table exemplar_recognition_rule to kheo_app;
grant delete, insert, select, update on table exemplar_round to kheo_app;
grant delete, insert, select, update on table exemplar_round_unit to kheo_app;
grant delete, insert, select, update on table exemplar_similar to kheo_app;
grant delete, insert, select, update on table exemplar_study to kheo_app;
grant delete, insert, select, update on table exemplar_tag to kheo_app;
grant delete, insert, select, update on table exemplar_touched to kheo_app;
grant delete, insert, select, update on table exemplar_word to kheo_app;
grant delete, insert, select, update on table extension to kheo_app;
grant delete, insert, select, update on table figure_built to kheo_app;
grant delete, insert, select, update on table figure_given to kheo_app;
grant insert, select on table figure_history to kheo_app;
grant delete, insert, select, update on table figure_pending to kheo_app;
grant delete, insert, select, update on table figure_period to kheo_app;
grant delete, insert, select, update on table figure_series to kheo_app;
grant delete, insert, select, update on table figure_total to kheo_app;
grant delete, insert, select, update on table figure_value to kheo_app;
grant delete, insert, select, update on table form to kheo_app;
grant delete, insert, select, update on table form_unit to kheo_app;
grant delete, insert, select, update on table form_version to kheo_app;
grant delete, insert, select, update on table indicator to kheo_app;
grant delete, insert, select, update on table indicator_cell to kheo_app;
grant delete, insert, select, update on table indicator_group to kheo_app;
grant delete, insert, select, update on table indicator_slot to kheo_app;
grant insert, select on table installation_key to kheo_app;
grant delete, insert, select, update on table layout to kheo_app;
grant delete, insert, select, update on table lending to kheo_app;
grant delete, insert, select, update on table notice_digest to kheo_app;
grant delete, insert, select, update on table notice_line to kheo_app;
grant delete, insert, select, update on table notice_reminder to kheo_app;
grant delete, insert, select, update on table notice_setting to kheo_app;
grant delete, insert, select, update on table one_time_link to kheo_app;
grant delete, insert, select, update on table person to kheo_app;
grant delete, insert, select, update on table plan to kheo_app;
grant delete, insert, select, update on table plan_adjustment to kheo_app;
grant delete, insert, select, update on table plan_basis to kheo_app;
grant delete, insert, select, update on table plan_edge to kheo_app;
grant delete, insert, select, update on table plan_edition to kheo_app;
grant delete, insert, select, update on table plan_expression to kheo_app;
grant delete, insert, select, update on table plan_expression_unit to kheo_app;
grant delete, insert, select, update on table plan_item to kheo_app;
grant delete, insert, select, update on table plan_link to kheo_app;
grant delete, insert, select, update on table plan_party to kheo_app;
grant delete, insert, select, update on table plan_target_measure to kheo_app;
grant delete, insert, select, update on table plan_work to kheo_app;
grant delete, insert, select, update on table portal_award to kheo_app;
grant select on table portal_award to kheo_portal;
grant delete, insert, select, update on table portal_certificate to kheo_app;
grant select on table portal_certificate to kheo_portal;
grant delete, insert, select, update on table portal_contest_round to kheo_app;
grant select on table portal_contest_round to kheo_portal;
grant delete, insert, select, update on table portal_copy to kheo_app;
grant select on table portal_copy to kheo_portal;
grant delete, insert, select, update on table portal_edition to kheo_app;
grant select on table portal_edition to kheo_portal;
grant delete, insert, select, update on table portal_item to kheo_app;
grant select on table portal_item to kheo_portal;
grant delete, insert, select, update on table portal_picture to kheo_app;
grant select on table portal_picture to kheo_portal;
grant delete, insert, select, update on table portal_recognition to kheo_app;
grant select on table portal_recognition to kheo_portal;
grant delete, insert, select, update on table portal_site to kheo_app;
grant select on table portal_site to kheo_portal;
grant delete, insert, select, update on table portal_vote to kheo_app;
grant select on table portal_vote to kheo_portal;
grant delete, insert, select, update on table portal_vote_entry to kheo_app;
grant select on table portal_vote_entry to kheo_portal;
grant delete, insert, select, update on table post to kheo_app;
grant delete, insert, select, update on table print_blank to kheo_app;
grant delete, insert, select, update on table publication to kheo_app;
grant delete, insert, select, update on table publication_edition to kheo_app;
grant delete, insert, select, update on table recovery_code to kheo_app;
grant delete, insert, select, update on table register_set_aside to kheo_app;
grant delete, insert, select, update on table report to kheo_app;
grant delete, insert, select, update on table report_block to kheo_app;
grant delete, insert, select, update on table report_template to kheo_app;
grant delete, insert, select, update on table round to kheo_app;
grant delete, insert, select, update on table round_fixing to kheo_app;
grant delete, insert, select, update on table round_unit to kheo_app;
grant select on table schema_migration to kheo_app;
grant delete, insert, select, update on table second_factor to kheo_app;
grant delete, insert, select, update on table session to kheo_app;
grant delete, insert, select, update on table story to kheo_app;
grant insert, select on table subject_key to kheo_app;
grant delete, insert, select, update on table submission to kheo_app;
grant delete, insert, select, update on table submission_entry to kheo_app;
grant delete, insert, select, update on table submission_part to kheo_app;
grant insert, select on table submission_sending to kheo_app;
grant delete, insert, select, update on table throttle to kheo_app;
grant delete, insert, select, update on table tree_version to kheo_app;
grant delete, insert, select, update on table unit to kheo_app;
grant delete, insert, select, update on table unit_at to kheo_app;
grant delete, insert, select, update on table unit_code to kheo_app;
grant delete, insert, select, update on table unit_edge to kheo_app;
grant delete, insert, select, update on table unit_relation to kheo_app;
grant delete, insert, select, update on table work_entry to kheo_app;
grant delete, insert, select, update on table work_file to kheo_app;
grant delete, insert, select, update on table work_item to kheo_app;
grant delete, insert, select, update on table work_partner to kheo_app;

-- rights on columns

grant insert (act) on table act to kheo_app;
grant insert (after) on table act to kheo_app;
grant insert (before) on table act to kheo_app;
grant insert (note) on table act to kheo_app;
grant insert (on_behalf_of) on table act to kheo_app;
grant insert (person_id) on table act to kheo_app;
grant insert (personal) on table act to kheo_app;
grant insert (personal_subject) on table act to kheo_app;
grant insert (post_id) on table act to kheo_app;
grant insert (post_unit) on table act to kheo_app;
grant insert (post_unit_id) on table act to kheo_app;
grant insert (role) on table act to kheo_app;
grant insert (system) on table act to kheo_app;
grant insert (thing_id) on table act to kheo_app;
grant insert (thing_kind) on table act to kheo_app;
grant insert (unit_id) on table act to kheo_app;
grant update (destroyed_at) on table subject_key to kheo_app;
grant update (installation_key) on table subject_key to kheo_app;
grant update (public_key) on table subject_key to kheo_app;
grant update (struck_at) on table exemplar_event to kheo_app;
grant update (struck_by) on table exemplar_event to kheo_app;
grant update (struck_reason) on table exemplar_event to kheo_app;
grant update (wrapped) on table subject_key to kheo_app;

-- rights on functions

grant execute on function appraisal_rubric_stays() to kheo_app;
grant execute on function audit_digest(text[]) to kheo_app;
grant execute on function contest_vote_hash(bytea,text,text) to kheo_app;
grant execute on function exemplar_enter() to kheo_app;
grant execute on function exemplar_marks(uuid) to kheo_app;
grant execute on function exemplar_remark(uuid[]) to kheo_app;
grant execute on function exemplar_remark_changed() to kheo_app;
grant execute on function exemplar_remark_read() to kheo_app;
grant execute on function exemplar_said(text,text,jsonb) to kheo_app;
grant execute on function exemplar_touch() to kheo_app;
grant execute on function exemplar_word_list(text) to kheo_app;
grant execute on function figure_stray(integer,date) to kheo_app;
grant execute on function picture_neighbours(bigint) to kheo_app;
grant execute on function picture_quarters(bigint) to kheo_app;
grant execute on function place_indicator(integer) to kheo_app;
grant execute on function portal_cast(uuid,text,text,text,uuid[],timestamp with time zone) to kheo_app;
grant execute on function portal_cast(uuid,text,text,text,uuid[],timestamp with time zone) to kheo_portal;
grant execute on function portal_seal(uuid,text) to kheo_app;
grant execute on function portal_seal(uuid,text) to kheo_portal;
grant execute on function seal_acts() to kheo_app;
grant execute on function vi_fold(text) to kheo_app;
grant execute on function vi_fold(text) to kheo_portal;

-- rights by default

alter default privileges grant delete, insert, select, update on tables to kheo_app;
alter default privileges grant execute on functions to kheo_app;
alter default privileges grant usage on sequences to kheo_app;

-- comments

comment on table act is 'Every act: who, in which post, for whom, did what to which thing and unit, when, before and after. Written in the act''s own transaction; never changed. No foreign keys: the record outlives what it is about and is written without locking it.';
comment on column act.at is 'When the row was written, by the database''s clock.';
comment on column act.post_unit is 'Name of the post''s unit at that moment: the history stays readable after a renaming.';
comment on column act.on_behalf_of is 'The holder of a lent post; person_id is who acted ("B thay A").';
comment on column act.system is 'What acted when no person did: a job, the first set-up, the command line on the server.';
comment on column act.before is 'What was, as far as the act changed it. Never personal values.';
comment on column act.personal is 'Personal values of one subject, sealed with the subject''s key; unreadable once that key is destroyed.';
comment on column act.hash is 'Digest of all the other columns (audit_digest), set by the trigger.';
comment on function act_before_insert() is 'Sets what the caller must not: time and digest. Runs as the owner, since the app may not write markers. A restore switches it off (alter table act disable trigger user) to keep rows as they were.';
comment on table act_pending is 'One marker per act that no seal covers yet, written by the trigger in the act''s transaction and taken away by the transaction that seals it. Rows become visible out of the order of their numbers, so "everything after the last sealed number" would miss some; a marker is visible exactly when its act is, and can be deleted once only. Transaction numbers would do too, but start over in a restored database and let one long import hold back all seals. No key: it is only ever emptied.';
comment on table act_seal is 'Seals over committed acts, each chained to the one before. The newest is also appended to a file outside the database.';
comment on column act_seal.acts is 'The numbers that this seal covers; no number is covered twice.';
comment on column act_seal.digest is 'sha256 over the hashes of the covered acts in the order of their numbers.';
comment on column act_seal.hash is 'audit_digest of n, at, acts, rows, digest and prev.';
comment on table activity is 'One activity of one lead unit. Counted once, under its lead, when it is done and not the same as another.';
comment on column activity.state is 'planned is never counted as done.';
comment on column activity.turns is 'Turns of participants (lượt người): one person who comes twice is two.';
comment on column activity.turns_said is 'The word a figure was said with ("hơn", "khoảng" …); null when it is exact. Likewise for gifts, money, labour.';
comment on column activity.money is 'Whole đồng.';
comment on column activity.labour is 'Days of voluntary labour (ngày công).';
comment on column activity.details is 'The kind''s own fields: {key: {value, said?}}; numbers as decimal strings.';
comment on column activity.approximate is 'Some figure, of the four or of details, was said with a word: the exact one is asked for.';
comment on column activity.typed_at is 'The unit of the post in which it was typed.';
comment on column activity.typed_for is 'The lead, when somebody of another unit typed it, or its own from dictation or a paper form.';
comment on column activity.plan_id is 'The clause it serves, with its words as they stood, and the work item if there is one. No foreign keys: work and plans are later modules, and their rows are kept for good.';
comment on column activity.template_date is 'The day that the template meant; on_date may have been moved.';
comment on column activity.same_as is 'The entry of another unit that is the same activity; this one is then not counted.';
comment on table activity_double is 'Two entries of different leads that may be one activity: a question to both. The last answer stands; every answer is in the record.';
comment on column activity_double.partner_added is 'The answer "same" made the later lead a partner of the earlier entry; taken back with the answer.';
comment on table activity_file is 'Photographs (shrunk, without any metadata), photographs of paper forms, other files: the evidence. Never public.';
comment on table activity_kind is 'Kinds of activities, as data. A kind that is no longer offered stays for the entries that have it.';
comment on column activity_kind.code is 'Part of measure names (activity/training/turns), so it never changes.';
comment on column activity_kind.fields is 'Few fields of its own: [{key, label {vi, en}, type number|text|choice|unit|boolean, options?, unit?, times?, splits?}]. times: how many times the entry stands for, one when empty. splits: figures are also added up per option. Aggregates and texts only, never a field about a person.';
comment on table activity_partner is 'Units that took part. They see the entry; they do not count it.';
comment on table activity_template is 'A recurring activity. Planned entries are made some weeks ahead; each is carried out or cancelled by itself.';
comment on column activity_template.rhythm is '{every: week, weekday} | {every: month, day} | {every: month-weekday, weekday, nth} | {every: quarter, month, day} | {every: year, month, day}';
comment on table appraisal_change is 'A mark that its judge changed after the sheets were opened: what it was, what it is, why. Only added to.';
comment on table appraisal_draw is 'A drawing of lots: with the same seed and the same given subjects, judges and conflicts it comes out the same.';
comment on table appraisal_member is 'The panel: people, each in the post that they sit in it for.';
comment on column appraisal_member.left_on is 'Taken out of the panel; what they had sent stays recorded and does not count.';
comment on table appraisal_round is 'One appraisal by one edition of a rubric, or the yearly registration of emulation titles.';
comment on column appraisal_round.self_until is 'Last day to send self-scores, or to register titles; later ones are taken and marked late.';
comment on column appraisal_round.due_rule is 'Month and day that come again every year ("01-30": 30/01 hằng năm); self_until of a copy for the next year follows it.';
comment on column appraisal_round.judges is 'Judges of each subject, at least two.';
comment on column appraisal_round.final is 'mean: the mean of the judges; agreed: what the panel agreed on after discussion.';
comment on column appraisal_round.spread_share is 'Difference between judges, in percent of the scale, from which it is flagged and must be discussed.';
comment on column appraisal_round.comment_share is 'Points below this percentage of a line''s most need a comment.';
comment on column appraisal_round.titles is 'Emulation titles that units choose from: the body''s own list.';
comment on column appraisal_round.all_units is 'Denominator of the share when not everything there is takes part: enterprises of the area, for instance.';
comment on table appraisal_rubric is 'Criteria by which a body has subjects scored. A published edition never changes; a change is a new edition of the same family.';
comment on column appraisal_rubric.rates is 'What it is made for: collective, individual, friendly-government, commune, agency, enterprise, front, area-board, emulation, other.';
comment on column appraisal_rubric.basis is 'The document that lays the criteria down, as the body words it.';
comment on column appraisal_rubric.sample is 'The starting set that it was copied from; shown as "mẫu để sửa" until the body names its own basis.';
comment on column appraisal_rubric.content is '{qualifying: [line], sections: [{title, lines: [line]}], bonus: [line], penalty: [line], outcomes: [{from, word, counts, noZero}], unmet}; points are decimal strings.';
comment on function appraisal_rubric_stays() is 'A past score must still be readable by the very criteria that it was given by.';
comment on table appraisal_self is 'The subject''s own score by line of the rubric, with evidence.';
comment on column appraisal_self.links is '[{kind: document | activity | picture | exemplar | address, id, label}]: references, never copies.';
comment on table appraisal_sheet is 'A judge''s sheet on one subject. Read by nobody but the judge until all sheets of the subject are sent: store/sheets.ts asks for the judge or for opened_at in each query that selects marks.';
comment on column appraisal_sheet.state is 'recused: a conflict of interest; replaced: taken from the judge. Neither counts, both stay recorded.';
comment on column appraisal_sheet.marks is '{line: {points, met, comment}}; points are decimal strings.';
comment on table appraisal_subject is 'What is rated in a round: a unit, a model, a candidate of an award, or something that has a name only (an enterprise).';
comment on column appraisal_subject.ref is 'Id of the thing in its own slice. No foreign key: the slices that bring subjects come later.';
comment on column appraisal_subject.unit_id is 'The unit that answers for it and scores itself.';
comment on column appraisal_subject.qualifying is 'Qualifying lines: {key: true | false}.';
comment on column appraisal_subject.points is 'What the panel came to, out of scale; the outcome in the words of the rubric''s edition, and whether it counts as reached.';
comment on function audit_digest(text[]) is 'sha256 over the parts, each with its length in front (null is "-"), so that no two lists of parts give the same bytes. verify-audit computes the same outside the database.';
comment on function audit_refuse_change() is 'Guards against a slip of the owner''s; rights keep the app out already.';
comment on table award is 'The register of awards: what decisions granted here, and earlier ones that were written down. Nothing is deleted; what was wrong is revoked with its reason.';
comment on column award.unit_id is 'The unit that proposed, and for which it counts.';
comment on column award.printed_name is 'Personal data of an individual, as the decision prints it; null after an erasure.';
comment on column award.holder_key is 'To find an earlier award of the same; goes with the name.';
comment on column award.may_be_public is 'Collectives, and individuals who agreed; an editor still has to open it.';
comment on table award_campaign is 'A campaign of awards (đợt khen thưởng) of a body, from a clause of a plan or by itself.';
comment on column award_campaign.kind is 'thường xuyên, chuyên đề, đột xuất, theo công trạng, quá trình cống hiến, đối ngoại.';
comment on column award_campaign.period_from is 'First and last day of the achievements that it looks at.';
comment on column award_campaign.forms is '[{code, name, granter}]: forms in it as they were named; granter null: the body itself decides, otherwise who is asked to.';
comment on column award_campaign.most_collectives is 'No more than so many in all; null: no limit.';
comment on column award_campaign.needed_percent is 'Share of votes for a candidate; needed_more: more than it, otherwise at least; of all members or of those present.';
comment on column award_campaign.quorum_percent is 'Share of the members that must be present.';
comment on column award_campaign.bases is 'Lines "Căn cứ …" of its papers.';
comment on column award_campaign.plan_id is 'The clause it carries out, with its words as they stood. No foreign key, as in activity.';
comment on table award_campaign_unit is 'Units that a campaign addresses, and how many they may propose. None: everybody in the body''s line.';
comment on table award_candidate is 'Who is proposed in a campaign and for what. Of a person: name, post and unit as the decision prints them, nothing else.';
comment on column award_candidate.unit_id is 'The unit that proposes; the award counts for it.';
comment on column award_candidate.quota_unit_id is 'The addressed unit whose quota it uses.';
comment on column award_candidate.printed_name is 'Personal data of an individual; null after an erasure.';
comment on column award_candidate.deed is 'What the award is for, as the decision prints it.';
comment on column award_candidate.words is 'What the unit adds to the report of achievements: {background, results, lessons}.';
comment on column award_candidate.why is 'Why it was suggested, as it stood then: [{source, text}].';
comment on column award_candidate.other_achievement is 'Why this is another achievement than that of an earlier award of the same.';
comment on column award_candidate.consent_on is 'An individual agreed that name and award are shown in public, how, and who wrote it down.';
comment on table award_decision is 'A decision on awards of a campaign: the body''s own, or that of the granter that was asked.';
comment on column award_decision.granter is 'Null: the body itself.';
comment on column award_decision.number is 'Number and symbol as on the paper; the paper with signature and seal is what counts.';
comment on table award_form is 'Forms of award (giấy khen, bằng khen …) as data. A body''s own line stands in place of the starting one with its code.';
comment on column award_form.body_id is 'Null: the starting set.';
comment on column award_form.granters is 'Who may grant it: [{kind, level, sure}]; sure false: to be confirmed by the office against the law in force.';
comment on column award_form.basis is 'Where it is laid down, as far as it is known.';
comment on table award_meeting is 'A meeting of the council that votes on the candidates of a campaign. Its names are those that the minutes print.';
comment on table award_paper is 'Signed papers of a dossier: the unit''s submission, a candidate''s report, the council''s minutes.';
comment on table award_vote is 'How the council voted on one candidate: numbers, never who. They add up to those present.';
comment on column award_vote.passed is 'Set when the meeting is closed.';
comment on table calendar_feed is 'Private calendar addresses. Open as long as the person holds a post at the unit; the address itself is kept only as a hash.';
comment on table contest is 'A contest (hội thi) of a body. Teams, exemplars that are no persons, and works enter; persons are never ranked.';
comment on column contest.rules is 'The rules (thể lệ) as they are told to the units.';
comment on column contest.prizes is 'Names of prizes from the first down ("Giải Nhất" …); several entries may have the same.';
comment on column contest.most_entries is 'Most entries of one addressed unit; null: no limit.';
comment on column contest.round is 'The round that is running, by its position.';
comment on table contest_ballot is 'Ballots used in a vote that is open, as keyed hashes of a random number in the browser''s cookie: no choice, no time, no person. Emptied when it closes.';
comment on table contest_entry is 'What a unit enters in a contest.';
comment on column contest_entry.quota_unit_id is 'The addressed unit whose number of entries it uses.';
comment on column contest_entry.team is 'Names of the team as the list of the contest prints them, nothing else about a person. Shown to the unit, its line and the organiser only; can be erased.';
comment on column contest_entry.round is 'The last round that it reached.';
comment on table contest_paper is 'Files of an entry, or the jury''s minutes of a round.';
comment on table contest_result is 'How an entry did in a round: points, whether it goes on to the next, its prize as it is named.';
comment on table contest_round is 'A round of a contest (sơ khảo, chung khảo …).';
comment on column contest_round.way is 'appraisal: judges score in an appraisal round and results are taken from there; stage: the organiser writes them down with the jury''s minutes.';
comment on column contest_round.published_on is 'From this day everybody whom the contest concerns sees the results of the round.';
comment on view contest_round_print is 'Digest of a published round''s results: results that were taken back or corrected are no longer those that an editor opened.';
comment on table contest_unit is 'Units that a contest is for, with what is below them. None: everybody in the body''s line.';
comment on table contest_vote is 'A vote of the public (bình chọn, tham khảo) that a named editor opened for a round. Never a part of the judges'' points.';
comment on column contest_vote.most is 'Most entries that one visitor chooses.';
comment on column contest_vote.most_per_network is 'Most ballots from one network address: an office, a school or a café shares one.';
comment on column contest_vote.closes_at is 'From this instant no ballot is taken. closed_at: counted; by a job when closes_at has passed, or by an editor before.';
comment on column contest_vote.key is '32 random bytes made for this vote alone. Deleted with every hash when it is closed: then nobody can tell any more who voted.';
comment on column contest_vote.ballots is 'Ballots taken in all. Shown to nobody before the vote is closed.';
comment on table contest_vote_entry is 'Entries that a vote offers, with the words that the editor saw in the preview, in the order of their units'' names.';
comment on function contest_vote_hash(bytea,text,text) is 'Keyed hash; `kind` keeps ballots, networks and seals apart.';
comment on table contest_vote_network is 'How many ballots came from one network, as a keyed hash of its address, while a vote is open. Emptied when it closes.';
comment on table credential is 'Password of a person, argon2id. No row: the person has not accepted an invitation yet.';
comment on table decision_number is 'Numbers of decisions that a body has given, whatever they decide: each once in its series.';
comment on column decision_number.series is 'The year; of the Party the term of the committee.';
comment on column decision_number.number is 'As printed before the symbol: "05"; offices also write "05a".';
comment on table demo_mark is 'One row while this installation holds the demo province. Real installations have none.';
comment on table document is 'A document that a unit has registered from its file. Identity among documents is number and date; one file of one unit is one row.';
comment on column document.unit_id is 'The unit that keeps it: it sees drafts and internal documents, others only what is addressed or opened to them.';
comment on column document.file_hash is 'SHA-256 of the original, its address in the file store.';
comment on column document.internal is 'Marked "lưu hành nội bộ": never opened to the installation, never public.';
comment on column document.audience is 'unit: its own unit and the units in document_reader; installation: everybody who signs in here. The public never reads this table.';
comment on column document.number_key is 'Comparable form of number (numberKey in documents/domain/number.ts); null for a blank number.';
comment on column document.printed_date is 'As far as the document says it: a day, a month or a year.';
comment on column document.issuer_unit_id is 'The issuer as a unit of the tree; addressees are resolved from where it stands.';
comment on column document.failure is 'Why reading a plan out of it failed, {vi, en}; null otherwise.';
comment on column document.compiler is 'Version of the compiler whose reading the items come from.';
comment on column document.node is 'What it is in the citation graph: number and date together, so that copies kept by several units are one; a document without a number is itself alone.';
comment on column document.law_key is 'Of a law or an ordinance: its canonical title, under which citations without a number find it.';
comment on table document_check_decision is 'Questions of the plan check that an office looked at and set aside. Findings themselves are never stored: they are computed when somebody looks.';
comment on column document_check_decision.unit_id is 'Whose decision: another office that may read the document has its own, and sees neither these nor that they were asked.';
comment on column document_check_decision.finding is 'Key of the finding (documents/check/index.ts): rule and words, so it holds when lines move.';
comment on table document_correction is 'What a person decided about words that were read wrongly. Offered, never applied by itself, when the same unit reviews another document of the same issuer; the newest decision about the same words stands.';
comment on column document_correction.unit_id is 'The unit that keeps the document, whose people see it: quoting it elsewhere would show a document that is not theirs.';
comment on column document_correction.issuer_name is 'Key of the printed issuer while it is no unit of the directory.';
comment on column document_correction.aspect is 'body: an expression means other ones; lead: who leads under a heading that names nobody; due: a deadline''s wording; header: a field; opening: items beginning so are none; heading: nothing under it is an item of this kind; citation: what is right about a cited document; event: what kind of event begins so.';
comment on column document_correction.part is 'Kind of item (opening, heading) or field (header); empty otherwise.';
comment on column document_correction.from_key is 'Comparable form of from_text (wordsKey in documents/domain/corrections.ts).';
comment on column document_correction.decided is 'What it became, by aspect: expressions, a deadline, a text; null for what was left out.';
comment on column document_correction.item_id is 'The item it was learnt from; taken back together with it.';
comment on column document_correction.silenced_at is 'Since then it is not offered again ("không hỏi lại"); it stays in the list, where it can be taken up or removed.';
comment on table document_ending is 'A document (node of the citation graph) that a registered one says it replaces or ends, with the words that say so. Written anew with every reading.';
comment on table document_item is 'One thing that was read out of a document, or that a person added, with what was decided about it.';
comment on column document_item.span is 'Where its words stand in the text: {line, start, end, endLine?}, UTF-16 offsets.';
comment on column document_item.value is 'As it stands now; its shape follows kind (documents/values.ts).';
comment on column document_item.original is 'As the compiler read it; null for an item that a person added.';
comment on column document_item.compiled_id is 'The compiler''s own id, to find the item again when a newer compiler reads the document.';
comment on column document_item.number_key is 'Of a citation: comparable form of the cited number.';
comment on column document_item.linked_to is 'Of a citation: the registered document that a person said it means, where number and date do not settle it.';
comment on column document_item.cites is 'Of a citation that stands: the node it names as printed, by number and date or, of a law without number, by title. linked_to, where a person set it, goes before it.';
comment on column document_item.law_key is 'Of a citation of a law by title alone: the canonical title. Null where a number is printed.';
comment on table document_lookalike is 'What a person said about two rows that may be one document: the same one, or two. Asked once.';
comment on table document_page is 'The pages of a document that had to be recognised. What is read stays read over a restart: no page is recognised twice.';
comment on column document_page.state is 'waiting for its turn; read; unread: given up (too slow, too much memory), a person types it.';
comment on column document_page.source is 'text: the file itself spells the page; recognised: its words were read from its image.';
comment on column document_page.image_hash is 'SHA-256 of the page''s image (JPEG) as people see it beside the text, its address in the file store.';
comment on column document_page.shape is 'Words and rules where they stand (documents/reading/pages/page.ts), in points, with how sure each word is.';
comment on column document_page.lines is 'The page''s lines in the document''s text as they were read; null until all pages are.';
comment on column document_page.corrected is 'The lines as a person has set them right; they stand instead of lines.';
comment on table document_reader is 'Units that a plan issued from this document addresses: they may read what asks something of them.';
comment on table document_refusal is 'A scan in which a degree of secrecy was recognised after it had been taken in: all of it was erased. Tells its sender; nothing here says what it was.';
comment on table document_text is 'What the file says: the text in which every line number counts, its tables, and the plan compiled from it. Apart from document, since lists never need it.';
comment on column document_text.notes is 'What the reader of the file did that a person may want to know, [{vi, en}].';
comment on column document_text.plan is 'The compiled plan as it came out (documents/compile/plan.ts); the review works on document_item.';
comment on column document_text.previous_plan is 'What the reading before the present one had made of the same text, to show what a newer compiler reads differently.';
comment on column document_text.marks is 'Which edition of the marks for the graph (what it ends, laws by title) was drawn from this reading; below the server''s, a job draws them again.';
comment on table exemplar is 'A model or an exemplary person or collective. One lead counts it, once at every level; partners see it.';
comment on column exemplar.state is 'returned and withdrawn keep what was typed; stopped was carried out and is over.';
comment on column exemplar.name is 'Of an exemplary person: the deed, and the name as it is to be printed. Nothing else about a person has a column.';
comment on column exemplar.local_field is 'Code of the round''s own field; field is the one of the four that it maps to.';
comment on column exemplar.stream is 'existing: already carried out when it was registered, it is no new one in any year.';
comment on column exemplar.contents is 'The contents of the registration form by key: situation, goals, method, area, forces, resources, time, output, sustaining; as they were written.';
comment on column exemplar.money is 'Mobilised so far, whole đồng; labour in days, turns of participants. _said: the word of a figure that is not exact.';
comment on column exemplar.step is 'The step it is in: 1 purpose and survey, 2 organised, 3 inspected, 4 reviewed and replicated.';
comment on column exemplar.first_year is 'The year in which it counts as new: "không tính cộng dồn". Null when it was there before.';
comment on column exemplar.adapted is 'What was changed against the original that it copies.';
comment on column exemplar.same_as is 'The one that this is the same as: not counted.';
comment on column exemplar.reason is 'Why it was returned, stopped or withdrawn, the last time.';
comment on column exemplar.moved_on is 'The last day of which there is news; silence since then is asked about.';
comment on column exemplar.import_id is 'The old list that it came from.';
comment on table exemplar_board is 'A province''s board of a year as it was last counted, by commune, field and kind. Right when it was counted in today''s tree and nothing of the province is in exemplar_touched; otherwise it is counted anew.';
comment on table exemplar_copy is 'How one was begun as a copy of another (exemplar.copied_from).';
comment on column exemplar_copy.taken is 'Contents as they were taken over, by key: as long as one stands unchanged it is marked as the original''s.';
comment on table exemplar_decision is 'A decision that recognises exemplars. What was signed does not change; a recognition that was wrong is revoked by itself.';
comment on column exemplar_decision.level is 'Of the body; district only for decisions of the time before 01/7/2025.';
comment on column exemplar_decision.header is 'DecisionHeader of exemplars/recognition/shapes.ts: letterhead, bases, articles, recipients, signature.';
comment on column exemplar_decision.presented_at is 'Since when it lies before whoever signs; nobody edits it meanwhile.';
comment on column exemplar_decision.number is 'As printed: "05/QĐ-MTTQ-BTT".';
comment on column exemplar_decision.signed_how is 'on-paper: the scan of the decision signed by hand is the approval.';
comment on column exemplar_decision.frozen is 'What was signed: header and list with the words as printed.';
comment on table exemplar_decision_item is 'The list of a decision.';
comment on column exemplar_decision_item.printed_as is 'The name as the decision prints it; of an exemplary person with the name of the person. Nothing else about a person is kept.';
comment on column exemplar_decision_item.deed is 'Of an exemplary person: the deed without the name, which stands in public as long as no consent is recorded.';
comment on function exemplar_enter() is 'Statement level: an import of 2,000 rows writes their entries at once. Words are split anew only where they changed.';
comment on table exemplar_entry is 'What lists and search look at: one narrow row for each exemplar, written by triggers in the transaction of the change.';
comment on column exemplar_entry.quiet_since is 'The last day of news of one that is being carried out; null of all others.';
comment on column exemplar_entry.marks is 'What a list is narrowed by: k: kind, f: field, w: stream, s: state, n: step, y: year, t: theme, m: month of registration, r: result (reached, read, none), l: level that recognises it, g: what its last class says is to follow.';
comment on column exemplar_entry.said is 'Words of the name (with a stroke before them, and without), of the place and the text, without marks, each once.';
comment on table exemplar_event is 'Dated evidence of the four steps: surveys, plans, launches, visits with findings, reviews, passing of steps. Only added to.';
comment on column exemplar_event.kind is 'survey, plan, assign, communicate, launch, visit, inspect, review, lesson, note; step-passed, step-back, paused, resumed, stopped, sustained.';
comment on column exemplar_event.unit_id is 'The unit at which it was written: the lead, a partner, or who came to visit.';
comment on column exemplar_event.details is 'Small fields of the kind, as its schema has them. step-passed: {step, without: [{gate, reason}]}.';
comment on column exemplar_event.documents is 'Documents of the register that belong to it. No foreign key: one may be named that only its owner can open.';
comment on column exemplar_event.struck_reason is 'Why it is wrong. What is struck stays readable and counts for nothing.';
comment on table exemplar_finding is 'What a visit or an inspection found that is to be mended. The lead answers, who found it settles it.';
comment on column exemplar_finding.mend_by is 'The last day, when the visit named one.';
comment on table exemplar_finding_entry is 'What was said to a finding, in turn. Only added to.';
comment on table exemplar_goal is 'A goal as a figure: where it stood, where it is to get.';
comment on column exemplar_goal."position" is 'Null: taken out after it had been read; its readings are kept.';
comment on table exemplar_grade is 'Classification of an exemplar in a year: proposed by the lead, decided by the superior of its line or the body of its round.';
comment on column exemplar_grade.grade is 'Null until it is decided. Code and name as they stood on the day: a later list of grades changes nothing here.';
comment on table exemplar_import is 'One old list that was taken in: accepted or undone as a whole.';
comment on table exemplar_import_mapping is 'What the headings of a unit''s own list mean, as somebody last said: {folded heading: field}.';
comment on table exemplar_invitation is 'A link of a unit through which people without an account offer models for one round. Ends by day, by number, or when it is revoked.';
comment on column exemplar_invitation.made_at is 'The unit of the post that made it: one person often does it for the boards below.';
comment on column exemplar_invitation.round_id is 'The round for which it takes models; null: without a round.';
comment on table exemplar_lesson is 'What others can learn from it: the story, how to do it, what it costs, what helped and what stood in the way, which unit to ask.';
comment on column exemplar_lesson.cost is 'What it takes to do it once, whole đồng; cost_said: the word of a figure that is not exact.';
comment on column exemplar_lesson.contact is 'Address, office hours, line of the office. Never a person''s own number.';
comment on table exemplar_life_rule is 'What a body has decided for itself and those below: nearest one above a unit counts, without any the ones of the programme.';
comment on column exemplar_life_rule.quiet_days is 'After so many days without news the lead is asked.';
comment on column exemplar_life_rule.grades is 'Grades of the yearly classification, best first: [{code, name, next}], next one of replicate, sustain, consolidate, stop.';
comment on function exemplar_marks(uuid) is 'exemplar_entry.marks of an exemplar, from its row and what hangs on it.';
comment on table exemplar_offer is 'What somebody without an account wrote through a link. No name and no contact of theirs: they read the answer with their receipt. Not registered until the unit takes it over.';
comment on column exemplar_offer.once is 'Made by the page that sends, so that a second press is not a second offer.';
comment on column exemplar_offer.content is 'kind, name, field, localField, place, contents; as it was written.';
comment on column exemplar_offer.question is 'What the unit asks back; whoever holds the receipt reads it and sends again.';
comment on table exemplar_paper is 'Papers of an exemplar: a plan, minutes, a list. Inside only.';
comment on column exemplar_paper.came_as is 'Digest of the file, so that sending it twice adds it once; stays when the file goes.';
comment on table exemplar_partner is 'Units that work with the lead or join. They see it; they do not count it.';
comment on table exemplar_picture is 'Photographs of an exemplar, perhaps of one of its events. Nothing of what a telephone wrote into the file (place, device, time) is left in what is shown.';
comment on column exemplar_picture.state is 'quarantined: came in and is not shown to anybody before it was decoded and drawn anew; refused: it was no picture after all.';
comment on column exemplar_picture.came_as is 'Digest of the file that came, so that sending it twice adds it once. No file is kept under it.';
comment on column exemplar_picture.original_hash is 'The file as it came, until it is processed; it holds place and device and is never served.';
comment on column exemplar_picture.print_hash is 'Drawn anew for print; the unblurred picture stays inside.';
comment on column exemplar_picture.web_hash is 'Drawn anew, 40 kB at most.';
comment on column exemplar_picture.blur_areas is 'What the blurred version covers: [{shape: rectangle|ellipse, x, y, width, height}], as shares of the picture.';
comment on column exemplar_picture.blur_covers_all is 'Whoever blurred says that the face of every child and poor person is covered.';
comment on column exemplar_picture.phash is '64 bits of how it looks; null when nothing stands out. Near ones differ in few bits: bit_count((a # b)::bit(64)).';
comment on column exemplar_picture.shows is 'Whom it shows; null until somebody said so, and not public before.';
comment on column exemplar_picture.consent_by is 'Who recorded the consent, when, how it was given. Never whose it is: no name of a child or of a poor person.';
comment on column exemplar_picture.consent_where is 'Where the paper is kept.';
comment on column exemplar_picture.taken_out_at is 'Taken out, with its reason; no size is named any more, so the files go.';
comment on column exemplar_picture.public_hash is 'The size that may be shown in public (image/jpeg, 40 kB at most): the blurred version if there is one. Null when nothing may be; follows from the row at once. Whether it is public is decided elsewhere. public_print_hash: the same for print.';
comment on table exemplar_print is 'A sample of the runs of words of what an exemplar says, as numbers. Texts that share some are compared in full.';
comment on table exemplar_reading is 'Where a goal stood on a day.';
comment on column exemplar_reading.note is 'Who counted it, or where it comes from.';
comment on table exemplar_reading_before is 'What stood in a reading before it was corrected or taken out, and why. Only added to.';
comment on table exemplar_recognition is 'One exemplar, recognised at one level by one signed decision. Revoking keeps the row.';
comment on column exemplar_recognition.printed_as is 'Name, unit and field as they were when it was recognised.';
comment on column exemplar_recognition.certificate_code is '75 random bits in Crockford''s base 32, printed on the certificate; opens /xac-minh/{code}.';
comment on column exemplar_recognition.revoked_reason is 'For those who work here; the public learns only that it was revoked and when.';
comment on table exemplar_recognition_rule is 'Who may recognise what: bodies of these kinds, at this level, exemplars of these kinds, from and until a day.';
comment on column exemplar_recognition_rule.unit_id is 'The body that set it, for itself and those below it: its rules of a level take the place of those set above. Null: there from the beginning.';
comment on column exemplar_recognition_rule.needs_lower is 'Recognised one level below first, unless the lead itself stands at this level.';
comment on column exemplar_recognition_rule.needs_appraisal is 'An appraisal that ended well is asked for. Without it results are shown and nothing hangs on them.';
comment on column exemplar_recognition_rule.basis is 'The document that says so, as it is cited.';
comment on function exemplar_remark(uuid[]) is 'Writes exemplar_entry.marks anew after goals, readings, recognitions or grades changed.';
comment on function exemplar_remark_changed() is 'exemplar_remark for the rows of a statement; none of them changes its exemplar.';
comment on function exemplar_remark_read() is 'exemplar_remark for readings, which stand under a goal.';
comment on table exemplar_round is 'A round of registration that a body opens for units, from a clause of a plan or by itself.';
comment on column exemplar_round.period_from is 'First and last day of the year, or the years, that the round counts for: what is new in it is not carried over.';
comment on column exemplar_round.opens_on is 'First and last day of the window. Later registrations are taken and marked late.';
comment on column exemplar_round.asked is 'Which of the contents must be there at registration; the others are asked for at step 2.';
comment on column exemplar_round.local_fields is 'The body''s own list of fields: [{code, label, field}], each mapped to one of the four.';
comment on column exemplar_round.totals is 'What the plan says is to be registered in all: [{kind, count}]; the allotments of the units must add up to it.';
comment on column exemplar_round.sum_note is 'Why the allotments do not add up to the totals, when they do not.';
comment on column exemplar_round.guidance_document_id is 'The guidance that says how to register. A round cannot open before it is in the register.';
comment on column exemplar_round.plan_id is 'The clause it carries out, with its words as they stood. No foreign key, as in activity.';
comment on table exemplar_round_unit is 'A unit that a round addresses, and what it owes.';
comment on column exemplar_round_unit.least_new is 'At least so many new ones in the period ("1–2 mô hình mới mỗi năm": 1).';
comment on column exemplar_round_unit.least_recognised is 'At least so many recognised, by level: {"province": 5}.';
comment on column exemplar_round_unit.allotted is 'Ones whose kind and theme the body has fixed for this unit: [{kind, theme, count}].';
comment on column exemplar_round_unit.extended_until is 'More time for this unit alone, granted at its request.';
comment on function exemplar_said(text,text,jsonb) is 'exemplar_entry.said of an exemplar.';
comment on table exemplar_similar is 'A question whether two exemplars are one, asked of the one that came later. It refuses nothing; the answer stands beside both for the reviewer.';
comment on column exemplar_similar.reasons is 'name, text: much the same words; place: same place and theme; picture: a photograph used before; renamed: the same lead had it in an earlier year; owned: another organisation of the same area leads it.';
comment on column exemplar_similar.score is 'How many of a hundred of its words stand in the other as well, in the same order.';
comment on column exemplar_similar.answer is 'different: said tells in what; same: it is not counted (exemplar.same_as); learnt: it became a copy of the other, said is what was adapted.';
comment on table exemplar_study is 'A unit came to learn: when, how many, what it took home. Nobody is named.';
comment on table exemplar_tag is 'Themes, campaigns and drives that are suggested; exemplar.themes holds what was chosen, in words.';
comment on column exemplar_tag.body_id is 'Suggested to the units of this body; null: to everybody.';
comment on function exemplar_touch() is 'Statement level: an import of 2,000 rows touches each lead once.';
comment on table exemplar_touched is 'Leads whose exemplars changed since their province''s boards were counted. Written in the transaction of the change; whoever counts takes out what it has seen.';
comment on table exemplar_word is 'Every word that stands, or stood, in an exemplar. Somebody types the beginning of one: the words it may become are looked up here, since the index of words reads beginnings a hundred times slower than words.';
comment on function exemplar_word_list(text) is 'The words of a text without marks, each once. What is searched for is split the same way.';
comment on table extension is 'A unit asks for more time, with a reason; who gave the work out grants it or not, with a reason.';
comment on column extension.from_day is 'The last day as it was when the unit asked.';
comment on table figure_built is 'For which version of the tree the sums of a period stand. Without a row, or with another version than that of the period''s last day, sums are taken from the leaves.';
comment on column figure_built.epoch is 'The highest version of the tree when they were built.';
comment on column figure_built.strays is 'Some unit is not in the tree on the period''s last day and was placed by another version: then any edit of the tree (a higher epoch) makes the sums void.';
comment on table figure_given is 'What each submission gave. Several of one unit may ask the same cell; the one with the highest turn counts.';
comment on column figure_given.approved is 'false: tạm tính, every current submission; true: đã duyệt.';
comment on column figure_given.asked is 'Bit n-1 is set when the submission asks slot n. Asked and null: left empty.';
comment on table figure_history is 'Every row of figure_value that was replaced or taken away, with the time it stood. Never changed.';
comment on table figure_pending is 'Changes of figure_value that figure_total does not hold yet. Names the unit and no area: the tree is asked when it is read or folded.';
comment on table figure_period is 'Periods for which figures exist. November of the 15th–14th calendar and of the civil one are two.';
comment on table figure_series is 'Kind and level of senders, "front@commune". Sums are kept per series: a commune''s report may hold those of its residential areas.';
comment on function figure_stray(integer,date) is 'Where a unit stood that is not in the tree on the day: the last time before it, else the first time after it.';
comment on table figure_total is 'Sums of figure_value over communes, districts and provinces, in the tree of the period''s last day. Right together with figure_pending, and only when figure_built says so. Column n: units; a: of them asked, c: with a number, v: sum.';
comment on column figure_total.top is 'The uppermost area below the root: the root''s sum is that of these rows.';
comment on table figure_value is 'What counts now for a unit: the leaves of every sum.';
comment on table form is 'A form over its whole life. What it asks is in form_version: a change is a new version, and rounds that are open keep theirs.';
comment on column form.plan_id is 'The plan that it was made from; plans come after indicators, so the database does not check it.';
comment on column form.in_force_from is 'Vietnamese day of the first publishing: no round is opened that was due before it.';
comment on column form.version is 'Counts every edit of the form and its versions, for optimistic concurrency.';
comment on table form_unit is 'The units that the form asks now: those its expressions named when it was last resolved, and what an editor put in or took out.';
comment on table form_version is 'What a form asks and of whom. A published version is never edited.';
comment on column form_version.addressees is 'Expressions as a document prints them ("MTTQ các xã, phường"), resolved when it is published and whenever a round opens.';
comment on column form_version.due is '{text, rule, levels: [{level, text, rule}], cutOff}: see FormDue in contract/forms.ts.';
comment on column form_version.counts_on_time is 'Whether the instant of sending figures or the day of the signed document is compared with the last day.';
comment on column form_version.chain is 'Who looks at sent figures, in order: [{step: own|receiver}].';
comment on column form_version.minutes is 'What filling it costs; null: estimated from the content.';
comment on column form_version.content is '{sections: [{id, number, heading, fills, scope, narrative, guidance, rows}]}: see FormContent in contract/forms.ts.';
comment on table indicator is 'What is counted, and how it adds up. Kind, scale and sums never change once a figure was given.';
comment on column indicator.catalogue_no is 'Number in the common catalogue; null for an indicator of one unit (owner_id), or one that the system brought in.';
comment on column indicator.scale is 'Decimal places that are kept: figures are stored as whole numbers, shifted by so many places, and sums are exact.';
comment on column indicator.over_units is 'sum; ratio: numerators and denominators apart; share: of units that say yes; none: a sum makes no sense (distinct people).';
comment on column indicator.over_time is 'sum; last: the last that was given; new-only: a sum, each period holds only what is new in it ("không tính cộng dồn").';
comment on column indicator.dimension is '{name, members: [{key, label}], complete}: complete when the members add up to the whole.';
comment on column indicator.measures is '[{member, part: value|numerator|denominator, names}]: which figures computed from records fill the cell.';
comment on view indicator_cell is 'Every number that an indicator holds: the whole and each member of its dimension, two of a ratio.';
comment on table indicator_group is 'Up to 32 cells that are stored side by side: those of one topic and owner, since forms ask for them together.';
comment on table indicator_slot is 'Where a cell''s number is stored. Given once, never changed and never reused: it does not depend on a form, so the same cell in two forms is one value.';
comment on table installation_key is 'Public halves (X25519) of this installation''s audit keys; the private half lies in KHEO_DATA/secrets, never in the database or a backup. The newest one is used for new subjects.';
comment on table layout is 'Layouts of spreadsheets that leave the system, as data (LayoutContent in contract/layouts.ts). Without an owner: shipped.';
comment on table lending is 'Part of a post''s permissions lent to another person for stated days; never lent on. History reads "B thay A".';
comment on table notice_digest is 'The one list that a person gets on a day, however many things are due and however many posts they hold.';
comment on table notice_line is 'One thing in one list. The key makes telling a person twice at the same stage impossible, whoever runs when.';
comment on column notice_line.thing_id is 'An item of work, a round of a form or of registration for the unit; of news the decision, the registration that came back last, or the first of those accepted on a day.';
comment on column notice_line.stage is 'Days from the last day on which it is kept: -7, -3, -1, 0, 1, 3, 7, 14 …; -1000: it has just begun; of news 0, the version that came back, or the day of acceptance counted from 1970.';
comment on table notice_reminder is 'A reminder that a person sent with a click. Nothing goes to a superior or a partner without one.';
comment on table notice_setting is 'Who does not want the list by mail as well; without a row they get it when the installation has a mail server.';
comment on table one_time_link is 'Links that open a door once: first set-up, invitation, forgotten password, rescue of a lost administrator.';
comment on column one_time_link.token_hash is 'SHA-256 of 130 random bits; the link itself is shown once and kept nowhere.';
comment on column one_time_link.created_by is 'Null: asked for by the person (forgotten password) or on the server.';
comment on table person is 'Somebody who may enter. What they may do is in post; a person without a valid post can change only their own account.';
comment on column person.login is 'What the person types to enter: an e-mail address, a phone number or a name that the administrator chose.';
comment on column person.login_key is 'Comparable form of login (loginKey in identity/domain.ts): no case, no marks, phone numbers as 0…';
comment on column person.deactivated_at is 'Set: the person cannot enter and their posts have no effect. Rows are never removed, history names them.';
comment on function picture_neighbours(bigint) is 'The four quarters of a likeness and all that differ from one of them in one bit.';
comment on function picture_quarters(bigint) is 'The four quarters of a likeness, each with its place.';
comment on function place_indicator(integer) is 'Gives slots to the cells of an indicator that have none: in a group of its topic and owner with room for all of them, else in a new one.';
comment on table plan is 'A plan of one unit over its whole life. What it says is in plan_edition: an amendment is a new edition, never a changed row.';
comment on column plan.parent_id is 'The superior''s plan that this one carries out, clause by clause (plan_link).';
comment on table plan_adjustment is 'A unit asks the issuer to change the plan; the issuer decides with a reason, and carries an accepted request out in the edition amended_in.';
comment on table plan_basis is 'The documents that an edition rests on, as cited; linked when the register holds them.';
comment on column plan_basis.date is 'As far as printed: YYYY-MM-DD, YYYY-MM or YYYY.';
comment on table plan_edge is 'What the issuer may ask of a unit: giao, đề nghị, phối hợp, kính báo. Proposed by the relation of the two bodies, confirmed by an editor.';
comment on table plan_edition is 'What a plan says in one edition. Editions in force, superseded (amended) and closed ones are never edited.';
comment on column plan_edition.issuer_printed is 'The issuer in the document''s words, shown beside the unit that was chosen for it.';
comment on column plan_edition.resolve_on is 'Addressees are resolved in the tree as of this day; the day of issue unless an editor says otherwise.';
comment on column plan_edition.reason is 'Why this edition amends the one before.';
comment on column plan_edition.in_force_from is 'Vietnamese day on which the plan''s first edition was put on desks: nothing that fell due before it is opened.';
comment on table plan_expression is 'Who is meant, in the plan''s words ("MTTQ các xã"), once per edition however often it stands there.';
comment on column plan_expression.key is 'The words folded: two spellings are one expression.';
comment on column plan_expression.read_as is 'Resolved in place of the printed words, when an editor said so.';
comment on column plan_expression.skipped is 'Why no unit is meant ("mỗi cán bộ, đảng viên").';
comment on column plan_expression.recipient is 'Stands in the list of recipients (nơi nhận).';
comment on column plan_expression.understood is 'How it was understood, {vi, en}; null: it was not, an editor decides.';
comment on column plan_expression.left_out is 'Near misses with the reason: [{unit, why}].';
comment on column plan_expression.unclear is 'Pieces that name nobody the directory knows: [{piece, why}].';
comment on table plan_expression_unit is 'The units an expression stands for. Kept, not computed: an issued plan names whom it named, also when the tree changes.';
comment on column plan_expression_unit.meant is 'False: the tree gives this unit, an editor took it out.';
comment on table plan_item is 'A target, a task or a reporting duty of an edition.';
comment on column plan_item.item_id is 'The same from edition to edition: changes are told, and work follows, by it.';
comment on column plan_item.quote is 'The document''s own words; text is what stands on desks.';
comment on column plan_item.cumulative is 'False: only what is new in the period counts ("không tính cộng dồn").';
comment on column plan_item.due is '{kind, text as printed, date, lastDay, recurrence}: see PlanDue in plans/shapes.ts.';
comment on column plan_item.opens_plan is 'Whoever leads it owes a plan of its own.';
comment on column plan_item.split_from is 'The item whose words this one adapts for some of its units: their work goes on here, with its reports.';
comment on table plan_link is 'What a child plan makes of each clause of its parent that binds the unit: taken over, adapted with an own figure, or why not.';
comment on column plan_link.parent_edition is 'The parent''s edition that was answered; an item amended since is to be looked at again.';
comment on table plan_party is 'Who leads an item (or owes the report) and who joins in, by expression.';
comment on table plan_target_measure is 'What a target counts: figures computed from records, an indicator that units send, or nothing here (with the reason). Without a row the words of the target propose it.';
comment on column plan_target_measure.item_id is 'The target''s item, the same from edition to edition.';
comment on column plan_target_measure.measures is 'Names of computed measures ("activity/supervision/count"), added up. Names stay for ever.';
comment on column plan_target_measure.member is 'Member of the indicator''s dimension; empty: the whole.';
comment on column plan_target_measure.scope is 'own: what the unit and its boards did; line: and its own line below it; area: what any body in its area did.';
comment on table plan_work is 'What was put on a desk for which clause and period. The key makes opening it twice impossible, whoever runs when.';
comment on column plan_work.period is '2026, 2026-Q3 …; empty for what is done once.';
comment on view portal_award is 'Awards whose list, or whose exemplar, is public. Individuals only with their consent.';
comment on function portal_cast(uuid,text,text,text,uuid[],timestamp with time zone) is 'Takes one ballot: counted, or closed, forged, unknown (an entry that is not offered, none or too many), repeated, crowded (too many from one network). `at` is the server''s clock.';
comment on view portal_certificate is 'Certificates by their code, as /xac-minh/{code} shows them.';
comment on view portal_contest_round is 'Rounds of public contests whose results are published at this moment, with the digest that tells whether they are the ones that were opened.';
comment on view portal_copy is 'Who copied from whom, where both are public.';
comment on view portal_edition is 'Earlier statements of published statistics: what was published stays readable. Cells withheld then are not in it.';
comment on view portal_item is 'What is public now: opened, not closed, and still allowed to be. No internal document''s plan, no plan of a Party committee, nothing withdrawn.';
comment on view portal_picture is 'Pictures as an editor saw and chose them, that may be public at this moment: consent taken back, taken out, or covered otherwise, and it is gone.';
comment on view portal_recognition is 'Recognitions whose list, or whose exemplar, is public. A person is named only with consent.';
comment on function portal_seal(uuid,text) is 'Signs what the public''s server hands to a browser, with the key of an open vote, which it never sees. Null once it is closed.';
comment on view portal_site is 'Name of the installation''s root and whether it is set up.';
comment on view portal_vote is 'Votes of contests that are public. How many voted is told once it is closed.';
comment on view portal_vote_entry is 'Entries that may be voted for at this moment: one that was withdrawn or returned is gone. Counts are told once the vote is closed.';
comment on table post is 'A role held at a unit and everything below it in the tree of areas, from a day to a day.';
comment on column post.until_day is 'Last day, inclusive; null: until it is ended.';
comment on column post.ended_at is 'Ended before its last day; takes effect at once.';
comment on table print_blank is 'A prescribed blank (bằng khen, giấy khen) of a body: where each field is printed on it. Millimetres from the top left corner.';
comment on column print_blank.fields is '[{key, x, y, width, size, align, bold, italic, upper}]: y is the top of the first line, size in points.';
comment on table publication is 'One item that a named editor opened to the public: when, why, and exactly what is shown. Without a row here nothing is public.';
comment on column publication.thing_id is 'Id of the plan, exemplar, story or decision; of statistics "<unit>-<year>".';
comment on column publication.unit_id is 'The unit whose thing it is: editors of this unit and above may close it.';
comment on column publication.shown is 'What the public page says, as it was previewed: later changes of the thing show only when an editor opens it again. "words" feeds the search.';
comment on column publication.choice is 'What the editor left out or picked, so that opening again starts from it.';
comment on column publication.print is 'Digest of what the preview held, to tell that the thing has changed since.';
comment on column publication.field is 'field, subkind, area, year and themes: what the gallery filters by.';
comment on column publication.consent_on is 'Of an exemplary person: the day on which their consent to be named was recorded, and how it was given.';
comment on column publication.closed_at is 'Taken back: from then on no public page, feed, export or picture holds it.';
comment on table publication_edition is 'Each time it was opened: what was published stays on record, and a restatement can be checked against what was withheld before.';
comment on table recovery_code is 'Codes on paper for when the telephone is lost; each works once.';
comment on table register_set_aside is 'What a unit does not want to be proposed again: a document to register, a review that falls due. Can be taken back.';
comment on table report is 'An official document that a unit writes here: báo cáo, công văn, tờ trình, thông báo. Never edited after it is signed: a correction is another report.';
comment on column report.period is 'Code of kernel/time (2026-Q3) in its calendar; null for a letter about no period.';
comment on column report.round_id is 'The round whose form is its outline and whose submissions it adds up.';
comment on column report.header is 'ReportHeader of reports/shapes.ts: letterhead, addressees, recipients, signature.';
comment on column report.corrects_id is 'The signed report that this one corrects or takes the place of; that one stays readable.';
comment on column report.receiver_id is 'The unit whose round asks for it: reads it once it is signed.';
comment on column report.frozen is 'What was signed: rendered blocks, figures, version of the tree, instant. Exactly what frozen_hash is taken over, as canonical JSON.';
comment on column report.docx_hash is 'The .docx made from the frozen copy: at signing, and again with number and date when the clerk gives them.';
comment on column report.signed_how is 'on-paper: the uploaded scan of the paper signed by hand is the approval.';
comment on column report.number is 'As printed before the symbol: "05". Free text, since offices also write "05a".';
comment on column report.symbol is 'What follows the number, with the mark between them: "/BC-MTTQ-BTT", "-BC/ĐU".';
comment on column report.series is 'The year; of the Party the term of the committee. A number is given once in it.';
comment on table report_block is 'Blocks of a report in their order. Each has its own version, so that two people may write in two blocks at once.';
comment on column report_block.content is 'BlockContent of reports/blocks.ts; figures stand in it as tokens, never as numbers.';
comment on table report_template is 'A unit''s own outlines. The built-in ones are in the code, and copied here when a unit makes one its own.';
comment on table round is 'A form asked for one period. The key makes opening it twice impossible, whoever runs when.';
comment on column round.period is '2026-Q3 and the like (kernel/time/period.ts); figures are stored under calendar and period.';
comment on column round.cut_off is 'Until which day figures are taken.';
comment on column round.last_day is 'Last day for sending; units may have another (round_unit).';
comment on column round.opened_by is 'Null: the daily job.';
comment on column round.figures_fixed_at is 'The last time when the figures were fixed for the consolidated report ("chốt số liệu lúc …").';
comment on table round_fixing is 'Each time figures were fixed: what stood in every unit''s cells and in the totals at that instant. Never changed.';
comment on column round_fixing.figures is '{units: {unit: {cell: value}}, totals: {cell: value}}: decimal strings, a cell left empty is null.';
comment on table round_unit is 'What one unit owes in a round, and until when.';
comment on column round_unit.edge is 'giao, đề nghị or phối hợp, as of the day it was opened: late marks and chasing are for assign alone.';
comment on column round_unit.extended_from is 'The last day before it was first extended.';
comment on table schema_migration is 'Migrations that have run here. A file that changed after it ran is refused at start.';
comment on function seal_acts() is 'Seals every committed act that has no seal yet; gives the new seal, or nothing when there was none to make.';
comment on table second_factor is 'TOTP (RFC 6238). It counts from confirmed_at on.';
comment on column second_factor.secret is 'AES-256-GCM under a key in KHEO_DATA/secrets: a stolen dump alone does not give codes.';
comment on column second_factor.pending is 'A new secret whose first code has not come yet, sealed likewise; the one in use stays until then.';
comment on column second_factor.last_step is 'Thirty-second step of the last accepted code: a code works once.';
comment on table session is 'A browser that is signed in. Deleted when it ends.';
comment on column session.token_hash is 'SHA-256 of the 256 random bits in the cookie.';
comment on column session.post_id is 'The post in use; with lending_id a borrowed one. Null: the first valid one.';
comment on column session.complete is 'False while the second factor is owed.';
comment on column session.shared is 'The person said that others use this machine: ends soon.';
comment on column session.device is 'Kind of machine and browser ("android/chrome"), so that the person knows it again; no address, no full user agent.';
comment on table story is 'A story about an exemplar, written by an editor for the bulletin, the press, the radio or this site.';
comment on column story.unit_id is 'The body whose calendar it stands in.';
comment on column story.month is 'The month that it is meant for, by its first day.';
comment on column story.pictures is 'Pictures of the exemplar in their order. Only those that may be public leave the system, also in the .docx.';
comment on table subject_key is 'One X25519 key pair per person whose personal values the audit record holds. Values are sealed to the public half, so writing needs no secret; the private half is sealed to the installation''s key. Destroying it is erasure.';
comment on column subject_key.destroyed_at is 'The row stays without keys, so that no later act makes a new key for an erased person.';
comment on table submission is 'What one unit sends in one round. A correction after approval is a new revision; what was sent stays in submission_sending.';
comment on column submission.steps is 'The form''s chain as it runs here: [{step, unitId, state: ahead|waiting|done|left-out, why, by, at}].';
comment on column submission.waiting_unit is 'Whose approval it waits for: the step of steps that is waiting, for finding.';
comment on column submission.reason is 'Of a correction: why.';
comment on column submission.first_sent_at is 'The first sending: what came in time, went back and came again is not late. A correction keeps it.';
comment on column submission.document_number is 'The signed, sealed document whose figures these are: number, date and scan.';
comment on column submission.version is 'Counts every act on the whole; parts have versions of their own, so that two bodies can type at once.';
comment on table submission_entry is 'What happened to a submission, in order. Rows are never changed.';
comment on column submission_entry.person_id is 'Null: nobody; a step that was left out.';
comment on column submission_entry.cells is 'Of a return: [{key, reason}].';
comment on table submission_part is 'One section of a submission as one unit fills it: the sender, or another organisation of its area.';
comment on column submission_part.answers is '{cell: {value, numerator, denominator, said, reason}}: what a person typed. Computed figures are not kept here, they follow the records until sending.';
comment on column submission_part.done_at is 'The organisation has handed its section to the sender.';
comment on table submission_sending is 'Every sending as it was, for ever; the key makes it happen once however often it is asked for.';
comment on column submission_sending.payload_hash is 'Of what the client asked: the same key with another payload is refused.';
comment on column submission_sending.content_hash is 'Of content: what the receipt shows.';
comment on column submission_sending.content is '{parts: [{sectionId, unitId, answers, narrative}], merged: {cell: figure}, asked: [cell], oddities}: with computed figures as they stood.';
comment on table throttle is 'Failed attempts per account (known or not), so that a restart does not open the door. Network addresses are counted in memory alone.';
comment on column throttle.key_hash is 'SHA-256 of the kind of attempt and the account; rows older than a day are swept.';
comment on table tree_version is 'One row per span of days in which the tree did not change. A version''s content never changes: an edit that reaches into its days makes a new version, so whatever is remembered by ver stays right.';
comment on table unit is 'An area or a body: an identity that is never reused. Name, place in the tree, codes and relations are dated rows elsewhere.';
comment on column unit.kind is 'Level of an area, or what a body is. Whether a commune is a xã or a phường is in its name, which changes in time.';
comment on column unit.version is 'Counts the edits of the unit and of its dated rows, for optimistic concurrency.';
comment on table unit_at is 'Flat picture of the tree in one version: U lies under H when U.lo is between H.lo and H.hi. Siblings are numbered in reading order (bodies before areas, names by Vietnamese rules), so "order by lo" is the tree as people expect it.';
comment on column unit_at.area_id is 'The unit itself when it is an area, else the nearest area above.';
comment on column unit_at.province_id is 'The area of that level that the unit is or lies in; likewise district_id and commune_id.';
comment on table unit_code is 'Codes that others give to units. An attribute, never a key: in 2025 nearly every commune code passed to another commune, so a code names a unit only together with a day.';
comment on column unit_code.system is 'Whose code: "gso" is the General Statistics Office''s list of administrative units, others as an office needs.';
comment on table unit_edge is 'Where a unit stands in the tree of areas, and under which name, from day to day. An area''s parent is the area above; a body''s parent is its area, or the body whose board or office it is.';
comment on column unit_edge.parent_id is 'Null for the root of the installation''s tree.';
comment on table unit_relation is 'Relations besides the tree of areas. line: the professional superior in the same organisation; party: the Party committee that leads the unit; member: the organisation it belongs to. They say who may see, guide and assign; they add nothing up.';
comment on function vi_fold(text) is 'Search key: lower case without marks, đ as d. Immutable, because the dictionary never changes after installation, so that it may stand in indexes and generated columns.';
comment on table work_entry is 'What was said and done about an item, in order: reports, answers, returns, roll-overs, comments. Rows are never changed.';
comment on column work_entry.person_id is 'Null: the system did it.';
comment on column work_entry.due_before is 'Of a roll-over, or an answer that proposes another day: {text, date, lastDay}.';
comment on table work_file is 'Evidence given with a report: name and address in the file store.';
comment on table work_item is 'One thing that one unit owes another, from a clause of a plan.';
comment on column work_item.edge is 'giao, đề nghị, phối hợp, kính báo. Late marks exist on assign alone.';
comment on column work_item.due_text is 'The deadline as the document prints it; shown first.';
comment on column work_item.last_day is 'Last day on which it is kept ("trước ngày 10/12" gives 09/12); null when none can be computed.';
comment on column work_item.period is 'Period the duty is about (2026, 2026-Q3); null for a single duty.';
comment on column work_item.first_reported_on is 'Day of the first completion report, in Vietnam: what was reported in time and came back is not late.';
comment on column work_item.reported_by is 'Who reported completion last: never the one who confirms it.';
comment on column work_item.plan_id is 'The plan it comes from. No foreign key: plans is a later module and its rows are kept for good.';
comment on table work_partner is 'Units that join in an item; they see it and comment.';
