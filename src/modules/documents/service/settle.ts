import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import type { Item, Settling } from "../contract.ts";
import { isAmended, isSame, type AnyValue } from "../domain/items.ts";
import { say } from "../messages.ts";
import { findItemForUpdate, updateItem, type ItemRow } from "../store/items.ts";
import { learn } from "./corrections.ts";
import { settle, told, touched, underReview } from "./review.ts";

type Input = { id: DocumentId; entries: Settling[]; correction?: string | undefined };
type Settled = { items: Item[]; undecided: number; passed: number };

/**
 * One answer that settles many items: each gets a state and, if given, a value. A value on an item that stays proposed
 * amends it; it is decided later. Items that somebody changed meanwhile are passed over and answered as they are now.
 * Putting states and values back as they were is the same act, so every answer can be undone.
 */
export function settleItems(db: Database, actor: Actor, { id, entries, correction }: Input, now: Date): Promise<Settled> {
  return transaction(db, async (tx) => {
    const document = await underReview(tx, actor, id);
    const changed: { before: ItemRow; after: ItemRow }[] = [];
    const passed: ItemRow[] = [];
    // In one order, so that two people's answers wait for each other instead of for ever.
    for (const entry of entries.toSorted((one, other) => (one.item < other.item ? -1 : 1))) {
      const before = await findItemForUpdate(tx, id, entry.item);
      if (!before) throw problem("not_found", say("noItem"));
      if (before.version === entry.version) changed.push({ before, after: await settleOne(tx, actor, before, entry, now) });
      else passed.push(before);
    }
    if (changed.length > 0) {
      await recordAct(tx, actor, {
        act: "document:settle",
        thing: { kind: "document", id },
        unitId: document.unit_id,
        before: changed.filter(isRevalued).map(({ before }) => told(before)),
        after: {
          count: changed.length,
          ...(correction === undefined ? {} : { correction }),
          items: changed.map((each) => (isRevalued(each) ? told(each.after) : { item: each.after.id, itemState: each.after.state })),
        },
      });
    }
    const rows = changed.map(({ after }) => after);
    await learn(tx, actor, document, rows, now);
    return { ...(await touched(tx, id, [...rows, ...passed])), passed: passed.length };
  });
}

const isRevalued = ({ before, after }: { before: ItemRow; after: ItemRow }): boolean => !isSame(before.value, after.value);

function settleOne(tx: Transaction, actor: Actor, before: ItemRow, { to, value }: Settling, now: Date): Promise<ItemRow> {
  if (value && value.kind !== before.kind) throw problem("invalid_input", say("otherKind"), { fields: { entries: say("otherKind").vi } });
  if (value?.kind === "header" && before.kind === "header" && !sameField(value.value, before.value))
    throw problem("invalid_input", say("onlyPlanParts"), { fields: { entries: say("onlyPlanParts").vi } });
  const next = value === undefined ? before.value : settle(value.value);
  if (JSON.stringify(next).length > 20_000) throw problem("invalid_input", say("tooLong"), { fields: { entries: say("tooLong").vi } });
  return updateItem(tx, before, { state: stateOf(before, to, next), ...(value === undefined ? {} : { value: next }) }, actor.personId, now);
}

const sameField = (one: AnyValue, other: AnyValue) => "field" in one && "field" in other && one.field === other.field;

/** What a person added has nothing read to go back to; accepted with another value than was read, it is corrected. */
function stateOf({ original }: ItemRow, to: Settling["to"], value: AnyValue): ItemRow["state"] {
  if (to === "dropped") return "dropped";
  if (original === null) return "added";
  if (to === "proposed") return "proposed";
  return isAmended({ value, original }) ? "corrected" : "accepted";
}
