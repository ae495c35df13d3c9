import type { ActNames, FieldNames } from "../audit/contract.ts";
import { indicatorActs, indicatorFields } from "./messages/dictionary.ts";
import { formActs, formFields } from "./messages/forms.ts";
import { roundActs, roundFields } from "./messages/rounds.ts";
import { submissionActs, submissionFields } from "./messages/submissions.ts";

export const actNames: ActNames = {
  ...indicatorActs,
  ...formActs,
  ...roundActs,
  ...submissionActs,
};

export const fieldNames: FieldNames = {
  ...indicatorFields,
  ...formFields,
  ...roundFields,
  ...submissionFields,
};
