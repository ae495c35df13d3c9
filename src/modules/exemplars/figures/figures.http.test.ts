import { readXlsx } from "hucre/xlsx";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { unit } from "../../../../test/support/units.ts";
import type { UnitId } from "../../../kernel/ids.ts";

const app = await testApp({ at: "2026-06-10T08:00:00+07:00" });
const wordsOf = (docx: Buffer) => new TextDecoder().decode(unzipSync(docx)["word/document.xml"]);

let province: UnitId;
let binhLam: UnitId;
let hoaPhu: UnitId;
let hanh: Person;
let tong: Person;

beforeAll(async () => {
  province = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(app.db, { name: "MTTQ tỉnh Tân Giang", kind: "front", parentId: province });
  binhLam = await unit(app.db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  const binhLamFront = await unit(app.db, {
    name: "MTTQ xã Bình Lâm",
    kind: "front",
    parentId: binhLam,
    relations: [{ kind: "line", superiorId: front }],
  });
  hoaPhu = await unit(app.db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLamFront, role: "reporter" });
  const contents = { situation: "Rác bỏ ở đầu ngõ.", goals: "Ngõ sạch.", area: "Thôn Đoài.", output: "12 ngõ không còn rác." };
  const made = await tong.post("/exemplars", {
    kind: "model",
    name: "Ngõ không rác",
    field: "culture-society",
    contents,
    money: "15.000.000",
  });
  expect((await tong.post(`/exemplars/${made.body.id}/register`, { version: made.body.version })).status).toBe(200);
});

describe("the board", () => {
  test("adds up what the area's units lead, at once", async () => {
    const { status, body } = await hanh.get("/exemplar-boards?year=2026");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      unit: { id: province },
      counts: { registered: 1, accepted: 0, running: 0 },
      coverage: { covered: 1, of: 2 },
    });
  });

  test("is not for strangers, nor for another commune, and asks for a year that can be", async () => {
    expect((await app.anonymous.get("/exemplar-boards")).status).toBe(401);
    expect((await tong.get(`/exemplar-boards?unitId=${hoaPhu}`)).status).toBe(403);
    expect((await tong.get(`/exemplar-boards?unitId=${binhLam}`)).body.counts.registered).toBe(1);
    expect((await hanh.get("/exemplar-boards?year=99")).status).toBe(400);
    expect((await hanh.get("/exemplar-boards?unitId=999999")).status).toBe(404);
  });
});

describe("the list as offices know it", () => {
  test("as a spreadsheet: numbers are numbers", async () => {
    const { status, raw } = await hanh.fetch("/files/exemplars/list.xlsx?year=2026");
    expect(status).toBe(200);
    const book = await readXlsx(new Uint8Array(raw));
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe("DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” NĂM 2026");
    const line = rows.find((row) => row[1] === "Ngõ không rác");
    expect(line?.slice(2, 5)).toEqual(["Mô hình", "Văn hóa - xã hội", "MTTQ xã Bình Lâm"]);
    expect(line).toContain(15_000_000);
  });

  test("as a document in the unit's own form", async () => {
    const { status, raw } = await hanh.fetch("/files/exemplars/list.docx?year=2026");
    expect(status).toBe(200);
    const value = wordsOf(raw);
    expect(value).toContain("DANH SÁCH");
    expect(value).toContain("12 ngõ không còn rác.");
    expect(value).toContain("Danh sách có 1 mô hình, điển hình.");
  });

  test("not for strangers or another commune; what is asked must be readable", async () => {
    expect((await app.anonymous.fetch("/files/exemplars/list.xlsx")).status).toBe(401);
    expect((await tong.fetch(`/files/exemplars/list.docx?unitId=${hoaPhu}`)).status).toBe(403);
    expect((await hanh.fetch("/files/exemplars/list.xlsx?year=abc")).status).toBe(400);
  });
});
