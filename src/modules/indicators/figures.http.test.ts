import { randomUUID } from "node:crypto";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import type { IndicatorId, SubmissionId, UnitId } from "../../kernel/ids.ts";
import { parsePeriod } from "../../kernel/time/index.ts";
import { transaction } from "../../platform/database/index.ts";
import { noDuties, recordActivity } from "../activities/index.ts";
import { writeValues } from "./index.ts";

const app = await testApp({ at: "2026-11-21T09:00:00+07:00" });
const id = await tanGiang(app.db);

const provinceFront = id("Ủy ban MTTQ Việt Nam tỉnh Tân Giang");
const binhLam = id("Ủy ban MTTQ Việt Nam xã Bình Lâm");
const hoaPhu = id("Ủy ban MTTQ Việt Nam xã Hòa Phú");
const women = id("Hội Liên hiệp Phụ nữ xã Bình Lâm");
const hanh = await app.person({ name: "Lê Thị Hạnh", unit: provinceFront, role: "coordinator" });
const tong = await app.person({ name: "Phạm Văn Tòng", unit: binhLam, role: "reporter" });
const yMai = await app.person({ name: "Y Mai", unit: id("Hội Liên hiệp Phụ nữ tỉnh Tân Giang"), role: "coordinator" });

async function give(unit: UnitId, code: string, figures: Record<number, string>) {
  const period = parsePeriod("civil", code);
  if (!period) throw new Error(code);
  await transaction(app.db, (tx) =>
    writeValues(tx, {
      tier: "provisional",
      period,
      unit,
      submissionId: randomUUID() as SubmissionId,
      cells: Object.entries(figures).map(([indicatorId, value]) => ({
        indicatorId: Number(indicatorId) as IndicatorId,
        member: "",
        value,
      })),
    }),
  );
}

await give(binhLam, "2026-Q3", { 39: "3", 58: "12500000" });
await give(hoaPhu, "2026-Q3", { 39: "4", 58: "30000000", 29: "10" });
await give(binhLam, "2026-Q2", { 39: "2" });
await give(women, "2026-Q3", { 79: "1200" });

const asked = { calendar: "civil", period: "2026-Q3" };
const province = id("Tỉnh Tân Giang");

test("the dictionary holds the catalogue; it is found with or without marks, by code and by topic", async () => {
  const all = await hanh.get("/indicators");
  expect(all.status).toBe(200);
  expect(all.body.total).toBe(95);
  expect(all.body.items[38]).toMatchObject({ id: 39, code: "I039", name: "Cuộc giám sát", unit: "cuộc", owner: null });
  const found = await tong.get("/indicators", { text: "dai doan ket xay moi" });
  expect(found.body.items.map(({ code }: { code: string }) => code)).toEqual(["I061", "I063"]);
  expect((await tong.get("/indicators", { text: "i039" })).body.total).toBe(1);
  expect((await tong.get("/indicators", { topic: "supervision" })).body.total).toBe(11);
  const topics = await tong.get("/indicators/topics");
  expect(topics.body.find(({ key }: { key: string }) => key === "models")).toMatchObject({ count: 12 });
  expect((await app.anonymous.get("/indicators")).status).toBe(401);
});

test("every measure that the catalogue names is computed by the journal", async () => {
  const known = new Set((await hanh.get("/indicators/measures")).body.map(({ name }: { name: string }) => name));
  const { body } = await hanh.get("/indicators");
  const named = body.items.flatMap(({ measures }: { measures: { names: string[] }[] }) => measures.flatMap(({ names }) => names));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name: string) => !known.has(name))).toEqual([]);
});

test("an indicator says how it adds; a sum that makes no sense is refused with the reason", async () => {
  const one = await hanh.get("/indicators/43");
  expect(one.body).toMatchObject({ valueKind: "ratio", adds: { units: { vi: expect.stringContaining("không lấy trung bình") } }, can: [] });
  const refused = await hanh.post("/indicators", { name: "Tỷ lệ hộ có nước sạch", unit: "%", valueKind: "ratio", overUnits: "sum" });
  expect(refused.status).toBe(400);
  expect(refused.body.message).toContain("tử số và mẫu số được cộng riêng");
  expect(refused.body.details.fields.overUnits).toBeTruthy();
  const people = await hanh.post("/indicators", {
    name: "Số người tham gia",
    unit: "người",
    valueKind: "distinct-people",
    overTime: "sum",
  });
  expect(people.body.message).toContain("đếm lượt người");
  expect((await hanh.post("/indicators", { name: "Cuộc giám sát", unit: "cuộc", valueKind: "count" })).status).toBe(409);
  expect((await hanh.get("/indicators/99999")).status).toBe(404);
});

