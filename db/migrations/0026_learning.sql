-- Learning from one another: search by words, likeness of what was written, copies and what became of them, visits, tags.

-- Words instead of letters: a list of 300,000 is searched by its index, and fits of the name come before those of the text.
alter table exemplar drop column search;
create function exemplar_word_list(value text) returns tsvector
  language sql immutable parallel safe
  return strip(to_tsvector('simple'::regconfig, regexp_replace(vi_fold(value), '[^a-z0-9]+', ' ', 'g')));
comment on function exemplar_word_list(text) is 'The words of a text without marks, each once. What is searched for is split the same way.';
alter table exemplar
  add column name_words tsvector not null generated always as (exemplar_word_list(name)) stored,
  add column words tsvector not null generated always as (exemplar_word_list(
    name || ' ' || coalesce(place, '') || ' ' || coalesce(contents ->> 'situation', '') || ' ' || coalesce(contents ->> 'goals', '') || ' '
    || coalesce(contents ->> 'method', '') || ' ' || coalesce(contents ->> 'area', '') || ' ' || coalesce(contents ->> 'output', ''))) stored;
comment on column exemplar.name_words is 'Words of the name, to find what fits best first; words: those of the place and the text too.';
create index exemplar_name_words on exemplar using gin (name_words);
create index exemplar_words on exemplar using gin (words);
create index exemplar_name on exemplar using gin (vi_fold(name) gin_trgm_ops);
-- Lists are read newest first along these; what they are narrowed by most stands in the index, so that rows are not opened for it.
drop index exemplar_newest;
create index exemplar_newest on exemplar (registered_on desc, id desc) include (state, kind, field, step, stream, first_year, lead_id)
  where state in ('accepted', 'stopped');
create index exemplar_kind on exemplar (kind, registered_on desc, id desc) include (state, field, step, first_year, lead_id)
  where state in ('accepted', 'stopped');
create index exemplar_year on exemplar (first_year, registered_on desc, id desc) include (state, kind, field, step, lead_id)
  where state in ('accepted', 'stopped');
create index exemplar_money on exemplar (money) where money is not null;
-- What is being prepared is little beside the register, and each reader sees another part of it.
create index exemplar_prepared on exemplar (registered_on desc, id desc) where state in ('draft', 'registered', 'returned', 'withdrawn');
create index exemplar_prepared_lead on exemplar (lead_id) where state in ('draft', 'registered', 'returned', 'withdrawn');
create index exemplar_prepared_typed on exemplar (typed_at) where state in ('draft', 'registered', 'returned', 'withdrawn');
create index exemplar_prepared_round on exemplar (round_id) where state in ('draft', 'registered', 'returned', 'withdrawn');

create table exemplar_print (
  exemplar_id uuid primary key references exemplar (id) on delete cascade,
  prints int[] not null
);
comment on table exemplar_print is 'A sample of the runs of words of what an exemplar says, as numbers. Texts that share some are compared in full.';
create index exemplar_print_of on exemplar_print using gin (prints);

create table exemplar_similar (
  id uuid primary key default uuidv7(),
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  other_id uuid not null references exemplar (id) on delete cascade,
  reasons text[] not null check (reasons <@ array['name', 'text', 'place', 'picture', 'renamed', 'owned'] and cardinality(reasons) > 0),
  score smallint not null check (score between 0 and 100),
  answer text check (answer in ('different', 'same', 'learnt')),
  said text check (said <> ''),
  answered_by uuid references person (id),
  answered_unit int references unit (id),
  answered_at timestamptz,
  unique (exemplar_id, other_id),
  check (exemplar_id <> other_id),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  check (answer is null or answer = 'same' or said is not null)
);
comment on table exemplar_similar is 'A question whether two exemplars are one, asked of the one that came later. It refuses nothing; the answer stands beside both for the reviewer.';
comment on column exemplar_similar.reasons is 'name, text: much the same words; place: same place and theme; picture: a photograph used before; renamed: the same lead had it in an earlier year; owned: another organisation of the same area leads it.';
comment on column exemplar_similar.score is 'How many of a hundred of its words stand in the other as well, in the same order.';
comment on column exemplar_similar.answer is 'different: said tells in what; same: it is not counted (exemplar.same_as); learnt: it became a copy of the other, said is what was adapted.';
create index exemplar_similar_other on exemplar_similar (other_id);
create index exemplar_similar_open on exemplar_similar (exemplar_id) where answer is null;

