-- Awards: forms and who may grant them, campaigns with quotas, candidates, councils with their votes, decisions, the register.

create table award_form (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  body_id int references unit (id),
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null check (name <> ''),
  subjects text[] not null check (cardinality(subjects) > 0 and subjects <@ array['collective', 'individual']),
  granters jsonb not null default '[]' check (jsonb_typeof(granters) = 'array'),
  basis text not null default '',
  retired boolean not null default false,
  position int not null default 100,
  unique nulls not distinct (body_id, code)
);
comment on table award_form is 'Forms of award (giấy khen, bằng khen …) as data. A body''s own line stands in place of the starting one with its code.';
comment on column award_form.body_id is 'Null: the starting set.';
comment on column award_form.granters is 'Who may grant it: [{kind, level, sure}]; sure false: to be confirmed by the office against the law in force.';
comment on column award_form.basis is 'Where it is laid down, as far as it is known.';

insert into award_form (code, name, subjects, granters, basis, position) values
  ('giay-khen', 'Giấy khen', array['collective', 'individual'],
   '[{"kind": "peoples-committee", "level": "commune", "sure": true}, {"kind": "front", "level": "commune", "sure": false}, {"kind": "party-committee", "level": "commune", "sure": false}, {"kind": "front", "level": "province", "sure": false}, {"kind": "department", "level": "province", "sure": true}]',
   'Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 80', 10),
  ('bang-khen', 'Bằng khen', array['collective', 'individual'],
   '[{"kind": "peoples-committee", "level": "province", "sure": true}, {"kind": "front", "level": "province", "sure": false}, {"kind": "party-committee", "level": "province", "sure": false}, {"kind": "front", "level": "centre", "sure": true}]',
   'Luật Thi đua, khen thưởng số 06/2022/QH15', 20),
  ('ky-niem-chuong-dai-doan-ket', 'Kỷ niệm chương “Vì sự nghiệp Đại đoàn kết toàn dân tộc”', array['individual'],
   '[{"kind": "front", "level": "centre", "sure": true}]', 'Quy định của Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam', 30),
  ('ky-niem-chuong-dan-van', 'Kỷ niệm chương “Vì sự nghiệp Dân vận”', array['individual'],
   '[{"kind": "party-committee", "level": "centre", "sure": false}]', 'Cần xác nhận quy định hiện hành sau khi sắp xếp Ban Dân vận', 40);

create table award_campaign (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  body_id int not null references unit (id),
  title text not null check (title <> ''),
  kind text not null check (kind in ('regular', 'thematic', 'sudden', 'merit', 'service', 'external')),
  state text not null default 'draft' check (state in ('draft', 'open', 'council', 'decided', 'closed', 'cancelled')),
  period_from date not null,
  period_until date not null,
  opens_on date not null,
  closes_on date not null,
  forms jsonb not null check (jsonb_typeof(forms) = 'array' and jsonb_array_length(forms) > 0),
  most_collectives int check (most_collectives >= 0),
  most_individuals int check (most_individuals >= 0),
  needed_percent numeric(5, 2) not null check (needed_percent between 0 and 100),
  needed_more boolean not null,
  needed_of text not null check (needed_of in ('members', 'present')),
  quorum_percent numeric(5, 2) not null check (quorum_percent between 0 and 100),
  bases text[] not null default '{}',
  plan_id uuid,
  plan_item_id text,
  clause text,
  quote text,
  plan_label text,
  note text not null default '',
  cancel_reason text check ((cancel_reason is not null) = (state = 'cancelled')),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  check (period_until >= period_from),
  check (closes_on >= opens_on),
  check ((plan_id is null) = (plan_item_id is null))
);
comment on table award_campaign is 'A campaign of awards (đợt khen thưởng) of a body, from a clause of a plan or by itself.';
comment on column award_campaign.kind is 'thường xuyên, chuyên đề, đột xuất, theo công trạng, quá trình cống hiến, đối ngoại.';
comment on column award_campaign.period_from is 'First and last day of the achievements that it looks at.';
comment on column award_campaign.forms is '[{code, name, granter}]: forms in it as they were named; granter null: the body itself decides, otherwise who is asked to.';
comment on column award_campaign.most_collectives is 'No more than so many in all; null: no limit.';
comment on column award_campaign.needed_percent is 'Share of votes for a candidate; needed_more: more than it, otherwise at least; of all members or of those present.';
comment on column award_campaign.quorum_percent is 'Share of the members that must be present.';
comment on column award_campaign.bases is 'Lines "Căn cứ …" of its papers.';
comment on column award_campaign.plan_id is 'The clause it carries out, with its words as they stood. No foreign key, as in activity.';
create index award_campaign_body on award_campaign (body_id, closes_on desc);

