import { expect, test } from "vitest";
import { testApp } from "../support/app.ts";
import { demoProvince } from "../support/demo-province.ts";

/** What the application will not take, said the way the person at the other end reads it. */
const app = await testApp({ at: "2026-11-21T09:00:00+07:00" });
const demo = await demoProvince(app);
const hanh = await demo.login("hanh");
const tong = await demo.login("tong");

const text = (content: string, name = "ke-hoach.txt") => new File([content], name, { type: "text/plain" });
const count = async () => (await hanh.get("/documents")).body.total as number;
const english = /\b(the|not|is|are|invalid|expected|error|failed)\b/i;

test.each([
  ["in its text", text("TỈNH ỦY TÂN GIANG\nMẬT\n\nKẾ HOẠCH\nvề một việc\n")],
  ["in its name", text("KẾ HOẠCH\nvề một việc\n", "Ke hoach 12 (TUYET MAT).txt")],
])("a secret file, marked %s, is refused and nothing of it is kept", async (_, file) => {
  const before = await count();
  const kept = await app.db.selectFrom("document").select("id").execute();
  const refused = await hanh.upload("/documents", { file });
  expect(refused).toMatchObject({ body: { code: "secret" } });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(refused.body.message).not.toMatch(english);
  expect(await count()).toBe(before);
  expect(await app.db.selectFrom("document").select("id").execute()).toHaveLength(kept.length);
});

test("a file that is too large, of another kind, broken or empty is refused with what to do", async () => {
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const files = [
    new File([new Uint8Array(26 * 1024 * 1024)], "lon.docx", { type: word }),
    new File(["not a zip"], "hong.docx", { type: word }),
    new File(["%PDF-1.7"], "quet.pdf", { type: "application/pdf" }),
    new File([""], "rong.txt", { type: "text/plain" }),
  ];
  for (const file of files) {
    const { status, body } = await hanh.upload("/documents", { file });
    expect(status, file.name).toBeGreaterThanOrEqual(400);
    expect(status, file.name).toBeLessThan(500);
    expect(body.message, file.name).toMatch(/^\p{Lu}/u);
    expect(body.message, file.name).not.toMatch(english);
  }
});

test("who saw an older state is told what is there now", async () => {
  const [plan] = (await hanh.get("/plans", { standing: "own" })).body.plans;
  const { version } = (await hanh.get(`/plans/${plan.id}`)).body;
  const closed = await hanh.post(`/plans/${plan.id}/close`, { version: version + 1, reason: "Hết đợt" });
  expect(closed).toMatchObject({ status: 409, body: { code: "conflict", details: { current: { version } } } });
  const [item] = (await tong.get("/desk")).body.owed;
  const late = await tong.upload(`/work/${item.id}/progress`, { version: String(item.version + 1), text: "Đã làm" });
  expect(late).toMatchObject({ status: 409, body: { code: "conflict", details: { current: { id: item.id, version: item.version } } } });
});

test("what is missing is said at its field, in plain words", async () => {
  const [item] = (await tong.get("/desk")).body.owed;
  const answer = await tong.upload(`/work/${item.id}/progress`, { version: String(item.version), text: " ", percent: "140" });
  expect(answer).toMatchObject({
    status: 400,
    body: { details: { fields: { text: "Hãy điền mục này.", percent: "Số không được quá 100." } } },
  });
});

test("nobody signed in: no page of the application answers, no file is handed out", async () => {
  const [plan] = (await hanh.get("/plans", { standing: "own" })).body.plans;
  const { documentId } = (await hanh.get(`/plans/${plan.id}`)).body;
  const [item] = (await tong.get("/desk")).body.owed;
  const paths = [
    "/desk",
    "/desk/counts",
    "/work",
    `/work/${item.id}`,
    "/plans",
    `/plans/${plan.id}`,
    `/plans/${plan.id}/matrix`,
    `/plans/${plan.id}/coverage`,
    "/documents",
    `/documents/${documentId}`,
    `/documents/${documentId}/text`,
    `/documents/${documentId}/items`,
    "/people",
    "/search?text=dan",
    `/audit/history?kind=plan&id=${plan.id}`,
  ];
  for (const path of paths) {
    const { status, body } = await app.anonymous.get(path);
    expect([path, status, body.code]).toEqual([path, 401, "unauthenticated"]);
    expect(body.message).not.toMatch(english);
  }
  expect((await app.anonymous.fetch(`/files/documents/${documentId}/original`)).status).toBe(401);
  expect((await app.anonymous.fetch(`/files/plans/${plan.id}/draft`)).status).toBe(401);
});