create table exemplar_copy (
  exemplar_id uuid primary key references exemplar (id) on delete cascade,
  taken jsonb not null default '{}' check (jsonb_typeof(taken) = 'object'),
  copied_by uuid not null references person (id),
  copied_at timestamptz not null
);
comment on table exemplar_copy is 'How one was begun as a copy of another (exemplar.copied_from).';
comment on column exemplar_copy.taken is 'Contents as they were taken over, by key: as long as one stands unchanged it is marked as the original''s.';

create table exemplar_lesson (
  exemplar_id uuid primary key references exemplar (id) on delete cascade,
  version int not null default 1,
  story text not null default '',
  steps text not null default '',
  helped text not null default '',
  hindered text not null default '',
  cost bigint check (cost >= 0),
  cost_said text,
  cost_note text not null default '',
  contact_unit_id int references unit (id),
  contact text not null default '',
  written_by uuid not null references person (id),
  updated_at timestamptz not null
);
comment on table exemplar_lesson is 'What others can learn from it: the story, how to do it, what it costs, what helped and what stood in the way, which unit to ask.';
comment on column exemplar_lesson.cost is 'What it takes to do it once, whole đồng; cost_said: the word of a figure that is not exact.';
comment on column exemplar_lesson.contact is 'Address, office hours, line of the office. Never a person''s own number.';

create table exemplar_study (
  id uuid primary key default uuidv7(),
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  unit_id int not null references unit (id),
  on_date date not null,
  people int check (people between 1 and 10000),
  took_home text not null default '',
  typed_by uuid not null references person (id),
  typed_at int not null references unit (id),
  recorded_at timestamptz not null
);
comment on table exemplar_study is 'A unit came to learn: when, how many, what it took home. Nobody is named.';
create index exemplar_study_of on exemplar_study (exemplar_id, on_date desc);
create index exemplar_study_unit on exemplar_study (unit_id);

create table exemplar_tag (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('study', 'campaign', 'theme')),
  name text not null check (name <> ''),
  body_id int references unit (id),
  position int not null default 0
);
comment on table exemplar_tag is 'Themes, campaigns and drives that are suggested; exemplar.themes holds what was chosen, in words.';
comment on column exemplar_tag.body_id is 'Suggested to the units of this body; null: to everybody.';
create unique index exemplar_tag_once on exemplar_tag (vi_fold(name), coalesce(body_id, 0));
insert into exemplar_tag (kind, name, position) values
  ('study', 'học tập và làm theo Bác', 1),
  ('campaign', 'toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh', 1),
  ('campaign', 'ngày vì người nghèo', 2),
  ('campaign', 'người Việt Nam ưu tiên dùng hàng Việt Nam', 3),
  ('campaign', 'toàn dân bảo vệ an ninh Tổ quốc', 4),
  ('campaign', 'xóa nhà tạm, nhà dột nát', 5),
  ('campaign', 'bình dân học vụ số', 6),
  ('theme', 'môi trường, rác thải', 1),
  ('theme', 'nông thôn mới, đô thị văn minh', 2),
  ('theme', 'giải phóng mặt bằng', 3),
  ('theme', 'hòa giải ở cơ sở', 4),
  ('theme', 'an ninh trật tự', 5),
  ('theme', 'phòng cháy, chữa cháy', 6),
  ('theme', 'chuyển đổi số', 7),
  ('theme', 'giảm nghèo, an sinh', 8),
  ('theme', 'khuyến học', 9),
  ('theme', 'đồng bào dân tộc thiểu số', 10),
  ('theme', 'đồng bào có đạo', 11);
