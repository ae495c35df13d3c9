import { isZero, order, plain } from "../../../kernel/decimals.ts";
import type { Text } from "../../../kernel/language.ts";
import type { CellKind, TypedAnswer } from "../contract/submissions.ts";
import { say } from "../messages/submissions.ts";

/** What is wrong with a typed figure for this kind of cell; null when it fits. Empty always fits. */
export function misfit(kind: CellKind, scale: number, { value, numerator = null, denominator = null }: TypedAnswer): Text | null {
  if (kind === "ratio") return value !== null ? say("twoNumbers") : (tooFine(scale, numerator) ?? tooFine(scale, denominator));
  if (numerator !== null || denominator !== null) return say("oneNumber");
  if (value === null) return null;
  if (kind === "yes-no") return isZero(value) || order(value, "1") === 0 ? null : say("yesNo");
  return tooFine(scale, value);
}

function tooFine(scale: number, value: string | null): Text | null {
  const places = value === null ? 0 : (plain(value).split(".")[1]?.length ?? 0);
  if (places <= scale) return null;
  return scale === 0 ? say("wholeNumber") : say("decimals", { places: String(scale) });
}
