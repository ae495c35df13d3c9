-- What the register of exemplars counts by itself: measures for the catalogue, kept boards.

create index exemplar_event_ended on exemplar_event (exemplar_id, on_date desc) where kind in ('stopped', 'resumed') and struck_at is null;

create table exemplar_board (
  province_id int not null references unit (id) on delete cascade,
  year int not null,
  ver int not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  counted_at timestamptz not null,
  primary key (province_id, year)
);
comment on table exemplar_board is 'A province''s board of a year as it was last counted, by commune, field and kind. Right when it was counted in today''s tree and nothing of the province is in exemplar_touched; otherwise it is counted anew.';

create table exemplar_touched (
  id bigint generated always as identity primary key,
  lead_id int not null
);
comment on table exemplar_touched is 'Leads whose exemplars changed since their province''s boards were counted. Written in the transaction of the change; whoever counts takes out what it has seen.';

create function exemplar_touch() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into exemplar_touched (lead_id) select distinct lead_id from after_rows where state <> 'draft';
  else
    insert into exemplar_touched (lead_id)
    select distinct lead_id from (
      select lead_id from before_rows where state <> 'draft' union all select lead_id from after_rows where state <> 'draft'
    ) touched;
  end if;
  return null;
end $$;
comment on function exemplar_touch() is 'Statement level: an import of 2,000 rows touches each lead once.';

create trigger exemplar_inserted after insert on exemplar referencing new table as after_rows for each statement execute function exemplar_touch();
create trigger exemplar_updated after update on exemplar
  referencing old table as before_rows new table as after_rows for each statement execute function exemplar_touch();

-- The catalogue's figures on models need nobody to type them. What an office has linked itself stays.
update indicator set measures = linked.measures::jsonb
from (values
  (1, '[{"member": "economy", "part": "value", "names": ["exemplar/new/field.economy"]}, {"member": "culture-society", "part": "value", "names": ["exemplar/new/field.culture-society"]}, {"member": "defence-security", "part": "value", "names": ["exemplar/new/field.defence-security"]}, {"member": "political-system", "part": "value", "names": ["exemplar/new/field.political-system"]}]'),
  (2, '[{"member": "economy", "part": "value", "names": ["exemplar/running/field.economy"]}, {"member": "culture-society", "part": "value", "names": ["exemplar/running/field.culture-society"]}, {"member": "defence-security", "part": "value", "names": ["exemplar/running/field.defence-security"]}, {"member": "political-system", "part": "value", "names": ["exemplar/running/field.political-system"]}]'),
  (3, '[{"member": "commune", "part": "value", "names": ["exemplar/recognised/level.commune"]}, {"member": "province", "part": "value", "names": ["exemplar/recognised/level.province"]}, {"member": "central", "part": "value", "names": ["exemplar/recognised/level.centre"]}]'),
  (4, '[{"member": "", "part": "value", "names": ["exemplar/replicated/count"]}]'),
  (5, '[{"member": "", "part": "value", "names": ["exemplar/stopped/count"]}]'),
  (6, '[{"member": "economy", "part": "value", "names": ["exemplar/persons/field.economy"]}, {"member": "culture-society", "part": "value", "names": ["exemplar/persons/field.culture-society"]}, {"member": "defence-security", "part": "value", "names": ["exemplar/persons/field.defence-security"]}, {"member": "political-system", "part": "value", "names": ["exemplar/persons/field.political-system"]}]'),
  (10, '[{"member": "", "part": "value", "names": ["exemplar/running/kind.friendly-government"]}]'),
  (11, '[{"member": "", "part": "value", "names": ["exemplar/running/kind.self-government"]}]'),
  (12, '[{"member": "", "part": "numerator", "names": ["exemplar/inspected/count"]}, {"member": "", "part": "denominator", "names": ["exemplar/running/count"]}]')
) linked (catalogue_no, measures)
where indicator.catalogue_no = linked.catalogue_no and indicator.measures = '[]'::jsonb;
