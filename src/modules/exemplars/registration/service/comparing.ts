import { fold } from "../../../../kernel/text.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { unitsByIds, type UnitRef } from "../../../units/index.ts";
import { likenessOfList } from "../../likeness/lists.ts";
import { unitIn } from "../../service/view.ts";
import { proposedFor } from "../domain/decisions.ts";
import type { Read } from "../domain/rows.ts";
import type { ImportDecision, ImportSimilar } from "../shapes.ts";

export type Placed = Read & { leadId: UnitId };
export type Judged = Placed & { similar: ImportSimilar[]; proposed: ImportDecision };

/** What each row looks like: what the register holds, then the same name at the same unit further up in the list. */
export async function compared(
  db: Database,
  rows: readonly Placed[],
  { units, reachable, year }: { units: Map<UnitId, UnitRef>; reachable: ReadonlySet<UnitId>; year: number | null },
): Promise<Judged[]> {
  const good = rows.filter(({ wrong }) => wrong === null);
  const near = await likenessOfList(db, good, { year, reachable: [...reachable] });
  const elsewhere = [...near.values()].flatMap((found) => found.map(({ leadId }) => leadId)).filter((id) => !units.has(id));
  const others = await unitsByIds(db, [...new Set(elsewhere)]);
  const nameOf = (id: UnitId) => unitIn(units, id).name;
  const above = new Map<string, number>();
  return rows.map((row) => {
    if (row.wrong !== null) return { ...row, similar: [], proposed: "new" };
    const key = `${row.leadId} ${fold(row.name)}`;
    const first = above.get(key);
    if (first === undefined) above.set(key, row.line);
    const similar = [
      ...(near.get(row.line) ?? []).map((found) => ({
        ...found,
        line: null,
        lead: others.get(found.leadId)?.name ?? nameOf(found.leadId),
      })),
      ...(first === undefined
        ? []
        : [
            {
              id: null,
              line: first,
              name: row.name,
              leadId: row.leadId,
              lead: nameOf(row.leadId),
              year,
              reasons: ["name" as const],
              score: 0,
              words: null,
            },
          ]),
    ];
    return { ...row, similar, proposed: proposedFor(row, similar) };
  });
}
