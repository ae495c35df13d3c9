-- Whoever registered is told that it was accepted, as they are told what came back.
alter table notice_line drop constraint notice_line_thing_kind_check,
  add constraint notice_line_thing_kind_check check (thing_kind in ('work', 'round', 'exemplar-round', 'recognition', 'award', 'returned', 'accepted'));
comment on column notice_line.thing_id is
  'An item of work, a round of a form or of registration for the unit; of news the decision, the registration that came back last, or the first of those accepted on a day.';
comment on column notice_line.stage is
  'Days from the last day on which it is kept: -7, -3, -1, 0, 1, 3, 7, 14 …; -1000: it has just begun; of news 0, the version that came back, or the day of acceptance counted from 1970.';
create index exemplar_accepted on exemplar (accepted_on) where state = 'accepted';
