import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import type { Item, Settling } from "../contract.ts";
import { isAmended, isSame, type AnyValue } from "../domain/items.ts";
import { say } from "../messages.ts";
import { lockItems, updateItem, updateStates, type ItemRow } from "../store/items.ts";
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
    const ids = entries.map(({ item }) => item);
    const rows = new Map((await lockItems(tx, id, ids)).map((row) => [row.id, row]));
    const asked = entries.map((entry) => {
      const before = rows.get(entry.item);
      if (!before) throw problem("not_found", say("noItem"));
      return { before, entry };
    });
    const passed = asked.filter(({ before, entry }) => before.version !== entry.version).map(({ before }) => before);
    const steps = asked.filter(({ before, entry }) => before.version === entry.version).map(({ before, entry }) => stepOf(before, entry));
    const changed = await takeSteps(tx, actor, steps, now);
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
    const decided = changed.map(({ after }) => after);
    await learn(tx, actor, document, decided, now);
    return { ...(await touched(tx, id, [...decided, ...passed])), passed: passed.length };
  });
}

const isRevalued = ({ before, after }: { before: ItemRow; after: ItemRow }): boolean => !isSame(before.value, after.value);

/** `value` is null where it stays as it is. */
type Step = { before: ItemRow; state: ItemRow["state"]; value: AnyValue | null };

function stepOf(before: ItemRow, { to, value }: Settling): Step {
  if (value && value.kind !== before.kind) throw problem("invalid_input", say("otherKind"), { fields: { entries: say("otherKind").vi } });
  if (value?.kind === "header" && before.kind === "header" && !sameField(value.value, before.value))
    throw problem("invalid_input", say("onlyPlanParts"), { fields: { entries: say("onlyPlanParts").vi } });
  const next = value === undefined ? before.value : settle(value.value);
  if (JSON.stringify(next).length > 20_000) throw problem("invalid_input", say("tooLong"), { fields: { entries: say("tooLong").vi } });
  return { before, state: stateOf(before, to, next), value: isSame(next, before.value) ? null : next };
}

/** States of all items at once, values one by one. */
async function takeSteps(tx: Transaction, actor: Actor, steps: readonly Step[], now: Date): Promise<{ before: ItemRow; after: ItemRow }[]> {
  const after = new Map<string, ItemRow>();
  const plain = steps.filter(({ value }) => value === null);
  for (const state of new Set(plain.map((step) => step.state))) {
    const ids = plain.filter((step) => step.state === state).map(({ before }) => before.id);
    for (const row of await updateStates(tx, ids, state, actor.personId, now)) after.set(row.id, row);
  }
  for (const { before, state, value } of steps)
    if (value !== null) after.set(before.id, await updateItem(tx, before, { state, value }, actor.personId, now));
  return steps.flatMap(({ before }) => {
    const row = after.get(before.id);
    return row ? [{ before, after: row }] : [];
  });
}

const sameField = (one: AnyValue, other: AnyValue) => "field" in one && "field" in other && one.field === other.field;

/** What a person added has nothing read to go back to; accepted with another value than was read, it is corrected. */
function stateOf({ original }: ItemRow, to: Settling["to"], value: AnyValue): ItemRow["state"] {
  if (to === "dropped") return "dropped";
  if (original === null) return "added";
  if (to === "proposed") return "proposed";
  return isAmended({ value, original }) ? "corrected" : "accepted";
}
