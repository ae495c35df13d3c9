import { firstLoad } from "./first-load.ts";
import type { Bench } from "./figure.ts";
import { rollUp } from "./roll-up.ts";

/** What people wait for along the loop: the application's first page, and a province's figures. */
export const loopBench: Bench = {
  name: "loop",
  what: "first load of the staff application; the roll-up of 130 communes",
  async run() {
    // One after the other: they would measure each other's noise.
    const load = await firstLoad();
    const sums = await rollUp();
    return { name: "loop", n: Math.min(load.n, sums.n), figures: [...load.figures, ...sums.figures] };
  },
};
