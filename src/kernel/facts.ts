/**
 * The sign between facts on one line, bound to the fact before it: a line that wraps may end with the sign and never begins
 * with it.
 */
export const dot = "\u00A0· ";

/** Facts on one line, without those that are not there: "Kế hoạch 45/KH-MTTQ · Ủy ban MTTQ tỉnh". */
export function facts(parts: readonly (string | number | false | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== false && part !== "").join(dot);
}
