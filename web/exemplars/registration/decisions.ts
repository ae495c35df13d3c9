import type { ImportDecision, ImportPreview, ImportRow } from "../../../src/modules/exemplars/contract.ts";

/** What holds for rows that were not decided on one by one. */
export type Rest = ImportDecision | "proposed";
/** What was decided, by line; `which` of the row's `similar` it is about. */
export type Decisions = Readonly<Record<number, { as: ImportDecision; which: number }>>;
type Chosen = { rest: Rest; decisions: Decisions };

export const choices: readonly ImportDecision[] = ["new", "year", "same"];

export const chosenFor = ({ line, proposed }: Pick<ImportRow, "line" | "proposed">, { rest, decisions }: Chosen): Decisions[number] =>
  decisions[line] ?? { as: rest === "proposed" ? proposed : rest, which: 0 };

/** As the server reads them. */
export const decisionsGiven = (decisions: Decisions): Record<string, string> =>
  Object.fromEntries(Object.entries(decisions).map(([line, { as, which }]) => [`r${line}`, which === 0 ? as : `${as} ${which}`]));

/** How many models come out of it, and how many rows stay a note. */
export function countsOf({ counts, proposed, rows }: Pick<ImportPreview, "counts" | "proposed" | "rows">, chosen: Chosen) {
  let kept = chosen.rest === "proposed" ? proposed.same : chosen.rest === "same" ? counts.similar : 0;
  for (const row of rows) {
    const own = chosen.decisions[row.line];
    if (!own) continue;
    kept -= Number((chosen.rest === "proposed" ? row.proposed : chosen.rest) === "same");
    kept += Number(own.as === "same");
  }
  return { models: counts.good + counts.similar - kept, kept };
}
