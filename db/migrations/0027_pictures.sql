-- Photographs and papers of exemplars: quarantined until they were drawn anew, consent of those shown, what may be public of them.

create table exemplar_picture (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  event_id uuid references exemplar_event (id),
  state text not null default 'quarantined' check (state in ('quarantined', 'ready', 'refused')),
  refusal text check (refusal in ('not-picture', 'broken', 'too-many-pixels')),
  came_as text not null check (came_as <> ''),
  original_hash text check (original_hash ~ '^[0-9a-f]{64}$'),
  print_hash text check (print_hash ~ '^[0-9a-f]{64}$'),
  web_hash text check (web_hash ~ '^[0-9a-f]{64}$'),
  thumb_hash text check (thumb_hash ~ '^[0-9a-f]{64}$'),
  blurred_hash text check (blurred_hash ~ '^[0-9a-f]{64}$'),
  blurred_print_hash text check (blurred_print_hash ~ '^[0-9a-f]{64}$'),
  blur_areas jsonb not null default '[]' check (jsonb_typeof(blur_areas) = 'array'),
  blur_covers_all boolean not null default false,
  width int,
  height int,
  phash bigint,
  name text not null,
  caption text not null default '',
  alt text not null default '',
  shows text check (shows in ('none', 'people', 'children-or-poor')),
  consent_by uuid references person (id),
  consent_on date,
  consent_how text check (consent_how in ('paper', 'minutes', 'spoken')),
  consent_where text,
  cover boolean not null default false,
  added_by uuid not null references person (id),
  added_unit int not null references unit (id),
  added_at timestamptz not null,
  taken_out_at timestamptz,
  taken_out_by uuid references person (id),
  taken_out_reason text,
  public_hash text generated always as (
    case when state = 'ready' and taken_out_at is null and shows is not null
          and (shows <> 'children-or-poor' or consent_on is not null or (blurred_hash is not null and blur_covers_all))
         then coalesce(blurred_hash, web_hash) end
  ) stored,
  public_print_hash text generated always as (
    case when state = 'ready' and taken_out_at is null and shows is not null
          and (shows <> 'children-or-poor' or consent_on is not null or (blurred_hash is not null and blur_covers_all))
         then coalesce(blurred_print_hash, print_hash) end
  ) stored,
  constraint exemplar_picture_refused check ((refusal is not null) = (state = 'refused')),
  constraint exemplar_picture_sizes check (
    taken_out_at is not null or (state = 'ready') = (print_hash is not null and web_hash is not null and thumb_hash is not null)
  ),
  constraint exemplar_picture_gone check (
    taken_out_at is null
    or (taken_out_by is not null and taken_out_reason is not null and num_nonnulls(original_hash, print_hash, web_hash, thumb_hash, blurred_hash, blurred_print_hash, phash) = 0)
  ),
  constraint exemplar_picture_blur check ((blurred_hash is null) = (blurred_print_hash is null)),
  constraint exemplar_picture_consent check (num_nonnulls(consent_by, consent_on, consent_how) in (0, 3))
);
comment on table exemplar_picture is 'Photographs of an exemplar, perhaps of one of its events. Nothing of what a telephone wrote into the file (place, device, time) is left in what is shown.';
comment on column exemplar_picture.state is 'quarantined: came in and is not shown to anybody before it was decoded and drawn anew; refused: it was no picture after all.';
comment on column exemplar_picture.came_as is 'Digest of the file that came, so that sending it twice adds it once. No file is kept under it.';
comment on column exemplar_picture.original_hash is 'The file as it came, until it is processed; it holds place and device and is never served.';
comment on column exemplar_picture.print_hash is 'Drawn anew for print; the unblurred picture stays inside.';
comment on column exemplar_picture.web_hash is 'Drawn anew, 40 kB at most.';
comment on column exemplar_picture.blur_areas is 'What the blurred version covers: [{shape: rectangle|ellipse, x, y, width, height}], as shares of the picture.';
comment on column exemplar_picture.blur_covers_all is 'Whoever blurred says that the face of every child and poor person is covered.';
comment on column exemplar_picture.phash is '64 bits of how it looks; null when nothing stands out. Near ones differ in few bits: bit_count((a # b)::bit(64)).';
comment on column exemplar_picture.shows is 'Whom it shows; null until somebody said so, and not public before.';
comment on column exemplar_picture.consent_by is 'Who recorded the consent, when, how it was given. Never whose it is: no name of a child or of a poor person.';
comment on column exemplar_picture.consent_where is 'Where the paper is kept.';
comment on column exemplar_picture.taken_out_at is 'Taken out, with its reason; no size is named any more, so the files go.';
comment on column exemplar_picture.public_hash is 'The size that may be shown in public (image/jpeg, 40 kB at most): the blurred version if there is one. Null when nothing may be; follows from the row at once. Whether it is public is decided elsewhere. public_print_hash: the same for print.';
create index exemplar_picture_of on exemplar_picture (exemplar_id, id) where taken_out_at is null;
create unique index exemplar_picture_once on exemplar_picture (exemplar_id, came_as) where taken_out_at is null;
create unique index exemplar_picture_cover on exemplar_picture (exemplar_id) where cover;
create index exemplar_picture_like on exemplar_picture (phash, exemplar_id) where phash is not null;

create table exemplar_paper (
  id uuid primary key default uuidv7(),
  exemplar_id uuid not null references exemplar (id) on delete cascade,
  event_id uuid references exemplar_event (id),
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  came_as text not null check (came_as <> ''),
  name text not null,
  size int not null,
  type text not null,
  added_by uuid not null references person (id),
  added_unit int not null references unit (id),
  added_at timestamptz not null,
  taken_out_at timestamptz,
  taken_out_by uuid references person (id),
  taken_out_reason text,
  constraint exemplar_paper_gone check ((taken_out_at is null) = (hash is not null)),
  check (taken_out_at is null or (taken_out_by is not null and taken_out_reason is not null))
);
comment on table exemplar_paper is 'Papers of an exemplar: a plan, minutes, a list. Inside only.';
comment on column exemplar_paper.came_as is 'Digest of the file, so that sending it twice adds it once; stays when the file goes.';
create index exemplar_paper_of on exemplar_paper (exemplar_id, id) where taken_out_at is null;
create unique index exemplar_paper_once on exemplar_paper (exemplar_id, came_as) where taken_out_at is null;
