-- The record of every act. Rows can be added and read, never changed; what only the database can vouch for (time, number,
-- digest, seal) is set here and not by the caller, so that a caller who may insert still cannot back-date or forge.

create function audit_digest(variadic parts text[]) returns bytea
  language plpgsql immutable parallel safe
as $$
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
$$;
comment on function audit_digest(text[]) is
  'sha256 over the parts, each with its length in front (null is "-"), so that no two lists of parts give the same bytes. verify-audit computes the same outside the database.';

create table act (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  act text not null check (act ~ '^[a-z-]+:[a-z-]+$'),
  thing_kind text not null,
  thing_id text not null,
  unit_id int,
  person_id uuid,
  post_id uuid,
  role text,
  post_unit_id int,
  post_unit text,
  on_behalf_of uuid,
  system text,
  before jsonb,
  after jsonb,
  note text,
  personal_subject uuid,
  personal bytea,
  hash bytea not null,
  constraint act_by_someone check ((person_id is null) <> (system is null)),
  constraint act_personal_whole check ((personal_subject is null) = (personal is null))
);
comment on table act is
  'Every act: who, in which post, for whom, did what to which thing and unit, when, before and after. Written in the act''s own transaction; never changed. No foreign keys: the record outlives what it is about and is written without locking it.';
comment on column act.at is 'When the row was written, by the database''s clock.';
comment on column act.post_unit is 'Name of the post''s unit at that moment: the history stays readable after a renaming.';
comment on column act.on_behalf_of is 'The holder of a lent post; person_id is who acted ("B thay A").';
comment on column act.system is 'What acted when no person did: a job, the first set-up, the command line on the server.';
comment on column act.before is 'What was, as far as the act changed it. Never personal values.';
comment on column act.personal is 'Personal values of one subject, sealed with the subject''s key; unreadable once that key is destroyed.';
comment on column act.hash is 'Digest of all the other columns (audit_digest), set by the trigger.';
create index act_thing on act (thing_kind, thing_id, id);
create index act_person on act (person_id, id) where person_id is not null;

create table act_pending (
  act_id bigint not null
);
comment on table act_pending is
  'One marker per act that no seal covers yet, written by the trigger in the act''s transaction and taken away by the transaction that seals it. Rows become visible out of the order of their numbers, so "everything after the last sealed number" would miss some; a marker is visible exactly when its act is, and can be deleted once only. Transaction numbers would do too, but start over in a restored database and let one long import hold back all seals. No key: it is only ever emptied.';

create table act_seal (
  n bigint primary key,
  at timestamptz not null,
  acts int8multirange not null,
  rows int not null,
  digest bytea not null,
  prev bytea,
  hash bytea not null unique
);
comment on table act_seal is
  'Seals over committed acts, each chained to the one before. The newest is also appended to a file outside the database.';
comment on column act_seal.acts is 'The numbers that this seal covers; no number is covered twice.';
comment on column act_seal.digest is 'sha256 over the hashes of the covered acts in the order of their numbers.';
comment on column act_seal.hash is 'audit_digest of n, at, acts, rows, digest and prev.';

create function act_before_insert() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  new.at := clock_timestamp();
  new.hash := audit_digest(
    new.id::text, (extract(epoch from new.at) * 1000000)::bigint::text, new.act, new.thing_kind, new.thing_id, new.unit_id::text,
    new.person_id::text, new.post_id::text, new.role, new.post_unit_id::text, new.post_unit, new.on_behalf_of::text, new.system,
    new.before::text, new.after::text, new.note, new.personal_subject::text, encode(new.personal, 'hex'));
  insert into act_pending (act_id) values (new.id);
  return new;
end
$$;
comment on function act_before_insert() is
  'Sets what the caller must not: time and digest. Runs as the owner, since the app may not write markers. A restore switches it off (alter table act disable trigger user) to keep rows as they were.';
create trigger act_stamp before insert on act for each row execute function act_before_insert();

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit record is never changed (table %, %).', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;
comment on function audit_refuse_change() is 'Guards against a slip of the owner''s; rights keep the app out already.';
create trigger act_unchanged before update or delete or truncate on act for each statement execute function audit_refuse_change();
create trigger act_seal_unchanged before update or delete or truncate on act_seal for each statement execute function audit_refuse_change();

create function seal_acts() returns setof act_seal
  language plpgsql security definer set search_path = pg_catalog, public
as $$
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
$$;
comment on function seal_acts() is 'Seals every committed act that has no seal yet; gives the new seal, or nothing when there was none to make.';

-- The app adds acts by their content alone and reads; numbers, times, digests, markers and seals are out of its reach.
revoke all on act, act_pending, act_seal from kheo_app;
revoke all on sequence act_id_seq from kheo_app;
grant select on act, act_pending, act_seal to kheo_app;
grant insert (act, thing_kind, thing_id, unit_id, person_id, post_id, role, post_unit_id, post_unit, on_behalf_of, system, before, after, note,
  personal_subject, personal) on act to kheo_app;
revoke execute on function act_before_insert(), audit_refuse_change() from kheo_app;

create table installation_key (
  id int generated always as identity primary key,
  public_key bytea not null unique check (octet_length(public_key) = 32),
  created_at timestamptz not null default now()
);
comment on table installation_key is
  'Public halves (X25519) of this installation''s audit keys; the private half lies in KHEO_DATA/secrets, never in the database or a backup. The newest one is used for new subjects.';

create table subject_key (
  subject uuid primary key,
  public_key bytea,
  wrapped bytea,
  installation_key int references installation_key (id),
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  constraint subject_key_whole check ((destroyed_at is null) = (public_key is not null and wrapped is not null and installation_key is not null))
);
comment on table subject_key is
  'One X25519 key pair per person whose personal values the audit record holds. Values are sealed to the public half, so writing needs no secret; the private half is sealed to the installation''s key. Destroying it is erasure.';
comment on column subject_key.destroyed_at is 'The row stays without keys, so that no later act makes a new key for an erased person.';
revoke all on installation_key, subject_key from kheo_app;
grant select, insert on installation_key to kheo_app;
grant select, insert on subject_key to kheo_app;
grant update (public_key, wrapped, installation_key, destroyed_at) on subject_key to kheo_app;
