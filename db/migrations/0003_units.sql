-- Areas and bodies over time. Identity (unit) never changes; everything that can change is a row with validity beside it.
-- unit_edge is the truth; tree_version and unit_at are a projection of it for reading, rebuilt when the tree changes.

create table unit (
  id int generated always as identity primary key,
  kind text not null check (kind in (
    'country', 'province', 'district', 'commune', 'residential-area',
    'party-committee', 'peoples-council', 'peoples-committee', 'front', 'trade-union', 'farmers-union', 'womens-union', 'youth-union',
    'veterans', 'department', 'armed-force', 'school', 'steering-committee', 'board', 'office', 'other-body')),
  version int not null default 1,
  created_at timestamptz not null default now()
);
comment on table unit is 'An area or a body: an identity that is never reused. Name, place in the tree, codes and relations are dated rows elsewhere.';
comment on column unit.kind is 'Level of an area, or what a body is. Whether a commune is a xã or a phường is in its name, which changes in time.';
comment on column unit.version is 'Counts the edits of the unit and of its dated rows, for optimistic concurrency.';

create table unit_edge (
  unit_id int not null references unit (id),
  parent_id int references unit (id),
  name text not null check (name = btrim(name) and name <> ''),
  valid daterange not null check (not isempty(valid)),
  name_search text not null generated always as (vi_fold(name)) stored,
  primary key (unit_id, valid without overlaps),
  check (parent_id <> unit_id)
);
comment on table unit_edge is
  'Where a unit stands in the tree of areas, and under which name, from day to day. An area''s parent is the area above; a body''s parent is its area, or the body whose board or office it is.';
comment on column unit_edge.parent_id is 'Null for the root of the installation''s tree.';
create index unit_edge_parent on unit_edge (parent_id);
create index unit_edge_name on unit_edge using gin (name_search gin_trgm_ops);

create table unit_code (
  unit_id int not null references unit (id),
  system text not null check (system ~ '^[a-z0-9-]+$'),
  code text not null check (code = btrim(code) and code <> ''),
  valid daterange not null check (not isempty(valid)),
  primary key (unit_id, system, valid without overlaps),
  constraint unit_code_once unique (system, code, valid without overlaps)
);
comment on table unit_code is
  'Codes that others give to units. An attribute, never a key: in 2025 nearly every commune code passed to another commune, so a code names a unit only together with a day.';
comment on column unit_code.system is 'Whose code: "gso" is the General Statistics Office''s list of administrative units, others as an office needs.';

create table unit_relation (
  unit_id int not null references unit (id),
  kind text not null check (kind in ('line', 'party', 'member')),
  superior_id int not null references unit (id),
  valid daterange not null check (not isempty(valid)),
  primary key (unit_id, kind, superior_id, valid without overlaps),
  check (superior_id <> unit_id)
);
comment on table unit_relation is
  'Relations besides the tree of areas. line: the professional superior in the same organisation; party: the Party committee that leads the unit; member: the organisation it belongs to. They say who may see, guide and assign; they add nothing up.';
create index unit_relation_superior on unit_relation (superior_id, kind);

create table tree_version (
  ver int generated always as identity primary key,
  valid daterange not null check (not isempty(valid)),
  built_at timestamptz not null default now(),
  constraint tree_version_once exclude using gist (valid with &&)
);
comment on table tree_version is
  'One row per span of days in which the tree did not change. A version''s content never changes: an edit that reaches into its days makes a new version, so whatever is remembered by ver stays right.';

create table unit_at (
  ver int not null references tree_version (ver) on delete cascade,
  unit_id int not null references unit (id),
  parent_id int,
  kind text not null,
  name text not null,
  depth smallint not null,
  lo int not null,
  hi int not null,
  area_id int,
  province_id int,
  district_id int,
  commune_id int,
  primary key (ver, unit_id)
);
comment on table unit_at is
  'Flat picture of the tree in one version: U lies under H when U.lo is between H.lo and H.hi. Siblings are numbered in reading order (bodies before areas, names by Vietnamese rules), so "order by lo" is the tree as people expect it.';
comment on column unit_at.area_id is 'The unit itself when it is an area, else the nearest area above.';
comment on column unit_at.province_id is 'The area of that level that the unit is or lies in; likewise district_id and commune_id.';
create unique index unit_at_lo on unit_at (ver, lo) include (hi, unit_id);
create index unit_at_parent on unit_at (ver, parent_id, lo);
