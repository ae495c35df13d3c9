import { fold } from "../../../../kernel/text.ts";
import type { ImportDecision, ImportRun, ImportSimilar } from "../shapes.ts";

/** So much of what was written stands in the other that it is the same text. */
const sameText = 60;

/** What is proposed for a row that looks like this one; a person decides. Another lead's is never proposed as the same. */
export function proposedFor(
  row: { name: string; leadId: number },
  similar: readonly (Pick<ImportSimilar, "line" | "name" | "reasons" | "score"> & { leadId: number })[],
): ImportDecision {
  const [first] = similar;
  if (!first || first.leadId !== row.leadId) return "new";
  if (fold(first.name) === fold(row.name)) return "same";
  if (first.reasons.includes("renamed")) return "year";
  return first.score >= sameText ? "same" : "new";
}

type Decided = { line: number; similar: readonly Pick<ImportSimilar, "id" | "line">[]; proposed: ImportDecision };

/** Where a row goes: a model of its own (`of`: counted as that one), or a note with another. An `of` is an id, or the line of a row that is made. */
export type Outcome = { as: "model"; of: string | number | null } | { as: "note"; of: string | number };

/**
 * Follows what was decided for each row, in the order of the list: what is the same as a row further up is the same as what
 * that row became.
 */
export function outcomesOf(
  rows: readonly Decided[],
  { similar: rest, decisions = {} }: Pick<ImportRun, "similar" | "decisions">,
): Map<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  for (const { line, similar, proposed } of rows) {
    const [said, which = "0"] = (decisions[`r${line}`] ?? "").split(" ");
    const as = (said || (rest === "proposed" ? proposed : rest)) as ImportDecision;
    const other = similar[Number(which)] ?? similar[0];
    if (as === "new" || !other) {
      outcomes.set(line, { as: "model", of: null });
      continue;
    }
    const above = other.line === null ? undefined : outcomes.get(other.line);
    const of = other.id ?? above?.of ?? other.line;
    outcomes.set(line, of === null ? { as: "model", of: null } : { as: as === "same" ? "note" : "model", of });
  }
  return outcomes;
}

/** The year an old list is of, as its title, its sheet or its file says. */
export function yearOfList(texts: readonly string[]): number | null {
  for (const text of texts) {
    const [, year] = /nam (20[0-4]\d|199\d)\b/.exec(fold(text)) ?? /(?:^|\D)(20[1-4]\d|200[1-9])(?!\d)/.exec(text) ?? [];
    if (year) return Number(year);
  }
  return null;
}
