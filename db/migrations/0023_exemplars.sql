-- The register of models and exemplary people: rounds of registration, what was registered, its goals, its dated evidence.

create table exemplar_round (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  body_id int not null references unit (id),
  title text not null check (title <> ''),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'cancelled')),
  period_from date not null,
  period_until date not null,
  opens_on date not null,
  closes_on date not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  asked text[] not null,
  local_fields jsonb not null default '[]' check (jsonb_typeof(local_fields) = 'array'),
  totals jsonb not null default '[]' check (jsonb_typeof(totals) = 'array'),
  sum_note text,
  guidance_document_id uuid references document (id),
  plan_id uuid,
  plan_item_id text,
  clause text,
  quote text,
  plan_label text,
  note text not null default '',
  cancel_reason text check ((cancel_reason is not null) = (state = 'cancelled')),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  opened_at timestamptz,
  check (period_until >= period_from),
  check (closes_on >= opens_on),
  check ((plan_id is null) = (plan_item_id is null)),
  constraint exemplar_round_guided check (guidance_document_id is not null or state in ('draft', 'cancelled'))
);
comment on table exemplar_round is 'A round of registration that a body opens for units, from a clause of a plan or by itself.';
comment on column exemplar_round.period_from is 'First and last day of the year, or the years, that the round counts for: what is new in it is not carried over.';
comment on column exemplar_round.opens_on is 'First and last day of the window. Later registrations are taken and marked late.';
comment on column exemplar_round.asked is 'Which of the contents must be there at registration; the others are asked for at step 2.';
comment on column exemplar_round.local_fields is 'The body''s own list of fields: [{code, label, field}], each mapped to one of the four.';
comment on column exemplar_round.totals is 'What the plan says is to be registered in all: [{kind, count}]; the allotments of the units must add up to it.';
comment on column exemplar_round.sum_note is 'Why the allotments do not add up to the totals, when they do not.';
comment on column exemplar_round.guidance_document_id is 'The guidance that says how to register. A round cannot open before it is in the register.';
comment on column exemplar_round.plan_id is 'The clause it carries out, with its words as they stood. No foreign key, as in activity.';
create index exemplar_round_body on exemplar_round (body_id, closes_on desc);

create table exemplar_round_unit (
  round_id uuid not null references exemplar_round (id) on delete cascade,
  unit_id int not null references unit (id),
  least_new int check (least_new >= 0),
  least_recognised jsonb not null default '{}' check (jsonb_typeof(least_recognised) = 'object'),
  allotted jsonb not null default '[]' check (jsonb_typeof(allotted) = 'array'),
  primary key (round_id, unit_id)
);
comment on table exemplar_round_unit is 'A unit that a round addresses, and what it owes.';
comment on column exemplar_round_unit.least_new is 'At least so many new ones in the period ("1–2 mô hình mới mỗi năm": 1).';
comment on column exemplar_round_unit.least_recognised is 'At least so many recognised, by level: {"province": 5}.';
comment on column exemplar_round_unit.allotted is 'Ones whose kind and theme the body has fixed for this unit: [{kind, theme, count}].';
create index exemplar_round_unit_unit on exemplar_round_unit (unit_id);

create table exemplar (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  kind text not null check (kind in ('model', 'works', 'person', 'group', 'self-government', 'friendly-government', 'creative-activity')),
  state text not null check (state in ('draft', 'registered', 'returned', 'accepted', 'stopped', 'withdrawn')),
  name text not null check (name <> ''),
  field text check (field in ('economy', 'culture-society', 'defence-security', 'political-system')),
  local_field text,
  themes text[] not null default '{}',
  stream text not null check (stream in ('existing', 'new')),
  lead_id int not null references unit (id),
  area_id int references unit (id),
  place text,
  contents jsonb not null default '{}' check (jsonb_typeof(contents) = 'object'),
  started_on date,
  ends_on date,
  money bigint check (money >= 0),
  money_said text,
  labour numeric(16, 2) check (labour >= 0),
  labour_said text,
  turns bigint check (turns >= 0),
  turns_said text,
  step smallint not null default 1 check (step between 1 and 4),
  paused boolean not null default false,
  round_id uuid references exemplar_round (id),
  registered_on date,
  accepted_on date,
  first_year int check (first_year between 1990 and 2100),
  copied_from uuid references exemplar (id),
  adapted text check ((adapted is null) = (copied_from is null)),
  same_as uuid references exemplar (id),
  reason text,
  moved_on date not null,
  typed_by uuid not null references person (id),
  typed_at int not null references unit (id),
  typed_for int references unit (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search text not null generated always as (
    vi_fold(name || ' ' || coalesce(place, '') || ' ' || coalesce(contents ->> 'situation', '') || ' ' || coalesce(contents ->> 'goals', '') || ' ' || coalesce(contents ->> 'method', '') || ' ' || coalesce(contents ->> 'output', ''))
  ) stored,
  check (same_as <> id),
  check (copied_from <> id),
  check (ends_on >= started_on),
  check (state not in ('registered', 'accepted') or registered_on is not null),
  check (state not in ('accepted', 'stopped') or accepted_on is not null)
);
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
create index exemplar_lead on exemplar (lead_id, first_year);
create index exemplar_round_of on exemplar (round_id) where round_id is not null;
create index exemplar_newest on exemplar (registered_on desc, id desc) where state = 'accepted';
create index exemplar_quiet on exemplar (moved_on) where state = 'accepted' and not paused;
create index exemplar_copies on exemplar (copied_from) where copied_from is not null;
create index exemplar_area on exemplar (area_id) where area_id is not null;
create index exemplar_search on exemplar using gin (search gin_trgm_ops);
create index exemplar_themes on exemplar using gin (themes);

create table exemplar_partner (
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  unit_id int not null references unit (id),
  part text not null check (part in ('coordinate', 'join')),
  primary key (exemplar_id, unit_id)
);
comment on table exemplar_partner is 'Units that work with the lead or join. They see it; they do not count it.';
create index exemplar_partner_unit on exemplar_partner (unit_id);

create table exemplar_goal (
  id uuid primary key default uuidv7(),
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  position int,
  name text not null check (name <> ''),
  unit text not null,
  baseline numeric,
  goal numeric not null,
  unique (exemplar_id, position),
  unique (exemplar_id, name, unit)
);
comment on table exemplar_goal is 'A goal as a figure: where it stood, where it is to get.';
comment on column exemplar_goal.position is 'Null: taken out after it had been read; its readings are kept.';

create table exemplar_reading (
  id uuid primary key default uuidv7(),
  goal_id uuid not null references exemplar_goal (id) on delete cascade,
  on_date date not null,
  value numeric not null,
  said text,
  typed_by uuid not null references person (id),
  typed_at timestamptz not null,
  unique (goal_id, on_date)
);
comment on table exemplar_reading is 'Where a goal stood on a day.';

create table exemplar_event (
  id uuid primary key default uuidv7(),
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  on_date date not null,
  unit_id int not null references unit (id),
  text text not null default '',
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  typed_by uuid not null references person (id),
  typed_at timestamptz not null
);
comment on table exemplar_event is 'Dated evidence of the four steps: surveys, plans, launches, visits with findings, reviews, passing of steps. Only added to.';
create index exemplar_event_of on exemplar_event (exemplar_id, on_date desc);
