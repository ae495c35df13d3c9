import type { Matrix } from "../../../../test/support/matrix.ts";
import { createIndicator } from "../service/dictionary-editing.ts";
import type { UnitId } from "../../../kernel/ids.ts";

let made = 0;
const body = () => ({ name: `Câu lạc bộ sinh hoạt ${(made += 1)}`, unit: "câu lạc bộ", valueKind: "stock" as const });

/** An indicator of a unit, made by somebody who may. */
async function ownedBy(world: Parameters<NonNullable<Matrix[string]["inside"]>>[0], unit: UnitId) {
  const { actor } = await world.app.person({ name: "Lê Thị Hạnh", unit, role: "coordinator" });
  const { id, version } = await createIndicator(world.app.db, actor, [], body());
  return { id, version };
}

export const matrix: Matrix = {
  list: { inside: () => ({}), why: "the dictionary is read by everybody who works here" },
  topics: { inside: () => ({}), why: "the dictionary is read by everybody who works here" },
  measures: { inside: () => ({}), why: "what can be computed is no secret" },
  get: { inside: () => ({ id: 1 }), why: "the catalogue is read by everybody who works here" },
  create: {
    inside: (world) => ({ ...body(), ownerId: world.inside }),
    outside: (world) => ({ ...body(), ownerId: world.outside }),
    beyond: "forbidden",
  },
  edit: {
    inside: async (world) => ({ ...body(), ...(await ownedBy(world, world.inside)) }),
    outside: async (world) => ({ ...body(), ...(await ownedBy(world, world.outside)) }),
    beyond: "forbidden",
  },
  retire: {
    inside: async (world) => ({ ...(await ownedBy(world, world.inside)), reason: "Không còn theo dõi" }),
    outside: async (world) => ({ ...(await ownedBy(world, world.outside)), reason: "Không còn theo dõi" }),
    beyond: "forbidden",
  },
  restore: {
    inside: async (world) => ownedBy(world, world.inside),
    outside: async (world) => ownedBy(world, world.outside),
    beyond: "forbidden",
    why: "what is in use cannot be restored: a permitted call says so",
    answers: 409,
  },
};
