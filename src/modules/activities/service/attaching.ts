import { z } from "zod";
import { authorise, type Actor } from "../../../kernel/actor.ts";
import { Problem, problem } from "../../../kernel/errors.ts";
import type { ActivityId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { recordAct } from "../../audit/index.ts";
import { plainFileName, refuseSecretFile } from "../../documents/index.ts";
import type { ActivityDetail } from "../contract.ts";
import { nextState } from "../domain/states.ts";
import { say } from "../messages.ts";
import { shrinkPicture } from "../pictures/shrink.ts";
import { mayEdit } from "../policy.ts";
import { findEntryForUpdate, updateEntry } from "../store/entries.ts";
import { deleteFile, filesOf, findFile, insertFiles, type FileRow, type NewFile } from "../store/files.ts";
import { detailOf, getVisible, sidesOf } from "./view.ts";

export type Given = { photos?: readonly File[] | undefined; paper?: readonly File[] | undefined; files?: readonly File[] | undefined };
export type WithFiles = { db: Database; files: Files; clock: () => Date };

const limit = 25 * 1024 * 1024;
const mostFiles = 30;

/** What an office keeps beside an entry; the type that leaves again is ours, never what the browser claimed. */
const types: Record<string, string> = {
  pdf: "application/pdf",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  txt: "text/plain; charset=utf-8",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};

const refuse = (code: "invalid_input" | "unsupported" | "too_large", text: Text, field: string, name: string) =>
  problem(code, text, { fields: { [field]: text.vi }, file: name });

const count = ({ photos = [], paper = [], files = [] }: Given): number => photos.length + paper.length + files.length;

/**
 * Reads, cleans and keeps what came with an entry, before the row that names it. One secret or unusable file refuses the
 * whole. Call it only for somebody who may record: it works hard.
 */
export async function keepFiles({ db, files: store }: Pick<WithFiles, "db" | "files">, actor: Actor, given: Given): Promise<NewFile[]> {
  if (count(given) > mostFiles) throw problem("invalid_input", say("tooManyFiles"), { fields: { files: say("tooManyFiles").vi } });
  const kept: NewFile[] = [];
  for (const [kind, field] of [
    ["photo", "photos"],
    ["paper", "paper"],
  ] as const) {
    for (const file of given[field] ?? []) {
      const bytes = await bytesOf(db, actor, file, field);
      const { picture, thumb } = await shrinkPicture(bytes).catch((error: unknown) => {
        throw error instanceof Problem ? problem(error.code, error.text, { fields: { [field]: error.text.vi }, file: file.name }) : error;
      });
      const [{ sha256, size }, small] = [await store.put(picture), await store.put(thumb)];
      const name = `${plainFileName(file.name).replace(/\.[^.]{1,5}$/, "")}.jpg`;
      kept.push({ kind, hash: sha256, thumbHash: small.sha256, name, size, type: "image/jpeg" });
    }
  }
  for (const file of given.files ?? []) {
    const type = types[file.name.toLowerCase().split(".").at(-1) ?? ""];
    const bytes = await bytesOf(db, actor, file, "files");
    if (!type) throw refuse("unsupported", say("fileType"), "files", file.name);
    const { sha256, size } = await store.put(bytes);
    kept.push({ kind: "file", hash: sha256, thumbHash: null, name: plainFileName(file.name), size, type });
  }
  return kept;
}

async function bytesOf(db: Database, actor: Actor, file: File, field: string): Promise<Uint8Array> {
  if (file.size === 0) throw refuse("invalid_input", say("fileEmpty"), field, file.name);
  if (file.size > limit) throw refuse("too_large", say("fileTooLarge"), field, file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  await refuseSecretFile(db, actor, { name: file.name, bytes });
  return bytes;
}

/** Puts kept files to an entry, within the act's transaction. */
export async function attach(tx: Transaction, actor: Actor, id: ActivityId, files: readonly NewFile[], now: Date): Promise<void> {
  if (files.length === 0) return;
  const before = await filesOf(tx, [id]);
  if (before.length + files.length > mostFiles)
    throw problem("invalid_input", say("tooManyFiles"), { fields: { files: say("tooManyFiles").vi } });
  await insertFiles(tx, id, files, { person: actor.personId, at: now });
}

export async function addFiles(services: WithFiles, actor: Actor, { id, ...given }: Given & { id: ActivityId }): Promise<ActivityDetail> {
  const { sides } = await getVisible(services.db, actor, id);
  authorise(mayEdit(actor, sides), "activity:record");
  const files = await keepFiles(services, actor, given);
  return changeFiles(services, actor, id, "activity:add-files", (tx, now) => attach(tx, actor, id, files, now));
}

export function removeFile(
  services: Pick<WithFiles, "db" | "clock">,
  actor: Actor,
  { id, file }: { id: ActivityId; file: string },
): Promise<ActivityDetail> {
  return changeFiles(services, actor, id, "activity:remove-file", async (tx) => {
    const attached = await filesOf(tx, [id]);
    if (!attached.some((each) => each.id === file)) throw problem("not_found", say("noFile"));
    await deleteFile(tx, file);
  });
}

function changeFiles(
  { db, clock }: Pick<WithFiles, "db" | "clock">,
  actor: Actor,
  id: ActivityId,
  act: string,
  change: (tx: Transaction, now: Date) => Promise<void>,
): Promise<ActivityDetail> {
  const now = clock();
  return transaction(db, async (tx) => {
    await getVisible(tx, actor, id);
    const row = await findEntryForUpdate(tx, id);
    if (!row) throw problem("not_found", say("noActivity"));
    const sides = await sidesOf(tx, actor, row);
    authorise(mayEdit(actor, sides), "activity:record");
    if (nextState(row.state, "addFiles") === null) throw problem("wrong_state", say("notNow"), { state: row.state });
    await change(tx, now);
    await updateEntry(tx, id, {}, now);
    const after = (await findEntryForUpdate(tx, id)) ?? row;
    await recordAct(tx, actor, {
      act,
      thing: { kind: "activity", id },
      unitId: row.lead_id,
      before: { files: row.photos + row.files },
      after: { files: after.photos + after.files },
    });
    return detailOf(tx, actor, after, sides);
  });
}

/** A file of an entry that this person may see; any other does not exist for them. */
export async function findAttached(db: Database, actor: Actor, id: string): Promise<FileRow> {
  const file = z.uuid().safeParse(id).success ? await findFile(db, id) : undefined;
  if (!file) throw problem("not_found", say("noFile"));
  await getVisible(db, actor, file.activityId);
  return file;
}
