import { isZero, plus, quotient } from "../../../kernel/decimals.ts";
import type { Text } from "../../../kernel/language.ts";
import { say } from "../messages.ts";

/** A cell as one unit gave it: one value, or the two numbers of a ratio. */
export type Given = { value: string | null; numerator?: string | null; denominator?: string | null };

/** How an indicator adds over units, as its dictionary says. */
export type Adds = "sum" | "ratio" | "share" | "none";

export type Added = { value: string | null; given: number; refused: Text | null };

const isAbsent = (number: string | null | undefined): number is null | undefined => number === null || number === undefined;

const isGiven = ({ value, numerator, denominator }: Given): boolean => value !== null || (!isAbsent(numerator) && !isAbsent(denominator));

/** A ratio as a percentage with one decimal; null without both numbers. */
export function percentage({ numerator, denominator }: Given): string | null {
  if (isAbsent(numerator) || isAbsent(denominator) || isZero(denominator)) return null;
  return quotient(numerator, denominator, { factor: 100n });
}

/** One unit's cell as a report prints it. */
export const single = (given: Given, adds: Adds): string | null => (adds === "ratio" ? (percentage(given) ?? given.value) : given.value);

/**
 * Cells of many units as one figure, as declared: sums; ratios by their numerators and denominators, never averaged; shares
 * of units that say yes. Where adding makes no sense it is refused with the reason. Null while nobody gave one.
 */
export function addUp(cells: readonly Given[], adds: Adds): Added {
  const given = cells.filter(isGiven);
  const count = given.length;
  if (adds === "none") {
    // Of one unit there is nothing to add.
    if (cells.length === 1) return { value: given[0]?.value ?? null, given: count, refused: null };
    return { value: null, given: count, refused: say("notAdded") };
  }
  if (count === 0) return { value: null, given: 0, refused: null };
  if (adds === "sum") return { value: given.map(({ value }) => value ?? "0").reduce(plus), given: count, refused: null };
  if (adds === "share") {
    const yes = given.filter(({ value }) => value !== null && !isZero(value)).length;
    return { value: percentage({ value: null, numerator: String(yes), denominator: String(count) }), given: count, refused: null };
  }
  const whole = given.filter(({ numerator, denominator }) => !isAbsent(numerator) && !isAbsent(denominator));
  if (whole.length === 0) return { value: null, given: count, refused: say("notAdded") };
  const numerator = whole.map((cell) => cell.numerator ?? "0").reduce(plus);
  const denominator = whole.map((cell) => cell.denominator ?? "0").reduce(plus);
  return { value: percentage({ value: null, numerator, denominator }), given: whole.length, refused: null };
}
