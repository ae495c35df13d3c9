import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { transaction } from "../../platform/database/index.ts";
import { recordAct } from "./record.ts";
import { sealActs } from "./store.ts";

const { app } = await testDatabase();

test("smoke", async () => {
  await transaction(app, (tx) =>
    recordAct(tx, { system: "test" }, { act: "unit:create", thing: { kind: "unit", id: "1" }, after: { name: "Xã Bình Lâm" } }),
  );
  const { rows } = await sql`select * from act`.execute(app);
  console.log(rows);
  console.log(await sealActs(app), await sealActs(app));
  await expect(sql`update act set note = 'x'`.execute(app)).rejects.toThrow(/permission denied/);
});
