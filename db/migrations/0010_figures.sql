-- The dictionary of indicators, the figures that units give, their sums over the tree, and layouts of spreadsheets.
-- Figures stand in wide rows: one row per unit, period and group of indicators, a slot per cell. The names of slots (v1 …)
-- mean something only together with indicator_slot.

create table indicator (
  id int generated always as identity primary key,
  code text not null generated always as ('I' || lpad(id::text, greatest(3, length(id::text)), '0')) stored,
  catalogue_no int unique,
  owner_id int references unit (id),
  name text not null check (name = btrim(name) and name <> ''),
  definition text not null default '',
  topic text not null check (topic in ('models', 'direction', 'dialogue', 'supervision', 'democracy', 'mobilisation', 'movements', 'organisation', 'other')),
  unit text not null,
  value_kind text not null check (value_kind in ('count', 'stock', 'money', 'measure', 'ratio', 'yes-no', 'distinct-people')),
  scale int not null default 0 check (scale between 0 and 3),
  over_units text not null check (over_units in ('sum', 'ratio', 'share', 'none')),
  over_time text not null check (over_time in ('sum', 'last', 'ratio', 'none', 'new-only')),
  over_merger text not null check (over_merger in ('sum', 'ratio', 'share', 'none')),
  dimension jsonb,
  measures jsonb not null default '[]',
  basis text not null default '',
  state text not null default 'active' check (state in ('active', 'retired')),
  retired_reason text,
  created_at timestamptz not null default now(),
  version int not null default 1,
  search text not null generated always as (vi_fold(name || ' ' || definition || ' ' || unit)) stored,
  check (catalogue_no is null or owner_id is null),
  check ((value_kind = 'ratio') = (over_units = 'ratio')),
  check ((state = 'retired') = (retired_reason is not null))
);
comment on table indicator is 'What is counted, and how it adds up. Kind, scale and sums never change once a figure was given.';
comment on column indicator.catalogue_no is 'Number in the common catalogue; null for an indicator of one unit (owner_id), or one that the system brought in.';
comment on column indicator.scale is 'Decimal places that are kept: figures are stored as whole numbers, shifted by so many places, and sums are exact.';
comment on column indicator.over_units is 'sum; ratio: numerators and denominators apart; share: of units that say yes; none: a sum makes no sense (distinct people).';
comment on column indicator.over_time is 'sum; last: the last that was given; new-only: a sum, each period holds only what is new in it ("không tính cộng dồn").';
comment on column indicator.dimension is '{name, members: [{key, label}], complete}: complete when the members add up to the whole.';
comment on column indicator.measures is '[{member, part: value|numerator|denominator, names}]: which figures computed from records fill the cell.';
create index indicator_owner on indicator (owner_id) where owner_id is not null;
create index indicator_search on indicator using gin (search gin_trgm_ops);

create table indicator_group (
  id int generated always as identity primary key,
  topic text not null,
  owner_id int references unit (id),
  used int not null default 0 check (used between 0 and 32)
);
comment on table indicator_group is 'Up to 32 cells that are stored side by side: those of one topic and owner, since forms ask for them together.';

create table indicator_slot (
  indicator_id int not null references indicator (id),
  member text not null,
  part text not null check (part in ('value', 'numerator', 'denominator')),
  group_id int not null references indicator_group (id),
  slot int not null check (slot between 1 and 32),
  primary key (indicator_id, member, part),
  unique (group_id, slot)
);
comment on table indicator_slot is 'Where a cell''s number is stored. Given once, never changed and never reused: it does not depend on a form, so the same cell in two forms is one value.';

create view indicator_cell as
select indicator.id as indicator_id, cell.member, part.name as part, row_number() over (partition by indicator.id order by cell.place, part.place) as place
from indicator
cross join lateral (
  select '' as member, 0::bigint as place
  union all
  select entry ->> 'key', place from jsonb_array_elements(indicator.dimension -> 'members') with ordinality as member (entry, place)
) cell
cross join lateral unnest(case value_kind when 'ratio' then array['numerator', 'denominator'] else array['value'] end) with ordinality as part (name, place);
comment on view indicator_cell is 'Every number that an indicator holds: the whole and each member of its dimension, two of a ratio.';

create function place_indicator(wanted int) returns void language plpgsql as $$
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
end $$;
comment on function place_indicator(int) is 'Gives slots to the cells of an indicator that have none: in a group of its topic and owner with room for all of them, else in a new one.';

create table figure_period (
  id int generated always as identity primary key,
  calendar text not null check (calendar in ('civil', 'cut-off-15')),
  code text not null,
  kind text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  unique (calendar, code)
);
comment on table figure_period is 'Periods for which figures exist. November of the 15th–14th calendar and of the civil one are two.';

create table figure_series (
  id int generated always as identity primary key,
  name text not null unique check (name ~ '^[a-z-]+@[a-z-]+$')
);
comment on table figure_series is 'Kind and level of senders, "front@commune". Sums are kept per series: a commune''s report may hold those of its residential areas.';

create sequence figure_turn;

