-- Contests in public: rules, rounds and results that an editor opened; and a vote of the public that an editor may open for a round.

alter table publication add column contest_id uuid references contest (id);
alter table publication drop constraint publication_kind_check;
alter table publication add constraint publication_kind_check
  check (kind in ('plan', 'exemplar', 'recognition', 'award', 'story', 'statistics', 'contest'));
alter table publication add constraint publication_contest check ((kind = 'contest') = (contest_id is not null));
create index publication_contest_of on publication (contest_id) where contest_id is not null;

create view contest_round_print as
select r.contest_id, r.position,
       md5(coalesce(string_agg(concat_ws(' ', x.entry_id, e.title, x.goes_on, x.prize), ';' order by x.entry_id), '')) as print
  from contest_round r
  left join contest_result x on x.contest_id = r.contest_id and x.round = r.position
  left join contest_entry e on e.id = x.entry_id
 where r.published_on is not null and (x.entry_id is null or e.state = 'sent')
 group by r.contest_id, r.position;
comment on view contest_round_print is 'Digest of a published round''s results: results that were taken back or corrected are no longer those that an editor opened.';

create or replace view portal_item with (security_barrier) as
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
         when 'contest' then exists (select from contest c where c.id = p.contest_id and c.state in ('open', 'judging', 'decided', 'closed'))
         else true
       end;

create view portal_contest_round with (security_barrier) as
select i.id as item_id, q.position, q.print
  from portal_item i
  join publication p on p.id = i.id
  join contest_round_print q on q.contest_id = p.contest_id
 where i.kind = 'contest';
comment on view portal_contest_round is 'Rounds of public contests whose results are published at this moment, with the digest that tells whether they are the ones that were opened.';
grant select on portal_contest_round to kheo_portal;

create table contest_vote (
  id uuid primary key default uuidv7(),
  version int not null default 1,
  contest_id uuid not null,
  round int not null,
  most int not null check (most between 1 and 20),
  most_per_network int not null check (most_per_network between 1 and 10000),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  reason text not null check (reason <> ''),
  opened_by uuid not null references person (id),
  opened_by_name text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references person (id),
  closed_by_name text,
  closed_reason text,
  key bytea check (octet_length(key) = 32),
  ballots int not null default 0 check (ballots >= 0),
  unique (contest_id, round),
  foreign key (contest_id, round) references contest_round (contest_id, position),
  check (closes_at > opens_at),
  check ((key is null) = (closed_at is not null)),
  check (num_nonnulls(closed_by, closed_by_name, closed_reason) in (0, 3)),
  check (closed_by is null or closed_at is not null)
);
comment on table contest_vote is 'A vote of the public (bình chọn, tham khảo) that a named editor opened for a round. Never a part of the judges'' points.';
comment on column contest_vote.most is 'Most entries that one visitor chooses.';
comment on column contest_vote.most_per_network is 'Most ballots from one network address: an office, a school or a café shares one.';
comment on column contest_vote.closes_at is 'From this instant no ballot is taken. closed_at: counted; by a job when closes_at has passed, or by an editor before.';
comment on column contest_vote.key is '32 random bytes made for this vote alone. Deleted with every hash when it is closed: then nobody can tell any more who voted.';
comment on column contest_vote.ballots is 'Ballots taken in all. Shown to nobody before the vote is closed.';

create table contest_vote_entry (
  vote_id uuid not null references contest_vote (id) on delete cascade,
  entry_id uuid not null references contest_entry (id),
  position int not null check (position > 0),
  title text not null check (title <> ''),
  unit_name text not null,
  summary text not null default '',
  votes int not null default 0 check (votes >= 0),
  primary key (vote_id, entry_id)
);
comment on table contest_vote_entry is 'Entries that a vote offers, with the words that the editor saw in the preview, in the order of their units'' names.';
create index contest_vote_entry_of on contest_vote_entry (entry_id);

create table contest_ballot (
  vote_id uuid not null references contest_vote (id) on delete cascade,
  hash bytea not null,
  primary key (vote_id, hash)
);
comment on table contest_ballot is 'Ballots used in a vote that is open, as keyed hashes of a random number in the browser''s cookie: no choice, no time, no person. Emptied when it closes.';

