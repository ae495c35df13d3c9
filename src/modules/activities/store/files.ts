import type { ActivityId, PersonId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { ActivityFile } from "../contract.ts";

export type NewFile = { kind: ActivityFile["kind"]; hash: string; thumbHash: string | null; name: string; size: number; type: string };
export type FileRow = NewFile & { id: string; activityId: ActivityId };

const fields = ["id", "activity_id as activityId", "kind", "hash", "thumb_hash as thumbHash", "name", "size", "type"] as const;

export async function insertFiles(
  tx: Transaction,
  activity: ActivityId,
  files: readonly NewFile[],
  by: { person: PersonId; at: Date },
): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto("activity_file")
    .values(
      files.map(({ thumbHash, ...file }) => ({
        ...file,
        thumb_hash: thumbHash,
        activity_id: activity,
        added_by: by.person,
        added_at: by.at,
      })),
    )
    .execute();
}

/** Photographs first, in the order in which they came. */
export async function filesOf(db: Database, activities: readonly ActivityId[]): Promise<FileRow[]> {
  if (activities.length === 0) return [];
  const rows = await db
    .selectFrom("activity_file")
    .select(fields)
    .where("activity_id", "in", [...activities])
    .orderBy("kind", "desc")
    .orderBy("id")
    .execute();
  return rows as FileRow[];
}

export async function findFile(db: Database, id: string): Promise<FileRow | undefined> {
  const row = await db.selectFrom("activity_file").select(fields).where("id", "=", id).executeTakeFirst();
  return row as FileRow | undefined;
}

export async function deleteFile(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom("activity_file").where("id", "=", id).execute();
}
