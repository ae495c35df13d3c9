-- Appraisal: rubrics as versioned data, rounds, subjects that score themselves, judges whose scores stay hidden until all are in.

create table appraisal_rubric (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  body_id int not null references unit (id),
  family_id uuid not null default uuidv7(),
  edition int not null default 1 check (edition >= 1),
  state text not null default 'draft' check (state in ('draft', 'published')),
  title text not null check (title <> ''),
  rates text[] not null check (cardinality(rates) > 0),
  valid_from date,
  valid_until date,
  basis text not null default '',
  sample text,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  published_by uuid references person (id),
  published_at timestamptz,
  unique (family_id, edition),
  check (valid_until >= valid_from),
  check ((state = 'published') = (published_at is not null)),
  check ((published_by is null) = (published_at is null))
);
comment on table appraisal_rubric is 'Criteria by which a body has subjects scored. A published edition never changes; a change is a new edition of the same family.';
comment on column appraisal_rubric.rates is 'What it is made for: collective, individual, friendly-government, commune, agency, enterprise, front, area-board, emulation, other.';
comment on column appraisal_rubric.basis is 'The document that lays the criteria down, as the body words it.';
comment on column appraisal_rubric.sample is 'The starting set that it was copied from; shown as "mẫu để sửa" until the body names its own basis.';
comment on column appraisal_rubric.content is '{qualifying: [line], sections: [{title, lines: [line]}], bonus: [line], penalty: [line], outcomes: [{from, word, counts, noZero}], unmet}; points are decimal strings.';
create unique index appraisal_rubric_one_draft on appraisal_rubric (family_id) where state = 'draft';
create index appraisal_rubric_body on appraisal_rubric (body_id, created_at desc);

create function appraisal_rubric_stays() returns trigger language plpgsql set search_path = public as $$
begin
  if old.state = 'published' and (new.content, new.title, new.rates, new.edition, new.state, new.family_id, new.body_id)
     is distinct from (old.content, old.title, old.rates, old.edition, old.state, old.family_id, old.body_id) then
    raise exception 'a published rubric does not change';
  end if;
  return new;
end $$;
comment on function appraisal_rubric_stays() is 'A past score must still be readable by the very criteria that it was given by.';
create trigger appraisal_rubric_stays before update on appraisal_rubric for each row execute function appraisal_rubric_stays();

create table appraisal_round (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  body_id int not null references unit (id),
  purpose text not null check (purpose in ('appraisal', 'emulation')),
  title text not null check (title <> ''),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'cancelled')),
  rubric_id uuid references appraisal_rubric (id),
  period_from date not null,
  period_until date not null,
  self_scoring boolean not null default true,
  self_until date not null,
  judge_until date not null,
  due_rule text check (due_rule ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'),
  judges smallint not null default 2 check (judges between 2 and 9),
  final text not null default 'mean' check (final in ('mean', 'agreed')),
  spread_share numeric(5, 2) not null default 15 check (spread_share > 0 and spread_share <= 100),
  comment_share numeric(5, 2) not null default 60 check (comment_share >= 0 and comment_share <= 100),
  titles text[] not null default '{}',
  all_units int check (all_units >= 0),
  note text not null default '',
  cancel_reason text check ((cancel_reason is not null) = (state = 'cancelled')),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  closed_by uuid references person (id),
  closed_at timestamptz,
  check (period_until >= period_from),
  check (judge_until >= self_until),
  check ((closed_at is not null) = (state = 'closed')),
  check (rubric_id is not null or purpose = 'emulation' or state in ('draft', 'cancelled'))
);
comment on table appraisal_round is 'One appraisal by one edition of a rubric, or the yearly registration of emulation titles.';
comment on column appraisal_round.self_until is 'Last day to send self-scores, or to register titles; later ones are taken and marked late.';
comment on column appraisal_round.due_rule is 'Month and day that come again every year ("01-30": 30/01 hằng năm); self_until of a copy for the next year follows it.';
comment on column appraisal_round.judges is 'Judges of each subject, at least two.';
comment on column appraisal_round.final is 'mean: the mean of the judges; agreed: what the panel agreed on after discussion.';
comment on column appraisal_round.spread_share is 'Difference between judges, in percent of the scale, from which it is flagged and must be discussed.';
comment on column appraisal_round.comment_share is 'Points below this percentage of a line''s most need a comment.';
comment on column appraisal_round.titles is 'Emulation titles that units choose from: the body''s own list.';
comment on column appraisal_round.all_units is 'Denominator of the share when not everything there is takes part: enterprises of the area, for instance.';
create index appraisal_round_body on appraisal_round (body_id, judge_until desc);
create index appraisal_round_rubric on appraisal_round (rubric_id);

create table appraisal_member (
  round_id uuid not null references appraisal_round (id) on delete cascade,
  person_id uuid not null references person (id),
  unit_id int not null references unit (id),
  part text not null check (part in ('head', 'secretary', 'member')),
  left_on date,
  primary key (round_id, person_id)
);
comment on table appraisal_member is 'The panel: people, each in the post that they sit in it for.';
comment on column appraisal_member.left_on is 'Taken out of the panel; what they had sent stays recorded and does not count.';
create unique index appraisal_member_one_head on appraisal_member (round_id) where part = 'head' and left_on is null;
create index appraisal_member_person on appraisal_member (person_id);

