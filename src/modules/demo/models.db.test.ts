import { expect, test } from "vitest";
import { testApp } from "../../../test/support/app.ts";
import { appraiseFronts } from "./appraising.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { exemplarMeasures } from "../exemplars/index.ts";
import { fillDemo } from "./filling.ts";
import { spreadAndTell } from "./spreading.ts";
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

  // Photographs by the way of all: none in quarantine, one with consent, one with covered faces, one that nobody may show yet.
  const pictures = await app.db
    .selectFrom("exemplar_picture")
    .select(["state", "shows", "consent_on", "public_hash", "blurred_hash"])
    .execute();
  expect(pictures.every(({ state }) => state === "ready")).toBe(true);
  const told = pictures
    .filter(({ shows }) => shows !== "none")
    .map((one) => [one.shows, one.consent_on !== null, one.blurred_hash !== null, one.public_hash !== null]);
  expect(told.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
    ["children-or-poor", false, false, false],
    ["people", false, true, true],
    ["people", true, false, true],
  ]);

  await spreadAndTell(app.services);
  await appraiseFronts(app.services);
  const copies = await app.db.selectFrom("exemplar").select(["adapted", "state"]).where("copied_from", "is not", null).execute();
  expect(copies.length).toBeGreaterThan(1);
  expect(new Set(copies.map(({ state }) => state))).toEqual(new Set(["accepted"]));
  expect((await app.db.selectFrom("exemplar_study").select("id").execute()).length).toBe(copies.length);
  // Who copied is counted in public only where the copy itself was opened.
  const public_ = await app.services.databases.portal.selectFrom("portal_copy").select("copy_id").execute();
  expect(public_).toHaveLength(Math.min(3, copies.length));
  const months = new Set((await app.db.selectFrom("story").select("month").execute()).map(({ month }) => month));
  expect([months.has("2026-10-01"), months.has("2026-11-01"), months.has("2026-12-01")]).toEqual([true, false, true]);
  const appraised = await app.db
    .selectFrom("appraisal_round")
    .innerJoin("appraisal_subject", "appraisal_subject.round_id", "appraisal_round.id")
    .select(["appraisal_round.state as round", "appraisal_subject.state as subject"])
    .orderBy("appraisal_round.period_from")
    .orderBy("appraisal_subject.state")
    .execute();
  expect(appraised.map(({ round, subject }) => `${round} ${subject}`)).toEqual([
    "closed concluded",
    "closed concluded",
    "closed concluded",
    "open judging",
    "open judging",
    "open self",
  ]);
  expect(await app.db.selectFrom("exemplar").select("id").execute()).toHaveLength(rows.length + copies.length);

  // What the public statistics say is what the register's measures say, as far as it is not withheld.
  const { shown: stated, unit_id: unit } = await app.db
    .selectFrom("publication")
    .select(["shown", "unit_id"])
    .where("kind", "=", "statistics")
    .executeTakeFirstOrThrow();
  type Table = { key: string; rows: string[]; columns: string[]; cells: (number | null)[][] };
  const table = (stated as unknown as { tables: Table[] }).tables.find(({ key }) => key === "kind");
  const cells = (["new", "recognised"] as const).flatMap((column) =>
    (table?.rows ?? []).map((row, at) => ({
      name: `exemplar/${column}/kind.${row}`,
      value: table?.cells[at]?.[table.columns.indexOf(column)] ?? null,
    })),
  );
  const measured = await exemplarMeasures.query(app.db, {
    names: cells.map(({ name }) => name),
    units: [unit as UnitId],
    scope: "line",
    period: { from: "2025-01-01", to: "2025-12-31" },
  });
  const open = cells.filter(({ value }) => value !== null);
  expect(open.length).toBeGreaterThan(5);
  expect(open.map(({ name }) => [name, Number(measured.get(name)?.get(unit as UnitId)?.value ?? 0)])).toEqual(
    open.map(({ name, value }) => [name, value]),
  );
}, 300_000);
