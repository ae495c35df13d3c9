import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { IndicatorId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Form, FormContent, FormRow, NewFormInput } from "../contract/forms.ts";
import { sectionsFrom } from "../domain/forms-sections.ts";
import { say } from "../messages/forms.ts";
import { indicatorsNamed } from "../store/forms-rows.ts";
import { createForm } from "./forms-editing.ts";

const rowsOf = ({ sections }: FormContent): FormRow[] => sections.flatMap(({ rows }) => rows);

/** Rows whose indicator, or member of it, the dictionary does not have. */
export async function unknownRows(db: Database, content: FormContent): Promise<FormRow[]> {
  const rows = rowsOf(content);
  const known = new Map(
    (await indicatorsNamed(db, [...new Set(rows.map(({ indicatorId }) => indicatorId))])).map((each) => [each.id, each]),
  );
  return rows.filter(({ indicatorId, member }) => {
    const indicator = known.get(indicatorId);
    return !indicator || (member !== "" && !indicator.dimension?.members.some(({ key }) => key === member));
  });
}

type FromDictionary = Omit<NewFormInput, "content"> & { indicatorIds: readonly IndicatorId[]; withMembers: boolean };

/** A draft with a section per topic and a row per indicator, in the order in which they were chosen. */
export async function createFromDictionary(
  db: Database,
  actor: Actor,
  { indicatorIds, withMembers, ...given }: FromDictionary,
  now: Date,
): Promise<Form> {
  const found = new Map((await indicatorsNamed(db, indicatorIds)).map((each) => [each.id, each]));
  const chosen = [...new Set(indicatorIds)].map((id) => found.get(id));
  if (chosen.includes(undefined)) throw problem("invalid_input", say("someUnknown"), { fields: { indicatorIds: say("someUnknown") } });
  const content = sectionsFrom(
    chosen.filter((each) => each !== undefined),
    withMembers,
  );
  return createForm(db, actor, { ...given, content, origin: "dictionary" }, now);
}
