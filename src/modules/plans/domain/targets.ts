/**
 * How far a target is, for one unit and one stretch of time. Pure. Nothing is guessed: what cannot be computed says why,
 * and there is no "behind" here, since a body that was only asked owes nobody a colour.
 */
import { dateParts, formatShortDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Target } from "../shapes.ts";
import type { TargetReason, TargetState } from "../targets-shapes.ts";

export type Window = {
  from: CalendarDate;
  to: CalendarDate;
  /** How many times the figure is due in it ("mỗi quý 01 cuộc" in a year: 4). */ times: number;
};

const perYear: Record<string, number> = { weekly: 52, monthly: 12, quarterly: 4, "half-yearly": 2, yearly: 1 };

/**
 * The days over which a target is counted when a year is looked at. What is due every so often counts within the year;
 * what is due once, over the whole plan. Null when the plan does not run in that year.
 */
export function windowOf(target: Pick<Target, "frequency">, plan: { from: CalendarDate; to: CalendarDate }, year: number): Window | null {
  const often = perYear[target.frequency];
  if (often === undefined) {
    return dateParts(plan.from).year <= year && year <= dateParts(plan.to).year ? { from: plan.from, to: plan.to, times: 1 } : null;
  }
  const [from, to] = [later(plan.from, `${year}-01-01`), earlier(plan.to, `${year}-12-31`)];
  if (from > to) return null;
  // A year is a year also where the plan was issued in its middle; shorter rhythms are due only while it runs.
  if (often === 1) return { from: `${year}-01-01`, to: `${year}-12-31`, times: 1 };
  const months = dateParts(to).month - dateParts(from).month + 1;
  return { from, to, times: Math.max(1, Math.round((months * often) / 12)) };
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

/** Years that a plan runs in, oldest first; at most twenty. */
export function yearsOf({ from, to }: { from: CalendarDate; to: CalendarDate }): number[] {
  const [first, last] = [dateParts(from).year, dateParts(to).year];
  return Array.from({ length: Math.min(20, last - first + 1) }, (_, k) => first + k);
}

/** What must be there in the window: "≥ 2 cuộc" a year is 2, "mỗi quý 1" is 4. Shares are never multiplied. */
export function needOf(target: Pick<Target, "value" | "unit">, { times }: Pick<Window, "times">): number | null {
  if (target.value === null) return null;
  return isShare(target.unit) ? Number(target.value) : Number(target.value) * times;
}

export const isShare = (unit: string): boolean => /^(?:%|tỷ lệ|tỉ lệ|phần trăm)/iu.test(unit.trim());

/** How many places "triệu đồng" stands above "đồng"; 0 for what is no money. */
export const moneyScale = (unit: string): number =>
  /^(?:tỷ|tỉ) đồng/iu.test(unit) ? 9 : /^triệu đồng/iu.test(unit) ? 6 : /^(?:nghìn|ngàn) đồng/iu.test(unit) ? 3 : 0;

export type Measured = { value: number | null; reason?: TargetReason };

/** State and share of one cell. `percent` is whole, never above 999, null where nothing can be divided. */
export function judge(
  target: Pick<Target, "comparator" | "value" | "unit">,
  window: Pick<Window, "times">,
  { value, reason }: Measured,
): { state: TargetState; percent: number | null; need: number | null; reason: TargetReason | null } {
  const need = needOf(target, window);
  if (reason !== undefined) return { state: "unknown", percent: null, need, reason };
  if (need === null) return { state: value === null || value === 0 ? "none" : "under-way", percent: null, need, reason: null };
  if (value === null) return { state: "none", percent: null, need, reason: null };
  const percent = need > 0 ? Math.min(999, Math.floor((100 * value) / need)) : null;
  return { state: kept(target.comparator, value, need) ? "reached" : value === 0 ? "none" : "under-way", percent, need, reason: null };
}

function kept(comparator: Target["comparator"], value: number, need: number): boolean {
  switch (comparator) {
    case ">":
      return value > need;
    case "<":
      return value < need;
    case "<=":
      return value <= need;
    // "từ 01 hoặc 02 cuộc": the lower end keeps it; more than was asked is no failure either.
    case ">=":
    case "=":
    case "range":
    case "achieve":
      return value >= need;
  }
}

/** "01/01/2026–31/12/2026". */
export const windowText = ({ from, to }: Pick<Window, "from" | "to">): string => `${formatShortDate(from)}–${formatShortDate(to)}`;
