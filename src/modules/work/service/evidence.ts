import { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { plainFileName, refuseSecretFile } from "../../documents/index.ts";
import { say } from "../messages.ts";
import { findFile, type NewFile } from "../store/entries.ts";
import { getVisible } from "./view.ts";

const limit = 25 * 1024 * 1024;

/** What an office sends as evidence; the type that leaves again is ours, never what the browser claimed. */
const types: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
  pdf: "application/pdf",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};

const refuse = (code: "invalid_input" | "unsupported" | "too_large", text: Text, name: string) =>
  problem(code, text, { fields: { files: text.vi }, file: name });

/** Keeps evidence before the report that names it is written. One secret or unusable file refuses the whole report. */
export async function keepEvidence(
  { db, files }: { db: Database; files: Files },
  actor: Actor,
  given: readonly File[],
): Promise<NewFile[]> {
  const read: { name: string; type: string; bytes: Uint8Array }[] = [];
  for (const file of given) {
    const type = types[file.name.toLowerCase().split(".").at(-1) ?? ""];
    if (file.size === 0) throw refuse("invalid_input", say("fileEmpty"), file.name);
    if (file.size > limit) throw refuse("too_large", say("fileTooLarge"), file.name);
    const bytes = new Uint8Array(await file.arrayBuffer());
    await refuseSecretFile(db, actor, { name: file.name, bytes });
    if (!type) throw refuse("unsupported", say("fileType"), file.name);
    read.push({ name: plainFileName(file.name), type, bytes });
  }
  return Promise.all(
    read.map(async ({ name, type, bytes }) => {
      const { sha256, size } = await files.put(bytes);
      return { hash: sha256, name, size, type };
    }),
  );
}

/** A file of an item that this person may see; any other does not exist for them. */
export async function findEvidence(db: Database, actor: Actor, id: string): Promise<NewFile> {
  const file = z.uuid().safeParse(id).success ? await findFile(db, id) : undefined;
  if (!file) throw problem("not_found", say("noFile"));
  await getVisible(db, actor, file.workId);
  return file;
}
