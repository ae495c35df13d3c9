import type { Database } from "../../../platform/database/index.ts";
import type { FormContent, FormRow } from "../contract/forms.ts";

/** Rows whose indicator the dictionary does not have. */
export async function unknownRows(_db: Database, _content: FormContent): Promise<FormRow[]> {
  return [];
}
