-- What each target of a plan counts, as an editor confirmed it. How far it is is computed on reading, never kept.

create table plan_target_measure (
  plan_id uuid not null references plan (id) on delete cascade,
  item_id uuid not null,
  source text not null check (source in ('measures', 'indicator', 'none')),
  measures text[] not null default '{}',
  indicator_id int,
  member text not null default '',
  scope text not null check (scope in ('own', 'line', 'area')),
  reason text,
  confirmed_by uuid not null references person (id),
  confirmed_by_name text not null,
  confirmed_at timestamptz not null,
  version int not null default 1,
  primary key (plan_id, item_id),
  check ((source = 'measures') = (cardinality(measures) > 0)),
  check ((source = 'indicator') = (indicator_id is not null)),
  check ((source = 'none') = (reason is not null))
);
comment on table plan_target_measure is 'What a target counts: figures computed from records, an indicator that units send, or nothing here (with the reason). Without a row the words of the target propose it.';
comment on column plan_target_measure.item_id is 'The target''s item, the same from edition to edition.';
comment on column plan_target_measure.measures is 'Names of computed measures ("activity/supervision/count"), added up. Names stay for ever.';
comment on column plan_target_measure.member is 'Member of the indicator''s dimension; empty: the whole.';
comment on column plan_target_measure.scope is 'own: what the unit and its boards did; line: and its own line below it; area: what any body in its area did.';
