import type { Matrix } from "../../../../test/support/matrix.ts";

export const boardsMatrix: Matrix = {
  "boards.read": {
    inside: (world) => ({ unitId: world.inside }),
    outside: (world) => ({ unitId: world.outside }),
    beyond: "forbidden",
  },
};
