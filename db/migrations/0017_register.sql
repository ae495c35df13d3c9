-- The register as a graph: which document stands on which, by number and date; proposals drawn from it; readings compared.

alter table document add column node text not null
  generated always as (coalesce(number_key || '@' || coalesce(printed_date, ''), 'id:' || id::text)) stored;
comment on column document.node is 'What it is in the citation graph: number and date together, so that copies kept by several units are one; a document without a number is itself alone.';
create index document_node on document (node);

alter table document_item add column cites text
  generated always as (case when kind = 'citation' and state <> 'dropped' and number_key is not null then number_key || '@' || coalesce(cited_date, '') end) stored;
comment on column document_item.cites is 'Of a citation that stands: the node it names as printed. linked_to, where a person set it, goes before it.';
create index document_item_cites_node on document_item (cites) where cites is not null;
create index document_item_linked on document_item (linked_to) where linked_to is not null;
create index document_item_cited_year on document_item (left(cited_date, 4)) where cites is not null;
create index document_printed_year on document (left(printed_date, 4));

create table document_ending (
  document_id uuid not null references document (id) on delete cascade,
  node text not null,
  line int not null,
  words text not null,
  how text not null check (how in ('replaced', 'ended')),
  primary key (document_id, node)
);
comment on table document_ending is 'A document (node of the citation graph) that a registered one says it replaces or ends, with the words that say so. Written anew with every reading.';
create index document_ending_node on document_ending (node);

create table register_set_aside (
  unit_id int not null references unit (id),
  proposal text not null check (length(proposal) between 1 and 300),
  set_by uuid not null references person (id),
  set_at timestamptz not null,
  primary key (unit_id, proposal)
);
comment on table register_set_aside is 'What a unit does not want to be proposed again: a document to register, a review that falls due. Can be taken back.';

alter table document_text add column previous_plan jsonb;
alter table document_text add column previous_compiler text;
comment on column document_text.previous_plan is 'What the reading before the present one had made of the same text, to show what a newer compiler reads differently.';
