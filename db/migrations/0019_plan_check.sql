-- What an office said about the questions that the check of a text raises.

create table document_check_decision (
  document_id uuid not null references document (id) on delete cascade,
  unit_id int not null references unit (id),
  finding text not null check (finding <> '' and length(finding) <= 200),
  decided_by uuid not null references person (id),
  decided_at timestamptz not null,
  primary key (document_id, unit_id, finding)
);
comment on table document_check_decision is
  'Questions of the plan check that an office looked at and set aside. Findings themselves are never stored: they are computed when somebody looks.';
comment on column document_check_decision.unit_id is 'Whose decision: another office that may read the document has its own, and sees neither these nor that they were asked.';
comment on column document_check_decision.finding is 'Key of the finding (documents/check/index.ts): rule and words, so it holds when lines move.';
