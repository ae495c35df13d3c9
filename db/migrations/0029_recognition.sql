-- Recognition by level: who may recognise what, decisions with their lists, certificates that can be verified, blanks of awards.

create table exemplar_recognition_rule (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  unit_id int references unit (id),
  level text not null check (level in ('commune', 'district', 'province', 'centre')),
  body_kinds text[] not null check (cardinality(body_kinds) > 0),
  exemplar_kinds text[] not null check (cardinality(exemplar_kinds) > 0),
  least_step smallint not null default 3 check (least_step between 1 and 4),
  needs_lower boolean not null default false,
  needs_appraisal boolean not null default false,
  from_on date,
  until_on date,
  basis text not null default '',
  changed_at timestamptz not null default now(),
  check (until_on >= from_on)
);
comment on table exemplar_recognition_rule is 'Who may recognise what: bodies of these kinds, at this level, exemplars of these kinds, from and until a day.';
comment on column exemplar_recognition_rule.unit_id is 'The body that set it, for itself and those below it: its rules of a level take the place of those set above. Null: there from the beginning.';
comment on column exemplar_recognition_rule.needs_lower is 'Recognised one level below first, unless the lead itself stands at this level.';
comment on column exemplar_recognition_rule.needs_appraisal is 'An appraisal that ended well is asked for. Without it results are shown and nothing hangs on them.';
comment on column exemplar_recognition_rule.basis is 'The document that says so, as it is cited.';
create index exemplar_recognition_rule_unit on exemplar_recognition_rule (level, unit_id);

insert into exemplar_recognition_rule (level, body_kinds, exemplar_kinds, needs_lower, from_on, until_on)
select level, body_kinds::text[], array['model', 'works', 'person', 'group', 'self-government', 'friendly-government', 'creative-activity'],
       needs_lower, from_on::date, until_on::date
  from (values
    ('commune', '{front,party-committee,peoples-committee,steering-committee,board}', false, null, null),
    ('district', '{front,party-committee,peoples-committee,steering-committee,board}', false, null, '2025-06-30'),
    ('province', '{front,party-committee,peoples-committee,steering-committee,board}', true, null, null),
    ('centre', '{front,party-committee,steering-committee,board}', true, null, null)
  ) given (level, body_kinds, needs_lower, from_on, until_on);

create table decision_number (
  unit_id int not null references unit (id),
  symbol text not null,
  series text not null,
  number text not null check (number <> ''),
  thing_kind text not null,
  thing_id uuid not null,
  primary key (unit_id, symbol, series, number)
);
comment on table decision_number is 'Numbers of decisions that a body has given, whatever they decide: each once in its series.';
comment on column decision_number.number is 'As printed before the symbol: "05"; offices also write "05a".';
comment on column decision_number.series is 'The year; of the Party the term of the committee.';

create table exemplar_decision (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  body_id int not null references unit (id),
  level text not null check (level in ('commune', 'district', 'province', 'centre')),
  year int not null check (year between 1990 and 2100),
  title text not null check (title <> ''),
  state text not null default 'draft' check (state in ('draft', 'signed', 'cancelled')),
  header jsonb not null check (jsonb_typeof(header) = 'object'),
  presented_at timestamptz,
  number text,
  decided_on date,
  signer_name text,
  signer_post text,
  signed_how text check (signed_how in ('here', 'on-paper')),
  signed_by uuid references person (id),
  signed_at timestamptz,
  frozen jsonb,
  docx_hash text check (docx_hash ~ '^[0-9a-f]{64}$'),
  scan_hash text check (scan_hash ~ '^[0-9a-f]{64}$'),
  scan_name text,
  scan_type text,
  cancel_reason text,
  created_by uuid not null references person (id),
  created_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'signed') = (number is not null) and (state = 'signed') = (decided_on is not null) and (state = 'signed') = (signer_name is not null)
    and (state = 'signed') = (signed_how is not null) and (state = 'signed') = (signed_at is not null) and (state = 'signed') = (frozen is not null)),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check (presented_at is null or state <> 'cancelled'),
  check (signed_how is distinct from 'on-paper' or scan_hash is not null),
  check (signed_how is distinct from 'here' or docx_hash is not null)
);
comment on table exemplar_decision is 'A decision that recognises exemplars. What was signed does not change; a recognition that was wrong is revoked by itself.';
comment on column exemplar_decision.level is 'Of the body; district only for decisions of the time before 01/7/2025.';
comment on column exemplar_decision.header is 'DecisionHeader of exemplars/recognition/shapes.ts: letterhead, bases, articles, recipients, signature.';
comment on column exemplar_decision.presented_at is 'Since when it lies before whoever signs; nobody edits it meanwhile.';
comment on column exemplar_decision.number is 'As printed: "05/QĐ-MTTQ-BTT".';
comment on column exemplar_decision.frozen is 'What was signed: header and list with the words as printed.';
comment on column exemplar_decision.signed_how is 'on-paper: the scan of the decision signed by hand is the approval.';
create index exemplar_decision_body on exemplar_decision (body_id, year desc);
create index exemplar_decision_newest on exemplar_decision (decided_on desc, id desc) where state = 'signed';

