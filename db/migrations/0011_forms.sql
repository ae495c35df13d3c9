-- Forms that ask units for figures and words, and their rounds: one per period, with a day for each unit.

create table form (
  id uuid primary key default uuidv7(),
  owner_id int not null references unit (id),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  origin text not null check (origin in ('dictionary', 'plan', 'outline', 'copy')),
  plan_id uuid,
  document_id uuid references document (id),
  calendar text not null check (calendar in ('civil', 'cut-off-15')),
  period_kind text not null check (period_kind in ('week', 'month', 'quarter', 'half', 'nine-month', 'year', 'ad-hoc')),
  ad_hoc_from date,
  ad_hoc_to date check (ad_hoc_to >= ad_hoc_from),
  in_force_from date,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  closed_reason text,
  version int not null default 1,
  check ((period_kind = 'ad-hoc') = (ad_hoc_from is not null and ad_hoc_to is not null)),
  check ((state = 'draft') = (in_force_from is null)),
  check ((state = 'closed') = (closed_reason is not null))
);
comment on table form is 'A form over its whole life. What it asks is in form_version: a change is a new version, and rounds that are open keep theirs.';
comment on column form.plan_id is 'The plan that it was made from; plans come after indicators, so the database does not check it.';
comment on column form.in_force_from is 'Vietnamese day of the first publishing: no round is opened that was due before it.';
comment on column form.version is 'Counts every edit of the form and its versions, for optimistic concurrency.';
create index form_owner on form (owner_id);
create index form_plan on form (plan_id) where plan_id is not null;
create index form_document on form (document_id) where document_id is not null;
create index form_open on form (state) where state = 'open';

create table form_version (
  form_id uuid not null references form (id) on delete cascade,
  n int not null check (n >= 1),
  title text not null check (title = btrim(title) and title <> ''),
  basis text not null,
  receiver_text text not null,
  addressees text[] not null,
  due jsonb not null,
  counts_on_time text not null check (counts_on_time in ('figures', 'document')),
  chain jsonb not null,
  minutes int check (minutes > 0),
  content jsonb not null,
  prepared_by uuid not null references person (id),
  prepared_at timestamptz not null,
  published_by uuid references person (id),
  published_at timestamptz,
  title_search text not null generated always as (vi_fold(title || ' ' || basis)) stored,
  primary key (form_id, n),
  check ((published_by is null) = (published_at is null)),
  check (published_at is null or basis <> '')
);
comment on table form_version is 'What a form asks and of whom. A published version is never edited.';
comment on column form_version.addressees is 'Expressions as a document prints them ("MTTQ các xã, phường"), resolved when it is published and whenever a round opens.';
comment on column form_version.due is '{text, rule, levels: [{level, text, rule}], cutOff}: see FormDue in contract/forms.ts.';
comment on column form_version.counts_on_time is 'Whether the instant of sending figures or the day of the signed document is compared with the last day.';
comment on column form_version.chain is 'Who looks at sent figures, in order: [{step: own|receiver}].';
comment on column form_version.minutes is 'What filling it costs; null: estimated from the content.';
comment on column form_version.content is '{sections: [{id, number, heading, fills, scope, narrative, guidance, rows}]}: see FormContent in contract/forms.ts.';
create unique index form_version_preparing on form_version (form_id) where published_at is null;
create index form_version_title on form_version using gin (title_search gin_trgm_ops);

create table form_unit (
  form_id uuid not null references form (id) on delete cascade,
  unit_id int not null references unit (id),
  edge text not null check (edge in ('assign', 'request', 'coordinate', 'inform')),
  meant boolean not null,
  by_hand boolean not null,
  reason text,
  primary key (form_id, unit_id),
  check (by_hand = (reason is not null)),
  check (meant or by_hand)
);
comment on table form_unit is 'The units that the form asks now: those its expressions named when it was last resolved, and what an editor put in or took out.';
create index form_unit_unit on form_unit (unit_id);

create table round (
  id uuid primary key default uuidv7(),
  form_id uuid not null references form (id),
  n int not null,
  calendar text not null check (calendar in ('civil', 'cut-off-15')),
  period_kind text not null,
  period text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  cut_off date not null,
  due_text text not null,
  last_day date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_at timestamptz not null,
  opened_by uuid references person (id),
  figures_fixed_at timestamptz,
  version int not null default 1,
  unique (form_id, calendar, period),
  foreign key (form_id, n) references form_version (form_id, n)
);
comment on table round is 'A form asked for one period. The key makes opening it twice impossible, whoever runs when.';
comment on column round.period is '2026-Q3 and the like (kernel/time/period.ts); figures are stored under calendar and period.';
comment on column round.cut_off is 'Until which day figures are taken.';
comment on column round.last_day is 'Last day for sending; units may have another (round_unit).';
comment on column round.opened_by is 'Null: the daily job.';
comment on column round.figures_fixed_at is 'The last time when the figures were fixed for the consolidated report ("chốt số liệu lúc …").';
create index round_state on round (state, last_day);

create table round_unit (
  round_id uuid not null references round (id) on delete cascade,
  unit_id int not null references unit (id),
  edge text not null check (edge in ('assign', 'request', 'coordinate')),
  due_text text not null,
  last_day date not null,
  extended_from date,
  extended_reason text,
  excused_reason text,
  excused_at timestamptz,
  version int not null default 1,
  primary key (round_id, unit_id),
  check ((extended_from is null) = (extended_reason is null)),
  check ((excused_reason is null) = (excused_at is null))
);
comment on table round_unit is 'What one unit owes in a round, and until when.';
comment on column round_unit.edge is 'giao, đề nghị or phối hợp, as of the day it was opened: late marks and chasing are for assign alone.';
comment on column round_unit.extended_from is 'The last day before it was first extended.';
create index round_unit_unit on round_unit (unit_id, last_day);

create table round_fixing (
  id uuid primary key default uuidv7(),
  round_id uuid not null references round (id) on delete cascade,
  at timestamptz not null,
  by uuid not null references person (id),
  figures jsonb not null
);
comment on table round_fixing is 'Each time figures were fixed: what stood in every unit''s cells and in the totals at that instant. Never changed.';
comment on column round_fixing.figures is '{units: {unit: {cell: value}}, totals: {cell: value}}: decimal strings, a cell left empty is null.';
create index round_fixing_round on round_fixing (round_id, at desc);
