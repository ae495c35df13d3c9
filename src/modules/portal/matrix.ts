import type { Input, Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Choice } from "./shapes.ts";
import { insertPublication } from "./store/publications.ts";
import { insertStory } from "./store/stories.ts";
import { matrix as votes } from "./votes/matrix.ts";

const nothing: Choice = { leftOut: [], pictures: [], consent: null };

/** An accepted model of the unit. */
async function modelAt({ app, maker }: MatrixWorld, lead: UnitId): Promise<string> {
  const now = app.services.clock();
  const { id } = await app.db
    .insertInto("exemplar")
    .values({
      kind: "model",
      state: "accepted",
      name: "Đường hoa thôn Đoài",
      field: "culture-society",
      stream: "new",
      lead_id: lead,
      contents: JSON.stringify({ situation: "Đường nhiều cỏ.", method: "Mỗi hộ trồng một đoạn." }),
      registered_on: "2026-02-01",
      accepted_on: "2026-02-10",
      moved_on: "2026-02-10",
      typed_by: maker.id,
      typed_at: lead,
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function publishedAt(world: MatrixWorld, unit: UnitId): Promise<string> {
  const thingId = await modelAt(world, unit);
  const { app, maker } = world;
  return transaction(app.db, (tx) =>
    insertPublication(
      tx,
      {
        kind: "exemplar",
        thingId,
        unitId: unit,
        unitName: "xã",
        title: "Đường hoa",
        shown: {
          words: "",
          name: "Đường hoa",
          kind: "model",
          field: null,
          themes: [],
          lead: "xã",
          area: null,
          year: null,
          startedOn: null,
          step: null,
          contents: [],
          goals: [],
          adapted: null,
          pictures: [],
        },
        choice: nothing,
        print: "-",
        reason: "-",
        facets: { field: null, subkind: "model", areaId: null, areaName: null, year: null, themes: [] },
      },
      `duong-hoa-${thingId}`,
      { personId: maker.id, personName: maker.name },
      app.services.clock(),
    ),
  );
}

async function storyAt(world: MatrixWorld, unit: UnitId): Promise<string> {
  const exemplarId = await modelAt(world, unit);
  const { app, maker } = world;
  const facts = { month: "2026-03-01", title: "Chuyện đường hoa", lead: "", body: "", pictures: [], outlets: [] };
  return transaction(app.db, (tx) =>
    insertStory(tx, { ...facts, unitId: unit, exemplarId, by: { personId: maker.id, personName: maker.name } }, app.services.clock()),
  );
}

const own = "the post's own unit and its line";
const thing = (thingId: string, more: Input = {}): Input => ({ kind: "exemplar", thingId, ...more });

export const matrix: Matrix = {
  ...votes,
  list: { inside: () => ({}), why: own },
  candidates: { inside: () => ({ kind: "exemplar" }), why: own },
  preview: {
    inside: async (world) => thing(await modelAt(world, world.inside)),
    outside: async (world) => thing(await modelAt(world, world.outside)),
    beyond: "hidden",
  },
  open: {
    inside: async (world) => thing(await modelAt(world, world.inside), { choice: nothing, reason: "Cách làm hay" }),
    outside: async (world) => thing(await modelAt(world, world.outside), { choice: nothing, reason: "Cách làm hay" }),
    beyond: "hidden",
  },
  close: {
    inside: async (world) => ({ id: await publishedAt(world, world.inside), version: 1, reason: "Cần sửa" }),
    outside: async (world) => ({ id: await publishedAt(world, world.outside), version: 1, reason: "Cần sửa" }),
    beyond: "hidden",
  },
  calendar: { inside: () => ({ year: 2026 }), why: own },
  story: {
    inside: async (world) => ({ id: await storyAt(world, world.inside) }),
    outside: async (world) => ({ id: await storyAt(world, world.outside) }),
    beyond: "hidden",
  },
  write: {
    inside: async (world) => ({ exemplarId: await modelAt(world, world.inside), month: "2026-04-01" }),
    outside: async (world) => ({ exemplarId: await modelAt(world, world.outside), month: "2026-04-01" }),
    beyond: "hidden",
  },
  rewrite: {
    inside: async (world) => ({ id: await storyAt(world, world.inside), version: 1, lead: "Một con đường đổi khác." }),
    outside: async (world) => ({ id: await storyAt(world, world.outside), version: 1, lead: "Một con đường đổi khác." }),
    beyond: "hidden",
  },
};
