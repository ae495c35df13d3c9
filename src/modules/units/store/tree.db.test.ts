import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/support/database.ts";
import { transaction } from "../../../platform/database/index.ts";
import { unitId } from "../../../kernel/ids.ts";
import { lockTree, rebuildTree } from "./tree.ts";
import { placesWithin, placesAbove, liesWithin, anyPlacesOf } from "./reading.ts";

const { app } = await testDatabase();

test("smoke", async () => {
  await transaction(app, async (tx) => {
    await lockTree(tx);
    await sql`insert into unit (kind) values ('province'),('district'),('commune'),('front')`.execute(tx);
    await sql`insert into unit_edge (unit_id,parent_id,name,valid) values (1,null,'Tỉnh Tân Giang','(,)'),(2,1,'Huyện X','(,2025-07-01)'),(3,2,'Xã Bình Lâm','(,2025-07-01)'),(3,1,'Xã Bình Lâm','[2025-07-01,)'),(4,3,'MTTQ xã Bình Lâm','(,)')`.execute(
      tx,
    );
    await rebuildTree(tx, "{(,)}");
  });
  console.log(
    (await sql`select * from tree_version`.execute(app)).rows,
    (await sql`select * from unit_at order by ver, lo`.execute(app)).rows,
  );
  console.log(
    await placesWithin(app, unitId(1)),
    await placesAbove(app, unitId(4)),
    await liesWithin(app, unitId(1), unitId(2)),
    await anyPlacesOf(app, [unitId(2), unitId(4)]),
  );
  await transaction(app, async (tx) => {
    await lockTree(tx);
    await sql`update unit_edge set valid='[2025-07-01,2026-03-01)' where unit_id=4`.execute(tx);
    await rebuildTree(tx, "{(,2025-07-01),[2026-03-01,)}");
  });
  console.log((await sql`select * from tree_version order by valid`.execute(app)).rows);
  expect(1).toBe(1);
});
