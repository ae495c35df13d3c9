import { sql } from "kysely";
import type { Actor, SystemActor } from "../../kernel/actor.ts";
import type { PersonId, Thing } from "../../kernel/ids.ts";
import type { Database, Transaction } from "../../platform/database/index.ts";
import type { Act, Json } from "./contract.ts";
import type { WrittenEntry } from "./domain.ts";

const json = (value: Json | undefined): string | null => (value === undefined ? null : JSON.stringify(value));

export type WrittenAct = Omit<Act, "personal"> & { personal?: { subject: PersonId; sealed: Buffer } };

/** Adds rows, in the order given. Number, time and digest are the database's; the app has no right to set them. */
export async function insertActs(tx: Transaction, actor: Actor | SystemActor, acts: readonly WrittenAct[]): Promise<void> {
  const person = "system" in actor ? null : actor;
  await sql`
    insert into act (act, thing_kind, thing_id, unit_id, before, after, note, personal_subject, personal,
                     person_id, post_id, role, post_unit_id, post_unit, on_behalf_of, system)
    select given.*, ${person?.personId ?? null}::uuid, ${person?.postId ?? null}::uuid, ${person?.role ?? null}::text, ${person?.unitId ?? null}::int,
           ${person?.unitName ?? null}::text, ${person?.onBehalfOf?.personId ?? null}::uuid, ${"system" in actor ? actor.system : null}::text
    from unnest(
      ${acts.map(({ act }) => act)}::text[], ${acts.map(({ thing }) => thing.kind)}::text[], ${acts.map(({ thing }) => thing.id)}::text[],
      ${acts.map(({ unitId }) => unitId ?? null)}::int[], ${acts.map(({ before }) => json(before))}::jsonb[], ${acts.map(({ after }) => json(after))}::jsonb[],
      ${acts.map(({ note }) => note ?? null)}::text[], ${acts.map(({ personal }) => personal?.subject ?? null)}::uuid[],
      ${acts.map(({ personal }) => personal?.sealed ?? null)}::bytea[]
    ) as given
  `.execute(tx);
}

/** Acts on a thing, newest first, `limit` at most, before the act `before` when given. */
export async function actsOn(db: Database, thing: Thing, { before, limit }: { before?: string; limit: number }): Promise<WrittenEntry[]> {
  const { rows } = await sql<WrittenEntry>`
    select id::text, at, act, person_id as "personId", role, post_unit as "postUnit", on_behalf_of as "onBehalfOf", system, before, after, note
    from act
    where thing_kind = ${thing.kind} and thing_id = ${thing.id} and (${before ?? null}::bigint is null or id < ${before ?? null}::bigint)
    order by act.id desc -- not the text in the answer
    limit ${limit}
  `.execute(db);
  return rows;
}

export type Seal = { n: string; at: Date; rows: number; hash: string };

/** Seals what is committed and unsealed; undefined when there was nothing. */
export async function sealActs(db: Database): Promise<Seal | undefined> {
  const { rows } = await sql<Seal>`select n::text, at, rows, encode(hash, 'hex') as hash from seal_acts()`.execute(db);
  return rows[0];
}

/** Seals after number `n`, in order. */
export async function sealsAfter(db: Database, n: string, limit = 10_000): Promise<Seal[]> {
  const { rows } = await sql<Seal>`
    select n::text, at, rows, encode(hash, 'hex') as hash from act_seal where n > ${n}::bigint order by act_seal.n limit ${limit}
  `.execute(db);
  return rows;
}

export async function findSeal(db: Database, n: string): Promise<Seal | undefined> {
  const { rows } = await sql<Seal>`select n::text, at, rows, encode(hash, 'hex') as hash from act_seal where n = ${n}::bigint`.execute(db);
  return rows[0];
}

export async function addInstallationKey(db: Database, publicKey: Buffer): Promise<void> {
  await sql`insert into installation_key (public_key) values (${publicKey}) on conflict (public_key) do nothing`.execute(db);
}

export async function findInstallationKey(db: Database): Promise<{ id: number; publicKey: Buffer } | undefined> {
  const { rows } = await sql<{ id: number; publicKey: Buffer }>`
    select id, public_key as "publicKey" from installation_key order by id desc limit 1
  `.execute(db);
  return rows[0];
}

/** `publicKey` is null once the subject has been erased. */
export type SubjectKey = { publicKey: Buffer | null };

export async function findSubjectKey(db: Database, subject: PersonId): Promise<SubjectKey | undefined> {
  const { rows } = await sql<SubjectKey>`select public_key as "publicKey" from subject_key where subject = ${subject}::uuid`.execute(db);
  return rows[0];
}

