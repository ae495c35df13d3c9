import { sql } from "kysely";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import type { BlankField, BlankIn } from "../shapes.ts";

export type BlankRecord = {
  id: string;
  version: number;
  unit_id: UnitId;
  name: string;
  width: number;
  height: number;
  fields: BlankField[];
};

const columns = sql`id, version, unit_id, name, width::float8 as width, height::float8 as height, fields`;

/** Blanks that these units have measured. */
export async function blanksOf(db: Database, units: readonly UnitId[]): Promise<BlankRecord[]> {
  const { rows } = await sql<BlankRecord>`
    select ${columns} from print_blank where unit_id = any(${units}::int[]) order by name collate "vi-x-icu", id`.execute(db);
  return rows;
}

export async function findBlank(db: Database, id: string): Promise<BlankRecord | undefined> {
  const { rows } = await sql<BlankRecord>`select ${columns} from print_blank where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function lockBlank(tx: Transaction, id: string): Promise<BlankRecord | undefined> {
  const { rows } = await sql<BlankRecord>`select ${columns} from print_blank where id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

export async function blankNamed(tx: Transaction, unit: UnitId, name: string, but: string | null): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from print_blank where unit_id = ${unit}::int and name = ${name} and id is distinct from ${but}::uuid) as there`.execute(
    tx,
  );
  return rows[0]?.there ?? false;
}

const written = ({ name, width, height, fields }: BlankIn) => ({ name, width, height, fields: JSON.stringify(fields) });

export async function insertBlank(tx: Transaction, unit: UnitId, blank: BlankIn, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto("print_blank")
    .values({ unit_id: unit, ...written(blank), changed_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateBlank(tx: Transaction, id: string, blank: BlankIn, now: Date): Promise<void> {
  await tx
    .updateTable("print_blank")
    .set((expression) => ({ ...written(blank), changed_at: now, version: expression("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}
