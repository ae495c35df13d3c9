import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Blocker, BlockerKind, CellKey, Figure, Oddity } from "../contract/submissions.ts";
import { odditiesOf } from "../domain/oddities.ts";
import { blockerOf, merge } from "../domain/submissions-answers.ts";
import { say } from "../messages/submissions.ts";
import type { Sheet, SheetPart } from "./submissions-sheet.ts";

const told = (kind: BlockerKind, label: string): Text =>
  kind === "empty"
    ? say("blockEmpty", { label })
    : kind === "reason"
      ? say("blockReason", { label })
      : kind === "ratio"
        ? say("blockRatio", { label })
        : say("blockUnadded", { label });

/** What stands in the way of sending, in the form's order. */
export function blockersOf({ row, parts }: Pick<Sheet, "row" | "parts">): Blocker[] {
  const cells = parts.flatMap((part) => part.cells);
  const each = cells.flatMap(({ asked, answer, computed }): Blocker[] => {
    const kind = blockerOf(asked, answer, computed);
    return kind === null ? [] : [{ kind, sectionId: asked.sectionId, key: asked.key, text: told(kind, asked.label) }];
  });
  const { unadded } = merge(cells, row.unitId);
  return [
    ...each,
    ...unadded.map(({ sectionId, key, label }): Blocker => ({ kind: "unadded", sectionId, key, text: told("unadded", label) })),
  ];
}

/** What looks odd, and which bodies have not said that they are finished. */
export function questionsOf({ row, parts }: Pick<Sheet, "row" | "parts">, nameOf: (unit: UnitId) => string): Oddity[] {
  const unfinished = new Set(parts.filter(({ part }) => part.unitId !== row.unitId && part.doneAt === null).map(({ part }) => part.unitId));
  return odditiesOf(
    parts.flatMap(({ cells }) => cells),
    [...unfinished].map((unitId) => ({ unitId, name: nameOf(unitId) })),
  );
}

/** What counts for the unit that sends: every cell that the form asks, empty ones too. */
export const mergedOf = ({ row, parts }: Pick<Sheet, "row" | "parts">): Record<CellKey, Figure> =>
  Object.fromEntries(
    merge(
      parts.flatMap(({ cells }) => cells),
      row.unitId,
    ).figures,
  );

/** Questions and obstacles about the sections that somebody sees. */
export function about<T extends { sectionId: string | null }>(all: readonly T[], seen: readonly SheetPart[], everything: boolean): T[] {
  if (everything) return [...all];
  const sections = new Set(seen.map(({ section }) => section.id));
  return all.filter(({ sectionId }) => sectionId !== null && sections.has(sectionId));
}
