import type { Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { createUnit } from "./index.ts";

let made = 0;

/** A village below one of the two communes, for the caller to edit. */
async function village({ app }: MatrixWorld, parentId: UnitId): Promise<{ id: UnitId; version: number }> {
  const { id } = await createUnit(
    app.db,
    { system: "test" },
    { kind: "residential-area", name: `Thôn ${(made += 1)}`, parentId, from: "2020-01-01" },
  );
  return { id, version: 1 };
}

const open = "the directory of units is no secret: whoever may see units sees all of it";
const csv = (parent: UnitId) => new File([`Loại,Tên,Cấp trên\nthôn,Thôn nhập ${(made += 1)},#${parent}\n`], "units.csv");

export const matrix: Matrix = {
  tree: { inside: ({ inside }) => ({ parent: inside }), why: open },
  search: { inside: () => ({ text: "binh lam" }), why: open },
  get: { inside: ({ inside }) => ({ id: inside }), why: open },
  addressees: { inside: ({ province }) => ({ expression: "mỗi xã", issuer: province, asOf: "2026-03-02" }), why: open },
  create: {
    inside: ({ inside }) => ({ kind: "residential-area", name: `Thôn mới ${(made += 1)}`, parentId: inside, from: "2021-01-01" }),
    outside: ({ outside }) => ({ kind: "residential-area", name: `Thôn mới ${(made += 1)}`, parentId: outside, from: "2021-01-01" }),
  },
  rename: {
    inside: async (world) => ({ ...(await village(world, world.inside)), name: "Thôn Đoài", from: "2026-01-01" }),
    outside: async (world) => ({ ...(await village(world, world.outside)), name: "Thôn Đoài", from: "2026-01-01" }),
  },
  setCode: {
    inside: async (world) => ({ ...(await village(world, world.inside)), system: "noi-bo", code: `M${(made += 1)}`, from: "2026-01-01" }),
    outside: async (world) => ({ ...(await village(world, world.outside)), system: "noi-bo", code: `M${(made += 1)}`, from: "2026-01-01" }),
  },
  setRelation: {
    inside: async (world) => ({ ...(await village(world, world.inside)), kind: "member", superiorId: world.province, from: "2026-01-01" }),
    outside: async (world) => ({
      ...(await village(world, world.outside)),
      kind: "member",
      superiorId: world.province,
      from: "2026-01-01",
    }),
  },
  end: {
    inside: async (world) => ({ ...(await village(world, world.inside)), lastDay: "2026-06-30" }),
    outside: async (world) => ({ ...(await village(world, world.outside)), lastDay: "2026-06-30" }),
  },
  import: {
    inside: ({ inside }) => ({ file: csv(inside), mode: "all" }),
    outside: ({ outside }) => ({ file: csv(outside), mode: "all" }),
    // The row is rejected with its reason; nothing is written.
    beyond: { without: ({ written, rejected }: { written: boolean; rejected: unknown[] }) => !written && rejected.length === 1 },
  },
};
