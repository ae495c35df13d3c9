import type { Actor } from "../../../kernel/actor.ts";
import { Problem, problem } from "../../../kernel/errors.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { say } from "../messages.ts";
import type { Extracted, NamedBytes } from "../reading/extracted.ts";
import { extensionOf } from "../reading/formats.ts";
import { readInWorker } from "../reading/read-in-worker.ts";
import { secrecyInName } from "../reading/secrecy-in-name.ts";
import { findSecrecyMark } from "../reading/secrecy.ts";

/**
 * Reads a file that is to be registered. One with a secrecy mark in its name or its text is refused: neither the file
 * nor its name is kept, the record says only that a refusal happened.
 */
export async function readOpenFile(db: Database, actor: Actor, file: NamedBytes): Promise<Extracted> {
  if (secrecyInName(file.name)) throw await refused(db, actor);
  const extracted = await readInWorker(file);
  if (findSecrecyMark({ name: file.name, ...extracted })) throw await refused(db, actor);
  return extracted;
}

/** Evidence that is a text; photographs and scans are looked at by their name. */
const textEndings = new Set([".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".txt", ".md"]);

/** The same check for a file that is only kept (evidence): its name always, its text where it can be read. */
export async function refuseSecretFile(db: Database, actor: Actor, file: NamedBytes): Promise<void> {
  const ending = extensionOf(file.name);
  if (textEndings.has(ending)) await readOpenFile(db, actor, file);
  else if (secrecyInName(file.name) || (ending === ".pdf" && (await isSecretPdf(file)))) throw await refused(db, actor);
}

/** A PDF that is kept may well be a long scan or locked for printing: it is taken as it is unless it spells a mark. */
async function isSecretPdf(file: NamedBytes): Promise<boolean> {
  try {
    return findSecrecyMark({ name: file.name, ...(await readInWorker(file)) }) !== null;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function refused(db: Database, actor: Actor): Promise<Problem> {
  await transaction(db, (tx) =>
    recordAct(tx, actor, { act: "document:refuse-secret", thing: { kind: "unit", id: String(actor.unitId) }, unitId: actor.unitId }),
  );
  return problem("secret", say("secret"));
}
