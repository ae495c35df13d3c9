-- People, what they may do where, and how they get in. Personal data is kept to what entering and being reached by
-- colleagues needs; whatever opens a door (session, link, recovery code) is stored hashed.

create table person (
  id uuid primary key default uuidv7(),
  name text not null check (name = btrim(name) and name <> ''),
  login text not null check (login = btrim(login) and login <> ''),
  login_key text not null unique,
  email text,
  phone text,
  language text not null default 'vi' check (language in ('vi', 'en')),
  large_type boolean not null default false,
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  name_search text not null generated always as (vi_fold(name)) stored
);
comment on table person is 'Somebody who may enter. What they may do is in post; a person without a valid post can change only their own account.';
comment on column person.login is 'What the person types to enter: an e-mail address, a phone number or a name that the administrator chose.';
comment on column person.login_key is 'Comparable form of login (loginKey in identity/domain.ts): no case, no marks, phone numbers as 0…';
comment on column person.deactivated_at is 'Set: the person cannot enter and their posts have no effect. Rows are never removed, history names them.';
create index person_name_search on person using gin (name_search gin_trgm_ops);

create table credential (
  person_id uuid primary key references person (id),
  password_hash text not null,
  changed_at timestamptz not null
);
comment on table credential is 'Password of a person, argon2id. No row: the person has not accepted an invitation yet.';

create table second_factor (
  person_id uuid primary key references person (id),
  secret bytea,
  pending bytea,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  constraint second_factor_whole check ((secret is null) = (confirmed_at is null)),
  constraint second_factor_something check (secret is not null or pending is not null)
);
comment on table second_factor is 'TOTP (RFC 6238). It counts from confirmed_at on.';
comment on column second_factor.secret is 'AES-256-GCM under a key in KHEO_DATA/secrets: a stolen dump alone does not give codes.';
comment on column second_factor.pending is 'A new secret whose first code has not come yet, sealed likewise; the one in use stays until then.';
comment on column second_factor.last_step is 'Thirty-second step of the last accepted code: a code works once.';

create table recovery_code (
  person_id uuid not null references person (id),
  code_hash bytea not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
comment on table recovery_code is 'Codes on paper for when the telephone is lost; each works once.';

create table post (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  unit_id int not null references unit (id),
  role text not null check (role in ('viewer', 'reporter', 'approver', 'signer', 'clerk', 'coordinator', 'administrator', 'auditor')),
  from_day date not null,
  until_day date check (until_day >= from_day),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  constraint post_once exclude using gist (person_id with =, unit_id with =, role with =, daterange(from_day, until_day, '[]') with &&)
    where (ended_at is null)
);
comment on table post is 'A role held at a unit and everything below it in the tree of areas, from a day to a day.';
comment on column post.until_day is 'Last day, inclusive; null: until it is ended.';
comment on column post.ended_at is 'Ended before its last day; takes effect at once.';
create index post_person on post (person_id);
create index post_unit on post (unit_id) where ended_at is null;

create table lending (
  id uuid primary key default uuidv7(),
  post_id uuid not null references post (id),
  borrower_id uuid not null references person (id),
  permissions text[] not null check (cardinality(permissions) > 0),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
comment on table lending is 'Part of a post''s permissions lent to another person for stated days; never lent on. History reads "B thay A".';
create index lending_post on lending (post_id);
create index lending_borrower on lending (borrower_id);

create table session (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  person_id uuid not null references person (id),
  post_id uuid references post (id),
  lending_id uuid references lending (id),
  complete boolean not null,
  shared boolean not null,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null
);
comment on table session is 'A browser that is signed in. Deleted when it ends.';
comment on column session.token_hash is 'SHA-256 of the 256 random bits in the cookie.';
comment on column session.post_id is 'The post in use; with lending_id a borrowed one. Null: the first valid one.';
comment on column session.complete is 'False while the second factor is owed.';
comment on column session.shared is 'The person said that others use this machine: ends soon.';
comment on column session.device is 'Kind of machine and browser ("android/chrome"), so that the person knows it again; no address, no full user agent.';
create index session_person on session (person_id);

create table one_time_link (
  id uuid primary key default uuidv7(),
  purpose text not null check (purpose in ('set-up', 'invitation', 'reset', 'rescue')),
  person_id uuid references person (id),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  created_by uuid references person (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check ((purpose = 'set-up') = (person_id is null))
);
comment on table one_time_link is 'Links that open a door once: first set-up, invitation, forgotten password, rescue of a lost administrator.';
comment on column one_time_link.token_hash is 'SHA-256 of 130 random bits; the link itself is shown once and kept nowhere.';
comment on column one_time_link.created_by is 'Null: asked for by the person (forgotten password) or on the server.';
create index one_time_link_person on one_time_link (person_id);

create table throttle (
  key_hash bytea primary key,
  failures int not null,
  last_failed_at timestamptz not null,
  blocked_until timestamptz
);
comment on table throttle is 'Failed attempts per account (known or not), so that a restart does not open the door. Network addresses are counted in memory alone.';
comment on column throttle.key_hash is 'SHA-256 of the kind of attempt and the account; rows older than a day are swept.';