create table figure_given (
  period_id int not null references figure_period (id),
  approved boolean not null,
  unit_id int not null references unit (id),
  group_id int not null references indicator_group (id),
  submission_id uuid not null,
  turn bigint not null,
  asked bigint not null check (asked > 0),
  v1 bigint, v2 bigint, v3 bigint, v4 bigint, v5 bigint, v6 bigint, v7 bigint, v8 bigint,
  v9 bigint, v10 bigint, v11 bigint, v12 bigint, v13 bigint, v14 bigint, v15 bigint, v16 bigint,
  v17 bigint, v18 bigint, v19 bigint, v20 bigint, v21 bigint, v22 bigint, v23 bigint, v24 bigint,
  v25 bigint, v26 bigint, v27 bigint, v28 bigint, v29 bigint, v30 bigint, v31 bigint, v32 bigint,
  primary key (period_id, approved, unit_id, group_id, submission_id)
);
comment on table figure_given is 'What each submission gave. Several of one unit may ask the same cell; the one with the highest turn counts.';
comment on column figure_given.approved is 'false: tạm tính, every current submission; true: đã duyệt.';
comment on column figure_given.asked is 'Bit n-1 is set when the submission asks slot n. Asked and null: left empty.';
create index figure_given_submission on figure_given (submission_id);

create table figure_value (
  period_id int not null,
  approved boolean not null,
  group_id int not null,
  unit_id int not null,
  series_id int not null references figure_series (id),
  asked bigint not null check (asked > 0),
  since timestamptz not null,
  v1 bigint, v2 bigint, v3 bigint, v4 bigint, v5 bigint, v6 bigint, v7 bigint, v8 bigint,
  v9 bigint, v10 bigint, v11 bigint, v12 bigint, v13 bigint, v14 bigint, v15 bigint, v16 bigint,
  v17 bigint, v18 bigint, v19 bigint, v20 bigint, v21 bigint, v22 bigint, v23 bigint, v24 bigint,
  v25 bigint, v26 bigint, v27 bigint, v28 bigint, v29 bigint, v30 bigint, v31 bigint, v32 bigint,
  primary key (period_id, approved, group_id, unit_id)
);
comment on table figure_value is 'What counts now for a unit: the leaves of every sum.';

create table figure_history (
  id bigint generated always as identity primary key,
  period_id int not null,
  approved boolean not null,
  group_id int not null,
  unit_id int not null,
  series_id int not null,
  asked bigint not null,
  since timestamptz not null,
  until timestamptz not null,
  v1 bigint, v2 bigint, v3 bigint, v4 bigint, v5 bigint, v6 bigint, v7 bigint, v8 bigint,
  v9 bigint, v10 bigint, v11 bigint, v12 bigint, v13 bigint, v14 bigint, v15 bigint, v16 bigint,
  v17 bigint, v18 bigint, v19 bigint, v20 bigint, v21 bigint, v22 bigint, v23 bigint, v24 bigint,
  v25 bigint, v26 bigint, v27 bigint, v28 bigint, v29 bigint, v30 bigint, v31 bigint, v32 bigint
);
comment on table figure_history is 'Every row of figure_value that was replaced or taken away, with the time it stood. Never changed.';
create index figure_history_unit on figure_history (unit_id, period_id, until);
revoke update, delete on figure_history from kheo_app;

create table figure_total (
  period_id int not null,
  approved boolean not null,
  group_id int not null,
  series_id int not null,
  area_id int not null,
  top boolean not null,
  n int not null,
  a1 int not null default 0, a2 int not null default 0, a3 int not null default 0, a4 int not null default 0,
  a5 int not null default 0, a6 int not null default 0, a7 int not null default 0, a8 int not null default 0,
  a9 int not null default 0, a10 int not null default 0, a11 int not null default 0, a12 int not null default 0,
  a13 int not null default 0, a14 int not null default 0, a15 int not null default 0, a16 int not null default 0,
  a17 int not null default 0, a18 int not null default 0, a19 int not null default 0, a20 int not null default 0,
  a21 int not null default 0, a22 int not null default 0, a23 int not null default 0, a24 int not null default 0,
  a25 int not null default 0, a26 int not null default 0, a27 int not null default 0, a28 int not null default 0,
  a29 int not null default 0, a30 int not null default 0, a31 int not null default 0, a32 int not null default 0,
  c1 int not null default 0, c2 int not null default 0, c3 int not null default 0, c4 int not null default 0,
  c5 int not null default 0, c6 int not null default 0, c7 int not null default 0, c8 int not null default 0,
  c9 int not null default 0, c10 int not null default 0, c11 int not null default 0, c12 int not null default 0,
  c13 int not null default 0, c14 int not null default 0, c15 int not null default 0, c16 int not null default 0,
  c17 int not null default 0, c18 int not null default 0, c19 int not null default 0, c20 int not null default 0,
  c21 int not null default 0, c22 int not null default 0, c23 int not null default 0, c24 int not null default 0,
  c25 int not null default 0, c26 int not null default 0, c27 int not null default 0, c28 int not null default 0,
  c29 int not null default 0, c30 int not null default 0, c31 int not null default 0, c32 int not null default 0,
  v1 bigint not null default 0, v2 bigint not null default 0, v3 bigint not null default 0, v4 bigint not null default 0,
  v5 bigint not null default 0, v6 bigint not null default 0, v7 bigint not null default 0, v8 bigint not null default 0,
  v9 bigint not null default 0, v10 bigint not null default 0, v11 bigint not null default 0, v12 bigint not null default 0,
  v13 bigint not null default 0, v14 bigint not null default 0, v15 bigint not null default 0, v16 bigint not null default 0,
  v17 bigint not null default 0, v18 bigint not null default 0, v19 bigint not null default 0, v20 bigint not null default 0,
  v21 bigint not null default 0, v22 bigint not null default 0, v23 bigint not null default 0, v24 bigint not null default 0,
  v25 bigint not null default 0, v26 bigint not null default 0, v27 bigint not null default 0, v28 bigint not null default 0,
  v29 bigint not null default 0, v30 bigint not null default 0, v31 bigint not null default 0, v32 bigint not null default 0,
  primary key (period_id, approved, group_id, series_id, area_id)
) with (fillfactor = 50);
comment on table figure_total is
  'Sums of figure_value over communes, districts and provinces, in the tree of the period''s last day. Right together with figure_pending, and only when figure_built says so. Column n: units; a: of them asked, c: with a number, v: sum.';
