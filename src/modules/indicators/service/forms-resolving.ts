import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { addressBook, edgesBetween, unitsByIds, type Edge, type UnitRef } from "../../units/index.ts";
import type { FormAddressee, FormLevel, FormUnit } from "../contract/forms.ts";
import { say } from "../messages/forms.ts";
import type { FormRow, VersionRow } from "../store/forms.ts";
import { formUnits, levelsOf } from "../store/forms-units.ts";
import { unitOr } from "./forms-reading.ts";

/** Whom a version of a form asks on a day. */
export type Resolved = {
  addressees: FormAddressee[];
  /** Those who are asked, and those who were taken out by hand. */
  units: FormUnit[];
  asked: { unitId: UnitId; edge: Exclude<Edge, "inform">; level: FormLevel | null }[];
  notAsked: { unit: UnitRef; why: Text }[];
  /** How many pieces of the expressions name nobody. */
  unclear: number;
};

/**
 * Reads the expressions in the tree of the day, adds what was decided by hand, and leaves out those whom the owner cannot give
 * a form: its superiors, itself, and units that do not exist on the day.
 */
export async function resolveForm(
  db: Database,
  form: FormRow,
  { addressees: expressions }: Pick<VersionRow, "addressees">,
  asOf: CalendarDate,
): Promise<Resolved> {
  const book = expressions.length === 0 ? null : await addressBook(db, { issuer: form.ownerId, asOf });
  const addressees = book === null ? [] : expressions.map((expression) => ({ expression, ...book(expression) }));
  const hand = (await formUnits(db, form.id)).filter(({ byHand }) => byHand);
  const outByHand = new Set(hand.filter(({ meant }) => !meant).map(({ unitId }) => unitId));
  const meant = [...new Set([...addressees.flatMap(({ units }) => units.map(({ id }) => id)), ...hand.map(({ unitId }) => unitId)])];
  const [edges, levels, named] = await Promise.all([
    edgesBetween(db, form.ownerId, meant, asOf),
    levelsOf(db, meant, asOf),
    unitsByIds(db, meant, asOf),
  ]);
  const decided = new Map(hand.map((row) => [row.unitId, row]));
  const found: Resolved = {
    addressees,
    units: [],
    asked: [],
    notAsked: [],
    unclear: addressees.reduce((count, { unclear, understood }) => count + (understood === null ? 1 : unclear.length), 0),
  };
  // In the order of the tree, as people know it.
  for (const id of meant.toSorted((a, b) => a - b)) {
    const edge = edges.get(id) ?? "request";
    if (!levels.has(id)) continue;
    if (id === form.ownerId) found.notAsked.push({ unit: unitOr(named, id), why: say("ownUnit") });
    else if (edge === "inform") found.notAsked.push({ unit: unitOr(named, id), why: say("aboveUs") });
    else {
      const out = outByHand.has(id);
      const reason = decided.get(id)?.reason ?? null;
      found.units.push({ unit: unitOr(named, id), edge, byHand: decided.has(id), meant: !out, reason });
      if (!out) found.asked.push({ unitId: id, edge, level: levels.get(id) ?? null });
    }
  }
  return found;
}
