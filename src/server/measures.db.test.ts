import { expect, test } from "vitest";
import { testDatabase } from "../../test/support/database.ts";
import { modules } from "./modules.ts";

test("every measure that the catalogue names is offered by a module, under one name", async () => {
  const { app: db } = await testDatabase();
  const offered = (await Promise.all(modules.flatMap(({ measures }) => (measures ? [measures.measures(db)] : [])))).flat();
  const names = offered.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const rows = await db.selectFrom("indicator").select(["catalogue_no", "measures"]).execute();
  const wanted = rows.flatMap(({ catalogue_no, measures }) =>
    (measures as { names: string[] }[]).flatMap((link) => link.names.map((name) => ({ catalogue_no, name }))),
  );
  expect(wanted.length).toBeGreaterThan(60);
  expect(wanted.filter(({ name }) => !names.includes(name))).toEqual([]);
});
