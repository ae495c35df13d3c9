import type { ActNames, FieldNames } from "../audit/contract.ts";
import { formActs, formFields } from "./messages/forms.ts";
import { roundActs, roundFields } from "./messages/rounds.ts";
import { submissionActs, submissionFields } from "./messages/submissions.ts";

export const actNames: ActNames = {
  ...formActs,
  ...roundActs,
  ...submissionActs,
};

export const fieldNames: FieldNames = {
  ...formFields,
  ...roundFields,
  ...submissionFields,
};