test("an own indicator is made, mended, retired and offered again; others may not touch it", async () => {
  const made = await hanh.post("/indicators", {
    name: "Tổ liên gia tự quản",
    unit: "tổ",
    valueKind: "stock",
    topic: "models",
    dimension: { name: "Địa bàn", members: [{ key: "rural", label: "Nông thôn" }], complete: false },
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ owner: { id: provinceFront }, overTime: "last", used: false, can: ["edit", "retire"] });
  const { id: indicator, version } = made.body;
  const edit = { name: "Tổ liên gia tự quản", unit: "tổ", valueKind: "stock", version };
  expect((await tong.put(`/indicators/${indicator}`, edit)).status).toBe(403);
  expect((await yMai.put(`/indicators/${indicator}`, edit)).status).toBe(403);
  expect((await hanh.put("/indicators/39", edit)).status).toBe(403);
  await give(binhLam, "2026-Q3", { [indicator]: "7" });
  const changed = await hanh.put(`/indicators/${indicator}`, { ...edit, valueKind: "count" });
  expect(changed.status).toBe(409);
  expect(changed.body.message).toContain("ngừng dùng");
  const retired = await hanh.post(`/indicators/${indicator}/retire`, { version, reason: "Đã gộp vào mô hình tự quản" });
  expect(retired.body).toMatchObject({ state: "retired", can: ["restore"] });
  expect((await hanh.get("/indicators", { text: "liên gia" })).body.total).toBe(0);
  expect((await hanh.get("/indicators", { ids: indicator })).body.total).toBe(1);
  const stale = await hanh.post(`/indicators/${indicator}/restore`, { version });
  expect(stale.status).toBe(409);
  expect((await hanh.post(`/indicators/${indicator}/restore`, { version: retired.body.version })).body.state).toBe("active");
});

test("totals: one's own line in one's area, others see nothing, and bad input says what to do", async () => {
  const read = await hanh.get("/figures/totals", { ...asked, area: province, cells: "39,58,29" });
  expect(read.status).toBe(200);
  expect(read.body.series).toEqual(["front@commune"]);
  expect(read.body.rows[0]).toMatchObject({
    submissions: 2,
    cells: { 39: { value: "7", given: 2, asked: 2, refused: null }, 58: { value: "42500000" }, 29: { value: "10" } },
  });
  const children = await hanh.get("/figures/totals", { ...asked, area: province, cells: "39", by: "communes" });
  expect(children.body.rows.length).toBe(5);
  expect(
    children.body.rows.filter(({ cells }: { cells: Record<string, { value: string | null }> }) => cells["39"]?.value !== null).length,
  ).toBe(2);
  // The women's union of the province sees its own line only.
  const theirs = await yMai.get("/figures/totals", { ...asked, area: province, cells: ["79", "39"] });
  expect(theirs.body).toMatchObject({ series: ["womens-union@commune"], available: [{ series: "womens-union@commune" }] });
  expect(theirs.body.rows[0].cells["39"].value).toBeNull();
  expect((await yMai.get("/figures/totals", { ...asked, area: province, cells: "39", series: "front@commune" })).status).toBe(404);
  expect((await tong.get("/figures/totals", { ...asked, area: province, cells: "39" })).status).toBe(404);
  expect((await app.anonymous.get("/figures/totals", { ...asked, area: province, cells: "39" })).status).toBe(401);
  const bad = await hanh.get("/figures/totals", { calendar: "civil", period: "2026-Q9", area: province, cells: "39" });
  expect(bad.status).toBe(400);
  expect(bad.body.message).toContain("2026-Q3");
  expect((await hanh.get("/figures/totals", { ...asked, area: province, cells: "99999" })).status).toBe(400);
});

test("single units' values, and one cell over time with what it adds up to", async () => {
  const values = await hanh.get("/figures/values", { ...asked, units: `${binhLam},${hoaPhu}`, cells: "39,58" });
  expect(values.body.rows.map(({ cells }: { cells: Record<string, unknown> }) => cells["39"])).toEqual([{ value: "3" }, { value: "4" }]);
  expect((await tong.get("/figures/values", { ...asked, units: hoaPhu, cells: "39" })).status).toBe(404);
  expect((await tong.get("/figures/values", { ...asked, units: binhLam, cells: "39" })).status).toBe(200);
  const own = await tong.get("/figures/over-time", { ...asked, area: binhLam, cell: "39", own: true, back: 3 });
  expect(own.body.points.map(({ figure }: { figure: { value: string | null } }) => figure.value)).toEqual([null, null, "2", "3"]);
  expect(own.body.total.value).toBe("5");
  const whole = await hanh.get("/figures/over-time", { ...asked, area: province, cell: "39", back: 1 });
  expect(whole.body.total.value).toBe("9");
});