comment on column figure_total.top is 'The uppermost area below the root: the root''s sum is that of these rows.';

create table figure_pending (
  id bigint generated always as identity primary key,
  period_id int not null,
  approved boolean not null,
  group_id int not null,
  series_id int not null,
  unit_id int not null,
  n int not null,
  a1 int, a2 int, a3 int, a4 int, a5 int, a6 int, a7 int, a8 int,
  a9 int, a10 int, a11 int, a12 int, a13 int, a14 int, a15 int, a16 int,
  a17 int, a18 int, a19 int, a20 int, a21 int, a22 int, a23 int, a24 int,
  a25 int, a26 int, a27 int, a28 int, a29 int, a30 int, a31 int, a32 int,
  c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int,
  c9 int, c10 int, c11 int, c12 int, c13 int, c14 int, c15 int, c16 int,
  c17 int, c18 int, c19 int, c20 int, c21 int, c22 int, c23 int, c24 int,
  c25 int, c26 int, c27 int, c28 int, c29 int, c30 int, c31 int, c32 int,
  v1 bigint, v2 bigint, v3 bigint, v4 bigint, v5 bigint, v6 bigint, v7 bigint, v8 bigint,
  v9 bigint, v10 bigint, v11 bigint, v12 bigint, v13 bigint, v14 bigint, v15 bigint, v16 bigint,
  v17 bigint, v18 bigint, v19 bigint, v20 bigint, v21 bigint, v22 bigint, v23 bigint, v24 bigint,
  v25 bigint, v26 bigint, v27 bigint, v28 bigint, v29 bigint, v30 bigint, v31 bigint, v32 bigint
);
comment on table figure_pending is 'Changes of figure_value that figure_total does not hold yet. Names the unit and no area: the tree is asked when it is read or folded.';
create index figure_pending_place on figure_pending (period_id, approved, group_id);

create table figure_built (
  period_id int primary key references figure_period (id),
  ver int not null,
  epoch int not null,
  strays boolean not null,
  built_at timestamptz not null
);
comment on table figure_built is 'For which version of the tree the sums of a period stand. Without a row, or with another version than that of the period''s last day, sums are taken from the leaves.';
comment on column figure_built.strays is 'Some unit is not in the tree on the period''s last day and was placed by another version: then any edit of the tree (a higher epoch) makes the sums void.';
comment on column figure_built.epoch is 'The highest version of the tree when they were built.';

create function figure_stray(wanted int, day date) returns table (area_id int, province_id int, district_id int, commune_id int) stable language sql as $$
  select area_id, province_id, district_id, commune_id
  from unit_at join tree_version using (ver)
  where unit_id = wanted
  order by coalesce(lower(valid) <= day, true) desc, case when coalesce(lower(valid) <= day, true) then lower(valid) end desc nulls last, lower(valid)
  limit 1
$$;
comment on function figure_stray(int, date) is 'Where a unit stood that is not in the tree on the day: the last time before it, else the first time after it.';

create table layout (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  owner_id int references unit (id),
  name text not null check (name = btrim(name) and name <> ''),
  description text not null default '',
  content jsonb not null,
  version int not null default 1
);
comment on table layout is 'Layouts of spreadsheets that leave the system, as data (LayoutContent in contract/layouts.ts). Without an owner: shipped.';

insert into layout (id, name, description, content) values
  ('weekly-activities', 'Danh sách hoạt động hằng tuần (để tải lên hệ thống khác)', 'Mỗi hoạt động một dòng, đúng thứ tự cột của mẫu nhập từ tệp.', '{
    "rows": "activities", "sheet": "Hoạt động",
    "titles": ["DANH SÁCH HOẠT ĐỘNG", "Kỳ: {kỳ} (từ {từ} đến {đến})", "Đơn vị: {đơn vị}"],
    "columns": [
      {"header": "STT", "field": "number", "width": 6}, {"header": "Ngày", "field": "date", "width": 12}, {"header": "Loại hoạt động", "field": "kind", "width": 24},
      {"header": "Tên hoạt động", "field": "name", "width": 50}, {"header": "Địa điểm", "field": "place", "width": 24}, {"header": "Đơn vị chủ trì", "field": "lead", "width": 36},
      {"header": "Mã đơn vị", "field": "leadCode", "width": 12}, {"header": "Địa bàn", "field": "area", "width": 24}, {"header": "Đơn vị phối hợp", "field": "partners", "width": 36},
      {"header": "Lượt người", "field": "turns", "width": 12}, {"header": "Suất quà", "field": "gifts", "width": 12}, {"header": "Kinh phí (đồng)", "field": "money", "width": 18},
      {"header": "Ngày công", "field": "labour", "width": 12}, {"header": "Nội dung, kết quả", "field": "summary", "width": 60}]}'),
  ('line-figures', 'Biểu số liệu theo ngành dọc (mỗi đơn vị một dòng)', 'Mỗi đơn vị một dòng, mỗi chỉ tiêu một cột, dòng cuối là tổng cộng.', '{
    "rows": "units", "sheet": "Số liệu", "total": true,
    "titles": ["BIỂU TỔNG HỢP SỐ LIỆU", "{biểu}", "Kỳ: {kỳ} (từ {từ} đến {đến})"],
    "columns": [
      {"header": "STT", "field": "number", "width": 6}, {"header": "Đơn vị", "field": "name", "width": 40}, {"header": "Địa bàn", "field": "area", "width": 28},
      {"header": "Mã", "field": "code", "width": 10}, {"header": "", "cells": "asked", "width": 16}, {"header": "Tình trạng", "field": "state", "width": 16}]}');

