-- What is public, decided item by item; stories for the bulletin and the press; the views that are all the public can read.

create table story (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  unit_id int not null references unit (id),
  exemplar_id uuid not null references exemplar (id),
  month date not null check (extract(day from month) = 1),
  state text not null default 'draft' check (state in ('draft', 'ready', 'dropped')),
  title text not null check (title <> ''),
  lead text not null default '',
  body text not null default '',
  pictures uuid[] not null default '{}',
  outlets text[] not null default '{}' check (outlets <@ array['bulletin', 'press', 'radio', 'web']),
  written_by uuid not null references person (id),
  written_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table story is 'A story about an exemplar, written by an editor for the bulletin, the press, the radio or this site.';
comment on column story.unit_id is 'The body whose calendar it stands in.';
comment on column story.month is 'The month that it is meant for, by its first day.';
comment on column story.pictures is 'Pictures of the exemplar in their order. Only those that may be public leave the system, also in the .docx.';
create index story_calendar on story (unit_id, month);
create index story_exemplar on story (exemplar_id);

create table publication (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  kind text not null check (kind in ('plan', 'exemplar', 'recognition', 'award', 'story', 'statistics')),
  thing_id text not null,
  exemplar_id uuid references exemplar (id),
  plan_id uuid references plan (id),
  story_id uuid references story (id),
  decision_id uuid references exemplar_decision (id),
  award_decision_id uuid references award_decision (id),
  unit_id int not null references unit (id),
  unit_name text not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  shown jsonb not null check (jsonb_typeof(shown) = 'object'),
  choice jsonb not null default '{}' check (jsonb_typeof(choice) = 'object'),
  print text not null,
  field text,
  subkind text,
  area_id int references unit (id),
  area_name text,
  year int,
  themes text[] not null default '{}',
  consent_on date,
  consent_how text check (consent_how in ('paper', 'minutes')),
  opened_by uuid not null references person (id),
  opened_by_name text not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  reason text not null,
  closed_by uuid references person (id),
  closed_by_name text,
  closed_at timestamptz,
  closed_reason text,
  search text not null generated always as (
    vi_fold(title || ' ' || coalesce(area_name, '') || ' ' || unit_name || ' ' || coalesce(shown ->> 'words', ''))
  ) stored,
  unique (kind, thing_id),
  check ((kind = 'exemplar') = (exemplar_id is not null)),
  check ((kind = 'plan') = (plan_id is not null)),
  check ((kind = 'story') = (story_id is not null)),
  check ((kind = 'recognition') = (decision_id is not null)),
  check ((kind = 'award') = (award_decision_id is not null)),
  check (num_nonnulls(closed_by, closed_by_name, closed_at, closed_reason) in (0, 4)),
  constraint publication_consent check (subkind is distinct from 'person' or kind <> 'exemplar' or consent_on is not null),
  check ((consent_on is null) = (consent_how is null))
);
comment on table publication is 'One item that a named editor opened to the public: when, why, and exactly what is shown. Without a row here nothing is public.';
comment on column publication.thing_id is 'Id of the plan, exemplar, story or decision; of statistics "<unit>-<year>".';
comment on column publication.unit_id is 'The unit whose thing it is: editors of this unit and above may close it.';
comment on column publication.shown is 'What the public page says, as it was previewed: later changes of the thing show only when an editor opens it again. "words" feeds the search.';
comment on column publication.choice is 'What the editor left out or picked, so that opening again starts from it.';
comment on column publication.print is 'Digest of what the preview held, to tell that the thing has changed since.';
comment on column publication.field is 'field, subkind, area, year and themes: what the gallery filters by.';
comment on column publication.consent_on is 'Of an exemplary person: the day on which their consent to be named was recorded, and how it was given.';
comment on column publication.closed_at is 'Taken back: from then on no public page, feed, export or picture holds it.';
create index publication_newest on publication (kind, changed_at desc, id desc) where closed_at is null;
create index publication_unit on publication (unit_id);
create index publication_exemplar on publication (exemplar_id) where exemplar_id is not null;
create index publication_plan on publication (plan_id) where plan_id is not null;
create index publication_decision on publication (decision_id) where decision_id is not null;
create index publication_award_decision on publication (award_decision_id) where award_decision_id is not null;
create index publication_story on publication (story_id) where story_id is not null;

create table publication_edition (
  publication_id uuid not null references publication (id) on delete cascade,
  edition int not null,
  shown jsonb not null,
  opened_by uuid not null references person (id),
  opened_by_name text not null,
  opened_at timestamptz not null,
  reason text not null,
  primary key (publication_id, edition)
);
comment on table publication_edition is 'Each time it was opened: what was published stays on record, and a restatement can be checked against what was withheld before.';

-- The published views. Each filters by publication and by what must hold at this moment, so that a withdrawal inside works at once.

create view portal_site with (security_barrier) as
select (select e.name from unit_edge e where e.parent_id is null and e.valid @> current_date order by e.unit_id limit 1) as name,
       exists (select from person) as ready;
comment on view portal_site is 'Name of the installation''s root and whether it is set up.';
grant select on portal_site to kheo_portal;

create view portal_item with (security_barrier) as
select p.id, p.kind, p.slug, p.title, p.shown, p.unit_name, p.field, p.subkind, p.area_id, p.area_name, p.year, p.themes, p.opened_at, p.changed_at, p.search,
       case p.kind when 'exemplar' then p.exemplar_id when 'story' then (select s.exemplar_id from story s where s.id = p.story_id) end as about_exemplar
  from publication p
 where p.closed_at is null
   and case p.kind
         when 'exemplar' then exists (select from exemplar e where e.id = p.exemplar_id and e.state in ('accepted', 'stopped'))
         when 'plan' then
           exists (select from plan_edition pe where pe.plan_id = p.plan_id and pe.state in ('issued', 'closed'))
           and not exists (select from plan_edition pe join document d on d.id = pe.document_id where pe.plan_id = p.plan_id and d.internal)
           and not exists (select from plan pl join unit u on u.id = pl.issuer_id where pl.id = p.plan_id and u.kind = 'party-committee')
         when 'story' then
           exists (select from story s join publication about on about.exemplar_id = s.exemplar_id and about.closed_at is null
                     join exemplar e on e.id = s.exemplar_id and e.state in ('accepted', 'stopped')
                    where s.id = p.story_id and s.state = 'ready')
         when 'recognition' then exists (select from exemplar_decision d where d.id = p.decision_id and d.state = 'signed')
         when 'award' then exists (select from award_decision d where d.id = p.award_decision_id and d.state = 'signed')
         else true
       end;
comment on view portal_item is 'What is public now: opened, not closed, and still allowed to be. No internal document''s plan, no plan of a Party committee, nothing withdrawn.';
grant select on portal_item to kheo_portal;

create view portal_picture with (security_barrier) as
select i.id as item_id, x.position::int as position, ep.public_hash as hash, ep.width, ep.height, x.picture ->> 'caption' as caption, x.picture ->> 'alt' as alt
  from portal_item i
 cross join lateral jsonb_array_elements(i.shown -> 'pictures') with ordinality x (picture, position)
  join exemplar_picture ep on ep.id = (x.picture ->> 'id')::uuid and ep.exemplar_id = i.about_exemplar
 where i.kind in ('exemplar', 'story') and ep.public_hash = x.picture ->> 'hash';
comment on view portal_picture is 'Pictures as an editor saw and chose them, that may be public at this moment: consent taken back, taken out, or covered otherwise, and it is gone.';
grant select on portal_picture to kheo_portal;

create view portal_copy with (security_barrier) as
select original.id as original_id, original.slug as original_slug, original.title as original_title, original.area_name as original_area,
       copy.id as copy_id, copy.slug, copy.title, copy.area_name, copy.unit_name, copy.year, copy.shown ->> 'adapted' as adapted
  from portal_item copy
  join exemplar e on e.id = copy.about_exemplar
  join portal_item original on original.kind = 'exemplar' and original.about_exemplar = e.copied_from
 where copy.kind = 'exemplar';
comment on view portal_copy is 'Who copied from whom, where both are public.';
grant select on portal_copy to kheo_portal;

create view portal_recognition with (security_barrier) as
select r.certificate_code as code, list.id as list_id, about.id as item_id, about.slug as item_slug,
       case when r.kind = 'person' and r.consent_on is null then coalesce(nullif(r.deed, ''), 'Điển hình cá nhân “Dân vận khéo”') else r.printed_as end as title,
       r.kind, r.field, r.unit_name, r.area_name, r.level, r.year, r.recognised_on, d.header ->> 'called' as issuer, d.number, r.revoked_on
  from exemplar_recognition r
  join exemplar_decision d on d.id = r.decision_id and d.state = 'signed'
  left join portal_item list on list.kind = 'recognition' and list.id = (select p.id from publication p where p.decision_id = d.id)
  left join portal_item about on about.kind = 'exemplar' and about.about_exemplar = r.exemplar_id
 where list.id is not null or about.id is not null;
comment on view portal_recognition is 'Recognitions whose list, or whose exemplar, is public. A person is named only with consent.';
grant select on portal_recognition to kheo_portal;

create view portal_award with (security_barrier) as
select list.id as list_id, about.id as item_id, about.slug as item_slug, a.printed_name as name, a.printed_post as post, a.printed_unit as unit, a.subject,
       a.form_name as form, a.deed, a.number, a.granted_on, a.granter
  from award a
  left join award_decision d on d.id = a.decision_id and d.state = 'signed'
  left join portal_item list on list.kind = 'award' and list.id = (select p.id from publication p where p.award_decision_id = d.id)
  left join portal_item about on about.kind = 'exemplar' and about.about_exemplar = a.exemplar_id
 where a.may_be_public and (list.id is not null or about.id is not null);
comment on view portal_award is 'Awards whose list, or whose exemplar, is public. Individuals only with their consent.';
grant select on portal_award to kheo_portal;

create view portal_edition with (security_barrier) as
select pe.publication_id as item_id, pe.edition, pe.shown, pe.opened_at
  from publication_edition pe
  join portal_item i on i.id = pe.publication_id
 where i.kind = 'statistics';
comment on view portal_edition is 'Earlier statements of published statistics: what was published stays readable. Cells withheld then are not in it.';
grant select on portal_edition to kheo_portal;
