import type { PersonId, UnitId } from "../../src/kernel/ids.ts";
import { noDue } from "../../src/modules/plans/domain/deadlines.ts";
import type { Target } from "../../src/modules/plans/shapes.ts";
import { saveException, saveProposals, upsertExpressions } from "../../src/modules/plans/store/addressees.ts";
import { insertEdition, insertPlan, updateState } from "../../src/modules/plans/store/editions.ts";
import { insertItems, insertParties } from "../../src/modules/plans/store/items.ts";
import { transaction, type Database } from "../../src/platform/database/index.ts";

type Wish = {
  issuer: UnitId;
  by: { id: PersonId; name: string };
  /** Who the targets bind, and how. */
  units: { unit: UnitId; edge: "assign" | "request" | "coordinate" | "inform" }[];
  targets: Partial<Target>[];
  reports?: { text: string; to: string; via: string | null; due: object }[];
};

const sentence = "Hằng năm, Mặt trận các xã, phường tổ chức ít nhất 02 cuộc giám sát, 01 cuộc phản biện xã hội, 01 cuộc đối thoại.";

const usual: Target = { metric: "", comparator: ">=", value: "1", valueMax: null, unit: "cuộc", frequency: "yearly", cumulative: false };

/** A plan in force for 2026–2030 whose targets stand in one sentence and bind the units given; each target keeps its own item. */
export function planWithTargets(
  db: Database,
  { issuer, by, units, targets, reports = [] }: Wish,
): Promise<{ id: string; items: string[]; reports: string[] }> {
  return transaction(db, async (tx) => {
    const id = await insertPlan(tx, { issuerId: issuer, parentId: null });
    const editionId = await insertEdition(tx, {
      planId: id,
      edition: 1,
      title: "Kế hoạch giám sát, phản biện xã hội giai đoạn 2026-2030",
      docType: "Kế hoạch",
      number: "12/KH-MTTQ-BTT",
      issuerPrinted: null,
      issueDate: "2026-01-05",
      resolveOn: "2026-01-05",
      periodFrom: "2026-01-01",
      periodTo: "2030-12-31",
      documentId: null,
      reason: null,
      preparedBy: by.id,
    });
    const common = { clause: "II.3", line: null, reporting: null, due: noDue, opensPlan: false };
    const items = await insertItems(tx, editionId, [
      ...targets.map((target) => ({
        ...common,
        kind: "target" as const,
        quote: sentence,
        text: sentence,
        target: { ...usual, ...target },
      })),
      ...reports.map(({ text, to, via, due }) => ({
        ...common,
        clause: "IV.1",
        kind: "report" as const,
        quote: text,
        text,
        target: null,
        reporting: { to, via, next: null },
        due: { ...noDue, ...due },
      })),
    ]);
    const keys = await upsertExpressions(tx, editionId, [{ key: "mttq cac xa phuong", printed: "MTTQ các xã, phường", recipient: false }]);
    const expressionId = keys.get("mttq cac xa phuong") ?? "";
    for (const { unit } of units) await saveException(tx, expressionId, unit, true, "Chọn tay");
    await insertParties(
      tx,
      editionId,
      items.map((itemId) => ({ itemId, role: "lead" as const, expressionId, position: 0 })),
    );
    await saveProposals(
      tx,
      editionId,
      units.map(({ unit, edge }) => ({ unitId: unit, edge, confirmed: true })),
    );
    await updateState(tx, editionId, "ready");
    await updateState(tx, editionId, "issued", {
      by: by.id,
      byName: by.name,
      at: new Date("2026-01-05T02:00:00Z"),
      inForceFrom: "2026-01-05",
    });
    return { id, items: items.slice(0, targets.length), reports: items.slice(targets.length) };
  });
}
