-- What units owe: one list for everything that a plan's clauses put on a desk.

create table work_item (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('task', 'target', 'report', 'plan-slot')),
  state text not null check (state in ('open', 'accepted', 'answered', 'declined', 'reported', 'returned', 'done', 'withdrawn')),
  edge text not null check (edge in ('assign', 'request', 'coordinate', 'inform')),
  title text not null,
  body text not null,
  lead_id int not null references unit (id),
  assigner_id int not null references unit (id),
  due_text text not null,
  due_date date,
  last_day date,
  period text,
  percent int check (percent between 0 and 100),
  first_reported_on date,
  reported_by uuid references person (id),
  origin_kind text not null check (origin_kind in ('plan-task', 'plan-target', 'plan-report', 'plan-child')),
  plan_id uuid not null,
  plan_item_id text not null,
  plan_version int not null,
  clause text not null,
  quote text not null,
  document_id uuid references document (id),
  line int,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  search text not null generated always as (vi_fold(title || ' ' || body)) stored
);
comment on table work_item is 'One thing that one unit owes another, from a clause of a plan.';
comment on column work_item.edge is 'giao, đề nghị, phối hợp, kính báo. Late marks exist on assign alone.';
comment on column work_item.due_text is 'The deadline as the document prints it; shown first.';
comment on column work_item.last_day is 'Last day on which it is kept ("trước ngày 10/12" gives 09/12); null when none can be computed.';
comment on column work_item.period is 'Period the duty is about (2026, 2026-Q3); null for a single duty.';
comment on column work_item.first_reported_on is 'Day of the first completion report, in Vietnam: what was reported in time and came back is not late.';
comment on column work_item.reported_by is 'Who reported completion last: never the one who confirms it.';
comment on column work_item.plan_id is 'The plan it comes from. No foreign key: plans is a later module and its rows are kept for good.';
create index work_item_lead on work_item (lead_id, last_day) where state in ('open', 'accepted', 'answered', 'returned', 'reported');
create index work_item_assigner on work_item (assigner_id, last_day) where state not in ('done', 'withdrawn');
create index work_item_plan on work_item (plan_id, plan_item_id);
create index work_item_search on work_item using gin (search gin_trgm_ops);

create table work_partner (
  work_id uuid not null references work_item (id) on delete cascade,
  unit_id int not null references unit (id),
  primary key (work_id, unit_id)
);
comment on table work_partner is 'Units that join in an item; they see it and comment.';
create index work_partner_unit on work_partner (unit_id);

create table work_entry (
  id uuid primary key default uuidv7(),
  work_id uuid not null references work_item (id) on delete cascade,
  act text not null,
  unit_id int not null references unit (id),
  person_id uuid references person (id),
  at timestamptz not null,
  text text,
  percent int,
  due_before jsonb,
  due_after jsonb
);
comment on table work_entry is 'What was said and done about an item, in order: reports, answers, returns, roll-overs, comments. Rows are never changed.';
comment on column work_entry.person_id is 'Null: the system did it.';
comment on column work_entry.due_before is 'Of a roll-over, or an answer that proposes another day: {text, date, lastDay}.';
create index work_entry_work on work_entry (work_id, at);

create table work_file (
  id uuid primary key default uuidv7(),
  entry_id uuid not null references work_entry (id) on delete cascade,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  size int not null check (size > 0),
  type text not null
);
comment on table work_file is 'Evidence given with a report: name and address in the file store.';
create index work_file_entry on work_file (entry_id);
create index work_file_hash on work_file (hash);
