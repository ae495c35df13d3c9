import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { PaperKind } from "../shapes.ts";

export type PaperRecord = {
  id: string;
  campaign_id: string;
  unit_id: UnitId;
  candidate_id: string | null;
  kind: PaperKind;
  label: string;
  file_hash: string;
  file_name: string;
  file_type: string;
  file_size: number;
  attached_at: Date;
};

const kept = (db: Database) =>
  db
    .selectFrom("award_paper")
    .select([
      "id",
      "campaign_id",
      "unit_id",
      "candidate_id",
      "kind",
      "label",
      "file_hash",
      "file_name",
      "file_type",
      "file_size",
      "attached_at",
    ])
    .where("taken_off_on", "is", null)
    .orderBy("attached_at");

export const papersOf = async (db: Database, campaign: string): Promise<PaperRecord[]> =>
  (await kept(db).where("campaign_id", "=", campaign).execute()) as PaperRecord[];

export const papersOfCandidate = async (db: Database, candidate: string): Promise<PaperRecord[]> =>
  (await kept(db).where("candidate_id", "=", candidate).execute()) as PaperRecord[];

export const findPaper = async (db: Database, id: string): Promise<PaperRecord | undefined> =>
  (await kept(db).where("id", "=", id).executeTakeFirst()) as PaperRecord | undefined;

export async function insertPaper(
  tx: Transaction,
  paper: Omit<PaperRecord, "id" | "attached_at"> & { attached_by: PersonId },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("award_paper")
    .values({ ...paper, attached_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The row stays; the file is collected when nothing names it any more. */
export async function takePaperOff(tx: Transaction, id: string, today: CalendarDate): Promise<void> {
  await tx.updateTable("award_paper").set({ taken_off_on: today }).where("id", "=", id).execute();
}

/** After an erasure: what named the person goes, and the files with it once nothing names them. */
export async function dropPapersOfCandidate(tx: Transaction, candidate: string): Promise<void> {
  await tx.deleteFrom("award_paper").where("candidate_id", "=", candidate).execute();
}
