import type { Matrix } from "../../../test/support/matrix.ts";
import { matrix as dictionary } from "./matrix/dictionary.ts";
import { matrix as figures } from "./matrix/figures.ts";
import { matrix as layouts } from "./matrix/layouts.ts";
import { matrix as forms } from "./matrix/forms.ts";
import { matrix as intake } from "./matrix/intake.ts";
import { matrix as rounds } from "./matrix/rounds.ts";
import { matrix as submissions } from "./matrix/submissions.ts";

const under = (part: string, matrix: Matrix): Matrix =>
  Object.fromEntries(Object.entries(matrix).map(([name, example]) => [`${part}.${name}`, example]));

export const matrix: Matrix = {
  ...under("dictionary", dictionary),
  ...under("figures", figures),
  ...under("layouts", layouts),
  ...under("forms", forms),
  ...under("intake", intake),
  ...under("rounds", rounds),
  ...under("submissions", submissions),
};
