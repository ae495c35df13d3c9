-- What everything else stands on: the history of the schema, rights by default, and search in Vietnamese.

create table schema_migration (
  number int primary key,
  file text not null,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
comment on table schema_migration is 'Migrations that have run here. A file that changed after it ran is refused at start.';

-- Rights for everything that the owner makes from here on. The app works on rows; it owns nothing and changes no schema.
-- The portal gets nothing by default: each published view is granted to it by name.
alter default privileges grant select, insert, update, delete on tables to kheo_app;
alter default privileges grant usage on sequences to kheo_app;
alter default privileges revoke execute on functions from public;
alter default privileges grant execute on functions to kheo_app;
grant usage on schema public to kheo_app, kheo_portal;
grant select on schema_migration to kheo_app;

create extension unaccent;
create extension pg_trgm;
create extension btree_gist;
create extension pgcrypto;

create function vi_fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(unaccent('unaccent'::regdictionary, normalize(value, nfc)));
comment on function vi_fold(text) is
  'Search key: lower case without marks, đ as d. Immutable, because the dictionary never changes after installation, so that it may stand in indexes and generated columns.';
grant execute on function vi_fold(text) to kheo_portal;

create text search configuration vi (copy = simple);
alter text search configuration vi alter mapping for hword, hword_part, word, asciiword with unaccent, simple;
comment on text search configuration vi is 'Vietnamese without marks. There is no word segmentation; phrase search ("chuyen doi so") takes its place.';
