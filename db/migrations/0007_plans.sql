-- Plans: what a reviewed document asks for, of whom and until when; edition by edition, and down the tree by child plans.

create table plan (
  id uuid primary key default uuidv7(),
  issuer_id int not null references unit (id),
  parent_id uuid references plan (id),
  created_at timestamptz not null default now(),
  check (parent_id <> id)
);
comment on table plan is 'A plan of one unit over its whole life. What it says is in plan_edition: an amendment is a new edition, never a changed row.';
comment on column plan.parent_id is 'The superior''s plan that this one carries out, clause by clause (plan_link).';
create index plan_issuer on plan (issuer_id);
create index plan_parent on plan (parent_id) where parent_id is not null;

create table plan_edition (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references plan (id),
  edition int not null check (edition >= 1),
  state text not null check (state in ('draft', 'ready', 'issued', 'amended', 'closed')),
  title text not null check (title = btrim(title) and title <> ''),
  doc_type text not null,
  number text,
  issuer_printed text,
  issue_date date,
  resolve_on date not null,
  period_from date,
  period_to date check (period_to >= period_from),
  document_id uuid references document (id),
  reason text,
  prepared_by uuid not null references person (id),
  created_at timestamptz not null default now(),
  issued_by uuid references person (id),
  issued_by_name text,
  issued_at timestamptz,
  in_force_from date,
  version int not null default 1,
  title_search text not null generated always as (vi_fold(title || ' ' || coalesce(number, ''))) stored,
  unique (plan_id, edition),
  check ((state in ('draft', 'ready')) = (issued_at is null)),
  check (state in ('draft', 'ready') or (issue_date is not null and period_from is not null and period_to is not null))
);
comment on table plan_edition is 'What a plan says in one edition. Editions in force, superseded (amended) and closed ones are never edited.';
comment on column plan_edition.resolve_on is 'Addressees are resolved in the tree as of this day; the day of issue unless an editor says otherwise.';
comment on column plan_edition.issuer_printed is 'The issuer in the document''s words, shown beside the unit that was chosen for it.';
comment on column plan_edition.reason is 'Why this edition amends the one before.';
comment on column plan_edition.in_force_from is 'Vietnamese day on which the plan''s first edition was put on desks: nothing that fell due before it is opened.';
create unique index plan_edition_preparing on plan_edition (plan_id) where state in ('draft', 'ready');
create unique index plan_edition_in_force on plan_edition (plan_id) where state in ('issued', 'closed');
create index plan_edition_title on plan_edition using gin (title_search gin_trgm_ops);
create index plan_edition_document on plan_edition (document_id);

create table plan_basis (
  edition_id uuid not null references plan_edition (id) on delete cascade,
  position int not null,
  type text,
  number text,
  date text,
  issuer text,
  title text,
  line int,
  document_id uuid references document (id),
  primary key (edition_id, position)
);
comment on table plan_basis is 'The documents that an edition rests on, as cited; linked when the register holds them.';
comment on column plan_basis.date is 'As far as printed: YYYY-MM-DD, YYYY-MM or YYYY.';

create table plan_item (
  edition_id uuid not null references plan_edition (id) on delete cascade,
  item_id uuid not null default uuidv7(),
  kind text not null check (kind in ('target', 'task', 'report')),
  position int not null,
  clause text not null,
  line int,
  quote text not null,
  text text not null check (text <> ''),
  metric text,
  comparator text check (comparator in ('>=', '>', '=', '<=', '<', 'range', 'achieve')),
  value numeric,
  value_max numeric,
  unit text,
  frequency text,
  cumulative boolean,
  receiver text,
  via text,
  next_receiver text,
  due jsonb not null,
  opens_plan boolean not null,
  split_from uuid,
  version int not null default 1,
  primary key (edition_id, item_id),
  check ((kind = 'target') = (metric is not null and comparator is not null and unit is not null and frequency is not null and cumulative is not null)),
  check ((kind = 'report') = (receiver is not null))
);
comment on table plan_item is 'A target, a task or a reporting duty of an edition.';
comment on column plan_item.item_id is 'The same from edition to edition: changes are told, and work follows, by it.';
comment on column plan_item.quote is 'The document''s own words; text is what stands on desks.';
comment on column plan_item.due is '{kind, text as printed, date, lastDay, recurrence}: see PlanDue in plans/shapes.ts.';
comment on column plan_item.split_from is 'The item whose words this one adapts for some of its units: their work goes on here, with its reports.';
comment on column plan_item.opens_plan is 'Whoever leads it owes a plan of its own.';
comment on column plan_item.cumulative is 'False: only what is new in the period counts ("không tính cộng dồn").';