-- The common catalogue. Members and measure names are as the journal of activities has them.
insert into indicator (catalogue_no, name, definition, topic, unit, value_kind, scale, over_units, over_time, over_merger, dimension, measures)
select catalogue_no, name, definition, topic, unit, value_kind, scale, over_units, over_time, over_merger, dimension::jsonb, measures::jsonb
from (values
  (1, 'Mô hình “Dân vận khéo” đăng ký mới', 'Mô hình đăng ký lần đầu trong kỳ; mô hình của các năm trước tiếp tục thực hiện thuộc chỉ tiêu mô hình duy trì.', 'models', 'mô hình', 'count', 0, 'sum', 'new-only', 'sum', '{"name": "Lĩnh vực", "members": [{"key": "economy", "label": "Kinh tế"}, {"key": "culture-society", "label": "Văn hóa - xã hội"}, {"key": "defence-security", "label": "Quốc phòng - an ninh"}, {"key": "political-system", "label": "Xây dựng hệ thống chính trị"}], "complete": true}', '[]'),
  (2, 'Mô hình “Dân vận khéo” đang duy trì', 'Số mô hình còn hoạt động đến ngày cuối kỳ, gồm cả mô hình mới.', 'models', 'mô hình', 'stock', 0, 'sum', 'last', 'sum', '{"name": "Lĩnh vực", "members": [{"key": "economy", "label": "Kinh tế"}, {"key": "culture-society", "label": "Văn hóa - xã hội"}, {"key": "defence-security", "label": "Quốc phòng - an ninh"}, {"key": "political-system", "label": "Xây dựng hệ thống chính trị"}], "complete": true}', '[]'),
  (3, 'Mô hình “Dân vận khéo” được công nhận', 'Mỗi mô hình tính ở cấp cao nhất công nhận trong kỳ.', 'models', 'mô hình', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Cấp công nhận", "members": [{"key": "commune", "label": "Cấp xã"}, {"key": "province", "label": "Cấp tỉnh"}, {"key": "central", "label": "Trung ương"}], "complete": true}', '[]'),
  (4, 'Mô hình “Dân vận khéo” được nhân rộng', 'Nơi làm theo mô hình đã có, mỗi nơi tính một.', 'models', 'mô hình', 'count', 0, 'sum', 'sum', 'sum', null, '[]'),
  (5, 'Mô hình “Dân vận khéo” dừng hoạt động', '', 'models', 'mô hình', 'count', 0, 'sum', 'sum', 'sum', null, '[]'),
  (6, 'Điển hình “Dân vận khéo” là cá nhân', 'Cá nhân được đăng ký hoặc công nhận là điển hình trong kỳ.', 'models', 'người', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Lĩnh vực", "members": [{"key": "economy", "label": "Kinh tế"}, {"key": "culture-society", "label": "Văn hóa - xã hội"}, {"key": "defence-security", "label": "Quốc phòng - an ninh"}, {"key": "political-system", "label": "Xây dựng hệ thống chính trị"}], "complete": true}', '[]'),
  (7, 'Lượt người tham gia các mô hình', '', 'models', 'lượt người', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/model-launch/turns"]}]'),
  (8, 'Kinh phí huy động cho các mô hình', 'Gồm tiền và hiện vật quy đổi.', 'models', 'đồng', 'money', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/model-launch/money"]}]'),
  (9, 'Số hộ thụ hưởng từ các mô hình', '', 'models', 'hộ', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/model-launch/households"]}]'),
  (10, 'Mô hình “Chính quyền thân thiện, vì Nhân dân phục vụ”', '', 'models', 'mô hình', 'stock', 0, 'sum', 'last', 'sum', null, '[]'),
  (11, 'Mô hình tự quản ở khu dân cư', '', 'models', 'mô hình', 'stock', 0, 'sum', 'last', 'sum', null, '[]'),
  (12, 'Tỷ lệ mô hình được kiểm tra, đánh giá', 'Tử số: mô hình được kiểm tra, đánh giá; mẫu số: mô hình đang duy trì.', 'models', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[]'),
  (13, 'Văn bản lãnh đạo, chỉ đạo công tác dân vận được ban hành', '', 'direction', 'văn bản', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Loại văn bản", "members": [{"key": "resolution", "label": "Nghị quyết, chỉ thị, quyết định"}, {"key": "plan", "label": "Chương trình, kế hoạch"}, {"key": "guidance", "label": "Hướng dẫn, công văn"}, {"key": "other", "label": "Loại khác"}], "complete": true}', '[]'),
  (14, 'Hội nghị quán triệt, học tập nghị quyết, văn bản', '', 'direction', 'hội nghị', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/document-study/count"]}]'),
  (15, 'Lượt người dự hội nghị quán triệt, học tập', '', 'direction', 'lượt người', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/document-study/turns"]}]'),
  (16, 'Lớp tập huấn, bồi dưỡng được tổ chức', 'Một đợt mở nhiều lớp tính theo số lớp.', 'direction', 'lớp', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/training/count"]}]'),
  (17, 'Lượt học viên tập huấn, bồi dưỡng', '', 'direction', 'lượt người', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/training/turns"]}]'),
  (18, 'Cuộc kiểm tra công tác dân vận', '', 'direction', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/inspection/count"]}]'),
  (19, 'Đơn vị có kế hoạch công tác dân vận chính quyền', 'Đơn vị đã ban hành kế hoạch trong năm: có hoặc không.', 'direction', 'đơn vị', 'yes-no', 0, 'share', 'last', 'share', null, '[]'),
  (20, 'Buổi làm việc của cấp ủy với Mặt trận, đoàn thể', '', 'direction', 'buổi', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/party-front-session/count"]}]'),
  (21, 'Tin, bài tuyên truyền', '', 'direction', 'tin, bài', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/propaganda/articles"]}]'),
  (22, 'Tỷ lệ nhiệm vụ hoàn thành đúng hạn', 'Tử số: nhiệm vụ hoàn thành đúng hạn; mẫu số: nhiệm vụ đến hạn trong kỳ.', 'direction', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[]'),
  (23, 'Nhiệm vụ quá hạn', 'Đến hạn trong kỳ và chưa hoàn thành.', 'direction', 'nhiệm vụ', 'count', 0, 'sum', 'sum', 'sum', null, '[]'),
  (24, 'Cuộc đối thoại của người đứng đầu cấp ủy, chính quyền với Nhân dân', '', 'dialogue', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Người chủ trì", "members": [{"key": "party-secretary", "label": "Bí thư cấp ủy"}, {"key": "chairman", "label": "Chủ tịch UBND"}, {"key": "other", "label": "Người khác"}], "complete": true}', '[{"member": "", "part": "value", "names": ["activity/dialogue/count"]}, {"member": "party-secretary", "part": "value", "names": ["activity/dialogue/level.party-secretary"]}, {"member": "chairman", "part": "value", "names": ["activity/dialogue/level.chairman"]}, {"member": "other", "part": "value", "names": ["activity/dialogue/level.other"]}]'),
  (25, 'Ý kiến, kiến nghị nêu tại đối thoại', '', 'dialogue', 'ý kiến', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/dialogue/opinions"]}]'),
  (26, 'Tỷ lệ ý kiến tại đối thoại được trả lời', 'Tử số: ý kiến đã trả lời; mẫu số: ý kiến nêu ra.', 'dialogue', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[{"member": "", "part": "numerator", "names": ["activity/dialogue/answered"]}, {"member": "", "part": "denominator", "names": ["activity/dialogue/opinions"]}]'),
  (27, 'Ngày tiếp công dân', '', 'dialogue', 'ngày', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/reception-day/count"]}]'),
  (28, 'Lượt tiếp công dân', '', 'dialogue', 'lượt', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/reception-day/visits"]}]'),
  (29, 'Số người được tiếp', 'Mỗi người tính một lần trong kỳ, dù đến nhiều lượt; vì vậy không cộng được giữa các đơn vị, các kỳ.', 'dialogue', 'người', 'distinct-people', 0, 'none', 'none', 'none', null, '[]'),
  (30, 'Đoàn đông người được tiếp', 'Từ năm người trở lên cùng một nội dung.', 'dialogue', 'đoàn', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/reception-day/groups"]}]'),
  (31, 'Đơn thư tiếp nhận', '', 'dialogue', 'đơn', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Loại đơn", "members": [{"key": "complaint", "label": "Khiếu nại"}, {"key": "denunciation", "label": "Tố cáo"}, {"key": "proposal", "label": "Kiến nghị, phản ánh"}], "complete": true}', '[{"member": "", "part": "value", "names": ["activity/reception-day/letters"]}]'),
  (32, 'Đơn đủ điều kiện xử lý', '', 'dialogue', 'đơn', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/reception-day/qualified"]}]'),
  (33, 'Đơn chuyển cơ quan có thẩm quyền', '', 'dialogue', 'đơn', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/reception-day/transferred"]}]'),
  (34, 'Tỷ lệ đơn được giải quyết', 'Tử số: đơn đã giải quyết; mẫu số: đơn thuộc thẩm quyền phải giải quyết trong kỳ.', 'dialogue', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[]'),
  (35, 'Đơn quá hạn giải quyết', '', 'dialogue', 'đơn', 'count', 0, 'sum', 'sum', 'sum', null, '[]'),
  (36, 'Hội nghị tiếp xúc cử tri', '', 'dialogue', 'hội nghị', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/voter-meeting/count"]}]'),
  (37, 'Kiến nghị của cử tri', '', 'dialogue', 'kiến nghị', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/voter-meeting/opinions"]}]'),
  (38, 'Tỷ lệ kiến nghị của cử tri được trả lời', 'Tử số: kiến nghị đã trả lời; mẫu số: kiến nghị của cử tri.', 'dialogue', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[{"member": "", "part": "numerator", "names": ["activity/voter-meeting/answered"]}, {"member": "", "part": "denominator", "names": ["activity/voter-meeting/opinions"]}]'),
  (39, 'Cuộc giám sát', 'Theo bốn hình thức giám sát của Mặt trận; cuộc phối hợp tính ở đơn vị chủ trì.', 'supervision', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Hình thức", "members": [{"key": "documents", "label": "Nghiên cứu, xem xét văn bản"}, {"key": "team", "label": "Tổ chức đoàn giám sát"}, {"key": "inspection-boards", "label": "Thông qua Ban TTND, Ban GSĐTCĐ"}, {"key": "with-bodies", "label": "Tham gia với cơ quan có thẩm quyền"}], "complete": true}', '[{"member": "", "part": "value", "names": ["activity/supervision/count"]}, {"member": "documents", "part": "value", "names": ["activity/supervision/form.documents"]}, {"member": "team", "part": "value", "names": ["activity/supervision/form.team"]}, {"member": "inspection-boards", "part": "value", "names": ["activity/supervision/form.inspection-boards"]}, {"member": "with-bodies", "part": "value", "names": ["activity/supervision/form.with-bodies"]}]'),
  (40, 'Hội nghị phản biện xã hội', '', 'supervision', 'hội nghị', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/social-criticism/form.conference"]}]'),
  (41, 'Dự thảo văn bản được góp ý, phản biện xã hội', '', 'supervision', 'văn bản', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Hình thức", "members": [{"key": "conference", "label": "Hội nghị phản biện"}, {"key": "written", "label": "Gửi dự thảo lấy ý kiến"}, {"key": "dialogue", "label": "Đối thoại trực tiếp"}], "complete": true}', '[{"member": "", "part": "value", "names": ["activity/social-criticism/count"]}, {"member": "conference", "part": "value", "names": ["activity/social-criticism/form.conference"]}, {"member": "written", "part": "value", "names": ["activity/social-criticism/form.written"]}, {"member": "dialogue", "part": "value", "names": ["activity/social-criticism/form.dialogue"]}]'),
  (42, 'Kiến nghị sau giám sát', '', 'supervision', 'kiến nghị', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/supervision/recommendations"]}]'),
  (43, 'Tỷ lệ kiến nghị sau giám sát được tiếp thu', 'Tử số: kiến nghị được tiếp thu; mẫu số: kiến nghị sau giám sát.', 'supervision', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[{"member": "", "part": "numerator", "names": ["activity/supervision/accepted"]}, {"member": "", "part": "denominator", "names": ["activity/supervision/recommendations"]}]'),
  (44, 'Lượt ý kiến góp ý xây dựng Đảng, xây dựng chính quyền', '', 'supervision', 'ý kiến', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/party-government-opinion/opinions"]}]'),
  (45, 'Cuộc giám sát cán bộ, đảng viên theo Quy định 124-QĐ/TW', '', 'supervision', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/supervision/by.decision-124"]}]'),
  (46, 'Cuộc giám sát của Ban Thanh tra nhân dân', '', 'supervision', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/supervision/by.people-inspection"]}]'),
  (47, 'Cuộc giám sát của Ban Giám sát đầu tư của cộng đồng', '', 'supervision', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/supervision/by.community-investment"]}]'),
  (48, 'Vụ việc phát hiện qua giám sát', '', 'supervision', 'vụ việc', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/supervision/cases"]}]'),
  (49, 'Giá trị kiến nghị thu hồi, giảm trừ qua giám sát', '', 'supervision', 'đồng', 'money', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/supervision/recovered"]}]'),
  (50, 'Tỷ lệ thôn, tổ dân phố có hương ước, quy ước được công nhận', 'Tử số: thôn, tổ có hương ước được công nhận; mẫu số: tổng số thôn, tổ.', 'democracy', '%', 'ratio', 0, 'ratio', 'last', 'ratio', null, '[]'),
  (51, 'Tỷ lệ nội dung được công khai đúng hạn', 'Tử số: nội dung công khai đúng hạn; mẫu số: nội dung phải công khai trong kỳ.', 'democracy', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[]'),
  (52, 'Cuộc họp Nhân dân bàn, quyết định', '', 'democracy', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/meeting-people/count"]}]'),
  (53, 'Tỷ lệ hộ tán thành', 'Tử số: hộ tán thành; mẫu số: tổng số hộ của phạm vi lấy ý kiến, không phải số hộ dự họp.', 'democracy', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[{"member": "", "part": "numerator", "names": ["activity/meeting-people/agreeing"]}]'),
  (54, 'Tổ hòa giải', '', 'democracy', 'tổ', 'stock', 0, 'sum', 'last', 'sum', null, '[]'),
  (55, 'Vụ việc hòa giải thụ lý', '', 'democracy', 'vụ', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/mediation/cases"]}]'),
  (56, 'Tỷ lệ hòa giải thành', 'Tử số: vụ hòa giải thành; mẫu số: vụ thụ lý.', 'democracy', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[{"member": "", "part": "numerator", "names": ["activity/mediation/settled"]}, {"member": "", "part": "denominator", "names": ["activity/mediation/cases"]}]'),
  (57, 'Tỷ lệ đơn vị thực hiện tốt dân chủ ở cơ sở', 'Tử số: đơn vị xếp loại tốt; mẫu số: tổng số đơn vị.', 'democracy', '%', 'ratio', 0, 'ratio', 'last', 'ratio', '{"name": "Loại hình", "members": [{"key": "commune", "label": "Xã, phường"}, {"key": "agency", "label": "Cơ quan, đơn vị"}, {"key": "enterprise", "label": "Doanh nghiệp"}], "complete": true}', '[]'),
  (58, 'Quỹ Vì người nghèo vận động được', 'Gồm tiền và hiện vật quy đổi.', 'mobilisation', 'đồng', 'money', 0, 'sum', 'sum', 'sum', '{"name": "Hình thức", "members": [{"key": "cash", "label": "Tiền"}, {"key": "in-kind", "label": "Hiện vật quy đổi"}], "complete": true}', '[{"member": "", "part": "value", "names": ["activity/fund-raising/money.fund.poor", "activity/fund-raising/in-kind.fund.poor"]}, {"member": "cash", "part": "value", "names": ["activity/fund-raising/money.fund.poor"]}, {"member": "in-kind", "part": "value", "names": ["activity/fund-raising/in-kind.fund.poor"]}]'),
  (59, 'Quỹ Đền ơn đáp nghĩa vận động được', '', 'mobilisation', 'đồng', 'money', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/fund-raising/money.fund.gratitude", "activity/fund-raising/in-kind.fund.gratitude"]}]'),
  (60, 'Tiền, hàng cứu trợ thiên tai', 'Gồm tiền và hiện vật quy đổi.', 'mobilisation', 'đồng', 'money', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/relief/money", "activity/relief/in-kind"]}]'),
  (61, 'Nhà Đại đoàn kết xây mới', '', 'mobilisation', 'căn nhà', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/charity-house/built"]}]'),
  (62, 'Nhà Đại đoàn kết sửa chữa', '', 'mobilisation', 'căn nhà', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/charity-house/repaired"]}]'),
  (63, 'Kinh phí xây mới, sửa chữa nhà Đại đoàn kết', '', 'mobilisation', 'đồng', 'money', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/charity-house/money"]}]'),
  (64, 'Suất quà tặng', '', 'mobilisation', 'suất', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/any/gifts"]}]'),
  (65, 'Giá trị quà tặng', '', 'mobilisation', 'đồng', 'money', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/gift-giving/money", "activity/visit/money"]}]'),
  (66, 'Lượt hộ nghèo, cận nghèo được giúp đỡ', '', 'mobilisation', 'lượt hộ', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/gift-giving/cases"]}]'),
  (67, 'Diện tích đất Nhân dân hiến', '', 'mobilisation', 'm²', 'measure', 2, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/campaign-work/land"]}]'),
  (68, 'Ngày công Nhân dân đóng góp', '', 'mobilisation', 'ngày công', 'measure', 2, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/any/labour"]}]'),
  (69, 'Tiền Nhân dân đóng góp', '', 'mobilisation', 'đồng', 'money', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/campaign-work/contributed"]}]'),
  (70, 'Đường giao thông được làm mới, sửa chữa', '', 'mobilisation', 'km', 'measure', 3, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/campaign-work/roads"]}]'),
  (71, 'Hộ vay vốn tín dụng chính sách', '', 'mobilisation', 'hộ', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/loan-support/households"]}]'),
  (72, 'Người tham gia bảo hiểm y tế tự nguyện được vận động', '', 'mobilisation', 'người', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/loan-support/insured"]}]'),
  (73, 'Tỷ lệ gia đình văn hóa', 'Tử số: hộ đạt gia đình văn hóa; mẫu số: tổng số hộ.', 'movements', '%', 'ratio', 0, 'ratio', 'last', 'ratio', null, '[]'),
  (74, 'Tỷ lệ khu dân cư văn hóa', 'Tử số: khu dân cư văn hóa; mẫu số: tổng số khu dân cư.', 'movements', '%', 'ratio', 0, 'ratio', 'last', 'ratio', null, '[]'),
  (75, 'Tỷ lệ khu dân cư tổ chức Ngày hội Đại đoàn kết toàn dân tộc', 'Tử số: khu dân cư tổ chức; mẫu số: tổng số khu dân cư.', 'movements', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[{"member": "", "part": "numerator", "names": ["activity/unity-day/areas"]}]'),
  (76, 'Xã đạt chuẩn nông thôn mới', 'Mỗi xã tính ở mức cao nhất đã đạt.', 'movements', 'xã', 'stock', 0, 'sum', 'last', 'sum', '{"name": "Mức", "members": [{"key": "standard", "label": "Đạt chuẩn"}, {"key": "advanced", "label": "Nâng cao"}, {"key": "model", "label": "Kiểu mẫu"}], "complete": true}', '[]'),
  (77, 'Tuyến đường sáng - xanh - sạch - đẹp', '', 'movements', 'tuyến', 'stock', 0, 'sum', 'last', 'sum', null, '[]'),
  (78, 'Tỷ lệ hỏa táng', 'Tử số: ca hỏa táng; mẫu số: tổng số ca mất trong kỳ.', 'movements', '%', 'ratio', 0, 'ratio', 'ratio', 'ratio', null, '[]'),
  (79, 'Đoàn viên, hội viên', 'Số thẻ, tư cách hội viên: một người ở hai tổ chức tính hai.', 'organisation', 'người', 'stock', 0, 'sum', 'last', 'sum', '{"name": "Tổ chức", "members": [{"key": "trade-union", "label": "Công đoàn"}, {"key": "farmers-union", "label": "Hội Nông dân"}, {"key": "womens-union", "label": "Hội Liên hiệp Phụ nữ"}, {"key": "youth-union", "label": "Đoàn TNCS Hồ Chí Minh"}, {"key": "veterans", "label": "Hội Cựu chiến binh"}], "complete": true}', '[]'),
  (80, 'Đoàn viên, hội viên kết nạp mới', '', 'organisation', 'người', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Tổ chức", "members": [{"key": "trade-union", "label": "Công đoàn"}, {"key": "farmers-union", "label": "Hội Nông dân"}, {"key": "womens-union", "label": "Hội Liên hiệp Phụ nữ"}, {"key": "youth-union", "label": "Đoàn TNCS Hồ Chí Minh"}, {"key": "veterans", "label": "Hội Cựu chiến binh"}], "complete": true}', '[{"member": "", "part": "value", "names": ["activity/member-admission/members"]}]'),
  (81, 'Tỷ lệ tập hợp đoàn viên, hội viên', 'Tử số: đoàn viên, hội viên; mẫu số: số người trong độ tuổi, đối tượng.', 'organisation', '%', 'ratio', 0, 'ratio', 'last', 'ratio', '{"name": "Tổ chức", "members": [{"key": "trade-union", "label": "Công đoàn"}, {"key": "farmers-union", "label": "Hội Nông dân"}, {"key": "womens-union", "label": "Hội Liên hiệp Phụ nữ"}, {"key": "youth-union", "label": "Đoàn TNCS Hồ Chí Minh"}, {"key": "veterans", "label": "Hội Cựu chiến binh"}], "complete": true}', '[]'),
  (82, 'Đoàn viên, hội viên ưu tú giới thiệu cho Đảng', '', 'organisation', 'người', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/member-admission/outstanding"]}]'),
  (83, 'Đoàn viên, hội viên được kết nạp Đảng', '', 'organisation', 'người', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/member-admission/party"]}]'),
  (84, 'Ban Công tác Mặt trận', '', 'organisation', 'ban', 'stock', 0, 'sum', 'last', 'sum', null, '[]'),
  (85, 'Tỷ lệ chi hội, chi đoàn xếp loại tốt trở lên', 'Tử số: chi hội, chi đoàn xếp loại tốt trở lên; mẫu số: tổng số được xếp loại.', 'organisation', '%', 'ratio', 0, 'ratio', 'last', 'ratio', null, '[]'),
  (86, 'Người có uy tín trong cộng đồng', 'Chỉ là số lượng; không lập danh sách.', 'organisation', 'người', 'stock', 0, 'sum', 'last', 'sum', null, '[]'),
  (87, 'Lượt thăm hỏi chức sắc, chức việc tôn giáo', '', 'organisation', 'lượt', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/visit/whom.religious"]}]'),
  (88, 'Tỷ lệ cơ sở thờ tự được cấp Giấy chứng nhận quyền sử dụng đất', 'Tử số: cơ sở đã được cấp; mẫu số: tổng số cơ sở thờ tự.', 'organisation', '%', 'ratio', 0, 'ratio', 'last', 'ratio', null, '[]'),
  (89, 'Cán bộ chuyên trách công tác Mặt trận, đoàn thể', '', 'organisation', 'người', 'stock', 0, 'sum', 'last', 'sum', null, '[]'),
  (90, 'Khen thưởng công tác dân vận', '', 'organisation', 'lượt', 'count', 0, 'sum', 'sum', 'sum', '{"name": "Đối tượng", "members": [{"key": "collective", "label": "Tập thể"}, {"key": "individual", "label": "Cá nhân"}], "complete": true}', '[{"member": "", "part": "value", "names": ["activity/review/collectives", "activity/review/individuals"]}, {"member": "collective", "part": "value", "names": ["activity/review/collectives"]}, {"member": "individual", "part": "value", "names": ["activity/review/individuals"]}]'),
  (91, 'Dư nợ vay vốn tín dụng chính sách nhận ủy thác', 'Dư nợ đến ngày cuối kỳ; là phần tiền của chỉ tiêu hộ vay vốn.', 'mobilisation', 'đồng', 'money', 0, 'sum', 'last', 'sum', null, '[]'),
  (92, 'Cuộc tuyên truyền, vận động', 'Một đợt nhiều cuộc tính theo số cuộc.', 'direction', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/propaganda/count"]}]'),
  (93, 'Lượt người dự tuyên truyền, vận động', '', 'direction', 'lượt người', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/propaganda/turns"]}]'),
  (94, 'Cuộc ra quân, lao động công ích', 'Một đợt nhiều cuộc tính theo số cuộc.', 'mobilisation', 'cuộc', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/campaign-work/count"]}]'),
  (95, 'Lượt người tham gia ra quân, lao động công ích', '', 'mobilisation', 'lượt người', 'count', 0, 'sum', 'sum', 'sum', null, '[{"member": "", "part": "value", "names": ["activity/campaign-work/turns"]}]')
) as given (catalogue_no, name, definition, topic, unit, value_kind, scale, over_units, over_time, over_merger, dimension, measures)
order by catalogue_no;

select place_indicator(id) from indicator order by id;
