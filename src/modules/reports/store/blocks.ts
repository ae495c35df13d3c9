import { sql } from "kysely";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Block, BlockContent } from "../blocks.ts";

/** Blocks of a report in their order. */
export async function blocksOf(db: Database, reportId: string): Promise<Block[]> {
  const { rows } = await sql<Block>`
    select id, version, content from report_block where report_id = ${reportId}::uuid order by position, id`.execute(db);
  return rows;
}

/** All blocks as they shall stand: their order, and those that are new or changed. What is not in the list goes. */
export async function saveBlocks(tx: Transaction, reportId: string, blocks: readonly Block[]): Promise<void> {
  const rows = blocks.map(({ id, version, content }, position) => ({ id, version, position, content }));
  await sql`
    delete from report_block where report_id = ${reportId}::uuid and id <> all(${rows.map(({ id }) => id)}::text[])`.execute(tx);
  await sql`
    insert into report_block (report_id, id, position, content, version)
    select ${reportId}::uuid, b.id, b.position, b.content, b.version
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b (id text, position int, content jsonb, version int)
        on conflict (report_id, id) do update
       set position = excluded.position, content = excluded.content, version = excluded.version
     where (report_block.position, report_block.version) is distinct from (excluded.position, excluded.version)`.execute(tx);
}

export type TemplateRow = {
  id: string;
  unitId: number;
  title: string;
  kind: "report" | "letter" | "submission-letter" | "notice";
  form: "state" | "party" | "front" | null;
  periods: string[];
  subject: string;
  blocks: BlockContent[];
  version: number;
};

const templateColumns = sql`id, unit_id as "unitId", title, kind, form, periods, subject, blocks, version`;

export async function templatesOf(db: Database, units: readonly number[]): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select ${templateColumns} from report_template where unit_id = any(${[...units]}::int[]) order by title collate "vi-x-icu", id`.execute(
    db,
  );
  return rows;
}

export async function findTemplate(db: Database, id: string): Promise<TemplateRow | undefined> {
  const { rows } = await sql<TemplateRow>`select ${templateColumns} from report_template where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function insertTemplate(tx: Transaction, template: Omit<TemplateRow, "id" | "version">): Promise<string> {
  const { unitId, title, kind, form, periods, subject, blocks } = template;
  const { rows } = await sql<{ id: string }>`
    insert into report_template (unit_id, title, kind, form, periods, subject, blocks)
    values (${unitId}::int, ${title}, ${kind}, ${form}, ${periods}::text[], ${subject}, ${JSON.stringify(blocks)}::jsonb)
    returning id`.execute(tx);
  return rows[0]?.id ?? "";
}

export async function updateTemplate(
  tx: Transaction,
  id: string,
  version: number,
  { title, subject, periods, blocks }: Pick<TemplateRow, "title" | "subject" | "periods" | "blocks">,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update report_template set title = ${title}, subject = ${subject}, periods = ${periods}::text[], blocks = ${JSON.stringify(blocks)}::jsonb,
           version = version + 1, updated_at = now()
     where id = ${id}::uuid and version = ${version}::int`.execute(tx);
  return numAffectedRows === 1n;
}

export async function deleteTemplate(tx: Transaction, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from report_template where id = ${id}::uuid and version = ${version}::int`.execute(tx);
  return numAffectedRows === 1n;
}
