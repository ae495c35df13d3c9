import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { RelationKind, UnitKind } from "../contract.ts";
import type { Span } from "../domain/timeline.ts";

export type UnitHead = { id: UnitId; kind: UnitKind; version: number };
export type EdgeRow = { unitId: UnitId; parentId: UnitId | null; name: string } & Span;
export type CodeRow = { unitId: UnitId; system: string; code: string } & Span;
export type RelationRow = { unitId: UnitId; kind: RelationKind; superiorId: UnitId } & Span;

/** Holds the unit's edits until the transaction ends. */
export async function findUnitForUpdate(tx: Transaction, id: UnitId): Promise<UnitHead | undefined> {
  const { rows } = await sql<UnitHead>`select id, kind, version from unit where id = ${id}::int for update`.execute(tx);
  return rows[0];
}

export async function findHead(db: Database, id: UnitId): Promise<UnitHead | undefined> {
  const { rows } = await sql<UnitHead>`select id, kind, version from unit where id = ${id}::int`.execute(db);
  return rows[0];
}

export async function countEdit(tx: Transaction, id: UnitId): Promise<void> {
  await sql`update unit set version = version + 1 where id = ${id}::int`.execute(tx);
}

/** New identities, in the order of the kinds given. */
export async function insertUnits(tx: Transaction, kinds: readonly UnitKind[]): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    insert into unit (kind) select kind from unnest(${[...kinds]}::text[]) with ordinality as given (kind, place) order by place returning id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

export async function insertEdges(tx: Transaction, edges: readonly EdgeRow[]): Promise<void> {
  await sql`
    insert into unit_edge (unit_id, parent_id, name, valid)
    select unit_id, parent_id, name, daterange(first, last + 1)
    from unnest(${edges.map((edge) => edge.unitId)}::int[], ${edges.map((edge) => edge.parentId)}::int[], ${edges.map((edge) => edge.name)}::text[],
                ${edges.map((edge) => edge.from)}::date[], ${edges.map((edge) => edge.until)}::date[]) as given (unit_id, parent_id, name, first, last)
  `.execute(tx);
}

export async function insertCodes(tx: Transaction, codes: readonly CodeRow[]): Promise<void> {
  await sql`
    insert into unit_code (unit_id, system, code, valid)
    select unit_id, system, code, daterange(first, last + 1)
    from unnest(${codes.map((row) => row.unitId)}::int[], ${codes.map((row) => row.system)}::text[], ${codes.map((row) => row.code)}::text[],
                ${codes.map((row) => row.from)}::date[], ${codes.map((row) => row.until)}::date[]) as given (unit_id, system, code, first, last)
  `.execute(tx);
}

export async function insertRelations(tx: Transaction, relations: readonly RelationRow[]): Promise<void> {
  await sql`
    insert into unit_relation (unit_id, kind, superior_id, valid)
    select unit_id, kind, superior_id, daterange(first, last + 1)
    from unnest(${relations.map((row) => row.unitId)}::int[], ${relations.map((row) => row.kind)}::text[], ${relations.map((row) => row.superiorId)}::int[],
                ${relations.map((row) => row.from)}::date[], ${relations.map((row) => row.until)}::date[]) as given (unit_id, kind, superior_id, first, last)
  `.execute(tx);
}

/** A unit's names and places, oldest first. */
export async function edgesOf(db: Database, id: UnitId): Promise<EdgeRow[]> {
  const { rows } = await sql<EdgeRow>`
    select unit_id as "unitId", parent_id as "parentId", name, lower(valid) as from, upper(valid) - 1 as until
    from unit_edge where unit_id = ${id}::int order by valid
  `.execute(db);
  return rows;
}

export async function codesOf(db: Database, id: UnitId): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`
    select unit_id as "unitId", system, code, lower(valid) as from, upper(valid) - 1 as until
    from unit_code where unit_id = ${id}::int order by system, valid
  `.execute(db);
  return rows;
}

export async function relationsOf(db: Database, id: UnitId): Promise<RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    select unit_id as "unitId", kind, superior_id as "superiorId", lower(valid) as from, upper(valid) - 1 as until
    from unit_relation where unit_id = ${id}::int order by kind, valid, superior_id
  `.execute(db);
  return rows;
}

/** Puts these rows in the place of all that the unit had: what changed is decided in the domain, this writes it down. */
export async function replaceEdges(tx: Transaction, id: UnitId, edges: readonly EdgeRow[]): Promise<void> {
  await sql`delete from unit_edge where unit_id = ${id}::int`.execute(tx);
  await insertEdges(tx, edges);
}

export async function replaceCodes(tx: Transaction, id: UnitId, codes: readonly CodeRow[]): Promise<void> {
  await sql`delete from unit_code where unit_id = ${id}::int`.execute(tx);
  await insertCodes(tx, codes);
}

export async function replaceRelations(tx: Transaction, id: UnitId, relations: readonly RelationRow[]): Promise<void> {
  await sql`delete from unit_relation where unit_id = ${id}::int`.execute(tx);
  await insertRelations(tx, relations);
}

/** Who has this code at some time in the span. */
export async function holdersOfCode(db: Database, system: string, code: string, { from, until }: Span): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`
    select unit_id as "unitId", system, code, lower(valid) as from, upper(valid) - 1 as until
    from unit_code
    where system = ${system} and code = ${code} and valid && daterange(${from}::date, ${until}::date + 1)
  `.execute(db);
  return rows;
}

/** Names of units that hang on this one (in the tree or by a relation) at any time after the day. */
export async function dependentsAfter(db: Database, id: UnitId, day: string): Promise<{ id: UnitId; name: string }[]> {
  const { rows } = await sql<{ id: UnitId; name: string }>`
    select distinct unit_id as id, name from unit_edge
    where parent_id = ${id}::int and valid && daterange(${day}::date + 1, null)
    order by name limit 20
  `.execute(db);
  return rows;
}

/** Ends the relations of others to a unit that ends. */
export async function endRelationsTo(tx: Transaction, superior: UnitId, lastDay: string): Promise<void> {
  await sql`delete from unit_relation where superior_id = ${superior}::int and lower(valid) > ${lastDay}::date`.execute(tx);
  await sql`
    update unit_relation set valid = daterange(lower(valid), ${lastDay}::date + 1)
    where superior_id = ${superior}::int and valid @> (${lastDay}::date + 1)
  `.execute(tx);
}

/** Units of this kind and name under this parent at some time in the span. */
export async function sameNamed(
  db: Database,
  { kind, name, parentId, from, until }: { kind: UnitKind; name: string; parentId: UnitId | null } & Span,
): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    select unit_id as id from unit_edge join unit on unit.id = unit_id
    where kind = ${kind} and lower(name) = lower(${name}) and parent_id is not distinct from ${parentId}::int
      and valid && daterange(${from}::date, ${until}::date + 1)
  `.execute(db);
  return rows.map(({ id }) => id);
}
