import type { Text } from "../../src/kernel/language.ts";
import { readAmount } from "../../src/kernel/numbers.ts";
import type { ActivityKind } from "../../src/modules/activities/contract.ts";
import { say } from "./messages.ts";
import { amountKeys, type Written } from "./written.ts";

/** What can be told before anything travels: one message per field that needs the person. */
export function problemsOf(written: Written, kind: ActivityKind | undefined): Record<string, Text> {
  const problems: Record<string, Text> = {};
  if (written.kind === null) problems["kind"] = say("kindMissing");
  if (written.name.trim() === "") problems["name"] = say("nameMissing");
  if (written.onDate === null) problems["onDate"] = say("dateMissing");
  if (written.lead.length === 0) problems["leadId"] = say("unitMissing");
  const unread = (typed: string | undefined) => Boolean(typed?.trim()) && readAmount(typed ?? "") === null;
  for (const key of amountKeys) if (unread(written[key])) problems[key] = say("notUnderstood");
  for (const { key, type } of kind?.fields ?? [])
    if (type === "number" && unread(written.details[key])) problems[`details.${key}`] = say("notUnderstood");
  return problems;
}

const inStepTwo = new Set<string>([...amountKeys, "summary", "place", "startTime", "untilDate", "partners", "serves", "source"]);

/** Whether a message belongs to a field of step 2, which must then stand open. */
export const needsMore = (fields: Record<string, unknown>): boolean =>
  Object.keys(fields).some((path) => inStepTwo.has(path.split(".")[0] ?? "") || path.startsWith("details"));
