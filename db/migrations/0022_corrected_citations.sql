-- What was corrected in a cited document or in an event is remembered too.

alter table document_correction drop constraint document_correction_aspect_check;
alter table document_correction add constraint document_correction_aspect_check
  check (aspect in ('body', 'lead', 'due', 'header', 'opening', 'heading', 'citation', 'event'));
comment on column document_correction.aspect is 'body: an expression means other ones; lead: who leads under a heading that names nobody; due: a deadline''s wording; header: a field; opening: items beginning so are none; heading: nothing under it is an item of this kind; citation: what is right about a cited document; event: what kind of event begins so.';
