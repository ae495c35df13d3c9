import type { Matrix } from "../../../test/support/matrix.ts";

export const matrix: Matrix = {
  history: {
    inside: ({ inside }) => ({ kind: "unit", id: String(inside) }),
    // A kind that no slice answers for: nobody sees its history. Each slice's own tests show who sees its things.
    outside: () => ({ kind: "nothing", id: "1" }),
    beyond: "hidden",
  },
};
