-- The life of an exemplar: evidence that was wrong, findings of visits, corrected readings, yearly classification, rules of a body.

alter table exemplar_event
  add column documents uuid[] not null default '{}',
  add column struck_reason text check (struck_reason <> ''),
  add column struck_by uuid references person (id),
  add column struck_at timestamptz,
  add constraint exemplar_event_struck check ((struck_reason is null) = (struck_by is null) and (struck_by is null) = (struck_at is null));
comment on column exemplar_event.kind is 'survey, plan, assign, communicate, launch, visit, inspect, review, lesson, note; step-passed, step-back, paused, resumed, stopped, sustained.';
comment on column exemplar_event.unit_id is 'The unit at which it was written: the lead, a partner, or who came to visit.';
comment on column exemplar_event.details is 'Small fields of the kind, as its schema has them. step-passed: {step, without: [{gate, reason}]}.';
comment on column exemplar_event.documents is 'Documents of the register that belong to it. No foreign key: one may be named that only its owner can open.';
comment on column exemplar_event.struck_reason is 'Why it is wrong. What is struck stays readable and counts for nothing.';
-- Evidence is not rewritten: only striking touches a row.
revoke update, delete on exemplar_event from kheo_app;
grant update (struck_reason, struck_by, struck_at) on exemplar_event to kheo_app;

create table exemplar_finding (
  id uuid primary key default uuidv7(),
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  event_id uuid not null references exemplar_event (id) on delete cascade,
  position int not null,
  text text not null check (text <> ''),
  recommendation text not null default '',
  mend_by date,
  state text not null default 'open' check (state in ('open', 'answered', 'settled')),
  unique (event_id, position)
);
comment on table exemplar_finding is 'What a visit or an inspection found that is to be mended. The lead answers, who found it settles it.';
comment on column exemplar_finding.mend_by is 'The last day, when the visit named one.';
create index exemplar_finding_open on exemplar_finding (exemplar_id) where state <> 'settled';

create table exemplar_finding_entry (
  id uuid primary key default uuidv7(),
  finding_id uuid not null references exemplar_finding (id) on delete cascade,
  kind text not null check (kind in ('answer', 'settled', 'reopened')),
  on_date date not null,
  text text not null default '',
  unit_id int not null references unit (id),
  typed_by uuid not null references person (id),
  typed_at timestamptz not null
);
comment on table exemplar_finding_entry is 'What was said to a finding, in turn. Only added to.';
create index exemplar_finding_entry_of on exemplar_finding_entry (finding_id, id);
revoke update, delete on exemplar_finding_entry from kheo_app;

alter table exemplar_reading add column note text not null default '';
comment on column exemplar_reading.note is 'Who counted it, or where it comes from.';

create table exemplar_reading_before (
  id uuid primary key default uuidv7(),
  goal_id uuid not null references exemplar_goal (id) on delete cascade,
  on_date date not null,
  value numeric not null,
  said text,
  note text not null,
  typed_by uuid not null references person (id),
  typed_at timestamptz not null,
  reason text not null check (reason <> ''),
  replaced_by uuid not null references person (id),
  replaced_at timestamptz not null
);
comment on table exemplar_reading_before is 'What stood in a reading before it was corrected or taken out, and why. Only added to.';
create index exemplar_reading_before_of on exemplar_reading_before (goal_id, on_date);
revoke update, delete on exemplar_reading_before from kheo_app;

create table exemplar_life_rule (
  body_id int primary key references unit (id),
  version int not null default 1,
  quiet_days int not null check (quiet_days between 14 and 1000),
  grades jsonb not null check (jsonb_typeof(grades) = 'array' and jsonb_array_length(grades) > 1),
  updated_by uuid not null references person (id),
  updated_at timestamptz not null
);
comment on table exemplar_life_rule is 'What a body has decided for itself and those below: nearest one above a unit counts, without any the ones of the programme.';
comment on column exemplar_life_rule.quiet_days is 'After so many days without news the lead is asked.';
comment on column exemplar_life_rule.grades is 'Grades of the yearly classification, best first: [{code, name, next}], next one of replicate, sustain, consolidate, stop.';

create table exemplar_grade (
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  year int not null check (year between 1990 and 2100),
  version int not null default 1,
  proposed text not null,
  proposed_name text not null,
  proposed_next text not null check (proposed_next in ('replicate', 'sustain', 'consolidate', 'stop')),
  proposed_reason text not null default '',
  proposed_at_unit int not null references unit (id),
  proposed_by uuid not null references person (id),
  proposed_at timestamptz not null,
  grade text,
  grade_name text,
  next_step text check (next_step in ('replicate', 'sustain', 'consolidate', 'stop')),
  note text not null default '',
  decided_at_unit int references unit (id),
  decided_by uuid references person (id),
  decided_on date,
  primary key (exemplar_id, year),
  check (num_nonnulls(grade, grade_name, next_step, decided_at_unit, decided_by, decided_on) in (0, 6)),
  check (decided_by <> proposed_by)
);
comment on table exemplar_grade is 'Classification of an exemplar in a year: proposed by the lead, decided by the superior of its line or the body of its round.';
comment on column exemplar_grade.grade is 'Null until it is decided. Code and name as they stood on the day: a later list of grades changes nothing here.';
create index exemplar_grade_waiting on exemplar_grade (year) where grade is null;