create table contest_vote_network (
  vote_id uuid not null references contest_vote (id) on delete cascade,
  hash bytea not null,
  ballots int not null check (ballots > 0),
  primary key (vote_id, hash)
);
comment on table contest_vote_network is 'How many ballots came from one network, as a keyed hash of its address, while a vote is open. Emptied when it closes.';

create function contest_vote_hash(key bytea, kind text, words text) returns bytea
  language sql immutable strict parallel safe
  as $$ select sha256(key || sha256(key || convert_to(kind || ':' || words, 'UTF8'))) $$;
comment on function contest_vote_hash is 'Keyed hash; `kind` keeps ballots, networks and seals apart.';

create view portal_vote with (security_barrier) as
select v.id, i.id as item_id, i.slug, v.round, r.name, v.most, v.most_per_network, v.opens_at, v.closes_at, v.closed_at,
       case when v.closed_at is not null then v.ballots end as ballots
  from contest_vote v
  join contest_round r on r.contest_id = v.contest_id and r.position = v.round
  join publication p on p.contest_id = v.contest_id
  join portal_item i on i.id = p.id;
comment on view portal_vote is 'Votes of contests that are public. How many voted is told once it is closed.';
grant select on portal_vote to kheo_portal;

create view portal_vote_entry with (security_barrier) as
select v.id as vote_id, o.entry_id, o.position, o.title, o.unit_name, o.summary,
       (select about.slug from portal_item about where about.kind = 'exemplar' and about.about_exemplar = e.exemplar_id limit 1) as exemplar_slug,
       case when v.closed_at is not null then o.votes end as votes
  from portal_vote v
  join contest_vote_entry o on o.vote_id = v.id
  join contest_entry e on e.id = o.entry_id and e.state = 'sent';
comment on view portal_vote_entry is 'Entries that may be voted for at this moment: one that was withdrawn or returned is gone. Counts are told once the vote is closed.';
grant select on portal_vote_entry to kheo_portal;

-- The public's role may write nothing but a ballot, and only through this: it checks everything by itself.
create function portal_cast(vote uuid, ballot text, seal text, network text, entries uuid[], at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
declare
  v contest_vote;
  chosen uuid[] := array(select distinct unnest(entries));
begin
  select * into v from contest_vote c where c.id = portal_cast.vote for update;
  if v.id is null or v.key is null or at < v.opens_at or at >= v.closes_at or not exists (select from portal_vote p where p.id = v.id) then
    return 'closed';
  end if;
  if seal is distinct from encode(contest_vote_hash(v.key, 'seal', ballot), 'hex') then
    return 'forged';
  end if;
  if cardinality(chosen) not between 1 and v.most
     or (select count(*) from portal_vote_entry e where e.vote_id = v.id and e.entry_id = any(chosen)) <> cardinality(chosen) then
    return 'unknown';
  end if;
  if exists (select from contest_ballot b where b.vote_id = v.id and b.hash = contest_vote_hash(v.key, 'ballot', ballot)) then
    return 'repeated';
  end if;
  insert into contest_vote_network as n (vote_id, hash, ballots) values (v.id, contest_vote_hash(v.key, 'network', network), 1)
    on conflict (vote_id, hash) do update set ballots = n.ballots + 1 where n.ballots < v.most_per_network;
  if not found then
    return 'crowded';
  end if;
  insert into contest_ballot (vote_id, hash) values (v.id, contest_vote_hash(v.key, 'ballot', ballot));
  update contest_vote_entry e set votes = e.votes + 1 where e.vote_id = v.id and e.entry_id = any(chosen);
  update contest_vote c set ballots = c.ballots + 1 where c.id = v.id;
  return 'counted';
end $$;
comment on function portal_cast is 'Takes one ballot: counted, or closed, forged, unknown (an entry that is not offered, none or too many), repeated, crowded (too many from one network). `at` is the server''s clock.';
grant execute on function portal_cast(uuid, text, text, text, uuid[], timestamptz) to kheo_portal;

create function portal_seal(vote uuid, words text) returns text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select encode(contest_vote_hash(v.key, 'seal', words), 'hex') from contest_vote v join portal_vote p on p.id = v.id where v.id = vote and v.key is not null $$;
comment on function portal_seal is 'Signs what the public''s server hands to a browser, with the key of an open vote, which it never sees. Null once it is closed.';
grant execute on function portal_seal(uuid, text) to kheo_portal;
