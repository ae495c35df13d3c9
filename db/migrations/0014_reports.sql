-- Reports, letters, submissions and notices: written with live figures, frozen when they are signed.

create table report (
  id uuid primary key default uuidv7(),
  unit_id int not null references unit (id),
  kind text not null check (kind in ('report', 'letter', 'submission-letter', 'notice')),
  state text not null default 'draft' check (state in ('draft', 'ready', 'signed', 'numbered', 'sent')),
  calendar text check (calendar in ('civil', 'cut-off-15')),
  period text,
  period_from date,
  period_to date check (period_to >= period_from),
  round_id uuid,
  figures_from text not null check (figures_from in ('own', 'units')),
  header jsonb not null,
  subject text not null check (subject <> ''),
  prepared_by uuid not null references person (id),
  prepared_by_name text not null,
  corrects_id uuid references report (id),
  correction text check (correction in ('correction', 'replacement')),
  correction_reason text check (correction_reason <> ''),
  receiver_id int references unit (id),
  frozen jsonb,
  frozen_hash text check (frozen_hash ~ '^[0-9a-f]{64}$'),
  docx_hash text check (docx_hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz,
  signed_by uuid references person (id),
  signed_by_name text,
  signed_how text check (signed_how in ('here', 'on-paper')),
  number text,
  symbol text,
  series text,
  issue_date date,
  numbered_by_name text,
  numbered_at timestamptz,
  scan_hash text check (scan_hash ~ '^[0-9a-f]{64}$'),
  scan_name text,
  scan_type text,
  scan_size int,
  scan_at timestamptz,
  sent_at timestamptz,
  sent_by_name text,
  sent_to text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search text not null generated always as (vi_fold(coalesce(header ->> 'type', 'Công văn') || ' ' || subject || ' ' || coalesce(number || symbol, ''))) stored,
  check ((corrects_id is null) = (correction is null) and (corrects_id is null) = (correction_reason is null)),
  check (corrects_id <> id),
  check ((period is null) = (period_from is null) and (period is null) = (period_to is null) and (period is null) = (calendar is null)),
  check ((state in ('draft', 'ready')) = (frozen is null)),
  check ((frozen is null) = (frozen_hash is null) and (frozen is null) = (docx_hash is null) and (frozen is null) = (signed_at is null)
    and (frozen is null) = (signed_how is null) and (frozen is null) = (signed_by_name is null)),
  check ((state in ('numbered', 'sent')) = (number is not null)),
  check ((number is null) = (series is null) and (number is null) = (symbol is null) and (number is null) = (issue_date is null)),
  check ((state = 'sent') = (sent_at is not null)),
  check (signed_how is distinct from 'on-paper' or scan_hash is not null)
);
comment on table report is 'An official document that a unit writes here: báo cáo, công văn, tờ trình, thông báo. Never edited after it is signed: a correction is another report.';
comment on column report.period is 'Code of kernel/time (2026-Q3) in its calendar; null for a letter about no period.';
comment on column report.round_id is 'The round whose form is its outline and whose submissions it adds up.';
comment on column report.receiver_id is 'The unit whose round asks for it: reads it once it is signed.';
comment on column report.header is 'ReportHeader of reports/shapes.ts: letterhead, addressees, recipients, signature.';
comment on column report.corrects_id is 'The signed report that this one corrects or takes the place of; that one stays readable.';
comment on column report.frozen is 'What was signed: rendered blocks, figures, version of the tree, instant. Exactly what frozen_hash is taken over, as canonical JSON.';
comment on column report.docx_hash is 'The .docx made from the frozen copy: at signing, and again with number and date when the clerk gives them.';
comment on column report.signed_how is 'on-paper: the uploaded scan of the paper signed by hand is the approval.';
comment on column report.number is 'As printed before the symbol: "05". Free text, since offices also write "05a".';
comment on column report.symbol is 'What follows the number, with the mark between them: "/BC-MTTQ-BTT", "-BC/ĐU".';
comment on column report.series is 'The year; of the Party the term of the committee. A number is given once in it.';
create index report_unit on report (unit_id, state);
create index report_corrects on report (corrects_id) where corrects_id is not null;
create index report_receiver on report (receiver_id) where receiver_id is not null;
create index report_round on report (round_id) where round_id is not null;
create index report_search on report using gin (search gin_trgm_ops);
create unique index report_number on report (unit_id, symbol, series, number) where number is not null;

create table report_block (
  report_id uuid not null references report (id) on delete cascade,
  id text not null check (id ~ '^[a-z0-9-]{1,40}$'),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  primary key (report_id, id)
);
comment on table report_block is 'Blocks of a report in their order. Each has its own version, so that two people may write in two blocks at once.';
comment on column report_block.content is 'BlockContent of reports/blocks.ts; figures stand in it as tokens, never as numbers.';

create table report_template (
  id uuid primary key default uuidv7(),
  unit_id int not null references unit (id),
  title text not null check (title <> ''),
  kind text not null check (kind in ('report', 'letter', 'submission-letter', 'notice')),
  form text check (form in ('state', 'party', 'front')),
  periods text[] not null default '{}',
  subject text not null check (subject <> ''),
  blocks jsonb not null,
  version int not null default 1,
  updated_at timestamptz not null default now()
);
comment on table report_template is 'A unit''s own outlines. The built-in ones are in the code, and copied here when a unit makes one its own.';
create index report_template_unit on report_template (unit_id);
