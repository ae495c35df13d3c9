import { sql } from "kysely";
import type { Text } from "../../../kernel/language.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { PlanEdge, PlanUnit } from "../shapes.ts";

export type ExpressionRow = {
  id: string;
  key: string;
  printed: string;
  readAs: string | null;
  skipped: string | null;
  recipient: boolean;
  understood: Text | null;
  left: { unit: PlanUnit; why: Text }[];
  unclear: { piece: string; why: Text }[];
  version: number;
  units: { unitId: number; meant: boolean; byHand: boolean; reason: string | null }[];
};

/** The expressions of an edition, in the order of their first use. */
export async function expressionsOf(db: Database, editionId: string): Promise<ExpressionRow[]> {
  const { rows } = await sql<ExpressionRow>`
    select x.id, x.key, x.printed, x.read_as as "readAs", x.skipped, x.recipient, x.understood, x.left_out as "left", x.unclear, x.version,
           coalesce(u.units, '[]') as units
      from plan_expression x
      left join (
        select eu.expression_id, jsonb_agg(jsonb_build_object('unitId', eu.unit_id, 'meant', eu.meant, 'byHand', eu.by_hand, 'reason', eu.reason) order by eu.unit_id) as units
          from plan_expression_unit eu join plan_expression mine on mine.id = eu.expression_id
         where mine.edition_id = ${editionId}::uuid group by eu.expression_id
      ) u on u.expression_id = x.id
     where x.edition_id = ${editionId}::uuid order by x.id`.execute(db);
  return rows;
}

