import { unitId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { addressBook, edgesBetween } from "../../units/index.ts";
import { dutiesOf } from "../domain/matrix.ts";
import type { PlanEdge } from "../shapes.ts";
import { edgesOf, expressionsOf, saveProposals, saveResolutions, type ExpressionRow, type Resolution } from "../store/addressees.ts";
import type { EditionRow } from "../store/editions.ts";
import { itemsOf } from "../store/items.ts";
import { meantUnits, planUnit } from "./reading.ts";

/** What the tree of the edition's day gives for any expression; the directory is read once. */
export async function treeOf(tx: Transaction, edition: EditionRow): Promise<(expression: string) => Resolution> {
  const book = await addressBook(tx, { issuer: unitId(edition.issuerId), asOf: edition.resolveOn });
  return (expression) => {
    const { units, understood, left, unclear } = book(expression);
    return {
      units: units.map(({ id }) => id),
      understood,
      // Near misses are there to be looked at; a long list would hide the one that matters.
      left: left.slice(0, 60).map(({ unit, why }) => ({ unit: planUnit(unit), why })),
      unclear,
    };
  };
}

/** Resolves expressions anew; those that mean no unit stay as they are. */
export async function resolveExpressions(tx: Transaction, edition: EditionRow, expressions: ExpressionRow[]): Promise<void> {
  const asked = expressions.filter(({ skipped }) => skipped === null);
  if (asked.length === 0) return;
  const resolve = await treeOf(tx, edition);
  await saveResolutions(
    tx,
    asked.map(({ id, readAs, printed }) => ({ id, ...resolve(readAs ?? printed) })),
  );
}

/** Proposes an edge for every unit that now owes something and has none; drops those of units that owe nothing any more. */
export async function proposeEdges(tx: Transaction, edition: EditionRow): Promise<void> {
  const items = await itemsOf(tx, edition.id);
  const expressions = await expressionsOf(tx, edition.id);
  const meant = expressions.map((row) => ({
    id: row.id,
    printed: row.printed,
    skipped: row.skipped !== null,
    understood: true,
    recipient: false,
    units: meantUnits(row),
  }));
  const owing = [...new Set(dutiesOf(items, meant).map((duty) => duty.unitId))];
  const known = new Map((await edgesOf(tx, edition.id)).map((edge) => [edge.unitId, edge]));
  const fresh = owing.filter((id) => !known.has(id) && id !== edition.issuerId).map(unitId);
  const proposed = await edgesBetween(tx, unitId(edition.issuerId), fresh, edition.resolveOn);
  const proposals = owing.map((id): { unitId: number; edge: PlanEdge; confirmed: boolean } => {
    const kept = known.get(id);
    if (kept) return { unitId: id, edge: kept.edge, confirmed: kept.confirmed };
    // One's own part needs nobody's confirmation.
    return id === edition.issuerId
      ? { unitId: id, edge: "assign", confirmed: true }
      : { unitId: id, edge: proposed.get(unitId(id)) ?? "request", confirmed: false };
  });
  await saveProposals(tx, edition.id, proposals);
}
