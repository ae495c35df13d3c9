-- What units send in a round: drafts in parts, what was sent and when, who approved it, and its signed document.

create table submission (
  id uuid primary key default uuidv7(),
  round_id uuid not null,
  unit_id int not null references unit (id),
  rev int not null check (rev >= 1),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'replaced')),
  steps jsonb not null default '[]',
  waiting_step text check (waiting_step in ('own', 'receiver')),
  waiting_unit int references unit (id),
  prev_id uuid references submission (id),
  reason text,
  opened_by uuid not null references person (id),
  opened_at timestamptz not null,
  submitted_by uuid references person (id),
  submitted_at timestamptz,
  first_sent_at timestamptz,
  approved_at timestamptz,
  document_number text,
  document_date date,
  document_hash text check (document_hash ~ '^[0-9a-f]{64}$'),
  document_name text,
  document_size int check (document_size > 0),
  document_type text,
  document_by uuid references person (id),
  document_at timestamptz,
  updated_at timestamptz not null,
  version int not null default 1,
  unique (round_id, unit_id, rev),
  foreign key (round_id, unit_id) references round_unit (round_id, unit_id),
  check ((prev_id is null) = (rev = 1)),
  check ((prev_id is null) = (reason is null)),
  check ((waiting_step is null) = (waiting_unit is null)),
  check (waiting_unit is null or state = 'submitted'),
  check ((submitted_by is null) = (submitted_at is null)),
  check (state not in ('submitted', 'approved') or submitted_at is not null),
  check (state <> 'approved' or approved_at is not null),
  check (num_nulls(document_number, document_date, document_hash, document_name, document_size, document_type, document_by, document_at) in (0, 8))
);
comment on table submission is 'What one unit sends in one round. A correction after approval is a new revision; what was sent stays in submission_sending.';
comment on column submission.steps is 'The form''s chain as it runs here: [{step, unitId, state: ahead|waiting|done|left-out, why, by, at}].';
comment on column submission.waiting_unit is 'Whose approval it waits for: the step of steps that is waiting, for finding.';
comment on column submission.reason is 'Of a correction: why.';
comment on column submission.first_sent_at is 'The first sending: what came in time, went back and came again is not late. A correction keeps it.';
comment on column submission.document_number is 'The signed, sealed document whose figures these are: number, date and scan.';
comment on column submission.version is 'Counts every act on the whole; parts have versions of their own, so that two bodies can type at once.';
create unique index submission_open on submission (round_id, unit_id) where state in ('draft', 'returned');
create index submission_unit on submission (unit_id);
create index submission_waiting on submission (waiting_unit, round_id) where waiting_unit is not null;
create index submission_document on submission (document_hash) where document_hash is not null;

create table submission_part (
  submission_id uuid not null references submission (id) on delete cascade,
  section_id text not null,
  unit_id int not null references unit (id),
  answers jsonb not null default '{}',
  narrative text,
  saved_by uuid references person (id),
  saved_at timestamptz,
  done_by uuid references person (id),
  done_at timestamptz,
  version int not null default 1,
  primary key (submission_id, section_id, unit_id),
  check ((saved_by is null) = (saved_at is null)),
  check ((done_by is null) = (done_at is null))
);
comment on table submission_part is 'One section of a submission as one unit fills it: the sender, or another organisation of its area.';
comment on column submission_part.answers is '{cell: {value, numerator, denominator, said, reason}}: what a person typed. Computed figures are not kept here, they follow the records until sending.';
comment on column submission_part.done_at is 'The organisation has handed its section to the sender.';
create index submission_part_unit on submission_part (unit_id);

create table submission_sending (
  submission_id uuid not null references submission (id),
  n int not null check (n >= 1),
  idem_key uuid not null unique,
  payload_hash text not null check (payload_hash ~ '^[0-9a-f]{64}$'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  sent_by uuid not null references person (id),
  sent_at timestamptz not null,
  late boolean not null,
  content jsonb not null,
  primary key (submission_id, n)
);
comment on table submission_sending is 'Every sending as it was, for ever; the key makes it happen once however often it is asked for.';
comment on column submission_sending.payload_hash is 'Of what the client asked: the same key with another payload is refused.';
comment on column submission_sending.content_hash is 'Of content: what the receipt shows.';
comment on column submission_sending.content is '{parts: [{sectionId, unitId, answers, narrative}], merged: {cell: figure}, asked: [cell], oddities}: with computed figures as they stood.';
revoke update, delete on submission_sending from kheo_app;

create table submission_entry (
  id uuid primary key default uuidv7(),
  submission_id uuid not null references submission (id) on delete cascade,
  act text not null check (act in ('submit', 'takeBack', 'approve', 'leave-out', 'return', 'correct', 'attachDocument', 'done', 'reopen')),
  step text check (step in ('own', 'receiver')),
  unit_id int not null references unit (id),
  person_id uuid references person (id),
  at timestamptz not null,
  text text,
  cells jsonb not null default '[]'
);
comment on table submission_entry is 'What happened to a submission, in order. Rows are never changed.';
comment on column submission_entry.person_id is 'Null: nobody; a step that was left out.';
comment on column submission_entry.cells is 'Of a return: [{key, reason}].';
create index submission_entry_submission on submission_entry (submission_id, at, id);
