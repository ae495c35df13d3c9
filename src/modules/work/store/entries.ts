import { sql } from "kysely";
import type { PersonId, UnitId, WorkId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { WorkEntryAct, WorkDue } from "../contract.ts";

export type FileRow = { id: string; name: string; size: number; type: string };
export type EntryRow = {
  id: string;
  act: WorkEntryAct;
  unit_id: UnitId;
  person_id: PersonId | null;
  at: Date;
  text: string | null;
  percent: number | null;
  due_before: WorkDue | null;
  due_after: WorkDue | null;
  files: FileRow[];
};

export type NewEntry = {
  act: WorkEntryAct;
  unitId: UnitId;
  personId: PersonId | null;
  at: Date;
  text?: string | null;
  percent?: number | null;
  dueBefore?: WorkDue;
  dueAfter?: WorkDue;
};
export type NewFile = { hash: string; name: string; size: number; type: string };

export async function insertEntry(tx: Transaction, work: WorkId, entry: NewEntry, files: readonly NewFile[] = []): Promise<void> {
  const { id } = await tx
    .insertInto("work_entry")
    .values({
      work_id: work,
      act: entry.act,
      unit_id: entry.unitId,
      person_id: entry.personId,
      at: entry.at,
      text: entry.text ?? null,
      percent: entry.percent ?? null,
      due_before: entry.dueBefore ? JSON.stringify(entry.dueBefore) : null,
      due_after: entry.dueAfter ? JSON.stringify(entry.dueAfter) : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (files.length > 0)
    await tx
      .insertInto("work_file")
      .values(files.map((file) => ({ ...file, entry_id: id })))
      .execute();
}

/** The conversation about an item, oldest first, each with its files. */
export async function entriesOf(db: Database, work: WorkId): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.act, e.unit_id, e.person_id, e.at, e.text, e.percent, e.due_before, e.due_after,
           coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'type', f.type) order by f.id)
                       from work_file f where f.entry_id = e.id), '[]') as files
      from work_entry e
     where e.work_id = ${work}::uuid
     order by e.at, e.id`.execute(db);
  return rows;
}

/** A file with the item that it is evidence for; who may see the item may take the file. */
export async function findFile(db: Database, id: string): Promise<(NewFile & { workId: WorkId }) | undefined> {
  const row = await db
    .selectFrom("work_file as f")
    .innerJoin("work_entry as e", "e.id", "f.entry_id")
    .select(["f.hash", "f.name", "f.size", "f.type", "e.work_id as workId"])
    .where("f.id", "=", id)
    .executeTakeFirst();
  return row && { ...row, workId: row.workId as WorkId };
}
