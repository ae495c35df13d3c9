import type { ActNames, FieldNames } from "../audit/contract.ts";
import { formActs, formFields } from "./messages/forms.ts";
import { roundActs, roundFields } from "./messages/rounds.ts";

export const actNames: ActNames = {
  ...formActs,
  ...roundActs,
};

export const fieldNames: FieldNames = {
  ...formFields,
  ...roundFields,
};
