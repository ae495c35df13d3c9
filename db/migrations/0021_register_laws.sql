-- Laws that are cited by their title alone get a place in the graph; documents read before the graph existed are marked afterwards.

alter table document add column law_key text;
comment on column document.law_key is 'Of a law or an ordinance: its canonical title, under which citations without a number find it.';
create index document_law on document (law_key) where law_key is not null;

alter table document_item add column law_key text;
comment on column document_item.law_key is 'Of a citation of a law by title alone: the canonical title. Null where a number is printed.';
create index document_item_law on document_item (law_key) where law_key is not null;

alter table document_item alter column cites set expression as (
  case when kind = 'citation' and state <> 'dropped' then
    case when number_key is not null then number_key || '@' || coalesce(cited_date, '')
         when law_key is not null then 'law:' || law_key || '@' || coalesce(cited_date, '') end
  end);
comment on column document_item.cites is 'Of a citation that stands: the node it names as printed, by number and date or, of a law without number, by title. linked_to, where a person set it, goes before it.';

alter table document_text add column marks int not null default 0;
comment on column document_text.marks is 'Which edition of the marks for the graph (what it ends, laws by title) was drawn from this reading; below the server''s, a job draws them again.';
create index document_text_marks on document_text (marks);
