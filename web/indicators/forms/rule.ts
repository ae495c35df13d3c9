import type { DueRule } from "../../../src/modules/indicators/contract.ts";

type DayOfYear = Extract<DueRule, { kind: "day-of-year" }>["at"][number];

/** "15/6, 15/12" → fixed days of the year; "20" → the 20th of each month; null when a piece is no day. */
export function readDays(typed: string): DayOfYear[] | null {
  const pieces = typed
    .split(/[,;]|\s+(?:và|and)\s+/)
    .map((piece) => piece.replace(/ngày|hằng (tháng|năm)/g, "").trim())
    .filter((piece) => piece !== "");
  const days = pieces.map((piece) => {
    const match = /^(\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(piece);
    const day = Number(match?.[1]);
    const month = match?.[2] ? Number(match[2]) : null;
    return match && day >= 1 && day <= 31 && (month === null || (month >= 1 && month <= 12)) ? { day, month } : null;
  });
  return days.length === 0 || days.some((each) => each === null) ? null : (days as DayOfYear[]);
}

export const showDays = (at: readonly DayOfYear[]): string =>
  at.map(({ day, month }) => (month === null ? String(day) : `${day}/${month}`)).join(", ");
