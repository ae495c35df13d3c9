-- The register of documents, the text that was read out of each file, and the review of what it asks for.

create table document (
  id uuid primary key default uuidv7(),
  unit_id int not null references unit (id),
  state text not null check (state in ('compiling', 'failed', 'review', 'reviewed')),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  file_size int not null check (file_size > 0),
  file_type text not null,
  internal boolean not null,
  audience text not null default 'unit' check (audience in ('unit', 'installation')),
  doc_type text,
  number text,
  number_key text,
  printed_date text check (printed_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  place text,
  issuer text,
  subject text,
  issuer_unit_id int references unit (id),
  failure jsonb,
  compiler text,
  uploaded_by uuid not null references person (id),
  uploaded_at timestamptz not null,
  reviewed_by uuid references person (id),
  reviewed_at timestamptz,
  version int not null default 1,
  search text not null generated always as (
    vi_fold(coalesce(number, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(issuer, '') || ' ' || coalesce(doc_type, '') || ' ' || file_name)
  ) stored,
  constraint document_once unique (unit_id, file_hash),
  constraint document_internal_stays check (not internal or audience = 'unit')
);
comment on table document is 'A document that a unit has registered from its file. Identity among documents is number and date; one file of one unit is one row.';
comment on column document.unit_id is 'The unit that keeps it: it sees drafts and internal documents, others only what is addressed or opened to them.';
comment on column document.file_hash is 'SHA-256 of the original, its address in the file store.';
comment on column document.internal is 'Marked "lưu hành nội bộ": never opened to the installation, never public.';
comment on column document.audience is 'unit: its own unit and the units in document_reader; installation: everybody who signs in here. The public never reads this table.';
comment on column document.number_key is 'Comparable form of number (numberKey in documents/domain/number.ts); null for a blank number.';
comment on column document.printed_date is 'As far as the document says it: a day, a month or a year.';
comment on column document.issuer_unit_id is 'The issuer as a unit of the tree; addressees are resolved from where it stands.';
comment on column document.failure is 'Why reading a plan out of it failed, {vi, en}; null otherwise.';
comment on column document.compiler is 'Version of the compiler whose reading the items come from.';
create index document_number on document (number_key) where number_key is not null;
create index document_search on document using gin (search gin_trgm_ops);
create index document_recent on document (uploaded_at desc);

create table document_text (
  document_id uuid primary key references document (id) on delete cascade,
  text text not null,
  tables jsonb not null,
  footnotes jsonb not null,
  notes jsonb not null,
  plan jsonb
);
comment on table document_text is 'What the file says: the text in which every line number counts, its tables, and the plan compiled from it. Apart from document, since lists never need it.';
comment on column document_text.notes is 'What the reader of the file did that a person may want to know, [{vi, en}].';
comment on column document_text.plan is 'The compiled plan as it came out (documents/compile/plan.ts); the review works on document_item.';

create table document_item (
  id uuid primary key default uuidv7(),
  document_id uuid not null references document (id) on delete cascade,
  kind text not null check (kind in ('header', 'citation', 'target', 'task', 'reporting', 'event')),
  position int not null,
  state text not null check (state in ('proposed', 'accepted', 'corrected', 'added', 'dropped')),
  line int,
  quote text,
  span jsonb,
  value jsonb not null,
  original jsonb,
  original_span jsonb,
  compiled_id text,
  confidence real,
  split_from uuid references document_item (id),
  number_key text,
  cited_date text,
  linked_to uuid references document (id),
  changed_by uuid references person (id),
  changed_at timestamptz,
  version int not null default 1,
  constraint document_item_words check ((line is null) = (span is null))
);
comment on table document_item is 'One thing that was read out of a document, or that a person added, with what was decided about it.';
comment on column document_item.value is 'As it stands now; its shape follows kind (documents/values.ts).';
comment on column document_item.original is 'As the compiler read it; null for an item that a person added.';
comment on column document_item.span is 'Where its words stand in the text: {line, start, end, endLine?}, UTF-16 offsets.';
comment on column document_item.compiled_id is 'The compiler''s own id, to find the item again when a newer compiler reads the document.';
comment on column document_item.number_key is 'Of a citation: comparable form of the cited number.';
comment on column document_item.linked_to is 'Of a citation: the registered document that a person said it means, where number and date do not settle it.';
create index document_item_document on document_item (document_id, kind, position);
create index document_item_cites on document_item (number_key) where number_key is not null;

create table document_reader (
  document_id uuid not null references document (id) on delete cascade,
  unit_id int not null references unit (id),
  since timestamptz not null,
  primary key (document_id, unit_id)
);
comment on table document_reader is 'Units that a plan issued from this document addresses: they may read what asks something of them.';
create index document_reader_unit on document_reader (unit_id);

create table document_lookalike (
  document_id uuid not null references document (id) on delete cascade,
  other_id uuid not null references document (id) on delete cascade,
  same boolean not null,
  decided_by uuid not null references person (id),
  decided_at timestamptz not null,
  primary key (document_id, other_id),
  check (document_id < other_id)
);
comment on table document_lookalike is 'What a person said about two rows that may be one document: the same one, or two. Asked once.';
