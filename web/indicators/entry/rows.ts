import type { CellKind } from "../../../src/modules/indicators/contract.ts";
import type { api } from "../../shell/api.ts";
import { applied, type Delta, type Entries } from "./delta.ts";
import type { Part } from "./grid.ts";
import type { Entered, EntryRow } from "./model.ts";

/** As the API's JSON brings them. */
export type SubmissionJson = Awaited<ReturnType<typeof api.indicators.submissions.get>>;
export type SectionJson = SubmissionJson["sections"][number];
type CellJson = SectionJson["cells"][number];
type OddityJson = SubmissionJson["oddities"][number];

/** A section that several bodies fill comes once for each: both together name a part. */
export const partIdOf = ({ sectionId, unit }: { sectionId: string; unit: { id: unknown } }): string => `${sectionId}@${String(unit.id)}`;

/** A row's name in the whole grid: the same indicator may stand in several parts. */
export const rowKey = (partId: string, cell: string): string => `${partId} ${cell}`;

const partsOf = (kind: CellKind): readonly Part[] => (kind === "ratio" ? ["numerator", "denominator"] : ["value"]);
const shapeOf = ({ kind, scale }: CellJson): EntryRow["shape"] => (kind === "yes-no" ? "yes-no" : scale > 0 ? "decimal" : "whole");

/** What is saved in a section, by the row's name. */
export function savedEntries(section: SectionJson): Entries {
  const partId = partIdOf(section);
  return Object.fromEntries(section.cells.flatMap(({ key, answer }) => (answer ? [[rowKey(partId, key), answer as Entered]] : [])));
}

/** What stands in the section now. A cell that was emptied shows what the records or another form give: so will the server. */
export function shownEntries(section: SectionJson, delta: Delta | undefined): Entries {
  const shown = { ...applied(savedEntries(section), delta) };
  const partId = partIdOf(section);
  for (const cell of section.cells) {
    const key = rowKey(partId, cell.key);
    const source = cell.computed ?? cell.given;
    if (source && !hasNumber(shown[key]))
      shown[key] = { value: source.value, numerator: source.numerator, denominator: source.denominator };
  }
  return shown;
}

const hasNumber = (entered: Entered | undefined) =>
  Boolean(entered && [entered.value, entered.numerator, entered.denominator].some((each) => each !== null && each !== undefined));

/** The section's rows for the grid; `locked` for whoever may only read it. */
export function rowsOf(section: SectionJson, oddities: readonly OddityJson[], givenIn: (title: string) => string): EntryRow[] {
  const partId = partIdOf(section);
  const locked = !section.can.includes("save");
  return section.cells.map((cell) => ({
    key: rowKey(partId, cell.key),
    label: cell.label,
    unit: cell.unit,
    parts: partsOf(cell.kind),
    locked,
    compulsory: cell.compulsory,
    shape: shapeOf(cell),
    money: cell.kind === "money",
    last: cell.last,
    yearBefore: cell.yearBefore,
    target: cell.target,
    computed: cell.computed,
    returned: cell.returned,
    already: cell.given && cell.answer?.from === "given" ? givenIn(cell.given.formTitle) : null,
    questions: oddities
      // "hơn 3" is told at the row as soon as it is typed.
      .filter(
        ({ kind, key, sectionId }) => kind !== "approximate" && key === cell.key && (sectionId === null || sectionId === section.sectionId),
      )
      .map(({ question }) => question),
  }));
}

/** Cells with a figure, of all; what a progress line counts. */
export function countFilled(rows: readonly EntryRow[], entered: Entries): { filled: number; total: number } {
  return { filled: rows.filter(({ key }) => hasNumber(entered[key])).length, total: rows.length };
}
