import type { Matrix } from "../../../test/support/matrix.ts";

export const matrix: Matrix = {
  find: { inside: () => ({ text: "xã" }), why: "each slice shows its own things that the caller may see" },
};
