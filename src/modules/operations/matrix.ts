import type { Matrix } from "../../../test/support/matrix.ts";

const why = "background jobs belong to the installation, not to a unit";

export const matrix: Matrix = {
  jobs: { inside: () => ({}), why },
  retryJob: { inside: () => ({ id: "999999999" }), why, answers: 409 },
};