/** Makes those expressions that are not there yet, in the order of their first use; gives the id of each key. */
export async function upsertExpressions(
  tx: Transaction,
  editionId: string,
  printed: { key: string; printed: string; recipient: boolean }[],
): Promise<Map<string, string>> {
  const once = new Map<string, { key: string; printed: string; recipient: boolean }>();
  for (const expression of printed) {
    const known = once.get(expression.key);
    once.set(expression.key, known ? { ...known, recipient: known.recipient || expression.recipient } : expression);
  }
  const { rows } = await sql<{ id: string; key: string }>`
    insert into plan_expression (edition_id, key, printed, recipient)
    select ${editionId}::uuid, given.key, given.printed, given.recipient
      from jsonb_to_recordset(${JSON.stringify([...once.values()])}::jsonb) as given (key text, printed text, recipient boolean)
    on conflict (edition_id, key) do update set recipient = plan_expression.recipient or excluded.recipient
    returning id, key`.execute(tx);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** Expressions that no item uses any more and that stand in no list of recipients. */
export async function deleteUnusedExpressions(tx: Transaction, editionId: string): Promise<void> {
  await sql`delete from plan_expression x where x.edition_id = ${editionId}::uuid and not x.recipient
              and not exists (select from plan_party p where p.expression_id = x.id)`.execute(tx);
}

/** Writes how an expression was read where its version is still the one that was seen; false when it is not. */
export async function updateReading(
  tx: Transaction,
  id: string,
  version: number,
  reading: { readAs: string | null; skipped: string | null },
): Promise<boolean> {
  const done = await tx
    .updateTable("plan_expression")
    .set({ read_as: reading.readAs, skipped: reading.skipped, version: sql`version + 1` })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type Resolution = {
  units: number[];
  understood: Text | null;
  left: { unit: PlanUnit; why: Text }[];
  unclear: { piece: string; why: Text }[];
};

/** Replaces what the tree gives for expressions; what was added or taken out by hand stays. */
export async function saveResolutions(tx: Transaction, resolutions: ({ id: string } & Resolution)[]): Promise<void> {
  const given = JSON.stringify(resolutions);
  const ids = resolutions.map(({ id }) => id);
  await sql`update plan_expression x set understood = nullif(given.understood, 'null'::jsonb), left_out = given."left", unclear = given.unclear
              from jsonb_to_recordset(${given}::jsonb) as given (id uuid, understood jsonb, "left" jsonb, unclear jsonb)
             where x.id = given.id`.execute(tx);
  await sql`delete from plan_expression_unit where expression_id = any(${ids}::uuid[]) and not by_hand`.execute(tx);
  await sql`insert into plan_expression_unit (expression_id, unit_id, meant, by_hand)
            select given.id, unit_id::int, true, false
              from jsonb_to_recordset(${given}::jsonb) as given (id uuid, units jsonb), jsonb_array_elements_text(given.units) as unit_id
            on conflict do nothing`.execute(tx);
}

/** Adds or takes out a unit by hand; `meant: null` undoes what the hand did. */
export async function saveException(
  tx: Transaction,
  id: string,
  unitId: number,
  meant: boolean | null,
  reason: string | null,
): Promise<void> {
  await sql`delete from plan_expression_unit where expression_id = ${id}::uuid and unit_id = ${unitId}::int`.execute(tx);
  if (meant !== null)
    await sql`insert into plan_expression_unit values (${id}::uuid, ${unitId}::int, ${meant}::boolean, true, ${reason}::text)`.execute(tx);
  await sql`update plan_expression set version = version + 1 where id = ${id}::uuid`.execute(tx);
}

export type EdgeEntry = { unitId: number; proposed: PlanEdge; edge: PlanEdge; confirmed: boolean; version: number };

export async function edgesOf(db: Database, editionId: string): Promise<EdgeEntry[]> {
  const { rows } = await sql<EdgeEntry>`
    select unit_id as "unitId", proposed, edge, confirmed, version from plan_edge where edition_id = ${editionId}::uuid order by unit_id`.execute(
    db,
  );
  return rows;
}

/** Keeps exactly the edges of these units: new ones as proposed, those of units that owe nothing any more away. */
export async function saveProposals(
  tx: Transaction,
  editionId: string,
  proposals: { unitId: number; edge: PlanEdge; confirmed: boolean }[],
): Promise<void> {
  const ids = proposals.map(({ unitId }) => unitId);
  await sql`delete from plan_edge where edition_id = ${editionId}::uuid and not unit_id = any(${ids}::int[])`.execute(tx);
  await sql`insert into plan_edge (edition_id, unit_id, proposed, edge, confirmed)
            select ${editionId}::uuid, given.unit_id, given.edge, given.edge, given.confirmed
              from unnest(${ids}::int[], ${proposals.map(({ edge }) => edge)}::text[], ${proposals.map(({ confirmed }) => confirmed)}::boolean[])
                as given (unit_id, edge, confirmed)
            on conflict (edition_id, unit_id) do nothing`.execute(tx);
}

/** Sets edges that an editor decided, where the version is still the one that was seen; gives the units that were written. */
export async function updateEdges(
  tx: Transaction,
  editionId: string,
  units: { unitId: number; version: number }[],
  edge: PlanEdge | null,
): Promise<number[]> {
  const { rows } = await sql<{ unitId: number }>`
    update plan_edge e set edge = coalesce(${edge}::text, e.edge), confirmed = true, version = e.version + 1
      from unnest(${units.map(({ unitId }) => unitId)}::int[], ${units.map(({ version }) => version)}::int[]) as seen (unit_id, version)
     where e.edition_id = ${editionId}::uuid and e.unit_id = seen.unit_id and e.version = seen.version
    returning e.unit_id as "unitId"`.execute(tx);
  return rows.map(({ unitId }) => unitId);
}

/** Everybody an edition names, recipients included: who may read it once it is in force. */
export async function addressedUnits(db: Database, editionId: string): Promise<number[]> {
  const { rows } = await sql<{ unitId: number }>`
    select distinct u.unit_id as "unitId" from plan_expression x join plan_expression_unit u on u.expression_id = x.id
     where x.edition_id = ${editionId}::uuid and x.skipped is null and u.meant`.execute(db);
  return rows.map(({ unitId }) => unitId);
}

/** Which of these units stand in the directory on a day; those that have ended or not begun are left out. */
export async function unitsStanding(db: Database, ids: number[], day: string): Promise<Set<number>> {
  const { rows } = await sql<{ unitId: number }>`
    select unit_id as "unitId" from unit_edge where unit_id = any(${ids}::int[]) and valid @> ${day}::date`.execute(db);
  return new Set(rows.map(({ unitId }) => unitId));
}
