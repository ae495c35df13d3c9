import type { Text } from "../../../src/kernel/language.ts";
import type { ValueKind } from "../../../src/modules/indicators/contract.ts";
import { say } from "./messages.ts";

export const kindText: Record<ValueKind, Text> = {
  count: say("kindCount"),
  stock: say("kindStock"),
  money: say("kindMoney"),
  measure: say("kindMeasure"),
  ratio: say("kindRatio"),
  "yes-no": say("kindYesNo"),
  "distinct-people": say("kindPeople"),
};
