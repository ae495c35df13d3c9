import type { Transaction } from "../../../platform/database/index.ts";
import { expressionKey, recipientsFrom, type NewItem } from "../domain/intake.ts";
import { deleteUnusedExpressions, expressionsOf, saveException, upsertExpressions } from "../store/addressees.ts";
import type { EditionRow } from "../store/editions.ts";
import { deleteParties, insertItems, insertParties, type PartyRow } from "../store/items.ts";
import { proposeEdges, resolveExpressions } from "./resolving.ts";

/** Adds items with their parties; expressions that are new are resolved, and new units get an edge proposed. */
export async function addItems(tx: Transaction, edition: EditionRow, items: NewItem[], recipients: string[] = []): Promise<string[]> {
  const ids = await insertItems(tx, edition.id, items);
  await nameParties(
    tx,
    edition,
    items.map((item, at) => ({ itemId: ids[at] ?? "", ...item })),
    recipientsFrom(recipients),
  );
  return ids;
}

type Named = { itemId: string; leads: string[]; partners: string[] };

/** Ties items to expressions. Resolves only those that were not there before. */
export async function nameParties(tx: Transaction, edition: EditionRow, items: Named[], recipients: string[] = []): Promise<void> {
  const before = new Set((await expressionsOf(tx, edition.id)).map(({ key }) => key));
  const printed = [
    ...items.flatMap(({ leads, partners }) =>
      [...leads, ...partners].map((words) => ({ key: expressionKey(words), printed: words, recipient: false })),
    ),
    ...recipients.map((words) => ({ key: expressionKey(words), printed: words, recipient: true })),
  ];
  const ids = await upsertExpressions(tx, edition.id, printed);
  const rows = (itemId: string, role: PartyRow["role"], words: string[]): PartyRow[] =>
    words.flatMap((text, position) => {
      const expressionId = ids.get(expressionKey(text));
      return expressionId ? [{ itemId, role, expressionId, position }] : [];
    });
  await insertParties(
    tx,
    edition.id,
    items.flatMap(({ itemId, leads, partners }) => [...rows(itemId, "lead", leads), ...rows(itemId, "partner", partners)]),
  );
  const fresh = (await expressionsOf(tx, edition.id)).filter(({ key }) => !before.has(key));
  await resolveExpressions(tx, edition, fresh);
  await proposeEdges(tx, edition);
}

/** Makes an expression mean exactly one unit, whatever else bears the name: the others are taken out by hand. */
export async function meanUnit(tx: Transaction, edition: EditionRow, words: string, unitId: number, reason: string): Promise<void> {
  const own = (await expressionsOf(tx, edition.id)).find(({ key }) => key === expressionKey(words));
  if (!own) return;
  const meant = own.units.filter((unit) => unit.meant);
  if (!meant.some((unit) => unit.unitId === unitId)) await saveException(tx, own.id, unitId, true, reason);
  for (const other of meant.filter((unit) => unit.unitId !== unitId)) await saveException(tx, own.id, other.unitId, false, reason);
  await proposeEdges(tx, edition);
}

/** Gives an item other parties; expressions that nothing uses any more go. */
export async function renameParties(tx: Transaction, edition: EditionRow, item: Named): Promise<void> {
  await deleteParties(tx, edition.id, item.itemId);
  await nameParties(tx, edition, [item]);
  await deleteUnusedExpressions(tx, edition.id);
}
