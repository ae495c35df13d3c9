import type { Text } from "../../../kernel/language.ts";
import type { Dimension, IndicatorInput, MeasureLink, OverMerger, OverTime, OverUnits, ValueKind } from "../contract/dictionary.ts";
import { say } from "../messages/dictionary.ts";

/** How an indicator's figures add up. */
export type Adding = { overUnits: OverUnits; overTime: OverTime; overMerger: OverMerger };

/** What an indicator says once everything that was left out is filled in. */
export type Settled = Adding & {
  name: string;
  definition: string;
  topic: IndicatorInput["topic"];
  unit: string;
  valueKind: ValueKind;
  scale: number;
  dimension: Dimension | null;
  measures: MeasureLink[];
  basis: string;
};

/** What is usual for a kind of value. */
export const usual: Record<ValueKind, Adding> = {
  count: { overUnits: "sum", overTime: "sum", overMerger: "sum" },
  stock: { overUnits: "sum", overTime: "last", overMerger: "sum" },
  money: { overUnits: "sum", overTime: "sum", overMerger: "sum" },
  measure: { overUnits: "sum", overTime: "sum", overMerger: "sum" },
  ratio: { overUnits: "ratio", overTime: "ratio", overMerger: "ratio" },
  "yes-no": { overUnits: "share", overTime: "last", overMerger: "share" },
  "distinct-people": { overUnits: "none", overTime: "none", overMerger: "none" },
};

export function settle(input: IndicatorInput): Settled {
  const { scale, overUnits, overTime, overMerger, ...rest } = input;
  const own = usual[input.valueKind];
  return {
    ...rest,
    scale: scale ?? (input.valueKind === "measure" ? 2 : 0),
    overUnits: overUnits ?? own.overUnits,
    overTime: overTime ?? own.overTime,
    overMerger: overMerger ?? own.overMerger,
  };
}

/** Kinds whose figures are what there is at a moment, or may be. */
const mayBeLast = new Set<ValueKind>(["stock", "money", "measure", "ratio", "yes-no", "distinct-people"]);

type Refusal = { field: string; why: Text };

/** Which of the declared sums make no sense for the kind of value, with the reason and what to choose. Empty: all do. */
export function refusals({ valueKind, overUnits, overTime, overMerger }: Adding & { valueKind: ValueKind }): Refusal[] {
  const found: Refusal[] = [];
  const refuse = (field: string, why: Text) => void found.push({ field, why });
  for (const [field, over] of [
    ["overUnits", overUnits],
    ["overMerger", overMerger],
  ] as const) {
    if (valueKind === "distinct-people") {
      if (over !== "none") refuse(field, say("peopleNever"));
    } else if (valueKind === "ratio") {
      if (over === "sum" || over === "share") refuse(field, say("ratioNeedsRatio"));
      // Without a sum over units it could not be stored as two numbers that mean something together.
      else if (field === "overUnits" && over === "none") refuse(field, say("ratioNeedsRatio"));
    } else if (valueKind === "yes-no") {
      if (over === "sum" || over === "ratio") refuse(field, say("yesNoNeedsShare"));
    } else if (over === "ratio") refuse(field, say("onlyRatioIsRatio"));
    else if (over === "share") refuse(field, say("onlyYesNoIsShare"));
  }
  const time = timeRefusal(valueKind, overTime);
  if (time) refuse("overTime", time);
  return found;
}

function timeRefusal(valueKind: ValueKind, overTime: OverTime): Text | null {
  if (overTime === "none") return null;
  if (overTime === "last") return mayBeLast.has(valueKind) ? null : say("lastIsForStocks");
  if (valueKind === "distinct-people") return say("peopleNever");
  if (valueKind === "stock") return say("stockNotOverTime");
  if (valueKind === "ratio") return overTime === "ratio" ? null : say("ratioNeedsRatio");
  if (overTime === "ratio") return say("onlyRatioIsRatio");
  if (valueKind === "yes-no") return say("yesNoNeedsShare");
  return overTime === "new-only" && valueKind !== "count" ? say("newOnlyIsForCounts") : null;
}

/** Cells of one indicator share a group of 32 slots; a ratio takes two for each. */
const mostMembers = (kind: ValueKind): number => (kind === "ratio" ? 15 : 30);

/** Everything that is wrong with what an editor gave, by field; null when nothing is. */
export function faults(settled: Settled): Record<string, Text> | null {
  const { valueKind, scale, dimension, measures } = settled;
  const found: Record<string, Text> = {};
  for (const { field, why } of refusals(settled)) found[field] ??= why;
  const whole = valueKind !== "measure" && valueKind !== "ratio";
  if (whole && scale > 0) found.scale = say("wholeOnly");
  if ((dimension?.members.length ?? 0) > mostMembers(valueKind)) found.dimension = say("tooManyMembers", { most: mostMembers(valueKind) });
  const members = new Set(["", ...(dimension?.members.map(({ key }) => key) ?? [])]);
  for (const { member, part } of measures) {
    if (!members.has(member)) found.measures ??= say("noSuchMember", { member });
    if ((part === "value") === (valueKind === "ratio")) found.measures ??= say("noSuchPart");
  }
  return Object.keys(found).length > 0 ? found : null;
}

/** Whether an edit would change the meaning of figures that exist: kind, decimals, sums, or a member that goes away. */
export function changesMeaning(before: Settled, after: Settled): boolean {
  const fixed = ["valueKind", "scale", "overUnits", "overTime", "overMerger"] as const;
  const left = new Set(after.dimension?.members.map(({ key }) => key));
  return fixed.some((field) => before[field] !== after[field]) || (before.dimension?.members.some(({ key }) => !left.has(key)) ?? false);
}

const unitWords = { sum: "addsSum", ratio: "addsRatio", share: "addsShare", none: "addsNone" } as const;
const timeWords = { sum: "timeSum", last: "timeLast", ratio: "timeRatio", none: "timeNone", "new-only": "timeNew" } as const;
const mergerWords = { sum: "mergerSum", ratio: "mergerRatio", share: "mergerShare", none: "mergerNone" } as const;

/** How it adds, in sentences for people. */
export const addingWords = ({ overUnits, overTime, overMerger }: Adding): { units: Text; time: Text; merger: Text } => ({
  units: say(unitWords[overUnits]),
  time: say(timeWords[overTime]),
  merger: say(mergerWords[overMerger]),
});
