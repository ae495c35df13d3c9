-- Registration beyond the form: by a person without an account, from an old list, and told when a round opens.

create table exemplar_invitation (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  unit_id int not null references unit (id),
  made_at int not null references unit (id),
  round_id uuid references exemplar_round (id),
  label text not null default '',
  token_hash bytea not null unique,
  most int not null check (most between 1 and 200),
  expires_at timestamptz not null,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  revoked_at timestamptz
);
comment on table exemplar_invitation is 'A link of a unit through which people without an account offer models for one round. Ends by day, by number, or when it is revoked.';
comment on column exemplar_invitation.round_id is 'The round for which it takes models; null: without a round.';
comment on column exemplar_invitation.made_at is 'The unit of the post that made it: one person often does it for the boards below.';
create index exemplar_invitation_made_at on exemplar_invitation (made_at);
create index exemplar_invitation_unit on exemplar_invitation (unit_id, created_at desc);

create table exemplar_offer (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  invitation_id uuid not null references exemplar_invitation (id),
  once uuid not null unique,
  receipt_hash bytea not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'asked', 'taken', 'set-aside')),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  question text check ((question is not null) = (state = 'asked')),
  reason text check ((reason is not null) = (state = 'set-aside')),
  exemplar_id uuid references exemplar (id) check ((exemplar_id is not null) = (state = 'taken')),
  given_at timestamptz not null,
  changed_at timestamptz not null,
  settled_by uuid references person (id),
  settled_at timestamptz check ((settled_at is not null) = (state in ('taken', 'set-aside')))
);
comment on table exemplar_offer is 'What somebody without an account wrote through a link. No name and no contact of theirs: they read the answer with their receipt. Not registered until the unit takes it over.';
comment on column exemplar_offer.once is 'Made by the page that sends, so that a second press is not a second offer.';
comment on column exemplar_offer.content is 'kind, name, field, localField, place, contents; as it was written.';
comment on column exemplar_offer.question is 'What the unit asks back; whoever holds the receipt reads it and sends again.';
create index exemplar_offer_open on exemplar_offer (invitation_id) where state in ('waiting', 'asked');

create table exemplar_import (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  unit_id int not null references unit (id),
  round_id uuid references exemplar_round (id),
  file_name text not null,
  state text not null default 'made' check (state in ('made', 'accepted', 'undone')),
  rows int not null,
  made int not null,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  settled_by uuid references person (id),
  settled_at timestamptz check ((settled_at is not null) = (state <> 'made'))
);
comment on table exemplar_import is 'One old list that was taken in: accepted or undone as a whole.';
create index exemplar_import_unit on exemplar_import (unit_id, created_at desc);

create table exemplar_import_mapping (
  unit_id int primary key references unit (id),
  columns jsonb not null check (jsonb_typeof(columns) = 'object'),
  changed_at timestamptz not null
);
comment on table exemplar_import_mapping is 'What the headings of a unit''s own list mean, as somebody last said: {folded heading: field}.';

alter table exemplar add column import_id uuid references exemplar_import (id);
comment on column exemplar.import_id is 'The old list that it came from.';
create index exemplar_import_of on exemplar (import_id) where import_id is not null;

alter table exemplar_round_unit add column extended_until date;
comment on column exemplar_round_unit.extended_until is 'More time for this unit alone, granted at its request.';

alter table notice_line drop constraint notice_line_thing_kind_check,
  add constraint notice_line_thing_kind_check check (thing_kind in ('work', 'round', 'exemplar-round'));
alter table notice_reminder drop constraint notice_reminder_thing_kind_check,
  add constraint notice_reminder_thing_kind_check check (thing_kind in ('work', 'round', 'exemplar-round'));
alter table extension drop constraint extension_thing_kind_check,
  add constraint extension_thing_kind_check check (thing_kind in ('work', 'round', 'exemplar-round'));
