import type { SystemActor } from "../../../kernel/actor.ts";
import { problem, type Problem } from "../../../kernel/errors.ts";
import { referencedFiles } from "../../../platform/file-collection.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import type { Services } from "../../../platform/services.ts";
import { recordAct } from "../../audit/index.ts";
import { say } from "../messages.ts";
import { eraseDocuments, insertRefusal } from "../store/pages.ts";

const isForeignKeyViolation = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "23503";

const recogniser: SystemActor = { system: "recogniser" };

/**
 * Takes a document out of the register for good because a degree of secrecy was recognised in it, and with it every
 * other row of the same file that nobody has worked with. What is left says that something was refused, not what.
 * Returns the files to erase: hand them to `eraseFilesJob` in the same transaction.
 */
export async function eraseSecret(tx: Transaction, fileHash: string, now: Date): Promise<string[]> {
  const { rows, hashes } = await eraseDocuments(tx, fileHash).catch((error: unknown) => {
    // A row of a later module stands on it: nothing is torn out from under a plan that is issued.
    throw isForeignKeyViolation(error) ? problem("wrong_state", say("secretInUse")) : error;
  });
  for (const { unit_id, uploaded_by } of rows) {
    await insertRefusal(tx, unit_id, uploaded_by as never, now);
    await recordAct(tx, recogniser, {
      act: "document:erase-secret",
      thing: { kind: "unit", id: String(unit_id) },
      unitId: unit_id as never,
    });
  }
  return hashes;
}

/** Erases content that no row names any more; what something else still names stays. */
export async function eraseFiles({ db, files }: Pick<Services, "db" | "files">, hashes: readonly string[]): Promise<void> {
  const named = await referencedFiles(db);
  for (const hash of hashes) if (!named.has(hash)) await files.erase(hash);
}

export const secretFound = (): Problem => problem("secret", say("secretRecognised"));
