import type { Matrix } from "../../../test/support/matrix.ts";
import { removalPhrase } from "./contract.ts";

const why = "the mark is of the installation, and this one does not hold the demo";

export const matrix: Matrix = {
  status: { inside: () => ({}), why },
  links: { inside: () => ({}), why, answers: 409 },
  remove: { inside: () => ({ phrase: removalPhrase }), why, answers: 409 },
};