create table plan_expression (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references plan_edition (id) on delete cascade,
  key text not null,
  printed text not null,
  read_as text,
  skipped text,
  recipient boolean not null default false,
  understood jsonb,
  left_out jsonb not null default '[]',
  unclear jsonb not null default '[]',
  version int not null default 1,
  unique (edition_id, key)
);
comment on table plan_expression is 'Who is meant, in the plan''s words ("MTTQ các xã"), once per edition however often it stands there.';
comment on column plan_expression.key is 'The words folded: two spellings are one expression.';
comment on column plan_expression.read_as is 'Resolved in place of the printed words, when an editor said so.';
comment on column plan_expression.skipped is 'Why no unit is meant ("mỗi cán bộ, đảng viên").';
comment on column plan_expression.recipient is 'Stands in the list of recipients (nơi nhận).';
comment on column plan_expression.understood is 'How it was understood, {vi, en}; null: it was not, an editor decides.';
comment on column plan_expression.unclear is 'Pieces that name nobody the directory knows: [{piece, why}].';
comment on column plan_expression.left_out is 'Near misses with the reason: [{unit, why}].';

create table plan_expression_unit (
  expression_id uuid not null references plan_expression (id) on delete cascade,
  unit_id int not null references unit (id),
  meant boolean not null,
  by_hand boolean not null,
  reason text,
  primary key (expression_id, unit_id),
  check (by_hand = (reason is not null)),
  check (meant or by_hand)
);
comment on table plan_expression_unit is 'The units an expression stands for. Kept, not computed: an issued plan names whom it named, also when the tree changes.';
comment on column plan_expression_unit.meant is 'False: the tree gives this unit, an editor took it out.';
create index plan_expression_unit_unit on plan_expression_unit (unit_id);

create table plan_party (
  edition_id uuid not null,
  item_id uuid not null,
  role text not null check (role in ('lead', 'partner')),
  expression_id uuid not null references plan_expression (id) on delete cascade,
  position int not null,
  primary key (edition_id, item_id, role, expression_id),
  foreign key (edition_id, item_id) references plan_item on delete cascade
);
comment on table plan_party is 'Who leads an item (or owes the report) and who joins in, by expression.';
create index plan_party_expression on plan_party (expression_id);

create table plan_edge (
  edition_id uuid not null references plan_edition (id) on delete cascade,
  unit_id int not null references unit (id),
  proposed text not null check (proposed in ('assign', 'request', 'coordinate', 'inform')),
  edge text not null check (edge in ('assign', 'request', 'coordinate', 'inform')),
  confirmed boolean not null default false,
  version int not null default 1,
  primary key (edition_id, unit_id)
);
comment on table plan_edge is 'What the issuer may ask of a unit: giao, đề nghị, phối hợp, kính báo. Proposed by the relation of the two bodies, confirmed by an editor.';

create table plan_work (
  plan_id uuid not null references plan (id),
  item_id uuid not null,
  unit_id int not null references unit (id),
  period text not null,
  work_id uuid not null unique references work_item (id),
  primary key (plan_id, item_id, unit_id, period)
);
comment on table plan_work is 'What was put on a desk for which clause and period. The key makes opening it twice impossible, whoever runs when.';
comment on column plan_work.period is '2026, 2026-Q3 …; empty for what is done once.';

create table plan_link (
  edition_id uuid not null references plan_edition (id) on delete cascade,
  parent_item_id uuid not null,
  parent_edition int not null,
  decision text not null check (decision in ('pending', 'take-over', 'adapt', 'decline')),
  child_item_id uuid,
  reason text,
  version int not null default 1,
  primary key (edition_id, parent_item_id),
  foreign key (edition_id, child_item_id) references plan_item (edition_id, item_id) on delete set null (child_item_id),
  check (decision <> 'decline' or reason is not null)
);
comment on table plan_link is 'What a child plan makes of each clause of its parent that binds the unit: taken over, adapted with an own figure, or why not.';
comment on column plan_link.parent_edition is 'The parent''s edition that was answered; an item amended since is to be looked at again.';

create table plan_adjustment (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references plan (id),
  edition int not null,
  unit_id int not null references unit (id),
  item_id uuid,
  reason text not null check (reason <> ''),
  proposed_text text,
  proposed_value numeric,
  proposed_due date,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  requested_by uuid not null references person (id),
  requested_by_name text not null,
  requested_at timestamptz not null,
  decided_by_name text,
  decided_at timestamptz,
  answer text,
  amended_in int,
  version int not null default 1,
  check ((state in ('accepted', 'declined')) = (decided_at is not null))
);
comment on table plan_adjustment is 'A unit asks the issuer to change the plan; the issuer decides with a reason, and carries an accepted request out in the edition amended_in.';
create index plan_adjustment_plan on plan_adjustment (plan_id, state);
create index plan_adjustment_unit on plan_adjustment (unit_id);
