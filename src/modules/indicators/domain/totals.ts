import type { Text } from "../../../kernel/language.ts";
import type { UnitKind } from "../../units/contract.ts";
import type { OverUnits, Part, ValueKind } from "../contract/dictionary.ts";
import type { Series, TotalCell } from "../contract/figures.ts";
import { say } from "../messages/figures.ts";
import { unscaled } from "./figures.ts";

/** What a slot adds up to: units asked, units with a number, and the sum of the numbers. */
export type Sum = { asked: number; given: number; sum: bigint };

export type Adding = { name: string; valueKind: ValueKind; scale: number; overUnits: OverUnits };

/** Why figures of several units make no sum; null where they do. */
export function refusal({ name, valueKind, overUnits }: Adding): Text | null {
  if (overUnits !== "none") return null;
  return valueKind === "distinct-people" ? say("distinctPeople", { name }) : say("notOverUnits", { name });
}

/** A cell's total out of the sums of its slots. One unit alone is no sum: its own figure stands whatever the indicator declares. */
export function totalOf(rule: Adding, sums: ReadonlyMap<Part, Sum>): TotalCell {
  const part = (name: Part): Sum => sums.get(name) ?? { asked: 0, given: 0, sum: 0n };
  const number = ({ given, sum }: Sum): string | null => (given === 0 ? null : unscaled(sum, rule.scale));
  const main = part(rule.valueKind === "ratio" ? "numerator" : "value");
  const counts = { given: main.given, asked: main.asked };
  const refused = main.given > 1 ? refusal(rule) : null;
  if (refused) return { value: null, ...counts, refused };
  if (rule.valueKind === "ratio")
    return { value: null, numerator: number(main), denominator: number(part("denominator")), ...counts, refused: null };
  if (rule.overUnits === "share")
    return {
      value: null,
      numerator: main.given === 0 ? null : String(main.sum),
      denominator: main.given === 0 ? null : String(main.given),
      ...counts,
      refused: null,
    };
  return { value: number(main), ...counts, refused: null };
}

export const plus = (a: Sum | undefined, b: Sum | undefined): Sum => ({
  asked: (a?.asked ?? 0) + (b?.asked ?? 0),
  given: (a?.given ?? 0) + (b?.given ?? 0),
  sum: (a?.sum ?? 0n) + (b?.sum ?? 0n),
});

const levels = ["country", "province", "district", "commune", "residential-area"];
const levelOf = (series: Series): number => levels.indexOf(series.split("@")[1] ?? "");

/**
 * Whose figures make an area's total when nobody says: the level right below the area, else the area's own level, and of
 * that the kind of body that has sent most. Levels are never mixed, since a superior's figures may hold its subordinates'.
 */
export function usualSeries(sent: ReadonlyMap<Series, number>, areaKind: UnitKind): Series[] {
  const own = levels.indexOf(areaKind);
  const rank = (series: Series): number => {
    const level = levelOf(series);
    if (own < 0) return 0;
    return level > own ? level : level === own ? levels.length : levels.length + 1;
  };
  const best = [...sent].toSorted(([a, sentA], [b, sentB]) => rank(a) - rank(b) || sentB - sentA || a.localeCompare(b))[0];
  return best ? [best[0]] : [];
}
