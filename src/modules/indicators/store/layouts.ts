import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { LayoutContent } from "../contract/layouts.ts";

export type LayoutRow = { id: string; ownerId: UnitId | null; name: string; description: string; content: LayoutContent; version: number };

const columns = sql`id, owner_id as "ownerId", name, description, content, version`;

/** Shipped ones first, then those of these units, by name. */
export async function listLayouts(db: Database, owners: readonly UnitId[]): Promise<LayoutRow[]> {
  const { rows } = await sql<LayoutRow>`
    select ${columns} from layout where owner_id is null or owner_id = any(${[...owners]}::int[])
    order by owner_id is not null, name collate "vi-x-icu", id
  `.execute(db);
  return rows;
}

export async function findLayout(db: Database, id: string): Promise<LayoutRow | undefined> {
  const { rows } = await sql<LayoutRow>`select ${columns} from layout where id = ${id}`.execute(db);
  return rows[0];
}

export async function findLayoutForUpdate(tx: Transaction, id: string): Promise<LayoutRow | undefined> {
  const { rows } = await sql<LayoutRow>`select ${columns} from layout where id = ${id} for update`.execute(tx);
  return rows[0];
}

type Given = { name: string; description: string; content: LayoutContent };

export async function insertLayout(tx: Transaction, ownerId: UnitId, { name, description, content }: Given): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into layout (id, owner_id, name, description, content)
    values (uuidv7()::text, ${ownerId}::int, ${name}, ${description}, ${JSON.stringify(content)}::jsonb) returning id
  `.execute(tx);
  return rows[0]?.id ?? "";
}

export async function updateLayout(tx: Transaction, id: string, { name, description, content }: Given): Promise<void> {
  await sql`
    update layout set name = ${name}, description = ${description}, content = ${JSON.stringify(content)}::jsonb, version = version + 1 where id = ${id}
  `.execute(tx);
}

export async function deleteLayout(tx: Transaction, id: string): Promise<void> {
  await sql`delete from layout where id = ${id}`.execute(tx);
}
