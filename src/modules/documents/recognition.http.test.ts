import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { pictureFile, planLines, planSheet } from "../../../test/support/page-picture.ts";
import { unit } from "../../../test/support/units.ts";

const app = await testApp();
let tong: Person;
let other: Person;

beforeAll(async () => {
  const province = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  const one = await unit(app.db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  const two = await unit(app.db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: one, role: "coordinator" });
  other = await app.person({ name: "Y Mai", unit: two, role: "coordinator" });
});

const entry = async (id: string) => (await tong.get(`/documents/${id}`)).body;
const page = async (id: string) => (await tong.get(`/documents/${id}/pages/1`)).body;

/** Share of letters that a person would have to change. */
function errorRate(wanted: string, got: string): number {
  let row = Array.from({ length: got.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...wanted].entries()) {
    const next = [at + 1];
    for (const [index, other_] of [...got].entries())
      next.push(Math.min((row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1, (row[index] ?? 0) + (letter === other_ ? 0 : 1)));
    row = next;
  }
  return (row.at(-1) ?? 0) / wanted.length;
}

describe("a scan", { timeout: 120_000 }, () => {
  let id: string;

  test("is taken in at once, recognised in the background, and offered for review", async () => {
    const { status, body } = await tong.upload("/documents", { file: pictureFile(planSheet()) });
    expect(status).toBe(200);
    expect(body.document).toMatchObject({ state: "recognising", recognition: { pages: 1, read: 0, unread: 0 }, can: { stop: true } });
    id = body.document.id;
    expect((await tong.post(`/documents/${id}/read-again`, { version: body.document.version })).body.error?.code ?? "wrong_state").toBe(
      "wrong_state",
    );
    await app.runJobs();
    expect(await entry(id)).toMatchObject({
      state: "review",
      recognition: { pages: 1, read: 1, unread: 0 },
      docType: "Kế hoạch",
      can: { stop: false, correctPages: true },
    });
    const { lines, boxes, source } = await page(id);
    expect(source).toBe("recognised");
    expect(lines.slice(0, 2)).toEqual(planLines.slice(0, 2));
    expect(lines).toContain("I. NHIỆM VỤ");
    expect(lines.join(" ")).toContain("trước ngày 15/4/2026");
    // The test's font is none that offices use; with those it is one letter in a hundred (docs/formats.md).
    expect(errorRate(planLines.join("\n"), lines.join("\n"))).toBeLessThan(0.08);
    for (const box of boxes) expect(box.left + box.width).toBeLessThanOrEqual(1.01);
  });

  test("its image is for those who may read the document", async () => {
    const path = `/files/documents/${id}/pages/1`;
    const image = await tong.fetch(path);
    expect(image.status).toBe(200);
    expect(image.headers["content-type"]).toBe("image/jpeg");
    expect((await other.fetch(path)).status).toBe(404);
    expect((await app.visitor(null).fetch(path)).status).toBe(401);
    expect((await tong.fetch(`/files/documents/${id}/pages/2`)).status).toBe(404);
    expect((await tong.fetch(`/files/documents/${id}/pages/x`)).status).toBe(404);
  });

  test("a corrected page stands as entered, and decisions stay", async () => {
    const before = await page(id);
    const items = (await tong.get(`/documents/${id}/items`)).body.items as {
      id: string;
      kind: string;
      version: number;
      line: number;
      quote: string;
    }[];
    const last = items.findLast(({ kind }) => kind === "task");
    expect(last).toBeDefined();
    await tong.post(`/documents/${id}/items/${last?.id}/accept`, { version: last?.version });
    const at = planLines.indexOf("I. NHIỆM VỤ");
    const corrected = [...planLines.slice(0, at), "(Lần 2)", ...planLines.slice(at)];
    expect((await other.put(`/documents/${id}/pages/1`, { version: before.version, text: "x" })).status).toBe(404);
    const saved = await tong.put(`/documents/${id}/pages/1`, { version: before.version, text: corrected.join("\r\n") });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ corrected: true, correctedBy: "Phạm Văn Tòng", lines: corrected, doubtful: 0 });
    const stale = await tong.put(`/documents/${id}/pages/1`, { version: before.version, text: "khác" });
    expect([stale.status, stale.body.error?.code ?? stale.body.code]).toContain(409);
    await app.runJobs();
    expect(await entry(id)).toMatchObject({ state: "review" });
    const text = (await tong.get(`/documents/${id}/text`)).body.lines;
    expect(text).toEqual(corrected);
    const kept = ((await tong.get(`/documents/${id}/items`)).body.items as { id: string; state: string; line: number }[]).find(
      (item) => item.id === last?.id,
    );
    expect(kept).toMatchObject({ state: "accepted", line: corrected.findIndex((line) => line.startsWith("2. Hội Nông dân")) + 1 });
  });

  test("can be stopped, and goes on when asked to", async () => {
    const file = pictureFile(planSheet({ stamp: "HỎA TỐC" }));
    const { body } = await tong.upload("/documents", { file });
    const stopped = await tong.post(`/documents/${body.document.id}/stop-recognition`, { version: body.document.version });
    expect(stopped.status).toBe(200);
    await app.runJobs();
    const halted = await entry(body.document.id);
    expect(halted).toMatchObject({ state: "failed", recognition: { read: 0 }, can: { readAgain: true } });
    expect((await tong.post(`/documents/${body.document.id}/stop-recognition`, { version: halted.version })).status).toBe(409);
    const going = await tong.post(`/documents/${body.document.id}/read-again`, { version: halted.version });
    expect(going.body).toMatchObject({ state: "recognising" });
    // Recognising once more what other tests recognise would only take time.
    await tong.post(`/documents/${body.document.id}/stop-recognition`, { version: going.body.version });
  });

  test("with a degree of secrecy stamped on it is erased, and its sender told", async () => {
    const { body } = await tong.upload("/documents", { file: pictureFile(planSheet({ stamp: "MẬT" }), "ke-hoach-rieng.png") });
    await app.runJobs();
    const hash = body.document.fileHash as string;
    expect((await tong.get(`/documents/${body.document.id}`)).status).toBe(404);
    expect(await app.services.files.size(hash)).toBeNull();
    const { rows } = await sql<{ table: string }>`
      select 'document' as "table" from document where id = ${body.document.id}::uuid
      union all select 'page' from document_page where document_id = ${body.document.id}::uuid
      union all select 'act' from act where (coalesce(before, '{}') || coalesce(after, '{}'))::text like '%ke-hoach-rieng%'`.execute(
      app.db,
    );
    expect(rows).toEqual([]);
    const { refusals } = (await tong.get("/document-refusals")).body;
    expect(refusals).toHaveLength(1);
    expect((await other.get("/document-refusals")).body.refusals).toEqual([]);
    expect((await other.post(`/document-refusals/${refusals[0].id}/seen`, {})).status).toBe(404);
    expect((await tong.post(`/document-refusals/${refusals[0].id}/seen`, {})).body.refusals).toEqual([]);
  });

  test("files that are none are told what to do", async () => {
    const send = (bytes: Uint8Array, name: string) => tong.upload("/documents", { file: new File([new Uint8Array(bytes)], name) });
    const heic = await send(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(64)]), "anh.heic");
    expect(heic.status).toBe(415);
    const cut = await send(planSheet().toBuffer("image/png").subarray(0, 60), "cat.png");
    expect([cut.status, cut.body.message]).toEqual([415, expect.stringMatching(/ảnh/iu)]);
    const pdf = await send(Buffer.from("%PDF-1.7\nkhông còn gì"), "hong.pdf");
    expect(pdf.status).toBeGreaterThanOrEqual(400);
    expect(pdf.status).toBeLessThan(500);
  });
});
