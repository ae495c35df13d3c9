import type { OfficialForm } from "./official.ts";

/** A committee's term is five years; 2025–2030 began with the congresses of 2025. */
const termBegan = 2025;
const termYears = 5;

/**
 * In which series a number is given: State and Front count by calendar year, the Party by the committee's term, whose exact
 * first and last day only its office knows. A proposal; the clerk may name the series otherwise.
 */
export function seriesFor(form: OfficialForm, date: string, usedLast: string | null): string {
  const year = Number(date.slice(0, 4));
  if (form !== "party") return String(year);
  if (usedLast !== null) return usedLast;
  const began = termBegan + Math.floor((year - termBegan) / termYears) * termYears;
  return `${began}-${began + termYears}`;
}

export const numberAfter = (last: number): string => String(last + 1).padStart(2, "0");
