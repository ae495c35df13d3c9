import { dictionaryContract } from "./contract/dictionary.ts";
import { figuresContract } from "./contract/figures.ts";
import { layoutsContract } from "./contract/layouts.ts";
import { formsContract } from "./contract/forms.ts";
import { intakeContract } from "./contract/intake.ts";
import { roundsContract } from "./contract/rounds.ts";
import { submissionsContract } from "./contract/submissions.ts";

export * from "./contract/cells.ts";
export * from "./contract/dictionary.ts";
export * from "./contract/figures.ts";
export * from "./contract/layouts.ts";
export * from "./contract/forms.ts";
export * from "./contract/intake.ts";
export * from "./contract/rounds.ts";
export * from "./contract/submissions.ts";

/** The dictionary and its figures, the forms that ask for them, the rounds of a form and what units send in them. */
export const indicatorsContract = {
  dictionary: dictionaryContract,
  figures: figuresContract,
  layouts: layoutsContract,
  forms: formsContract,
  intake: intakeContract,
  rounds: roundsContract,
  submissions: submissionsContract,
};
