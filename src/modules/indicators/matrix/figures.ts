import type { Matrix } from "../../../../test/support/matrix.ts";

export const matrix: Matrix = {};
