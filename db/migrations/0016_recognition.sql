-- Scans and photographs: their pages are recognised one by one in the background, and corrected beside their images.

alter table document drop constraint document_state_check;
alter table document add constraint document_state_check check (state in ('recognising', 'compiling', 'failed', 'review', 'reviewed'));

create table document_page (
  document_id uuid not null references document (id) on delete cascade,
  page int not null check (page > 0),
  state text not null default 'waiting' check (state in ('waiting', 'read', 'unread')),
  source text check (source in ('text', 'recognised')),
  image_hash text check (image_hash ~ '^[0-9a-f]{64}$'),
  image_size int,
  shape jsonb,
  lines jsonb,
  corrected jsonb,
  corrected_by uuid references person (id),
  corrected_at timestamptz,
  version int not null default 1,
  primary key (document_id, page),
  constraint document_page_read check (state <> 'read' or (source is not null and image_hash is not null and shape is not null)),
  constraint document_page_corrected check ((corrected is null) = (corrected_by is null))
);
comment on table document_page is 'The pages of a document that had to be recognised. What is read stays read over a restart: no page is recognised twice.';
comment on column document_page.state is 'waiting for its turn; read; unread: given up (too slow, too much memory), a person types it.';
comment on column document_page.source is 'text: the file itself spells the page; recognised: its words were read from its image.';
comment on column document_page.image_hash is 'SHA-256 of the page''s image (JPEG) as people see it beside the text, its address in the file store.';
comment on column document_page.shape is 'Words and rules where they stand (documents/reading/pages/page.ts), in points, with how sure each word is.';
comment on column document_page.lines is 'The page''s lines in the document''s text as they were read; null until all pages are.';
comment on column document_page.corrected is 'The lines as a person has set them right; they stand instead of lines.';

create table document_refusal (
  id uuid primary key default uuidv7(),
  unit_id int not null references unit (id),
  uploaded_by uuid not null references person (id),
  refused_at timestamptz not null,
  seen_at timestamptz
);
comment on table document_refusal is 'A scan in which a degree of secrecy was recognised after it had been taken in: all of it was erased. Tells its sender; nothing here says what it was.';
create index document_refusal_sender on document_refusal (uploaded_by) where seen_at is null;
