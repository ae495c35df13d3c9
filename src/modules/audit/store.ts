import { sql } from "kysely";
import type { Actor, SystemActor } from "../../kernel/actor.ts";
import type { PersonId, Thing } from "../../kernel/ids.ts";
import type { Database, Transaction } from "../../platform/database/index.ts";
import type { Act, Json } from "./contract.ts";

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

export type ActRow = {
  id: string;
  at: Date;
  act: string;
  personId: PersonId | null;
  role: string | null;
  postUnit: string | null;
  onBehalfOf: PersonId | null;
  system: string | null;
  before: Json;
  after: Json;
  note: string | null;
};

/** Acts on a thing, newest first, `limit` at most, before the act `before` when given. */
export async function actsOn(db: Database, thing: Thing, { before, limit }: { before?: string; limit: number }): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`
    select id::text, at, act, person_id as "personId", role, post_unit as "postUnit", on_behalf_of as "onBehalfOf", system, before, after, note
    from act
    where thing_kind = ${thing.kind} and thing_id = ${thing.id} and (${before ?? null}::bigint is null or id < ${before ?? null}::bigint)
    order by id desc
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
    select n::text, at, rows, encode(hash, 'hex') as hash from act_seal where n > ${n}::bigint order by n limit ${limit}
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
