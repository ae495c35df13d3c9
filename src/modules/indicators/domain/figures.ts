import { order, places, plain, plus, shifted } from "../../../kernel/decimals.ts";
import { problem } from "../../../kernel/errors.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Period } from "../../../kernel/time/index.ts";
import type { Figure } from "../contract/cells.ts";
import type { OverTime } from "../contract/dictionary.ts";
import { say } from "../messages/figures.ts";

/** Slots of a row: a group holds at most so many cells. */
export const slots = Array.from({ length: 32 }, (_, at) => at + 1);

/**
 * Largest figure of one unit, as a whole number after shifting. Ninety thousand units of this size still add up within a
 * bigint, so a sum never overflows.
 */
export const largest = 10n ** 14n;

/** "12.5" with two places → 1250n. Refuses what would lose a digit or is beyond all reason. */
export function scaled(value: string, scale: number, name: string): bigint {
  if (places(value) > scale) throw problem("invalid_input", say("tooManyPlaces", { name, places: scale }));
  const whole = BigInt(shifted(value, scale));
  if (whole > largest || whole < -largest) throw problem("invalid_input", say("tooLarge", { name }));
  return whole;
}

export const unscaled = (whole: bigint, scale: number): string => shifted(String(whole), -scale);

export type Timed = { period: Pick<Period, "from" | "to">; figure: Figure | null };

/**
 * What one cell's figures add up to over periods, as the dictionary declares it. Refused, with the reason, where the
 * indicator does not add over time or periods share days: "quý I" and "tháng 3" would count March twice.
 */
export function sumOverTime(
  { overTime, name }: { overTime: OverTime; name: string },
  points: readonly Timed[],
): { figure: Figure; refused: Text | null } {
  const given = points
    .filter((point): point is Timed & { figure: Figure } => !isEmpty(point.figure))
    .toSorted((a, b) => a.period.to.localeCompare(b.period.to) || b.period.from.localeCompare(a.period.from));
  const last = given.at(-1)?.figure ?? { value: null };
  if (given.length <= 1 || overTime === "last") return { figure: last, refused: null };
  if (overTime === "none") return { figure: { value: null }, refused: say("notOverTime", { name }) };
  const overlap = given.find(({ period }, at) => given.slice(0, at).some((before) => before.period.to >= period.from));
  if (overlap) return { figure: { value: null }, refused: say("periodsOverlap", { name }) };
  return { figure: given.map(({ figure }) => figure).reduce(added), refused: null };
}

const isEmpty = (figure: Figure | null): boolean =>
  figure === null || [figure.value, figure.numerator, figure.denominator].every((number) => (number ?? null) === null);

const add = (a: string | null | undefined, b: string | null | undefined): string | null => (a && b ? plus(a, b) : (a ?? b ?? null));

function added(a: Figure, b: Figure): Figure {
  const ratio = [a, b].some(({ denominator }) => (denominator ?? null) !== null);
  if (!ratio) return { value: add(a.value, b.value) };
  return { value: null, numerator: add(a.numerator, b.numerator), denominator: add(a.denominator, b.denominator) };
}

/** The same figure, however it is written. */
export const sameNumber = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : order(a, b) === 0);

export const tidied = (value: string | null): string | null => (value === null ? null : plain(value));
