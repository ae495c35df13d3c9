import { createHash } from "node:crypto";
import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { transaction } from "../../../platform/database/index.ts";
import { enqueue } from "../../../platform/jobs.ts";
import type { Services } from "../../../platform/services.ts";
import { recordAct } from "../../audit/index.ts";
import type { Document } from "../contract.ts";
import { compileJob, recogniseJob, recognitionQueue } from "../jobs.ts";
import { plainFileName } from "../domain/file-name.ts";
import { say } from "../messages.ts";
import { mayUpload } from "../policy.ts";
import type { NamedBytes, ReadableKind } from "../reading/extracted.ts";
import { findInternalMark } from "../reading/internal.ts";
import { headOf } from "../reading/ocr/head.ts";
import { findByFile, insertDocument, type DocumentRow } from "../store/documents.ts";
import { insertPages } from "../store/pages.ts";
import { scopeOf } from "./scope.ts";
import { readOpenFile } from "./secrecy.ts";
import { documentView } from "./view.ts";

export type Upload = { file: NamedBytes; internal: boolean };

/** The type that leaves again is ours, never what the browser claimed. */
const typeOf: Record<ReadableKind, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  odt: "application/vnd.oasis.opendocument.text",
  rtf: "application/rtf",
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
  // Nothing opens it in the browser by itself; which of the picture formats it is, its name tells.
  image: "application/octet-stream",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};

/**
 * Registers a document from its file: refused when secret, the same row when the unit has the file already, else kept
 * with its text, and read by a job that the same transaction adds.
 */
export async function uploadDocument(
  { db, files, clock }: Pick<Services, "db" | "files" | "clock">,
  actor: Actor,
  { file, internal }: Upload,
): Promise<{ document: Document; already: boolean }> {
  authorise(mayUpload(actor), "document:upload");
  if (file.bytes.length === 0) throw problem("invalid_input", say("fileEmpty"), { fields: { file: say("fileEmpty").vi } });
  const extracted = await readOpenFile(db, actor, file);
  const hash = createHash("sha256").update(file.bytes).digest("hex");
  const scope = await scopeOf(db, actor);
  const answer = async (row: DocumentRow, already: boolean) => ({ document: await documentView(db, actor, scope, row), already });

  const known = await findByFile(db, actor.unitId, hash);
  if (known) return answer(known, true);

  // On disk before the row that names it.
  const stored = await files.put(file.bytes);
  const added = await transaction(db, async (tx) => {
    const row = await insertDocument(
      tx,
      {
        unit_id: actor.unitId,
        file_hash: stored.sha256,
        file_name: plainFileName(file.name),
        file_size: stored.size,
        file_type: extracted.kind === "image" ? pictureType(file.bytes) : typeOf[extracted.kind],
        internal: internal || findInternalMark({ name: file.name, ...extracted }) !== null,
        uploaded_by: actor.personId,
        uploaded_at: clock(),
      },
      {
        text: extracted.text,
        tables: extracted.tables.map(({ line, lineCount }) => ({ line, lineCount })),
        footnotes: extracted.footnotes,
        notes: extracted.notes.map(({ text }) => text),
      },
      extracted.needsRecognition ? "recognising" : "compiling",
    );
    if (!row) return undefined;
    if (extracted.needsRecognition) {
      await insertPages(tx, row.id, extracted.pages.length);
      await enqueue(tx, recogniseJob, { documentId: row.id }, recognitionQueue);
    } else await enqueue(tx, compileJob, { documentId: row.id });
    await recordAct(tx, actor, {
      act: "document:upload",
      thing: { kind: "document", id: row.id },
      unitId: actor.unitId,
      after: { internal: row.internal },
    });
    return row;
  });
  if (added) return answer(added, false);
  const faster = await findByFile(db, actor.unitId, hash);
  if (!faster) throw problem("not_found", say("noDocument"));
  return answer(faster, true);
}

const pictureType = (bytes: Uint8Array): string => {
  const head = headOf(bytes);
  return head ? `image/${head.type}` : "application/octet-stream";
};
