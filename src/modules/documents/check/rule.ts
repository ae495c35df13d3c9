import type { Text } from "../../../kernel/language.ts";
import type { CompiledPlan } from "../compile/plan.ts";
import type { CheckContext } from "./context.ts";
import type { Severity } from "./finding.ts";
import type { Mention } from "./mentions.ts";
import type { Parts } from "./parts.ts";
import type { Block, Sheet } from "./sheet.ts";

/** What every rule reads; made once for a text. */
export type View = {
  sheet: Sheet;
  plan: CompiledPlan;
  parts: Parts;
  mentions: readonly Mention[];
  context: CheckContext;
};

/** One question that a rule raises. `about` tells two questions of one rule apart when their words are the same or missing. */
export type Hit = {
  places: readonly Block[];
  reason: Text;
  basis: Text;
  mend?: Text | null;
  severity?: Severity;
  about?: string;
};

export type Rule = {
  /** "family/name". */
  id: string;
  severity: Severity;
  find(view: View): Hit[];
};
