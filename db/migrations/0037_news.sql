-- News of what units waited for stands in the same list as what they owe: a decision that recognised, an award, a registration that came back.
alter table notice_line drop constraint notice_line_thing_kind_check,
  add constraint notice_line_thing_kind_check check (thing_kind in ('work', 'round', 'exemplar-round', 'recognition', 'award', 'returned'));
comment on column notice_line.thing_id is
  'An item of work, a round of a form or of registration for the unit; of news the decision, or the registration that came back last.';
comment on column notice_line.stage is
  'Days from the last day on which it is kept: -7, -3, -1, 0, 1, 3, 7, 14 …; -1000: it has just begun; of news 0, or the version that came back.';
create index exemplar_decision_signed on exemplar_decision (signed_at) where state = 'signed';
create index exemplar_returned on exemplar (updated_at) where state = 'returned';
create index award_granted on award (granted_on);
