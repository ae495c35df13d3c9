import type { UnitId } from "../../../kernel/ids.ts";
import type { Matrix } from "../../../../test/support/matrix.ts";
import type { LayoutContent } from "../contract/layouts.ts";
import { createLayout } from "../service/layouts.ts";

const content: LayoutContent = {
  rows: "units",
  sheet: "Số liệu",
  titles: ["Biểu tổng hợp"],
  columns: [
    { header: "Đơn vị", field: "name" },
    { header: "", cells: "asked" },
  ],
  total: true,
};
const body = () => ({ name: "Biểu của đơn vị", description: "", content });

async function ownedBy(world: Parameters<NonNullable<Matrix[string]["inside"]>>[0], unit: UnitId) {
  const { actor } = await world.app.person({ name: "Lê Thị Hạnh", unit, role: "coordinator" });
  const { id, version } = await createLayout(world.app.db, actor, body());
  return { id, version };
}

export const matrix: Matrix = {
  list: { inside: () => ({}), why: "shipped layouts, and those of one's own units" },
  create: { inside: body, why: "it is made for the unit of the post in use" },
  edit: {
    inside: async (world) => ({ ...body(), ...(await ownedBy(world, world.inside)) }),
    outside: async (world) => ({ ...body(), ...(await ownedBy(world, world.outside)) }),
    beyond: "hidden",
  },
  remove: {
    inside: async (world) => ownedBy(world, world.inside),
    outside: async (world) => ownedBy(world, world.outside),
    beyond: "hidden",
  },
};