create table award_campaign_unit (
  campaign_id uuid not null references award_campaign (id) on delete cascade,
  unit_id int not null references unit (id),
  most_collectives int check (most_collectives >= 0),
  most_individuals int check (most_individuals >= 0),
  primary key (campaign_id, unit_id)
);
comment on table award_campaign_unit is 'Units that a campaign addresses, and how many they may propose. None: everybody in the body''s line.';
create index award_campaign_unit_unit on award_campaign_unit (unit_id);

create table award_candidate (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  campaign_id uuid not null references award_campaign (id),
  unit_id int not null references unit (id),
  quota_unit_id int references unit (id),
  subject text not null check (subject in ('collective', 'individual')),
  form text not null,
  exemplar_id uuid references exemplar (id),
  printed_name text,
  printed_post text,
  printed_unit text,
  deed text not null check (deed <> ''),
  period_from date not null,
  period_until date not null,
  words jsonb not null default '{}' check (jsonb_typeof(words) = 'object'),
  why jsonb not null default '[]' check (jsonb_typeof(why) = 'array'),
  other_achievement text,
  consent_on date,
  consent_how text,
  consent_by uuid references person (id),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'returned', 'withdrawn', 'passed', 'failed', 'awarded')),
  reason text,
  typed_by uuid not null references person (id),
  proposed_by uuid references person (id),
  proposed_on date,
  erased_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (period_until >= period_from),
  check (printed_name is not null or erased_on is not null),
  check (subject = 'individual' or printed_post is null),
  check ((consent_on is null) = (consent_how is null)),
  check (state in ('draft', 'withdrawn') or proposed_on is not null)
);
comment on table award_candidate is 'Who is proposed in a campaign and for what. Of a person: name, post and unit as the decision prints them, nothing else.';
comment on column award_candidate.unit_id is 'The unit that proposes; the award counts for it.';
comment on column award_candidate.quota_unit_id is 'The addressed unit whose quota it uses.';
comment on column award_candidate.printed_name is 'Personal data of an individual; null after an erasure.';
comment on column award_candidate.deed is 'What the award is for, as the decision prints it.';
comment on column award_candidate.words is 'What the unit adds to the report of achievements: {background, results, lessons}.';
comment on column award_candidate.why is 'Why it was suggested, as it stood then: [{source, text}].';
comment on column award_candidate.other_achievement is 'Why this is another achievement than that of an earlier award of the same.';
comment on column award_candidate.consent_on is 'An individual agreed that name and award are shown in public, how, and who wrote it down.';
create index award_candidate_campaign on award_candidate (campaign_id, state);
create index award_candidate_unit on award_candidate (unit_id);
create index award_candidate_exemplar on award_candidate (exemplar_id) where exemplar_id is not null;

create table award_paper (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references award_campaign (id),
  unit_id int not null references unit (id),
  candidate_id uuid references award_candidate (id),
  kind text not null check (kind in ('submission', 'report', 'minutes', 'other')),
  label text not null default '',
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  file_type text not null,
  file_size int not null,
  taken_off_on date,
  attached_by uuid not null references person (id),
  attached_at timestamptz not null
);
comment on table award_paper is 'Signed papers of a dossier: the unit''s submission, a candidate''s report, the council''s minutes.';
create index award_paper_campaign on award_paper (campaign_id);

create table award_meeting (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  campaign_id uuid not null references award_campaign (id),
  state text not null default 'draft' check (state in ('draft', 'closed')),
  held_on date not null,
  place text not null default '',
  members int not null check (members > 0),
  present int not null check (present >= 0),
  attendance text not null default '',
  absent text not null default '',
  opinions text not null default '',
  chair_name text not null default '',
  chair_post text not null default '',
  secretary_name text not null default '',
  secretary_post text not null default '',
  typed_by uuid not null references person (id),
  created_at timestamptz not null,
  check (present <= members)
);
comment on table award_meeting is 'A meeting of the council that votes on the candidates of a campaign. Its names are those that the minutes print.';
create unique index award_meeting_one_draft on award_meeting (campaign_id) where state = 'draft';

