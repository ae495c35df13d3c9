-- The journal: what units did and plan to do, its photographs and files, likely doubles, recurring ones, calendar addresses.

create table activity_kind (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name_vi text not null,
  name_en text not null,
  kind_group text not null check (kind_group in ('oversight', 'listening', 'meetings', 'movement', 'care')),
  position int not null,
  fields jsonb not null default '[]' check (jsonb_typeof(fields) = 'array'),
  active boolean not null default true
);
comment on table activity_kind is 'Kinds of activities, as data. A kind that is no longer offered stays for the entries that have it.';
comment on column activity_kind.code is 'Part of measure names (activity/training/turns), so it never changes.';
comment on column activity_kind.fields is 'Few fields of its own: [{key, label {vi, en}, type number|text|choice|unit|boolean, options?, unit?, times?, splits?}]. times: how many times the entry stands for, one when empty. splits: figures are also added up per option. Aggregates and texts only, never a field about a person.';

create table activity_template (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  kind text not null references activity_kind (code),
  name text not null,
  place text,
  start_time text check (start_time ~ '^[0-2]\d:[0-5]\d$'),
  lead_id int not null references unit (id),
  partners int[] not null default '{}',
  rhythm jsonb not null,
  from_date date not null,
  until_date date check (until_date >= from_date),
  active boolean not null default true,
  typed_by uuid not null references person (id),
  typed_at int not null references unit (id),
  created_at timestamptz not null
);
comment on table activity_template is 'A recurring activity. Planned entries are made some weeks ahead; each is carried out or cancelled by itself.';
comment on column activity_template.rhythm is '{every: week, weekday} | {every: month, day} | {every: month-weekday, weekday, nth} | {every: quarter, month, day} | {every: year, month, day}';
create index activity_template_lead on activity_template (lead_id) where active;

