-- What people changed in a reading, remembered for the next document of the same issuer.

create table document_correction (
  id uuid primary key default uuidv7(),
  unit_id int not null references unit (id),
  issuer_unit_id int references unit (id),
  issuer_name text,
  aspect text not null check (aspect in ('body', 'lead', 'due', 'header', 'opening', 'heading')),
  part text not null default '',
  from_text text not null,
  from_key text not null,
  decided jsonb,
  document_id uuid not null references document (id) on delete cascade,
  item_id uuid references document_item (id) on delete set null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  silenced_by uuid references person (id),
  silenced_at timestamptz,
  constraint document_correction_issuer check ((issuer_unit_id is null) <> (issuer_name is null)),
  constraint document_correction_once unique nulls not distinct (unit_id, issuer_unit_id, issuer_name, aspect, part, from_key)
);
comment on table document_correction is 'What a person decided about words that were read wrongly. Offered, never applied by itself, when the same unit reviews another document of the same issuer; the newest decision about the same words stands.';
comment on column document_correction.unit_id is 'The unit that keeps the document, whose people see it: quoting it elsewhere would show a document that is not theirs.';
comment on column document_correction.issuer_name is 'Key of the printed issuer while it is no unit of the directory.';
comment on column document_correction.aspect is 'body: an expression means other ones; lead: who leads under a heading that names nobody; due: a deadline''s wording; header: a field; opening: items beginning so are none; heading: nothing under it is an item of this kind.';
comment on column document_correction.part is 'Kind of item (opening, heading) or field (header); empty otherwise.';
comment on column document_correction.from_key is 'Comparable form of from_text (wordsKey in documents/domain/corrections.ts).';
comment on column document_correction.decided is 'What it became, by aspect: expressions, a deadline, a text; null for what was left out.';
comment on column document_correction.item_id is 'The item it was learnt from; taken back together with it.';
comment on column document_correction.silenced_at is 'Since then it is not offered again ("không hỏi lại"); it stays in the list, where it can be taken up or removed.';
create index document_correction_document on document_correction (document_id);
