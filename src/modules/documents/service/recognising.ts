import { Problem } from "../../../kernel/errors.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { transaction, type Transaction } from "../../../platform/database/index.ts";
import type { Services } from "../../../platform/services.ts";
import { assemble } from "../domain/pages.ts";
import { say } from "../messages.ts";
import { findInternalMark } from "../reading/internal.ts";
import { openRecogniser, PageGivenUp, type PageRead, type Recogniser } from "../reading/ocr/recogniser.ts";
import { findSecrecyOnPages } from "../reading/ocr/secrecy.ts";
import { composePages } from "../reading/pages/compose.ts";
import { findDocument, findDocumentForUpdate, updateDocument, type DocumentRow } from "../store/documents.ts";
import { giveUpPage, listPages, nextWaiting, replaceText, saveLines, savePage, type PageShape } from "../store/pages.ts";
import { eraseSecret } from "./erasing.ts";

/** What follows, as jobs of the same transaction; handed in because those jobs are made of this. */
export type Following = {
  again(tx: Transaction, id: DocumentId): Promise<void>;
  compile(tx: Transaction, id: DocumentId): Promise<void>;
  erase(tx: Transaction, hashes: string[]): Promise<void>;
};

type Tools = Pick<Services, "db" | "files" | "clock" | "log">;

/** A turn lasts so long, then others have theirs: a long scan does not hold up a short one, nor the server's end. */
const turnMilliseconds = 20_000;

/**
 * Recognises a scan page by page. Each page is kept as soon as it is read, so that nothing is done twice after a
 * restart; each is looked through for a degree of secrecy before the next.
 */
export async function recogniseDocument(tools: Tools, id: DocumentId, following: Following): Promise<void> {
  const { db, files } = tools;
  const began = performance.now();
  let recogniser: Recogniser | null = null;
  try {
    for (;;) {
      const document = await findDocument(db, id);
      // Stopped, erased or finished meanwhile.
      if (document?.state !== "recognising") return;
      const page = await nextWaiting(db, id);
      if (page === null) return await finish(tools, id, following);
      if (performance.now() - began > turnMilliseconds) return await transaction(db, (tx) => following.again(tx, id));
      recogniser ??= await openFile(document, await files.read(document.file_hash));
      const read = await recogniser.read(page).catch((error: unknown) => {
        if (!(error instanceof PageGivenUp) && !(error instanceof Problem)) throw error;
        tools.log.warn("a page was given up", { document: id, page, error });
        return null;
      });
      if (read) {
        if (!(await keep(tools, document, page, read, following))) return;
      } else {
        await transaction(db, (tx) => giveUpPage(tx, id, page));
        recogniser.close();
        recogniser = null;
      }
    }
  } catch (error) {
    // The file itself cannot be opened: a person is told, trying again would change nothing.
    if (!(error instanceof Problem)) throw error;
    await fail(tools, id, error.text);
  } finally {
    recogniser?.close();
  }
}

const openFile = ({ file_type }: DocumentRow, bytes: Uint8Array): Promise<Recogniser> =>
  openRecogniser({ kind: file_type === "application/pdf" ? "pdf" : "image", bytes });

/** False when the page gave the document away as secret. */
async function keep(
  { db, files, clock }: Tools,
  document: DocumentRow,
  page: number,
  read: PageRead,
  following: Following,
): Promise<boolean> {
  const { image, source, width, height, words, rules, stamps } = read;
  const shape: PageShape = { width, height, words, rules, stamps };
  const { lines, tables, margins } = composePages([shape]);
  const secret = findSecrecyOnPages({ text: lines.join("\n"), tables, margins, stamps }) !== null;
  // The image of a secret page is never stored.
  const stored = secret ? null : await files.put(image);
  await transaction(db, async (tx) => {
    const row = await findDocumentForUpdate(tx, document.id);
    if (row?.state !== "recognising") return;
    if (stored === null) await following.erase(tx, await eraseSecret(tx, row.file_hash, clock()));
    else await savePage(tx, row.id, page, { source, imageHash: stored.sha256, imageSize: stored.size, shape });
  });
  return !secret;
}

/** All pages are there: the text is put together, looked through as a whole, and compiled. */
async function finish({ db, clock }: Tools, id: DocumentId, following: Following): Promise<void> {
  await transaction(db, async (tx) => {
    const row = await findDocumentForUpdate(tx, id);
    if (row?.state !== "recognising") return;
    const pages = await listPages(tx, id);
    const { text, tables, margins, pages: lines } = assemble(pages);
    const stamps = pages.flatMap(({ shape }) => shape?.stamps ?? []);
    if (findSecrecyOnPages({ text, tables, margins, stamps })) return following.erase(tx, await eraseSecret(tx, row.file_hash, clock()));
    await saveLines(tx, id, lines);
    if (pages.every(({ state, corrected }) => state === "unread" && corrected === null)) {
      await updateDocument(tx, id, { state: "failed", failure: say("nothingRecognised") });
      return;
    }
    await replaceText(tx, id, { text, tables: tables.map(({ line, lineCount }) => ({ line, lineCount })) });
    const internal = row.internal || findInternalMark({ name: "", text, margins }) !== null;
    await updateDocument(tx, id, { state: "compiling", failure: null, internal, ...(internal ? { audience: "unit" as const } : {}) });
    await following.compile(tx, id);
  });
}

async function fail({ db }: Tools, id: DocumentId, failure: Text): Promise<void> {
  await transaction(db, async (tx) => {
    const row = await findDocumentForUpdate(tx, id);
    if (row?.state === "recognising") await updateDocument(tx, id, { state: "failed", failure });
  });
}
