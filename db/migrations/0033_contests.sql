-- Contests (hội thi): what they are about, their rounds, the units' entries, results of each round.

create table contest (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  body_id int not null references unit (id),
  title text not null check (title <> ''),
  rules text not null default '',
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['team', 'exemplar', 'work']),
  prizes text[] not null default '{}',
  most_entries int check (most_entries > 0),
  state text not null default 'draft' check (state in ('draft', 'open', 'judging', 'decided', 'closed', 'cancelled')),
  round int not null default 1 check (round > 0),
  cancel_reason text check ((cancel_reason is not null) = (state = 'cancelled')),
  created_by uuid not null references person (id),
  created_at timestamptz not null
);
comment on table contest is 'A contest (hội thi) of a body. Teams, exemplars that are no persons, and works enter; persons are never ranked.';
comment on column contest.rules is 'The rules (thể lệ) as they are told to the units.';
comment on column contest.prizes is 'Names of prizes from the first down ("Giải Nhất" …); several entries may have the same.';
comment on column contest.most_entries is 'Most entries of one addressed unit; null: no limit.';
comment on column contest.round is 'The round that is running, by its position.';
create index contest_body on contest (body_id, created_at desc);

create table contest_unit (
  contest_id uuid not null references contest (id) on delete cascade,
  unit_id int not null references unit (id),
  primary key (contest_id, unit_id)
);
comment on table contest_unit is 'Units that a contest is for, with what is below them. None: everybody in the body''s line.';
create index contest_unit_unit on contest_unit (unit_id);

create table contest_round (
  contest_id uuid not null references contest (id) on delete cascade,
  position int not null check (position between 1 and 10),
  name text not null check (name <> ''),
  entries_from date not null,
  entries_until date not null,
  judging_from date not null,
  judging_until date not null,
  way text not null check (way in ('appraisal', 'stage')),
  appraisal_round_id uuid references appraisal_round (id),
  published_on date,
  primary key (contest_id, position),
  check (entries_until >= entries_from and judging_from >= entries_from and judging_until >= judging_from)
);
comment on table contest_round is 'A round of a contest (sơ khảo, chung khảo …).';
comment on column contest_round.way is 'appraisal: judges score in an appraisal round and results are taken from there; stage: the organiser writes them down with the jury''s minutes.';
comment on column contest_round.published_on is 'From this day everybody whom the contest concerns sees the results of the round.';

create table contest_entry (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  contest_id uuid not null references contest (id),
  unit_id int not null references unit (id),
  quota_unit_id int not null references unit (id),
  kind text not null check (kind in ('team', 'exemplar', 'work')),
  title text not null check (title <> ''),
  text text not null default '',
  team text,
  exemplar_id uuid references exemplar (id),
  state text not null default 'draft' check (state in ('draft', 'sent', 'returned', 'withdrawn')),
  round int not null default 1,
  reason text,
  late boolean not null default false,
  sent_on date,
  sent_by uuid references person (id),
  typed_by uuid not null references person (id),
  created_at timestamptz not null,
  check ((kind = 'exemplar') = (exemplar_id is not null)),
  check (team is null or kind = 'team'),
  check (state <> 'sent' or sent_on is not null)
);
comment on table contest_entry is 'What a unit enters in a contest.';
comment on column contest_entry.quota_unit_id is 'The addressed unit whose number of entries it uses.';
comment on column contest_entry.team is 'Names of the team as the list of the contest prints them, nothing else about a person. Shown to the unit, its line and the organiser only; can be erased.';
comment on column contest_entry.round is 'The last round that it reached.';
create index contest_entry_contest on contest_entry (contest_id, state);
create index contest_entry_unit on contest_entry (unit_id);
create index contest_entry_exemplar on contest_entry (exemplar_id) where exemplar_id is not null;

create table contest_result (
  contest_id uuid not null,
  round int not null,
  entry_id uuid not null references contest_entry (id),
  points numeric(8, 2) check (points >= 0),
  points_of numeric(8, 2) check (points_of > 0),
  goes_on boolean not null default false,
  prize text,
  primary key (contest_id, round, entry_id),
  foreign key (contest_id, round) references contest_round (contest_id, position),
  check (points is null or points_of is null or points <= points_of)
);
comment on table contest_result is 'How an entry did in a round: points, whether it goes on to the next, its prize as it is named.';
create index contest_result_entry on contest_result (entry_id);

create table contest_paper (
  id uuid primary key default uuidv7(),
  contest_id uuid not null references contest (id),
  entry_id uuid references contest_entry (id),
  round int,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  file_type text not null,
  file_size int not null,
  taken_off_on date,
  attached_by uuid not null references person (id),
  attached_at timestamptz not null,
  check ((entry_id is null) = (round is not null))
);
comment on table contest_paper is 'Files of an entry, or the jury''s minutes of a round.';
create index contest_paper_contest on contest_paper (contest_id);
