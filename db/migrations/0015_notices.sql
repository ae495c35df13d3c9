-- Chasing: who was told what and when, reminders that a person sent, and requests for more time.

create table notice_digest (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  day date not null,
  made_at timestamptz not null,
  mailed_at timestamptz,
  seen_at timestamptz,
  unique (person_id, day)
);
comment on table notice_digest is 'The one list that a person gets on a day, however many things are due and however many posts they hold.';

create table notice_line (
  thing_kind text not null check (thing_kind in ('work', 'round')),
  thing_id uuid not null,
  unit_id int not null references unit (id),
  person_id uuid not null references person (id),
  stage smallint not null,
  digest_id uuid not null references notice_digest (id) on delete cascade,
  primary key (thing_kind, thing_id, unit_id, person_id, stage)
);
comment on table notice_line is 'One thing in one list. The key makes telling a person twice at the same stage impossible, whoever runs when.';
comment on column notice_line.thing_id is 'An item of work, or a round of a form for the unit.';
comment on column notice_line.stage is 'Days from the last day on which it is kept: -7, -3, -1, 0, 1, 3, 7, 14 …';
create index notice_line_digest on notice_line (digest_id);
create index notice_line_person on notice_line (person_id);

create table notice_reminder (
  id uuid primary key default uuidv7(),
  thing_kind text not null check (thing_kind in ('work', 'round')),
  thing_id uuid not null,
  unit_id int not null references unit (id),
  from_unit_id int not null references unit (id),
  text text not null check (text <> ''),
  sent_by uuid not null references person (id),
  sent_at timestamptz not null
);
comment on table notice_reminder is 'A reminder that a person sent with a click. Nothing goes to a superior or a partner without one.';
create index notice_reminder_unit on notice_reminder (unit_id, sent_at desc);
create index notice_reminder_thing on notice_reminder (thing_kind, thing_id, unit_id);

create table notice_setting (
  person_id uuid primary key references person (id),
  mail boolean not null
);
comment on table notice_setting is 'Who does not want the list by mail as well; without a row they get it when the installation has a mail server.';

create table extension (
  id uuid primary key default uuidv7(),
  thing_kind text not null check (thing_kind in ('work', 'round')),
  thing_id uuid not null,
  unit_id int not null references unit (id),
  from_day date not null,
  until_day date not null check (until_day > from_day),
  reason text not null check (reason <> ''),
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  granted_until date,
  answer text,
  version int not null default 1,
  check ((state in ('granted', 'refused')) = (decided_at is not null)),
  check ((state = 'granted') = (granted_until is not null))
);
comment on table extension is 'A unit asks for more time, with a reason; who gave the work out grants it or not, with a reason.';
comment on column extension.from_day is 'The last day as it was when the unit asked.';
create unique index extension_open on extension (thing_kind, thing_id, unit_id) where state = 'asked';
create index extension_unit on extension (unit_id);