/** Two first acts on one subject at once: the first key stands, the second transaction takes it. */
export async function addSubjectKey(
  tx: Transaction,
  key: { subject: PersonId; publicKey: Buffer; wrapped: Buffer; installationKey: number },
): Promise<SubjectKey> {
  await sql`
    insert into subject_key (subject, public_key, wrapped, installation_key)
    values (${key.subject}::uuid, ${key.publicKey}, ${key.wrapped}, ${key.installationKey})
    on conflict (subject) do nothing
  `.execute(tx);
  return (await findSubjectKey(tx, key.subject)) ?? { publicKey: null };
}

/** Destroys the subject's key, or leaves word that none shall be made. */
export async function destroySubjectKey(tx: Transaction, subject: PersonId): Promise<void> {
  await sql`
    insert into subject_key (subject, destroyed_at) values (${subject}::uuid, now())
    on conflict (subject) do update set public_key = null, wrapped = null, installation_key = null, destroyed_at = now()
    where subject_key.destroyed_at is null
  `.execute(tx);
}

export async function findPersonal(
  db: Database,
  actId: string,
): Promise<{ subject: PersonId; personal: Buffer; wrapped: Buffer | null } | undefined> {
  const { rows } = await sql<{ subject: PersonId; personal: Buffer; wrapped: Buffer | null }>`
    select act.personal_subject as subject, act.personal, subject_key.wrapped
    from act left join subject_key on subject_key.subject = act.personal_subject
    where act.id = ${actId}::bigint and act.personal is not null
  `.execute(db);
  return rows[0];
}

/** An act with everything that its digest covers, each part as text, in the order of the digest. */
export type StoredAct = { id: string; thing: string; hash: string; parts: (string | null)[] };

export async function actsAfter(db: Database, id: string, limit: number): Promise<StoredAct[]> {
  const { rows } = await sql<StoredAct>`
    select id::text, thing_kind || ' ' || thing_id as thing, encode(hash, 'hex') as hash,
           array[id::text, (extract(epoch from at) * 1000000)::bigint::text, act, thing_kind, thing_id, unit_id::text, person_id::text, post_id::text,
                 role, post_unit_id::text, post_unit, on_behalf_of::text, system, before::text, after::text, note, personal_subject::text,
                 encode(personal, 'hex')] as parts
    from act where id > ${id}::bigint order by act.id limit ${limit}
  `.execute(db);
  return rows;
}

/** A seal with what its digest covers, and how its rows look now. */
export type StoredSeal = {
  n: string;
  hash: string;
  prev: string | null;
  parts: (string | null)[];
  rows: number;
  rowsNow: number;
  digest: string;
  digestNow: string;
};

export async function storedSealsAfter(db: Database, n: string, limit: number): Promise<StoredSeal[]> {
  const { rows } = await sql<StoredSeal>`
    with seals as (select * from act_seal where n > ${n}::bigint order by act_seal.n limit ${limit})
    select seals.n::text, encode(seals.hash, 'hex') as hash, encode(prev, 'hex') as prev, seals.rows, encode(seals.digest, 'hex') as digest,
           array[seals.n::text, (extract(epoch from seals.at) * 1000000)::bigint::text, acts::text, seals.rows::text, encode(seals.digest, 'hex'), encode(prev, 'hex')] as parts,
           now.rows as "rowsNow", encode(coalesce(now.digest, sha256('')), 'hex') as "digestNow"
    from seals cross join lateral (
      select count(*)::int as rows, sha256(string_agg(act.hash, ''::bytea order by act.id)) as digest
      from unnest(acts) as part join act on act.id >= lower(part) and act.id < upper(part)
    ) now
    order by seals.n
  `.execute(db);
  return rows;
}

/** Numbers that a seal covers and that no row has any more. */
export async function missingFrom(db: Database, n: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select covered.id::text from act_seal cross join unnest(acts) as part cross join generate_series(lower(part), upper(part) - 1) as covered (id)
    where n = ${n}::bigint and not exists (select from act where act.id = covered.id) order by covered.id limit 20
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** What all seals cover, as stretches of numbers in order: first, and the one after the last. */
export async function coveredStretches(db: Database): Promise<{ first: string; next: string }[]> {
  const { rows } = await sql<{ first: string; next: string }>`
    select lower(part)::text as first, upper(part)::text as next from act_seal cross join unnest(acts) as part order by lower(part), upper(part)
  `.execute(db);
  return rows;
}

/** Numbers that wait for a seal. */
export async function pendingActs(db: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select act_id::text as id from act_pending order by act_id`.execute(db);
  return rows.map(({ id }) => id);
}