create table activity (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  kind text not null references activity_kind (code),
  state text not null check (state in ('planned', 'done', 'cancelled')),
  name text not null check (name <> ''),
  on_date date not null,
  until_date date check (until_date > on_date),
  start_time text check (start_time ~ '^[0-2]\d:[0-5]\d$'),
  place text,
  lead_id int not null references unit (id),
  turns bigint check (turns >= 0),
  turns_said text,
  gifts bigint check (gifts >= 0),
  gifts_said text,
  money bigint check (money >= 0),
  money_said text,
  labour numeric(16, 2) check (labour >= 0),
  labour_said text,
  summary text not null default '',
  details jsonb not null default '{}',
  approximate boolean not null default false,
  source text not null check (source in ('self', 'dictated', 'paper')),
  typed_by uuid not null references person (id),
  typed_at int not null references unit (id),
  typed_for int references unit (id),
  work_id uuid,
  plan_id uuid,
  plan_item_id text,
  clause text,
  quote text,
  plan_label text,
  template_id uuid references activity_template (id),
  template_date date,
  same_as uuid references activity (id),
  cancel_reason text check ((cancel_reason is not null) = (state = 'cancelled')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search text not null generated always as (vi_fold(name || ' ' || coalesce(place, '') || ' ' || summary)) stored,
  check (same_as <> id),
  check ((plan_id is null) = (plan_item_id is null)),
  unique (template_id, template_date)
);
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
create index activity_lead on activity (lead_id, on_date);
create index activity_day on activity (on_date desc, id desc);
create index activity_kind_day on activity (kind, on_date);
create index activity_plan on activity (plan_id, plan_item_id) where plan_id is not null;
create index activity_rough on activity (lead_id) where approximate and state = 'done';
create index activity_same on activity (same_as) where same_as is not null;
create index activity_search on activity using gin (search gin_trgm_ops);

create table activity_partner (
  activity_id uuid not null references activity (id) on delete cascade,
  unit_id int not null references unit (id),
  primary key (activity_id, unit_id)
);
comment on table activity_partner is 'Units that took part. They see the entry; they do not count it.';
create index activity_partner_unit on activity_partner (unit_id);

create table activity_file (
  id uuid primary key default uuidv7(),
  activity_id uuid not null references activity (id) on delete cascade,
  kind text not null check (kind in ('photo', 'paper', 'file')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  thumb_hash text check (thumb_hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  size int not null check (size > 0),
  type text not null,
  added_by uuid not null references person (id),
  added_at timestamptz not null,
  check ((thumb_hash is null) = (kind = 'file'))
);
comment on table activity_file is 'Photographs (shrunk, without any metadata), photographs of paper forms, other files: the evidence. Never public.';
create index activity_file_activity on activity_file (activity_id);
create index activity_file_hash on activity_file (hash);
create index activity_file_thumb on activity_file (thumb_hash);

create table activity_double (
  id uuid primary key default uuidv7(),
  earlier_id uuid not null references activity (id) on delete cascade,
  later_id uuid not null references activity (id) on delete cascade,
  reasons text[] not null,
  state text not null default 'asked' check (state in ('asked', 'same', 'different')),
  answered_by uuid references person (id),
  answered_at timestamptz,
  answered_unit int references unit (id),
  partner_added boolean not null default false,
  unique (earlier_id, later_id),
  check ((state = 'asked') = (answered_at is null))
);
comment on table activity_double is 'Two entries of different leads that may be one activity: a question to both. The last answer stands; every answer is in the record.';
comment on column activity_double.partner_added is 'The answer "same" made the later lead a partner of the earlier entry; taken back with the answer.';
create index activity_double_later on activity_double (later_id);
create index activity_double_asked on activity_double (id) where state = 'asked';

create table calendar_feed (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  person_id uuid not null references person (id),
  unit_id int not null references unit (id),
  label text not null,
  created_at timestamptz not null,
  last_read_on date,
  revoked_at timestamptz
);
comment on table calendar_feed is 'Private calendar addresses. Open as long as the person holds a post at the unit; the address itself is kept only as a hash.';
create index calendar_feed_person on calendar_feed (person_id) where revoked_at is null;

insert into activity_kind (code, name_vi, name_en, kind_group, position, fields) values
  ('supervision', 'Cuộc giám sát', 'Supervision', 'oversight', 1, '[
    {"key": "form", "label": {"vi": "Hình thức", "en": "Form"}, "type": "choice", "options": [{"value": "documents", "label": {"vi": "Nghiên cứu, xem xét văn bản", "en": "Study of documents"}}, {"value": "team", "label": {"vi": "Tổ chức đoàn giám sát", "en": "Supervision team"}}, {"value": "inspection-boards", "label": {"vi": "Qua Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng", "en": "Through people''s inspection and community investment boards"}}, {"value": "with-bodies", "label": {"vi": "Tham gia giám sát với cơ quan có thẩm quyền", "en": "Joining bodies that have the power"}}]},
    {"key": "part", "label": {"vi": "Vai trò", "en": "Part"}, "type": "choice", "options": [{"value": "led", "label": {"vi": "Chủ trì", "en": "Led"}}, {"value": "joined", "label": {"vi": "Tham gia", "en": "Joined"}}]},
    {"key": "by", "label": {"vi": "Giám sát của", "en": "Supervision by"}, "type": "choice", "options": [{"value": "front", "label": {"vi": "Mặt trận, tổ chức chính trị - xã hội", "en": "Front and organisations"}}, {"value": "people-inspection", "label": {"vi": "Ban Thanh tra nhân dân", "en": "People''s inspection board"}}, {"value": "community-investment", "label": {"vi": "Ban Giám sát đầu tư của cộng đồng", "en": "Community investment supervision board"}}, {"value": "decision-124", "label": {"vi": "Theo Quy định 124-QĐ/TW", "en": "Under Regulation 124-QĐ/TW"}}]},
    {"key": "of", "label": {"vi": "Đơn vị được giám sát", "en": "Unit supervised"}, "type": "unit"},
    {"key": "recommendations", "label": {"vi": "Số kiến nghị", "en": "Recommendations"}, "type": "number", "unit": "kiến nghị"},
    {"key": "accepted", "label": {"vi": "Số kiến nghị được tiếp thu", "en": "Recommendations accepted"}, "type": "number", "unit": "kiến nghị"},
    {"key": "cases", "label": {"vi": "Số vụ việc phát hiện", "en": "Cases found"}, "type": "number", "unit": "vụ việc"},
    {"key": "recovered", "label": {"vi": "Giá trị kiến nghị thu hồi, giảm trừ", "en": "Value to be recovered or deducted"}, "type": "number", "unit": "đồng"}]'),
  ('social-criticism', 'Phản biện xã hội', 'Social criticism', 'oversight', 2, '[
    {"key": "form", "label": {"vi": "Hình thức", "en": "Form"}, "type": "choice", "options": [{"value": "conference", "label": {"vi": "Hội nghị phản biện", "en": "Conference"}}, {"value": "written", "label": {"vi": "Gửi dự thảo lấy ý kiến bằng văn bản", "en": "In writing"}}, {"value": "dialogue", "label": {"vi": "Đối thoại trực tiếp", "en": "Direct dialogue"}}]},
    {"key": "draft", "label": {"vi": "Dự thảo được phản biện", "en": "The draft"}, "type": "text"},
    {"key": "opinions", "label": {"vi": "Số ý kiến phản biện", "en": "Opinions"}, "type": "number", "unit": "ý kiến"},
    {"key": "accepted", "label": {"vi": "Số ý kiến được tiếp thu", "en": "Opinions accepted"}, "type": "number", "unit": "ý kiến"}]'),
  ('party-government-opinion', 'Góp ý xây dựng Đảng, chính quyền', 'Opinion on Party and government', 'oversight', 3, '[
    {"key": "opinions", "label": {"vi": "Số ý kiến", "en": "Opinions"}, "type": "number", "unit": "ý kiến"},
    {"key": "accepted", "label": {"vi": "Số ý kiến được tiếp thu", "en": "Opinions accepted"}, "type": "number", "unit": "ý kiến"}]'),
  ('inspection', 'Kiểm tra công tác', 'Inspection', 'oversight', 4, '[
    {"key": "of", "label": {"vi": "Đơn vị được kiểm tra", "en": "Unit inspected"}, "type": "unit"},
    {"key": "units", "label": {"vi": "Số đơn vị được kiểm tra", "en": "Units inspected"}, "type": "number", "unit": "đơn vị"}]'),
  ('dialogue', 'Đối thoại', 'Dialogue', 'listening', 5, '[
    {"key": "level", "label": {"vi": "Cấp đối thoại", "en": "Level"}, "type": "choice", "options": [{"value": "party-secretary", "label": {"vi": "Bí thư cấp ủy", "en": "Party secretary"}}, {"value": "chairman", "label": {"vi": "Chủ tịch Ủy ban nhân dân", "en": "Chairman of the People''s Committee"}}, {"value": "other", "label": {"vi": "Khác", "en": "Other"}}]},
    {"key": "opinions", "label": {"vi": "Số ý kiến, kiến nghị nêu ra", "en": "Opinions raised"}, "type": "number", "unit": "ý kiến"},
    {"key": "answered", "label": {"vi": "Số ý kiến được trả lời", "en": "Opinions answered"}, "type": "number", "unit": "ý kiến"}]'),
  ('reception-day', 'Ngày tiếp công dân', 'Citizen reception day', 'listening', 6, '[
    {"key": "visits", "label": {"vi": "Số lượt tiếp", "en": "Visits received"}, "type": "number", "unit": "lượt"},
    {"key": "people", "label": {"vi": "Số người được tiếp", "en": "People received"}, "type": "number", "unit": "người"},
    {"key": "groups", "label": {"vi": "Số đoàn đông người", "en": "Large groups"}, "type": "number", "unit": "đoàn"},
    {"key": "letters", "label": {"vi": "Số đơn nhận", "en": "Letters received"}, "type": "number", "unit": "đơn"},
    {"key": "qualified", "label": {"vi": "Số đơn đủ điều kiện", "en": "Letters qualified"}, "type": "number", "unit": "đơn"},
    {"key": "transferred", "label": {"vi": "Số đơn chuyển", "en": "Letters transferred"}, "type": "number", "unit": "đơn"}]'),
  ('voter-meeting', 'Hội nghị tiếp xúc cử tri', 'Voter meeting', 'listening', 7, '[
    {"key": "body", "label": {"vi": "Đại biểu", "en": "Deputies"}, "type": "choice", "options": [{"value": "assembly", "label": {"vi": "Quốc hội", "en": "National Assembly"}}, {"value": "province", "label": {"vi": "HĐND cấp tỉnh", "en": "Provincial council"}}, {"value": "commune", "label": {"vi": "HĐND cấp xã", "en": "Commune council"}}]},
    {"key": "opinions", "label": {"vi": "Số kiến nghị của cử tri", "en": "Voters'' proposals"}, "type": "number", "unit": "kiến nghị"},
    {"key": "answered", "label": {"vi": "Số kiến nghị được trả lời", "en": "Proposals answered"}, "type": "number", "unit": "kiến nghị"}]'),
  ('meeting-people', 'Họp dân, dân bàn', 'People''s meeting', 'listening', 8, '[
    {"key": "topic", "label": {"vi": "Nội dung đưa ra bàn", "en": "What was discussed"}, "type": "text"},
    {"key": "households", "label": {"vi": "Số hộ dự", "en": "Households present"}, "type": "number", "unit": "hộ"},
    {"key": "agreeing", "label": {"vi": "Số hộ tán thành", "en": "Households agreeing"}, "type": "number", "unit": "hộ"},
    {"key": "opinions", "label": {"vi": "Số ý kiến", "en": "Opinions"}, "type": "number", "unit": "ý kiến"}]'),
  ('talk-with-people', 'Gặp gỡ, trao đổi với Nhân dân', 'Talk with people', 'listening', 9, '[
    {"key": "sessions", "label": {"vi": "Số cuộc", "en": "Sessions"}, "type": "number", "unit": "cuộc", "times": true},
    {"key": "opinions", "label": {"vi": "Số lượt ý kiến, kiến nghị", "en": "Opinions and proposals"}, "type": "number", "unit": "ý kiến"}]'),
  ('mediation', 'Hòa giải ở cơ sở', 'Mediation', 'listening', 10, '[
    {"key": "cases", "label": {"vi": "Số vụ việc thụ lý", "en": "Cases taken up"}, "type": "number", "unit": "vụ"},
    {"key": "settled", "label": {"vi": "Số vụ hòa giải thành", "en": "Cases settled"}, "type": "number", "unit": "vụ"}]'),
  ('training', 'Tập huấn, bồi dưỡng', 'Training', 'meetings', 11, '[
    {"key": "classes", "label": {"vi": "Số lớp", "en": "Classes"}, "type": "number", "unit": "lớp", "times": true},
    {"key": "topic", "label": {"vi": "Chuyên đề", "en": "Topic"}, "type": "text"}]'),
  ('conference', 'Hội nghị, hội thảo', 'Conference', 'meetings', 12, '[
    {"key": "delegates", "label": {"vi": "Số đại biểu", "en": "Delegates"}, "type": "number", "unit": "đại biểu"},
    {"key": "points", "label": {"vi": "Số điểm cầu", "en": "Online venues"}, "type": "number", "unit": "điểm cầu"}]'),
  ('document-study', 'Quán triệt, học tập nghị quyết, văn bản', 'Study of a document', 'meetings', 13, '[
    {"key": "document", "label": {"vi": "Văn bản quán triệt", "en": "Document"}, "type": "text"},
    {"key": "party-members", "label": {"vi": "Số đảng viên dự", "en": "Party members present"}, "type": "number", "unit": "người"}]'),
  ('branch-meeting', 'Dự sinh hoạt chi bộ, chi hội', 'Attending a branch meeting', 'meetings', 14, '[
    {"key": "branches", "label": {"vi": "Số chi bộ, chi hội", "en": "Branches"}, "type": "number", "unit": "chi bộ"}]'),
  ('briefing', 'Giao ban', 'Briefing', 'meetings', 15, '[
    {"key": "conclusions", "label": {"vi": "Số kết luận", "en": "Conclusions"}, "type": "number", "unit": "kết luận"}]'),
  ('review', 'Sơ kết, tổng kết', 'Review', 'meetings', 16, '[
    {"key": "collectives", "label": {"vi": "Số tập thể được khen", "en": "Collectives commended"}, "type": "number", "unit": "tập thể"},
    {"key": "individuals", "label": {"vi": "Số cá nhân được khen", "en": "Individuals commended"}, "type": "number", "unit": "cá nhân"}]'),
  ('party-front-session', 'Cấp ủy làm việc với Mặt trận, đoàn thể', 'Party committee working with Front', 'meetings', 17, '[
    {"key": "conclusions", "label": {"vi": "Số kết luận, chỉ đạo", "en": "Conclusions"}, "type": "number", "unit": "kết luận"}]'),
  ('consultation-conference', 'Hội nghị hiệp thương', 'Consultation conference', 'meetings', 18, '[
    {"key": "candidates", "label": {"vi": "Số người được giới thiệu, lấy ý kiến", "en": "Candidates"}, "type": "number", "unit": "người"}]'),
  ('contest', 'Hội thi, cuộc thi', 'Contest', 'movement', 19, '[
    {"key": "entries", "label": {"vi": "Số bài, đội dự thi", "en": "Entries"}, "type": "number", "unit": "bài dự thi"},
    {"key": "prizes", "label": {"vi": "Số giải", "en": "Prizes"}, "type": "number", "unit": "giải"}]'),
  ('study-visit', 'Tham quan, học tập kinh nghiệm', 'Study visit', 'movement', 20, '[
    {"key": "place-visited", "label": {"vi": "Nơi đến", "en": "Place visited"}, "type": "text"}]'),
  ('propaganda', 'Tuyên truyền, vận động', 'Propaganda', 'movement', 21, '[
    {"key": "sessions", "label": {"vi": "Số cuộc", "en": "Sessions"}, "type": "number", "unit": "cuộc", "times": true},
    {"key": "articles", "label": {"vi": "Số tin, bài", "en": "Articles"}, "type": "number", "unit": "tin, bài"},
    {"key": "leaflets", "label": {"vi": "Số tờ rơi, pano, băng rôn", "en": "Leaflets and banners"}, "type": "number", "unit": "tờ"},
    {"key": "topic", "label": {"vi": "Chủ đề", "en": "Topic"}, "type": "choice", "splits": true, "options": [{"value": "vietnamese-goods", "label": {"vi": "Người Việt Nam ưu tiên dùng hàng Việt Nam", "en": "Vietnamese goods first"}}, {"value": "law", "label": {"vi": "Phổ biến pháp luật", "en": "Law"}}, {"value": "security", "label": {"vi": "An ninh trật tự, phòng chống ma túy", "en": "Security and drugs"}}, {"value": "election", "label": {"vi": "Bầu cử", "en": "Election"}}, {"value": "environment", "label": {"vi": "Môi trường", "en": "Environment"}}, {"value": "religion-ethnicity", "label": {"vi": "Dân tộc, tôn giáo", "en": "Ethnic and religious affairs"}}, {"value": "digital", "label": {"vi": "Chuyển đổi số", "en": "Digital transformation"}}, {"value": "other", "label": {"vi": "Khác", "en": "Other"}}]}]'),
  ('campaign-work', 'Ra quân, lao động công ích', 'Campaign work', 'movement', 22, '[
    {"key": "sessions", "label": {"vi": "Số đợt, cuộc", "en": "Sessions"}, "type": "number", "unit": "cuộc", "times": true},
    {"key": "roads", "label": {"vi": "Số ki-lô-mét đường", "en": "Kilometres of road"}, "type": "number", "unit": "km"},
    {"key": "land", "label": {"vi": "Diện tích đất hiến", "en": "Land given"}, "type": "number", "unit": "m2"},
    {"key": "trees", "label": {"vi": "Số cây xanh", "en": "Trees"}, "type": "number", "unit": "cây"},
    {"key": "works", "label": {"vi": "Số công trình, phần việc", "en": "Works"}, "type": "number", "unit": "công trình"},
    {"key": "contributed", "label": {"vi": "Nhân dân đóng góp", "en": "Contributed by people"}, "type": "number", "unit": "đồng"},
    {"key": "lamps", "label": {"vi": "Số đèn, camera", "en": "Lamps and cameras"}, "type": "number", "unit": "bộ"}]'),
  ('model-launch', 'Ra mắt mô hình, công trình', 'Launch of a model', 'movement', 23, '[
    {"key": "field", "label": {"vi": "Lĩnh vực", "en": "Field"}, "type": "choice", "options": [{"value": "economy", "label": {"vi": "Kinh tế", "en": "Economy"}}, {"value": "culture-society", "label": {"vi": "Văn hóa - xã hội", "en": "Culture and society"}}, {"value": "defence-security", "label": {"vi": "Quốc phòng - an ninh", "en": "Defence and security"}}, {"value": "political-system", "label": {"vi": "Xây dựng hệ thống chính trị", "en": "Political system"}}]},
    {"key": "of", "label": {"vi": "Của", "en": "Of"}, "type": "choice", "options": [{"value": "collective", "label": {"vi": "Tập thể", "en": "Collective"}}, {"value": "individual", "label": {"vi": "Cá nhân", "en": "Individual"}}]},
    {"key": "models", "label": {"vi": "Số mô hình", "en": "Models"}, "type": "number", "unit": "mô hình", "times": true},
    {"key": "households", "label": {"vi": "Số hộ thụ hưởng", "en": "Households served"}, "type": "number", "unit": "hộ"}]'),
  ('unity-day', 'Ngày hội Đại đoàn kết toàn dân tộc', 'Unity day', 'movement', 24, '[
    {"key": "areas", "label": {"vi": "Số khu dân cư tổ chức", "en": "Residential areas holding it"}, "type": "number", "unit": "khu dân cư"},
    {"key": "families", "label": {"vi": "Số gia đình được biểu dương", "en": "Families commended"}, "type": "number", "unit": "gia đình"}]'),
  ('member-admission', 'Kết nạp, phát triển đoàn viên, hội viên', 'Admission of members', 'movement', 25, '[
    {"key": "members", "label": {"vi": "Số đoàn viên, hội viên kết nạp", "en": "Members admitted"}, "type": "number", "unit": "người"},
    {"key": "outstanding", "label": {"vi": "Số đoàn viên, hội viên ưu tú giới thiệu cho Đảng", "en": "Introduced to the Party"}, "type": "number", "unit": "người"},
    {"key": "party", "label": {"vi": "Số được kết nạp Đảng", "en": "Admitted to the Party"}, "type": "number", "unit": "người"},
    {"key": "branches", "label": {"vi": "Số tổ chức cơ sở thành lập mới", "en": "New branches"}, "type": "number", "unit": "tổ chức"}]'),
  ('blood-donation', 'Hiến máu tình nguyện', 'Blood donation', 'movement', 26, '[
    {"key": "units", "label": {"vi": "Số đơn vị máu", "en": "Units of blood"}, "type": "number", "unit": "đơn vị máu"}]'),
  ('visit', 'Thăm hỏi, tặng quà đối tượng', 'Visit', 'care', 27, '[
    {"key": "whom", "label": {"vi": "Đối tượng", "en": "Whom"}, "type": "choice", "splits": true, "options": [{"value": "policy-families", "label": {"vi": "Gia đình chính sách, người có công", "en": "Policy families"}}, {"value": "poor", "label": {"vi": "Hộ nghèo, cận nghèo", "en": "Poor households"}}, {"value": "religious", "label": {"vi": "Chức sắc, chức việc, cơ sở tôn giáo", "en": "Religious dignitaries and places"}}, {"value": "prestigious", "label": {"vi": "Người có uy tín", "en": "People of prestige"}}, {"value": "children", "label": {"vi": "Trẻ em, học sinh", "en": "Children and pupils"}}, {"value": "workers", "label": {"vi": "Công nhân, người lao động", "en": "Workers"}}, {"value": "members", "label": {"vi": "Đoàn viên, hội viên", "en": "Members"}}, {"value": "forces", "label": {"vi": "Lực lượng vũ trang", "en": "Armed forces"}}, {"value": "other", "label": {"vi": "Khác", "en": "Other"}}]},
    {"key": "cases", "label": {"vi": "Số trường hợp, gia đình", "en": "Cases"}, "type": "number", "unit": "trường hợp"}]'),
  ('gift-giving', 'Tặng quà, trao học bổng, sinh kế', 'Gifts', 'care', 28, '[
    {"key": "whom", "label": {"vi": "Đối tượng", "en": "Whom"}, "type": "choice", "splits": true, "options": [{"value": "poor", "label": {"vi": "Hộ nghèo, khó khăn", "en": "Poor households"}}, {"value": "policy-families", "label": {"vi": "Gia đình chính sách", "en": "Policy families"}}, {"value": "children", "label": {"vi": "Trẻ em, học sinh", "en": "Children and pupils"}}, {"value": "workers", "label": {"vi": "Công nhân, người lao động", "en": "Workers"}}, {"value": "women", "label": {"vi": "Phụ nữ", "en": "Women"}}, {"value": "members", "label": {"vi": "Đoàn viên, hội viên", "en": "Members"}}, {"value": "forces", "label": {"vi": "Bộ đội, biên giới, hải đảo", "en": "Soldiers, borders and islands"}}, {"value": "other", "label": {"vi": "Khác", "en": "Other"}}]},
    {"key": "cases", "label": {"vi": "Số trường hợp, hộ được giúp", "en": "Cases helped"}, "type": "number", "unit": "trường hợp"},
    {"key": "scholarships", "label": {"vi": "Số suất học bổng", "en": "Scholarships"}, "type": "number", "unit": "suất"},
    {"key": "livelihoods", "label": {"vi": "Số mô hình, phương tiện sinh kế", "en": "Livelihoods"}, "type": "number", "unit": "sinh kế"},
    {"key": "meals", "label": {"vi": "Số suất ăn", "en": "Meals"}, "type": "number", "unit": "suất"},
    {"key": "in-kind", "label": {"vi": "Giá trị hiện vật quy đổi", "en": "Value in kind"}, "type": "number", "unit": "đồng"}]'),
  ('charity-house', 'Nhà Đại đoàn kết', 'Great-unity house', 'care', 29, '[
    {"key": "built", "label": {"vi": "Số nhà xây mới", "en": "Houses built"}, "type": "number", "unit": "nhà"},
    {"key": "repaired", "label": {"vi": "Số nhà sửa chữa", "en": "Houses repaired"}, "type": "number", "unit": "nhà"}]'),
  ('fund-raising', 'Vận động quỹ', 'Fund raising', 'care', 30, '[
    {"key": "fund", "label": {"vi": "Quỹ", "en": "Fund"}, "type": "choice", "splits": true, "options": [{"value": "poor", "label": {"vi": "Quỹ Vì người nghèo", "en": "Fund for the poor"}}, {"value": "gratitude", "label": {"vi": "Quỹ Đền ơn đáp nghĩa", "en": "Gratitude fund"}}, {"value": "relief", "label": {"vi": "Quỹ Cứu trợ", "en": "Relief fund"}}, {"value": "sea-islands", "label": {"vi": "Vì biển, đảo", "en": "Sea and islands"}}, {"value": "other", "label": {"vi": "Khác", "en": "Other"}}]},
    {"key": "in-kind", "label": {"vi": "Hiện vật quy đổi", "en": "In kind"}, "type": "number", "unit": "đồng"}]'),
  ('relief', 'Cứu trợ, hỗ trợ thiên tai', 'Relief', 'care', 31, '[
    {"key": "households", "label": {"vi": "Số hộ được hỗ trợ", "en": "Households helped"}, "type": "number", "unit": "hộ"},
    {"key": "meals", "label": {"vi": "Số suất ăn, nhu yếu phẩm", "en": "Meals and supplies"}, "type": "number", "unit": "suất"},
    {"key": "in-kind", "label": {"vi": "Giá trị hiện vật quy đổi", "en": "Value in kind"}, "type": "number", "unit": "đồng"}]'),
  ('loan-support', 'Tín chấp, hỗ trợ vay vốn, bảo hiểm', 'Loans and insurance', 'care', 32, '[
    {"key": "households", "label": {"vi": "Số hộ vay vốn", "en": "Households with loans"}, "type": "number", "unit": "hộ"},
    {"key": "outstanding", "label": {"vi": "Dư nợ", "en": "Outstanding loans"}, "type": "number", "unit": "đồng"},
    {"key": "insured", "label": {"vi": "Số người tham gia BHYT tự nguyện", "en": "People insured"}, "type": "number", "unit": "người"}]'),
  ('rights-protection', 'Bảo vệ quyền lợi đoàn viên, hội viên', 'Protecting members'' rights', 'care', 33, '[
    {"key": "cases", "label": {"vi": "Số vụ việc tiếp nhận", "en": "Cases taken in"}, "type": "number", "unit": "vụ việc"},
    {"key": "settled", "label": {"vi": "Số vụ việc giải quyết xong", "en": "Cases settled"}, "type": "number", "unit": "vụ việc"}]'),
  ('other', 'Hoạt động khác', 'Other', 'movement', 34, '[
    {"key": "what", "label": {"vi": "Là hoạt động gì", "en": "What it is"}, "type": "text"}]');
