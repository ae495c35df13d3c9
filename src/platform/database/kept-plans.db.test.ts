import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { keptPlan, transaction, type Transaction } from "./index.ts";

const { app } = await testDatabase();

const above = (tx: Transaction, least: number) =>
  sql<{ n: number }>`${keptPlan} select n from generate_series(1, 4) n where n > ${least}::int`.execute(tx);

test("a marked statement is planned once in a connection, and answers what is asked each time", async () => {
  await transaction(app, async (tx) => {
    for (let least = 0; least < 8; least++) expect((await above(tx, least)).rows).toHaveLength(Math.max(0, 4 - least));
    await sql`select 1 where ${1}::int = 1`.execute(tx);
    const { rows } = await sql<{ plans: number }>`select (generic_plans + custom_plans)::int as plans from pg_prepared_statements`.execute(
      tx,
    );
    expect(rows).toEqual([{ plans: 8 }]);
  });
});

test("an error in a marked statement is the statement's own, and the connection goes on", async () => {
  const broken = (divisor: number) => sql<{ n: number }>`${keptPlan} select 4 / ${divisor}::int as n`.execute(app);
  await expect(broken(0)).rejects.toMatchObject({ code: "22012" });
  expect((await broken(2)).rows).toEqual([{ n: 2 }]);
  await expect(sql`${keptPlan} select nothing from nowhere`.execute(app)).rejects.toMatchObject({ code: "42P01" });
  await expect(sql`${keptPlan} select nothing from nowhere`.execute(app)).rejects.toMatchObject({ code: "42P01" });
});
