import { expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { fillDemo } from "./filling.ts";
import { fillModels } from "./working.ts";

test("models of two years, at different steps, in rounds that name their guidance; filled in once", async () => {
  const app = await testApp({ at: "2026-10-20T09:00:00+07:00" });
  await fillDemo(app.db, { work: "by the caller" });
  await fillModels(app.services, { every: 12 });
  const rows = await app.db.selectFrom("exemplar").select(["state", "step", "first_year", "name"]).execute();
  expect(rows.length).toBeGreaterThan(12);
  expect(new Set(rows.map(({ step }) => step)).size).toBeGreaterThan(1);
  expect(new Set(rows.map(({ first_year: year }) => year))).toEqual(new Set([2025, 2026, null]));
  expect(rows.filter(({ name }) => /[{}]/.test(name))).toEqual([]);
  const rounds = await app.db.selectFrom("exemplar_round").select(["state", "guidance_document_id"]).orderBy("state").execute();
  expect(rounds.map(({ state, guidance_document_id: guidance }) => [state, guidance !== null])).toEqual([
    ["closed", true],
    ["open", true],
  ]);
  await fillModels(app.services, { every: 12 });
  expect(await app.db.selectFrom("exemplar").select("id").execute()).toHaveLength(rows.length);
}, 180_000);
