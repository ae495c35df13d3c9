import { PDFDocument, type SKRSContext2D } from "@napi-rs/canvas";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawSheet, planSheet } from "../../../../test/support/page-picture.ts";
import { testDatabase } from "../../../../test/support/database.ts";
import { unit } from "../../../../test/support/units.ts";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { openFiles, type Files } from "../../../platform/files.ts";
import { silentLog } from "../../../platform/log.ts";
import { findDocument, getText, insertDocument, updateDocument } from "../store/documents.ts";
import { insertPages, listPages, progressOf, tryUnreadAgain } from "../store/pages.ts";
import { eraseFiles } from "./erasing.ts";
import { recogniseDocument } from "./recognising.ts";

// Seconds a page, on a machine that others use too.
vi.setConfig({ testTimeout: 300_000 });

const { app: db, urls } = await testDatabase();
const data = mkdtempSync(join(tmpdir(), "kheo-recognising-"));
const clock = () => new Date("2026-03-02T09:00:00+07:00");
let files: Files;
let front: UnitId;
let hanh: PersonId;

beforeAll(async () => {
  files = await openFiles(data);
  const area = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: area });
  const row = await db
    .insertInto("person")
    .values({ name: "Lê Thị Hạnh", login: "hanh", login_key: "hanh" })
    .returning("id")
    .executeTakeFirstOrThrow();
  hanh = row.id as PersonId;
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const page = (text: string) => drawSheet((_, write) => write(text, 150, 200));

/** A scanner's PDF of these pages, taken in and waiting. */
async function scanned(pages: ReturnType<typeof page>[]): Promise<DocumentId> {
  const pdf = new PDFDocument({});
  for (const canvas of pages) {
    // Its type is the browser's, of which tests know nothing.
    (pdf.beginPage(595, 842) as unknown as SKRSContext2D).drawImage(canvas, 0, 0, 595, 842);
    pdf.endPage();
  }
  const stored = await files.put(pdf.close());
  return transaction(db, async (tx) => {
    const row = await insertDocument(
      tx,
      {
        unit_id: front,
        file_hash: stored.sha256,
        file_name: "quet.pdf",
        file_size: stored.size,
        file_type: "application/pdf",
        internal: false,
        uploaded_by: hanh,
        uploaded_at: clock(),
      },
      { text: "", tables: [], footnotes: [], notes: [] },
      "recognising",
    );
    if (!row) throw new Error("no document");
    await insertPages(tx, row.id, pages.length);
    return row.id;
  });
}

/** Recognises until nothing asks for another turn; tells what followed. */
async function recognise(id: DocumentId): Promise<{ compiled: number; erased: string[] }> {
  const told = { compiled: 0, erased: [] as string[] };
  for (let again = true; again;) {
    again = false;
    await recogniseDocument({ db, files, clock, log: silentLog }, id, {
      again: async () => void (again = true),
      compile: async () => void (told.compiled += 1),
      erase: async (_, hashes) => void told.erased.push(...hashes),
    });
  }
  return told;
}

const imagesOf = async (id: DocumentId): Promise<(string | null)[]> => (await listPages(db, id)).map(({ image_hash }) => image_hash);

test("a server that is killed halfway goes on where it was, and leaves no process behind", async () => {
  const id = await scanned([page("Kế hoạch dân vận khéo năm 2026"), page("Mặt trận Tổ quốc xã Bình Lâm"), page("Hội Nông dân xã chủ trì")]);
  const server = spawn(
    process.execPath,
    [resolve(import.meta.dirname, "../../../../test/support/recognise-document.ts"), urls.app, data, id],
    { stdio: "ignore" },
  );
  const ended = new Promise((done) => server.once("exit", done));
  while ((await progressOf(db, id))?.read === 0 && server.exitCode === null) await sleep(20);
  const children = childrenOf(server.pid ?? 0);
  server.kill("SIGKILL");
  await ended;
  const before = await listPages(db, id);
  const read = before.filter(({ state }) => state === "read");
  expect([read.length > 0, read.length < 3, (await findDocument(db, id))?.state]).toEqual([true, true, "recognising"]);
  await vi.waitFor(() => expect(children.filter((pid) => isAlive(pid))).toEqual([]), 60_000);

  expect(await recognise(id)).toEqual({ compiled: 1, erased: [] });
  // What was read is not read again.
  for (const one of read) expect(await listPages(db, id)).toContainEqual({ ...one, lines: expect.anything() });
  expect((await findDocument(db, id))?.state).toBe("compiling");
  const { text } = await getText(db, id);
  for (const words of ["Kế hoạch dân vận khéo", "Mặt trận Tổ quốc", "Hội Nông dân"]) expect(text).toContain(words);
});

test("stopped between two pages it reads no further, and goes on with the others when asked to", async () => {
  const id = await scanned([page("Trang một của kế hoạch"), page("Trang hai của kế hoạch")]);
  const state = (to: "failed" | "recognising") => transaction(db, (tx) => updateDocument(tx, id, { state: to, failure: null }));
  const running = recognise(id);
  while ((await progressOf(db, id))?.read === 0) await sleep(5);
  await state("failed");
  expect((await running).compiled).toBe(0);
  expect(await progressOf(db, id)).toEqual({ pages: 2, read: 1, unread: 0 });
  const [first] = await imagesOf(id);
  await transaction(db, (tx) => tryUnreadAgain(tx, id));
  await state("recognising");
  expect((await recognise(id)).compiled).toBe(1);
  expect([await progressOf(db, id), (await imagesOf(id))[0]]).toEqual([{ pages: 2, read: 2, unread: 0 }, first]);
});

test("a degree of secrecy on a later page erases file, text, rows and the pictures of the pages before it", async () => {
  const id = await scanned([page("Kế hoạch riêng của cơ quan"), planSheet({ stamp: "TỐI MẬT" })]);
  const hash = (await findDocument(db, id))?.file_hash ?? "";
  const { compiled, erased } = await recognise(id);
  expect([compiled, erased.length, erased.includes(hash)]).toEqual([0, 2, true]);
  await eraseFiles({ db, files }, erased);
  expect(await Promise.all(erased.map((one) => files.size(one)))).toEqual([null, null]);
  expect([await findDocument(db, id), await listPages(db, id)]).toEqual([undefined, []]);
  for (const table of ["document_text", "document_page", "document_item"] as const)
    expect(await db.selectFrom(table).select("document_id").where("document_id", "=", id).execute()).toEqual([]);
});

test("a file that is gone to pieces is told to its sender, not tried for ever", async () => {
  const id = await scanned([page("Trang")]);
  const broken = await files.put(Buffer.from("%PDF-1.7 không còn gì"));
  await db.updateTable("document").set({ file_hash: broken.sha256 }).where("id", "=", id).execute();
  expect((await recognise(id)).compiled).toBe(0);
  expect(await findDocument(db, id)).toMatchObject({ state: "failed", failure: { vi: expect.stringContaining("PDF bị hỏng") } });
});

/** Processes that this one has started, where the system says so. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
