import type { Matrix } from "../../../../test/support/matrix.ts";

const asked = { calendar: "civil", period: "2026-Q1" };

export const matrix: Matrix = {
  totals: {
    inside: (world) => ({ ...asked, area: world.inside, cells: "39" }),
    outside: (world) => ({ ...asked, area: world.outside, cells: "39" }),
    beyond: "hidden",
  },
  values: {
    inside: (world) => ({ ...asked, units: world.inside, cells: "39" }),
    outside: (world) => ({ ...asked, units: world.outside, cells: "39" }),
    beyond: "hidden",
  },
  overTime: {
    inside: (world) => ({ ...asked, area: world.inside, cell: "39", back: 2 }),
    outside: (world) => ({ ...asked, area: world.outside, cell: "39", back: 2 }),
    beyond: "hidden",
  },
  records: {
    inside: (world) => ({ ...asked, unit: world.inside, indicatorId: 39 }),
    outside: (world) => ({ ...asked, unit: world.outside, indicatorId: 39 }),
    beyond: "hidden",
  },
};
