import { expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";

const app = await testApp();
const province = await unit(app.db, { kind: "province", name: "Tỉnh Tân Giang" });
const hanh = await app.person({ name: "Lê Thị Hạnh", unit: province, role: "administrator" });

test("the history of a thing is for those who see the thing; other kinds do not exist", async () => {
  const seen = await hanh.get("/audit/history", { kind: "unit", id: province });
  expect(seen.body).toMatchObject({
    more: false,
    entries: [{ act: "unit:create", sentence: { vi: "Hệ thống thêm đơn vị", en: "The system added the unit" } }],
  });
  expect((await hanh.get("/audit/history", { kind: "session", id: "1" })).status).toBe(404);
  expect((await app.anonymous.get("/audit/history", { kind: "unit", id: province })).status).toBe(401);
});

test.each([{ kind: "unit" }, { kind: "Unit'--", id: "1" }, { kind: "unit", id: "1", before: "x" }])(
  "bad input is told: %j",
  async (query) => {
    expect((await hanh.get("/audit/history", query)).body.code).toBe("invalid_input");
  },
);