create table exemplar_decision_item (
  decision_id uuid not null references exemplar_decision (id) on delete cascade,
  exemplar_id uuid not null references exemplar (id),
  position int not null,
  printed_as text not null check (printed_as <> ''),
  deed text,
  consent_on date,
  consent_how text,
  primary key (decision_id, exemplar_id),
  check ((consent_on is null) = (consent_how is null))
);
comment on table exemplar_decision_item is 'The list of a decision.';
comment on column exemplar_decision_item.printed_as is 'The name as the decision prints it; of an exemplary person with the name of the person. Nothing else about a person is kept.';
comment on column exemplar_decision_item.deed is 'Of an exemplary person: the deed without the name, which stands in public as long as no consent is recorded.';
create index exemplar_decision_item_of on exemplar_decision_item (exemplar_id);

create table exemplar_recognition (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  exemplar_id uuid not null references exemplar (id),
  decision_id uuid not null references exemplar_decision (id),
  level text not null check (level in ('commune', 'district', 'province', 'centre')),
  year int not null,
  recognised_on date not null,
  kind text not null,
  field text,
  printed_as text not null,
  unit_name text not null,
  area_name text,
  deed text,
  consent_on date,
  consent_how text,
  certificate_code text not null unique check (certificate_code ~ '^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$'),
  revoked_on date,
  revoked_reason text,
  revoked_number text,
  revoked_by uuid references person (id),
  revoked_by_name text,
  unique (decision_id, exemplar_id),
  check ((consent_on is null) = (consent_how is null)),
  check (num_nonnulls(revoked_on, revoked_reason, revoked_by, revoked_by_name) in (0, 4)),
  check (revoked_number is null or revoked_on is not null)
);
comment on table exemplar_recognition is 'One exemplar, recognised at one level by one signed decision. Revoking keeps the row.';
comment on column exemplar_recognition.printed_as is 'Name, unit and field as they were when it was recognised.';
comment on column exemplar_recognition.certificate_code is '75 random bits in Crockford''s base 32, printed on the certificate; opens /xac-minh/{code}.';
comment on column exemplar_recognition.revoked_reason is 'For those who work here; the public learns only that it was revoked and when.';
create unique index exemplar_recognition_once on exemplar_recognition (exemplar_id, level, year) where revoked_on is null;
create index exemplar_recognition_newest on exemplar_recognition (recognised_on desc);
create index exemplar_recognition_year on exemplar_recognition (year, level) where revoked_on is null;

create table print_blank (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  unit_id int not null references unit (id),
  name text not null check (name <> ''),
  width numeric(6, 1) not null check (width between 50 and 1000),
  height numeric(6, 1) not null check (height between 50 and 1000),
  fields jsonb not null check (jsonb_typeof(fields) = 'array'),
  changed_at timestamptz not null default now(),
  unique (unit_id, name)
);
comment on table print_blank is 'A prescribed blank (bằng khen, giấy khen) of a body: where each field is printed on it. Millimetres from the top left corner.';
comment on column print_blank.fields is '[{key, x, y, width, size, align, bold, italic, upper}]: y is the top of the first line, size in points.';

-- What anybody who holds a certificate may know. An exemplary person is named only with consent; why it was revoked is not told.
create view portal_certificate with (security_barrier) as
select r.certificate_code as code, r.exemplar_id,
       case when r.kind = 'person' and r.consent_on is null then coalesce(nullif(r.deed, ''), 'Điển hình cá nhân “Dân vận khéo”') else r.printed_as end as title,
       r.kind, r.field, r.unit_name, r.area_name, r.level, r.year, d.header ->> 'called' as issuer, d.number as decision_number, d.decided_on,
       case when r.revoked_on is null then 'valid' else 'revoked' end as state, r.revoked_on
  from exemplar_recognition r join exemplar_decision d on d.id = r.decision_id
 where d.state = 'signed';
comment on view portal_certificate is 'Certificates by their code, as /xac-minh/{code} shows them.';
grant select on portal_certificate to kheo_portal;
