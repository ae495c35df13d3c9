import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import type { IntakeNewIndicator } from "../contract/intake.ts";
import { insertOwnIndicator } from "../store/intake.ts";

/** How each kind of value adds up unless somebody says otherwise. */
const usual = {
  count: { overUnits: "sum", overTime: "sum" },
  stock: { overUnits: "sum", overTime: "last" },
  money: { overUnits: "sum", overTime: "sum" },
  measure: { overUnits: "sum", overTime: "sum" },
  ratio: { overUnits: "ratio", overTime: "ratio" },
  "yes-no": { overUnits: "share", overTime: "last" },
} as const;

/** Adds what the outline asks and the dictionary lacks, for the unit that asks. */
export async function addOwnIndicator(
  tx: Transaction,
  actor: Actor,
  { ownerId, ...indicator }: IntakeNewIndicator & { ownerId: UnitId },
): Promise<{ id: number; code: string; name: string; unit: string }> {
  authorise(may(actor, "indicator:define"), "indicator:define");
  const made = await insertOwnIndicator(tx, { ...indicator, ownerId, ...usual[indicator.valueKind] });
  await recordAct(tx, actor, {
    act: "indicator:create",
    thing: { kind: "indicator", id: String(made.id) },
    unitId: ownerId,
    after: { name: made.name, unit: made.unit },
  });
  return made;
}
