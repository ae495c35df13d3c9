import { expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { fillDemo } from "./filling.ts";
import { fillModels } from "./working.ts";

test("models of two years, at different steps, in rounds that name their guidance; filled in once", async () => {
  const app = await testApp({ at: "2026-10-20T09:00:00+07:00" });
  const whatIsShown = async () => {
    const recognised = await app.db.selectFrom("exemplar_recognition").select(["id", "level"]).execute();
    // As the public reads it.
    const items = await app.services.databases.portal.selectFrom("portal_item").select(["id", "kind"]).execute();
    return {
      recognised: recognised.length,
      items: items.length,
      levels: [...new Set(recognised.map(({ level }) => level))].toSorted((one, other) => one.localeCompare(other)),
      open: [...new Set(items.map(({ kind }) => kind))].toSorted((one, other) => (one ?? "").localeCompare(other ?? "")),
    };
  };
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
  const shown = await whatIsShown();
  expect(shown.levels).toEqual(["commune", "province"]);
  expect(shown.open).toEqual(["contest", "exemplar", "recognition", "statistics"]);
  await fillModels(app.services, { every: 12 });
  expect(await whatIsShown()).toEqual(shown);
  expect(await app.db.selectFrom("exemplar").select("id").execute()).toHaveLength(rows.length);
}, 180_000);
