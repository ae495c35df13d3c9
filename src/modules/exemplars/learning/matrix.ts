import type { Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { insertStudy, insertTag, studiesOf } from "./store.ts";

type Make = (world: MatrixWorld, lead: UnitId) => Promise<ExemplarId>;

/** How each endpoint of learning is called in the permission matrix. `make`: a registered exemplar; `open`: an accepted one. */
export function learningMatrix(make: Make, open: Make): Matrix {
  let tags = 0;
  const studied = async (world: MatrixWorld, lead: UnitId) => {
    const id = await open(world, lead);
    const given = {
      unitId: lead,
      onDate: "2026-03-01",
      people: 5,
      tookHome: "",
      by: world.maker.id,
      at: lead,
      now: world.app.services.clock(),
    };
    const [study] = await transaction(world.app.db, async (tx) => {
      await insertStudy(tx, id, given);
      return studiesOf(tx, id);
    });
    return { id, studyId: study?.id ?? "" };
  };
  const tagOf = async (world: MatrixWorld, body: UnitId) => ({
    id: (await transaction(world.app.db, (tx) => insertTag(tx, { kind: "theme", name: `chủ đề riêng ${(tags += 1)}`, body }))) ?? "",
  });
  return {
    "learning.get": {
      inside: async (world) => ({ id: await make(world, world.inside) }),
      outside: async (world) => ({ id: await make(world, world.outside) }),
      beyond: "hidden",
    },
    // What was accepted everybody sees, so beyond reach the act is refused instead of hidden.
    "learning.write": {
      inside: async (world) => ({ id: await open(world, world.inside), version: 0, story: "Bắt đầu từ một ngõ." }),
      outside: async (world) => ({ id: await open(world, world.outside), version: 0, story: "Bắt đầu từ một ngõ." }),
      beyond: "forbidden",
    },
    "learning.copy": {
      inside: async (world) => ({
        id: await open(world, world.outside),
        name: "Hiến đất làm đường",
        leadId: world.inside,
        adapted: "Theo tổ.",
      }),
      outside: async (world) => ({
        id: await open(world, world.inside),
        name: "Hiến đất làm đường",
        leadId: world.outside,
        adapted: "Theo tổ.",
      }),
      beyond: "forbidden",
    },
    "learning.study": {
      inside: async (world) => ({ id: await open(world, world.outside), unitId: world.inside, onDate: "2026-03-01" }),
      outside: async (world) => ({ id: await open(world, world.outside), unitId: world.outside, onDate: "2026-03-01" }),
      beyond: "forbidden",
    },
    "learning.removeStudy": {
      inside: (world) => studied(world, world.inside),
      outside: (world) => studied(world, world.outside),
      beyond: "forbidden",
    },
    "learning.peers": { inside: () => ({}), why: "the own unit, held against counts of others" },
    "learning.tagList": { inside: () => ({}), why: "suggestions that everybody has, and those of the bodies above" },
    "learning.addTag": { inside: () => ({ kind: "theme", name: `bếp ăn chung ${(tags += 1)}` }), why: "for the own body" },
    "learning.removeTag": {
      inside: (world) => tagOf(world, world.inside),
      outside: (world) => tagOf(world, world.outside),
      beyond: "hidden",
    },
  };
}