create table appraisal_subject (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  round_id uuid not null references appraisal_round (id) on delete cascade,
  kind text not null check (kind in ('unit', 'exemplar', 'candidate', 'named')),
  ref text not null check (ref <> ''),
  unit_id int not null references unit (id),
  title text not null check (title <> ''),
  state text not null check (state in ('self', 'sent', 'returned', 'failed', 'judging', 'opened', 'concluded')),
  titles text[] not null default '{}',
  sent_by uuid references person (id),
  sent_on date,
  return_reason text,
  qualifying jsonb not null default '{}' check (jsonb_typeof(qualifying) = 'object'),
  qualified boolean,
  qualified_reason text,
  qualified_by uuid references person (id),
  opened_at timestamptz,
  discussion text not null default '',
  points numeric(8, 2),
  scale numeric(8, 2),
  outcome text,
  counts boolean,
  concluded_by uuid references person (id),
  concluded_on date,
  added_by uuid not null references person (id),
  added_at timestamptz not null,
  unique (round_id, kind, ref),
  check (state <> 'returned' or return_reason is not null),
  check (state <> 'failed' or (qualified is false and qualified_reason is not null)),
  check ((opened_at is not null) = (state in ('opened', 'concluded'))),
  check ((state = 'concluded') = (concluded_on is not null)),
  check (state <> 'concluded' or (points is not null and scale is not null and outcome is not null))
);
comment on table appraisal_subject is 'What is rated in a round: a unit, a model, a candidate of an award, or something that has a name only (an enterprise).';
comment on column appraisal_subject.ref is 'Id of the thing in its own slice. No foreign key: the slices that bring subjects come later.';
comment on column appraisal_subject.unit_id is 'The unit that answers for it and scores itself.';
comment on column appraisal_subject.qualifying is 'Qualifying lines: {key: true | false}.';
comment on column appraisal_subject.points is 'What the panel came to, out of scale; the outcome in the words of the rubric''s edition, and whether it counts as reached.';
create index appraisal_subject_ref on appraisal_subject (kind, ref);
create index appraisal_subject_unit on appraisal_subject (unit_id);

create table appraisal_self (
  subject_id uuid not null references appraisal_subject (id) on delete cascade,
  line text not null,
  points numeric(7, 2),
  met boolean,
  evidence text not null default '',
  links jsonb not null default '[]' check (jsonb_typeof(links) = 'array'),
  primary key (subject_id, line)
);
comment on table appraisal_self is 'The subject''s own score by line of the rubric, with evidence.';
comment on column appraisal_self.links is '[{kind: document | activity | picture | exemplar | address, id, label}]: references, never copies.';

create table appraisal_sheet (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  subject_id uuid not null references appraisal_subject (id) on delete cascade,
  person_id uuid not null references person (id),
  how text not null check (how in ('lot', 'hand')),
  state text not null default 'draft' check (state in ('draft', 'sent', 'recused', 'replaced')),
  reason text check ((reason is not null) = (state in ('recused', 'replaced'))),
  marks jsonb not null default '{}' check (jsonb_typeof(marks) = 'object'),
  sent_at timestamptz,
  assigned_by uuid not null references person (id),
  assigned_at timestamptz not null,
  unique (subject_id, person_id)
);
comment on table appraisal_sheet is 'A judge''s sheet on one subject. Read by nobody but the judge until all sheets of the subject are sent: store/sheets.ts asks for the judge or for opened_at in each query that selects marks.';
comment on column appraisal_sheet.marks is '{line: {points, met, comment}}; points are decimal strings.';
comment on column appraisal_sheet.state is 'recused: a conflict of interest; replaced: taken from the judge. Neither counts, both stay recorded.';
create index appraisal_sheet_person on appraisal_sheet (person_id);

create table appraisal_change (
  id uuid primary key default uuidv7(),
  sheet_id uuid not null references appraisal_sheet (id) on delete cascade,
  line text not null,
  first jsonb not null,
  later jsonb not null,
  reason text not null check (reason <> ''),
  changed_at timestamptz not null
);
comment on table appraisal_change is 'A mark that its judge changed after the sheets were opened: what it was, what it is, why. Only added to.';
create index appraisal_change_sheet on appraisal_change (sheet_id);
revoke update, delete on appraisal_change from kheo_app;

create table appraisal_draw (
  id uuid primary key default uuidv7(),
  round_id uuid not null references appraisal_round (id) on delete cascade,
  seed text not null,
  given jsonb not null,
  drawn jsonb not null,
  drawn_by uuid not null references person (id),
  drawn_at timestamptz not null
);
comment on table appraisal_draw is 'A drawing of lots: with the same seed and the same given subjects, judges and conflicts it comes out the same.';
create index appraisal_draw_round on appraisal_draw (round_id);
revoke update, delete on appraisal_draw from kheo_app;