create table award_vote (
  meeting_id uuid not null references award_meeting (id) on delete cascade,
  candidate_id uuid not null references award_candidate (id),
  votes_for int not null check (votes_for >= 0),
  votes_against int not null check (votes_against >= 0),
  votes_blank int not null check (votes_blank >= 0),
  passed boolean,
  primary key (meeting_id, candidate_id)
);
comment on table award_vote is 'How the council voted on one candidate: numbers, never who. They add up to those present.';
comment on column award_vote.passed is 'Set when the meeting is closed.';

create table award_decision (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  campaign_id uuid not null references award_campaign (id),
  body_id int not null references unit (id),
  granter text,
  state text not null default 'draft' check (state in ('draft', 'signed', 'cancelled')),
  candidates uuid[] not null check (cardinality(candidates) > 0),
  number text,
  decided_on date,
  signer_name text,
  signer_post text,
  scan_hash text check (scan_hash ~ '^[0-9a-f]{64}$'),
  scan_name text,
  scan_type text,
  reason text,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  signed_by uuid references person (id),
  check (state <> 'signed' or (number is not null and decided_on is not null and signer_name is not null))
);
comment on table award_decision is 'A decision on awards of a campaign: the body''s own, or that of the granter that was asked.';
comment on column award_decision.granter is 'Null: the body itself.';
comment on column award_decision.number is 'Number and symbol as on the paper; the paper with signature and seal is what counts.';
create unique index award_decision_number on award_decision (body_id, number, extract(year from decided_on)) where state = 'signed' and granter is null;
create index award_decision_campaign on award_decision (campaign_id);

create table award (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  campaign_id uuid references award_campaign (id),
  candidate_id uuid unique references award_candidate (id),
  decision_id uuid references award_decision (id),
  body_id int not null references unit (id),
  unit_id int not null references unit (id),
  subject text not null check (subject in ('collective', 'individual')),
  form text not null,
  form_name text not null,
  exemplar_id uuid references exemplar (id),
  printed_name text,
  printed_post text,
  printed_unit text,
  deed text not null,
  period_from date not null,
  period_until date not null,
  other_achievement text,
  number text not null,
  granted_on date not null,
  granter text not null,
  signer_name text,
  consent_on date,
  consent_how text,
  revoked_on date,
  revoked_reason text,
  erased_on date,
  typed_by uuid not null references person (id),
  typed_at timestamptz not null,
  holder_key text generated always as (vi_fold(printed_name)) stored,
  may_be_public boolean not null generated always as (revoked_on is null and erased_on is null and (subject = 'collective' or consent_on is not null)) stored,
  check (period_until >= period_from),
  check ((revoked_on is null) = (revoked_reason is null)),
  check (printed_name is not null or erased_on is not null),
  -- The law: one achievement is not awarded twice. Who explains that it is another achievement is let through.
  constraint award_once_per_exemplar exclude using gist (exemplar_id with =, daterange(period_from, period_until, '[]') with &&)
    where (exemplar_id is not null and revoked_on is null and other_achievement is null),
  constraint award_once_per_holder exclude using gist (unit_id with =, holder_key with =, daterange(period_from, period_until, '[]') with &&)
    where (exemplar_id is null and revoked_on is null and other_achievement is null and holder_key is not null)
);
comment on table award is 'The register of awards: what decisions granted here, and earlier ones that were written down. Nothing is deleted; what was wrong is revoked with its reason.';
comment on column award.unit_id is 'The unit that proposed, and for which it counts.';
comment on column award.printed_name is 'Personal data of an individual, as the decision prints it; null after an erasure.';
comment on column award.holder_key is 'To find an earlier award of the same; goes with the name.';
comment on column award.may_be_public is 'Collectives, and individuals who agreed; an editor still has to open it.';
create index award_unit on award (unit_id, granted_on desc);
create index award_body on award (body_id, granted_on desc);
create index award_exemplar on award (exemplar_id) where exemplar_id is not null;
