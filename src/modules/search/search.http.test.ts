import { expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";

const app = await testApp();
const province = await unit(app.db, { kind: "province", name: "Tỉnh Tân Giang" });
const commune = await unit(app.db, { kind: "commune", name: "Xã Đồng Tháp Mây", parentId: province });
const hanh = await app.person({ name: "Lê Thị Hạnh", unit: province, role: "coordinator" });

test("finds units without accents, and says where to open them", async () => {
  const { status, body } = await hanh.get("/search", { text: "dong thap may" });
  expect(status).toBe(200);
  expect(body.items).toContainEqual(expect.objectContaining({ kind: "unit", id: String(commune), title: "Xã Đồng Tháp Mây" }));
});

test("finds people only for who may see them", async () => {
  const tong = await app.person({ name: "Phạm Văn Tòng", unit: commune, role: "reporter" });
  expect((await hanh.get("/search", { text: "pham van tong" })).body.items).toContainEqual(expect.objectContaining({ kind: "person" }));
  expect((await tong.get("/search", { text: "le thi hanh" })).body.items).toEqual([]);
});

test("refuses strangers and a single letter", async () => {
  expect((await app.anonymous.get("/search", { text: "xã" })).status).toBe(401);
  const short = await hanh.get("/search", { text: "x" });
  expect(short.status).toBe(400);
  expect(short.body).toMatchObject({ code: "invalid_input", details: { fields: { text: expect.any(String) } } });
});
