import type { Transaction } from "../../../platform/database/index.ts";
import { dueFromWords } from "../domain/deadlines.ts";
import { expressionKey } from "../domain/intake.ts";
import { withFigure } from "../domain/wording.ts";
import { say } from "../messages.ts";
import type { PlanItem, PlanUnit } from "../shapes.ts";
import { expressionsOf, saveException, updateReading } from "../store/addressees.ts";
import type { EditionRow } from "../store/editions.ts";
import { updateItem, type ItemContent } from "../store/items.ts";
import { addItems, meanUnit, renameParties } from "./content.ts";
import { resolveExpressions } from "./resolving.ts";

/** What a unit proposed in place of an item's words, figure or day. */
export type Proposal = { text: string | null; value: string | null; due: string | null };

function proposed(item: PlanItem, { text, value, due }: Proposal): ItemContent {
  return {
    ...item,
    text: text ?? withFigure(item.text, item.target?.value ?? null, value),
    target: item.target && value !== null ? { ...item.target, value } : item.target,
    due: due === null ? item.due : dueFromWords("", due),
  };
}

/** Writes a proposal into an item of a draft, for everybody it binds. */
export async function rewriteItem(tx: Transaction, draft: EditionRow, item: PlanItem, proposal: Proposal): Promise<void> {
  await updateItem(tx, draft.id, item.id, item.version, proposed(item, proposal));
}

/**
 * Writes a proposal for one unit alone: the item stays as it is for the others, and the unit gets an item of its own, on
 * which its work goes on. The others are told as "…, trừ …", in the words that officials use.
 */
export async function splitItem(
  tx: Transaction,
  draft: EditionRow,
  item: PlanItem,
  unit: PlanUnit,
  proposal: Proposal,
  reason: string,
): Promise<void> {
  const expressions = await expressionsOf(tx, draft.id);
  const leads: string[] = [];
  for (const { expressionId, printed } of item.leads) {
    const expression = expressions.find(({ id }) => id === expressionId);
    const names = expression?.units.some(({ unitId, meant }) => meant && unitId === unit.id) ?? false;
    leads.push(names ? say("allBut", { printed, unit: unit.name }).vi : printed);
  }
  await renameParties(tx, draft, { itemId: item.id, leads, partners: item.partners.map(({ printed }) => printed) });
  for (const [at, words] of leads.entries()) {
    const before = expressions.find(({ id }) => id === item.leads[at]?.expressionId);
    if (!before || words === before.printed) continue;
    const made = (await expressionsOf(tx, draft.id)).find(({ key }) => key === expressionKey(words));
    if (!made) continue;
    // The new words mean what the old ones did, exceptions included, less this unit.
    await updateReading(tx, made.id, made.version, { readAs: before.readAs ?? before.printed, skipped: before.skipped });
    for (const { unitId, meant, byHand, reason: why } of before.units) if (byHand) await saveException(tx, made.id, unitId, meant, why);
    await saveException(tx, made.id, unit.id, false, reason);
    const [fresh] = (await expressionsOf(tx, draft.id)).filter(({ id }) => id === made.id);
    if (fresh) await resolveExpressions(tx, draft, [fresh]);
  }
  const { text, target, due } = proposed(item, proposal);
  const partners = item.partners.map(({ printed }) => printed);
  await addItems(tx, draft, [{ ...item, text, target, due, leads: [unit.name], partners, splitFrom: item.id }]);
  await meanUnit(tx, draft, unit.name, unit.id, reason);
}
