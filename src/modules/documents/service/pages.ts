import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { recordAct } from "../../audit/index.ts";
import { personNames } from "../../identity/index.ts";
import type { PageSummary, PageText, Refusal } from "../contract.ts";
import { assemble, doubtsOf, isDoubtful, isPoor, linesEntered, linesMoved } from "../domain/pages.ts";
import { compileJob, eraseFilesJob } from "../jobs.ts";
import { say } from "../messages.ts";
import { mayReview, mayUpload } from "../policy.ts";
import { findSecrecyOnPages } from "../reading/ocr/secrecy.ts";
import { composePages } from "../reading/pages/compose.ts";
import { updateDocument } from "../store/documents.ts";
import {
  findPage,
  listPages,
  markRefusalSeen,
  moveItems,
  replaceText,
  saveCorrection,
  unseenRefusals,
  type PageRow,
} from "../store/pages.ts";
import { eraseSecret, secretFound } from "./erasing.ts";
import { getReadable, getReadableForUpdate } from "./scope.ts";

const noPage = () => problem("not_found", say("noPage"));

function summaryOf({ page, state, source, shape, corrected }: PageRow): PageSummary {
  const doubtful = corrected ? 0 : (shape?.words.filter((word) => isDoubtful(word)).length ?? 0);
  return { page, state, source, doubtful, corrected: corrected !== null };
}

/** The lines as they stand: corrected, as read, or (while other pages are still being read) the page by itself. */
const linesOf = ({ corrected, lines, shape }: PageRow): string[] => corrected ?? lines ?? (shape ? composePages([shape]).lines : [""]);

async function viewOf(db: Database, row: PageRow): Promise<PageText> {
  const lines = linesOf(row);
  const doubts = row.shape && row.corrected === null ? doubtsOf(row.shape, lines) : { marks: [], boxes: [] };
  const names = row.corrected_by ? await personNames(db, [row.corrected_by]) : new Map<string, string>();
  return {
    ...summaryOf(row),
    version: row.version,
    poor: row.shape !== null && row.corrected === null && isPoor(row.shape),
    image: row.image_hash ? `/files/documents/${row.document_id}/pages/${row.page}` : null,
    proportion: row.shape ? row.shape.width / row.shape.height : null,
    lines,
    ...doubts,
    correctedBy: row.corrected_by ? (names.get(row.corrected_by) ?? "") : null,
    correctedAt: row.corrected_at?.toISOString() ?? null,
  };
}

export async function readPages(db: Database, actor: Actor, id: DocumentId): Promise<{ pages: PageSummary[] }> {
  await getReadable(db, actor, id);
  return { pages: (await listPages(db, id)).map((row) => summaryOf(row)) };
}

export async function readPageText(db: Database, actor: Actor, id: DocumentId, page: number): Promise<PageText> {
  await getReadable(db, actor, id);
  const row = await findPage(db, id, page);
  if (!row) throw noPage();
  return viewOf(db, row);
}

/** The page's image, to those who may read the document. */
export async function findPageImage(db: Database, actor: Actor, id: DocumentId, page: number): Promise<{ hash: string; size: number }> {
  await getReadable(db, actor, id);
  const row = await findPage(db, id, page);
  if (!row?.image_hash || row.image_size === null) throw noPage();
  return { hash: row.image_hash, size: row.image_size };
}

type Correction = { id: DocumentId; page: number; version: number; text: string; now: Date };

/**
 * A person sets a page's text right. It is kept as entered and the document is compiled again; what was decided about
 * its items stays, and moves along when lines come in or go out above it. A degree of secrecy that the recognition had
 * missed erases the document like any other.
 */
export async function correctPage(db: Database, actor: Actor, { id, page, version, text, now }: Correction): Promise<PageText> {
  const lines = linesEntered(text);
  const outcome = await transaction(db, async (tx) => {
    const { row, scope } = await getReadableForUpdate(tx, actor, id);
    authorise(mayReview(actor, scope, row), "document:review");
    const before = await findPage(tx, id, page);
    if (!before) throw noPage();
    if (row.state === "compiling" || before.state === "waiting") throw problem("wrong_state", say("stillReading"));
    if (row.state === "reviewed") throw problem("wrong_state", say("notInReview"));
    if (before.version !== version)
      throw problem("conflict", say("pageChanged"), { current: await viewOf(tx, before), changedBy: null, changedAt: null });
    if (findSecrecyOnPages({ text: lines.join("\n"), stamps: [] })) {
      await enqueue(tx, eraseFilesJob, { hashes: await eraseSecret(tx, row.file_hash, now) });
      return "secret";
    }
    await saveCorrection(tx, id, page, lines, actor.personId, now);
    const pages = await listPages(tx, id);
    // While the other pages are still being read, the correction waits for them.
    if (row.state !== "recognising" && pages.every((one) => one.state !== "waiting")) {
      const { text: whole, tables, pages: read } = assemble(pages);
      const above = pages.slice(0, page - 1).reduce((sum, one, index) => sum + (one.corrected ?? read[index] ?? []).length, 0);
      const old = linesOf(before);
      const moves = linesMoved(old, lines).flatMap((to, from) =>
        to === null || to === from ? [] : [{ from: above + from + 1, to: above + to + 1 }],
      );
      await moveItems(tx, id, moves, { below: above + old.length, by: lines.length - old.length });
      await replaceText(tx, id, { text: whole, tables: tables.map(({ line, lineCount }) => ({ line, lineCount })) });
      await updateDocument(tx, id, { state: "compiling", failure: null });
      await enqueue(tx, compileJob, { documentId: id });
    }
    await recordAct(tx, actor, { act: "document:correct-page", thing: { kind: "document", id }, unitId: row.unit_id, after: { page } });
    const after = await findPage(tx, id, page);
    return after ?? before;
  });
  // Thrown outside, so that the erasing is kept.
  if (outcome === "secret") throw secretFound();
  return viewOf(db, outcome);
}

/** Stops a recognition that is under way. Pages that are read stay; `readAgain` goes on with the others. */
export function stopRecognition(
  db: Database,
  actor: Actor,
  { id, version }: { id: DocumentId; version: number },
): Promise<{ version: number }> {
  return transaction(db, async (tx) => {
    const { row, scope } = await getReadableForUpdate(tx, actor, id);
    authorise(mayReview(actor, scope, row), "document:review");
    if (row.state !== "recognising") throw problem("wrong_state", say("notRecognising"));
    if (row.version !== version)
      throw problem("conflict", say("documentChanged"), { current: { version: row.version }, changedBy: null, changedAt: null });
    const stopped = await updateDocument(tx, id, { state: "failed", failure: say("stopped") });
    await recordAct(tx, actor, { act: "document:stop-recognition", thing: { kind: "document", id }, unitId: row.unit_id });
    return { version: stopped.version };
  });
}

export async function readRefusals(db: Database, actor: Actor): Promise<{ refusals: Refusal[] }> {
  authorise(mayUpload(actor), "document:upload");
  const rows = await unseenRefusals(db, actor.personId);
  return { refusals: rows.map(({ id, refused_at }) => ({ id, at: refused_at.toISOString() })) };
}

export async function seeRefusal(db: Database, actor: Actor, id: string, now: Date): Promise<{ refusals: Refusal[] }> {
  authorise(mayUpload(actor), "document:upload");
  const seen = await transaction(db, (tx) => markRefusalSeen(tx, id, actor.personId, now));
  if (!seen) throw problem("not_found", say("noRefusal"));
  return readRefusals(db, actor);
}
