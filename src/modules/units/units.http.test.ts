import { expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";

const app = await testApp();
const id = await tanGiang(app.db);
const hanh = await app.person({ name: "Lê Thị Hạnh", unit: id("Tỉnh Tân Giang"), role: "administrator" });
const tong = await app.person({ name: "Phạm Văn Tòng", unit: id("Xã Bình Lâm"), role: "administrator" });
const mai = await app.person({ name: "Y Mai", unit: id("Xã Bình Lâm"), role: "reporter" });
const village = async (name: string, parent = "Xã Bình Lâm") => {
  const { body } = await hanh.post("/units", { kind: "residential-area", name, parentId: id(parent), from: "2026-01-01" });
  return body.id as number;
};

test("chị Y Mai walks down the tree, today and before July 2025", async () => {
  const roots = await mai.get("/units");
  expect(roots.body).toMatchObject([{ name: "Tỉnh Tân Giang", kind: "province" }]);
  const now = await mai.get("/units", { parent: id("Tỉnh Tân Giang") });
  expect(now.body.at(-1)).toMatchObject({ name: "Xã Hòa Phú", areaName: "Tỉnh Tân Giang", below: 9 });
  const then = await mai.get("/units", { parent: id("Tỉnh Tân Giang"), asOf: "2024-01-01" });
  expect(then.body.at(-1)).toMatchObject({ name: "Thành phố Đông Kinh", kind: "district" });
});

test("she reads a unit with its names, codes and relations; only who reaches it may edit it", async () => {
  const town = await mai.get(`/units/${id("Phường Sơn Khê")}`);
  expect(town.body).toMatchObject({
    name: "Phường Sơn Khê",
    version: 1,
    editable: false,
    codes: [{ system: "gso", code: "90103" }],
    names: [
      { name: "Thị trấn Sơn Khê", parent: { name: "Huyện Sơn Khê" }, until: "2025-06-30" },
      { name: "Phường Sơn Khê", parent: { name: "Tỉnh Tân Giang" }, from: "2025-07-01", until: null },
    ],
  });
  const front = await hanh.get(`/units/${id("Ủy ban MTTQ Việt Nam xã Bình Lâm")}`);
  expect(front.body).toMatchObject({
    editable: true,
    relations: [{ kind: "line", superior: { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang" } }],
  });
});

test.each([
  ["binh lam", "Xã Bình Lâm"],
  ["mttq hoa phu", "Ủy ban MTTQ Việt Nam xã Hòa Phú"],
  ["so 3 dong kinh", "Tổ dân phố số 3"],
  ["90201", "Phường Đông Kinh Bắc"],
  ["UBND con en", "UBND đặc khu Cồn Én"],
])("searching %s finds %s first", async (text, name) => {
  const { body } = await mai.get("/units/search", { text });
  expect(body[0].name).toBe(name);
});

test("searching keeps to kinds and to a part of the tree, and % is only a sign", async () => {
  const within = await mai.get("/units/search", { text: "mttq", within: id("Xã Hòa Phú"), "kinds[]": "front" });
  expect(within.body.map(({ name }: { name: string }) => name)).toEqual(["Ủy ban MTTQ Việt Nam xã Hòa Phú"]);
  expect((await mai.get("/units/search", { text: "100%_x" })).body).toEqual([]);
});

test("a new unit is on the record, with who made it", async () => {
  const made = await village("Thôn Bắc");
  const history = await mai.get("/audit/history", { kind: "unit", id: made });
  expect(history.body.entries).toMatchObject([
    { act: "unit:create", sentence: { vi: "Lê Thị Hạnh (Người quản trị, Tỉnh Tân Giang) thêm đơn vị" } },
  ]);
});

test.each([
  ["a name twice in one place", { kind: "residential-area", name: "thôn đoài" }, 409, "conflict"],
  ["an area above its parent", { kind: "province", name: "Tỉnh Khác" }, 400, "invalid_input"],
  ["an empty name", { kind: "residential-area", name: "  " }, 400, "invalid_input"],
  ["days the wrong way round", { kind: "school", name: "Trường Mới", from: "2026-02-01", until: "2026-01-01" }, 400, "invalid_input"],
  ["a day that does not exist", { kind: "school", name: "Trường Mới", from: "2026-02-30" }, 400, "invalid_input"],
  ["a code that another unit has", { kind: "school", name: "Trường Mới", codes: [{ system: "gso", code: "90101" }] }, 409, "conflict"],
  ["a kind that is none", { kind: "planet", name: "Sao Hỏa" }, 400, "invalid_input"],
])("refused: %s", async (_what, input, status, code) => {
  const answer = await hanh.post("/units", { parentId: id("Xã Bình Lâm"), ...input });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test("a root is not made by hand, nor a unit under nothing that exists", async () => {
  expect((await hanh.post("/units", { kind: "province", name: "Tỉnh Khác", parentId: null })).status).toBe(400);
  expect((await hanh.post("/units", { kind: "school", name: "Trường", parentId: 99999 })).status).toBe(403);
});

test("ông Tòng edits his commune and not the neighbour's", async () => {
  const own = await village("Thôn Nam");
  const theirs = await village("Thôn Nam", "Xã Hòa Phú");
  const rename = { version: 1, name: "Thôn Nam Sơn", from: "2026-03-01" };
  expect((await tong.post(`/units/${own}/rename`, rename)).body).toEqual({ version: 2 });
  expect((await tong.post(`/units/${theirs}/rename`, rename)).status).toBe(403);
  expect((await mai.post(`/units/${own}/rename`, rename)).status).toBe(403);
  expect((await app.anonymous.post(`/units/${own}/rename`, rename)).status).toBe(401);
});

test("who saved second hears what changed", async () => {
  const unit = await village("Thôn Đông");
  await hanh.post(`/units/${unit}/rename`, { version: 1, name: "Thôn Đông Hải", from: "2026-03-01" });
  const late = await tong.post(`/units/${unit}/rename`, { version: 1, name: "Thôn Đông Sơn", from: "2026-03-01" });
  expect(late).toMatchObject({
    status: 409,
    body: { code: "conflict", details: { seen: 1, current: { version: 2, name: "Thôn Đông Hải" } } },
  });
});

test("a code is given from a day, moves to another unit, and is taken off", async () => {
  const [a, b] = [await village("Thôn A"), await village("Thôn B")];
  const give = (unit: number, version: number, code: string | null, from: string) =>
    hanh.post(`/units/${unit}/codes`, { version, system: "noi-bo", code, from });
  expect((await give(a, 1, "T01", "2026-01-01")).status).toBe(200);
  expect((await give(b, 1, "T01", "2026-02-01")).body).toMatchObject({ code: "conflict", message: expect.stringContaining("Thôn A") });
  expect((await give(a, 2, null, "2026-02-01")).status).toBe(200);
  expect((await give(b, 1, "T01", "2026-02-01")).status).toBe(200);
  expect((await hanh.get(`/units/${a}`)).body.codes).toMatchObject([{ code: "T01", from: "2026-01-01", until: "2026-01-31" }]);
  expect((await give(a, 3, "T09", "2020-01-01")).body.message).toContain("không tồn tại vào ngày");
});

test("a relation to one superior ends when another takes its place; membership may be manifold", async () => {
  const unit = await village("Thôn Tây");
  const set = (version: number, kind: string, superior: string, from: string, ended = false) =>
    hanh.post(`/units/${unit}/relations`, { version, kind, superiorId: id(superior), from, ended });
  await set(1, "party", "Đảng ủy xã Bình Lâm", "2026-01-01");
  await set(2, "party", "Đảng ủy xã Hòa Phú", "2026-02-01");
  await set(3, "member", "Sở Nội vụ", "2026-01-01");
  await set(4, "member", "Hội Nông dân xã Bình Lâm", "2026-01-01");
  await set(5, "member", "Sở Nội vụ", "2026-03-01", true);
  const { relations } = (await hanh.get(`/units/${unit}`)).body;
  expect(
    relations.map((row: { superior: { name: string }; from: string; until: string }) => [row.superior.name, row.from, row.until]),
  ).toEqual(
    expect.arrayContaining([
      ["Đảng ủy xã Bình Lâm", "2026-01-01", "2026-01-31"],
      ["Đảng ủy xã Hòa Phú", "2026-02-01", null],
      ["Sở Nội vụ", "2026-01-01", "2026-02-28"],
      ["Hội Nông dân xã Bình Lâm", "2026-01-01", null],
    ]),
  );
  expect((await set(6, "line", "Sở Nội vụ", "2026-03-01", true)).body.code).toBe("wrong_state");
});

test("a unit with others under it cannot end before them", async () => {
  const answer = await hanh.post(`/units/${id("Xã Hòa Phú")}/end`, { version: 1, lastDay: "2026-12-31" });
  expect(answer).toMatchObject({
    status: 409,
    body: {
      code: "wrong_state",
      details: { dependents: expect.arrayContaining([{ id: id("UBND xã Hòa Phú"), name: "UBND xã Hòa Phú" }]) },
    },
  });
});

test("whom an expression means, and whom it does not", async () => {
  const { body } = await mai.get("/units/addressees", { expression: "mỗi xã", issuer: id("UBND tỉnh Tân Giang"), asOf: "2026-03-02" });
  expect(body.units).toHaveLength(2);
  expect(body.left).toHaveLength(3);
  expect(body.understood.vi).toBe("Ủy ban nhân dân – mỗi xã");
  expect((await mai.get("/units/addressees", { expression: "mỗi xã", issuer: 99999, asOf: "2026-03-02" })).status).toBe(400);
  expect((await mai.get("/units/addressees", { expression: "", issuer: 1, asOf: "tomorrow" })).body.details.fields).toHaveProperty("asOf");
});

const csv = (...rows: string[]) =>
  new File([["Khóa,Cấp trên,Loại,Tên,Từ ngày,Mã", ...rows].join("\n")], "don-vi.csv", { type: "text/csv" });

test("an import is looked at first, then done, and done again changes nothing", async () => {
  const file = csv(`a,#${id("Xã Hòa Phú")},thôn,Thôn Một,01/01/2026,`, "b,a,MTTQ,Ban Công tác Mặt trận thôn Một,01/01/2026,");
  const preview = await hanh.upload("/units/import", { file, mode: "preview" });
  expect(preview.body).toMatchObject({
    rows: 2,
    created: 2,
    rejected: [],
    written: false,
    sample: [{ name: "Thôn Một", parent: "Xã Hòa Phú" }, { parent: "Thôn Một" }],
  });
  expect((await hanh.upload("/units/import", { file, mode: "all" })).body).toMatchObject({ created: 2, written: true });
  expect((await hanh.upload("/units/import", { file, mode: "all" })).body).toMatchObject({ created: 0, unchanged: 2, written: false });
  const [unit] = (await hanh.get("/units/search", { text: "thon mot" })).body;
  expect((await hanh.get("/audit/history", { kind: "unit", id: unit.id })).body.entries).toMatchObject([{ act: "unit:import" }]);
});

test("all or nothing, or what can be taken, by choice; every refusal says what to do", async () => {
  const parent = `#${id("Xã Hòa Phú")}`;
  const file = csv(
    `,${parent},thôn,Thôn Hai,,`,
    `,${parent},hành tinh,Sao Hỏa,,`,
    ",,thôn,Thôn Không Chỗ,,",
    `,#${id("Xã Bình Lâm")},thôn,Thôn Đoài,01/01/2030,`,
  );
  const all = await hanh.upload("/units/import", { file, mode: "all" });
  expect(all.body).toMatchObject({ written: false, created: 1 });
  expect(all.body.rejected.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
    [3, "kind"],
    [4, "parent"],
  ]);
  expect(all.body.rejected[0].todo.vi).toContain("Ghi một loại");
  expect((await hanh.upload("/units/import", { file, mode: "good" })).body).toMatchObject({ written: true, created: 1 });
});

test("an import stays within reach, and a file that is none is refused", async () => {
  const foreign = await tong.upload("/units/import", { file: csv(`,#${id("Xã Hòa Phú")},thôn,Thôn Ba,,`), mode: "good" });
  expect(foreign.body).toMatchObject({
    written: false,
    rejected: [{ column: "parent", what: { en: expect.stringContaining("beyond the reach") } }],
  });
  expect((await hanh.upload("/units/import", { file: new File(["xin chào"], "a.csv"), mode: "all" })).body.code).toBe("invalid_input");
  expect(
    (await hanh.upload("/units/import", { file: new File([new Uint8Array([0x58, 0xe3, 0x20])], "a.csv"), mode: "all" })).body.code,
  ).toBe("unsupported");
  expect((await hanh.upload("/units/import", { file: new File(["{"], "a.json"), mode: "all" })).body.code).toBe("unsupported");
  expect((await mai.upload("/units/import", { file: csv(), mode: "all" })).status).toBe(403);
});

test("the directory leaves as a file for those who may see it", async () => {
  const file = await mai.fetch("/files/units.csv");
  expect([file.status, file.headers["x-content-type-options"]]).toEqual([200, "nosniff"]);
  expect(String(file.headers["content-disposition"])).toContain("attachment");
  expect(file.raw.toString("utf8")).toContain("Ủy ban MTTQ Việt Nam xã Bình Lâm");
  expect((await app.anonymous.fetch("/files/units.csv")).status).toBe(401);
  expect((await mai.fetch("/files/units.json")).status).toBe(200);
});