test("the records behind a cell", async () => {
  await recordActivity({ ...app.services, duties: noDuties }, tong.actor, {
    kind: "supervision",
    name: "Giám sát việc chi trả trợ cấp",
    onDate: "2026-08-12",
  });
  const records = await tong.get("/figures/records", { ...asked, unit: binhLam, indicatorId: 39 });
  expect(records.status).toBe(200);
  expect(records.body.records.map(({ title }: { title: string }) => title)).toEqual(["Giám sát việc chi trả trợ cấp"]);
  expect((await tong.get("/figures/records", { ...asked, unit: hoaPhu, indicatorId: 39 })).status).toBe(404);
});

const sheetOf = async (bytes: Buffer) => (await readXlsx(new Uint8Array(bytes))).sheets[0];

test("a spreadsheet of an area: titles, Vietnamese headers, numbers as numbers, a total that is refused where it makes no sense", async () => {
  const file = await hanh.fetch(`/files/indicators/export?layout=line-figures&period=2026-Q3&area=${province}&cells=39,58,29`);
  expect(file.status).toBe(200);
  expect(file.headers["content-disposition"]).toContain("attachment");
  const sheet = await sheetOf(file.raw);
  const rows = sheet?.rows ?? [];
  expect(rows[0]?.[0]).toBe("BIỂU TỔNG HỢP SỐ LIỆU");
  const header = rows.findIndex((row) => row[0] === "STT");
  expect(rows[header]).toEqual(
    expect.arrayContaining(["Đơn vị", "Cuộc giám sát (cuộc)", "Quỹ Vì người nghèo vận động được (đồng)", "Tình trạng"]),
  );
  expect(sheet?.freezePane).toMatchObject({ rows: header + 1 });
  const line = rows.find((row) => row[1] === "Xã Bình Lâm");
  expect(line?.slice(3, 6)).toEqual(["90101", 3, 12_500_000]);
  expect(rows.at(-1)?.slice(1, 6)).toEqual(["Tổng cộng", null, null, 7, 42_500_000]);
  expect((await tong.fetch(`/files/indicators/export?layout=line-figures&period=2026-Q3&area=${province}&cells=39`)).status).toBe(404);
  expect((await app.anonymous.fetch(`/files/indicators/export?layout=line-figures&period=2026-Q3&area=${province}&cells=39`)).status).toBe(
    401,
  );
  expect((await hanh.fetch("/files/indicators/export?layout=line-figures")).status).toBe(400);
  expect((await hanh.fetch(`/files/indicators/export?layout=nowhere&period=2026-Q3&area=${province}&cells=39`)).status).toBe(404);
});

test("the list of activities of a week, shaped for upload elsewhere", async () => {
  const file = await tong.fetch(`/files/indicators/export?layout=weekly-activities&period=2026-W33&area=${binhLam}`);
  expect(file.status).toBe(200);
  const rows = (await sheetOf(file.raw))?.rows ?? [];
  const header = rows.findIndex((row) => row[0] === "STT");
  expect(rows[header]?.slice(0, 4)).toEqual(["STT", "Ngày", "Loại hoạt động", "Tên hoạt động"]);
  expect(rows[header + 1]?.[3]).toBe("Giám sát việc chi trả trợ cấp");
  expect(rows[header + 1]?.[1]).toEqual(new Date("2026-08-12T00:00:00Z"));
  expect((await tong.fetch(`/files/indicators/export?layout=weekly-activities&period=2026-W33&area=${hoaPhu}`)).status).toBe(404);
});

test("an own layout is data: made, changed and removed by its unit", async () => {
  const content = {
    rows: "units",
    sheet: "Giám sát",
    titles: ["{kỳ}"],
    columns: [
      { header: "Địa bàn", field: "name" },
      { header: "Số cuộc", cell: "39" },
    ],
  };
  const made = await hanh.post("/indicators/layouts", { name: "Biểu giám sát", content });
  expect(made.status).toBe(201);
  expect((await hanh.get("/indicators/layouts")).body.map(({ name }: { name: string }) => name)).toContain("Biểu giám sát");
  expect((await yMai.get("/indicators/layouts")).body.length).toBe(2);
  const { id: layout, version } = made.body;
  const file = await hanh.fetch(`/files/indicators/export?layout=${layout}&period=2026-Q3&area=${province}`);
  expect((await sheetOf(file.raw))?.rows[1]).toEqual(["Địa bàn", "Số cuộc"]);
  expect((await yMai.put(`/indicators/layouts/${layout}`, { name: "Biểu", content, version })).status).toBe(404);
  expect((await hanh.put("/indicators/layouts/line-figures", { name: "Biểu", content, version })).status).toBe(403);
  const wrong = { ...content, columns: [{ header: "Lạ", cell: "99999" }] };
  expect((await hanh.put(`/indicators/layouts/${layout}`, { name: "Biểu", content: wrong, version })).status).toBe(400);
  expect((await hanh.delete(`/indicators/layouts/${layout}`, { version })).status).toBe(200);
});
