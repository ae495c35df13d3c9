import { absolute, isZero, minus, order, quotient } from "../../../kernel/decimals.ts";
import { difference, grouped, isShare, type Weight } from "./numbers.ts";

/** A figure as it was said. `unit`: of measure, "%" for a share. */
export type Said = { value: string; said: Weight | null };

/**
 * ", tăng 3 cuộc (15,2%) so với cùng kỳ năm 2025". Empty when there is nothing to compare with: "so với" never stands
 * beside a figure that nobody has. A comparison of rounded figures is rounded too, and says so.
 */
export function changeWords(now: Said | null, before: Said | null, unit: string, than: string): string {
  if (now === null || before === null) return "";
  const by = minus(now.value, before.value);
  const loosely = now.said !== null || before.said !== null;
  if (isZero(by)) return loosely ? `, tương đương ${than}` : `, bằng ${than}`;
  const up = order(by, "0") > 0;
  const size = `${loose(now, before, up)}${difference(by, unit)}`;
  const verb = up ? "tăng" : "giảm";
  if (isShare(unit) || order(before.value, "0") <= 0) return `, ${verb} ${size} so với ${than}`;
  const times = quotient(now.value, before.value);
  // From three times on, a per cent figure is no longer read at a glance.
  if (times !== null && order(times, "3") >= 0) return `, gấp ${loosely ? "khoảng " : ""}${grouped(times)} lần ${than} (${verb} ${size})`;
  const share = quotient(absolute(by), before.value, { factor: 100n });
  const inPercent = share === null || isZero(share) ? "" : ` (${loosely ? "khoảng " : ""}${grouped(share)}%)`;
  return `, ${verb} ${size}${inPercent} so với ${than}`;
}

/** Words for what is at least so much. */
const least: ReadonlySet<Weight> = new Set<Weight>(["hơn", "trên", "ít nhất"]);

/** "hơn 100" against 90 is "tăng hơn 10"; everything else about rounded figures is only "khoảng". */
function loose(now: Said, before: Said, up: boolean): string {
  if (now.said === null && before.said === null) return "";
  return up && before.said === null && now.said !== null && least.has(now.said) ? `${now.said} ` : "khoảng ";
}

/**
 * ", đạt 112% kế hoạch"; of a share ", vượt 1,5 điểm phần trăm so với kế hoạch". What falls short never reads as 100 %.
 */
export function targetWords(now: Said | null, target: string | null, unit: string): string {
  if (now === null || target === null || order(target, "0") <= 0) return "";
  const loosely = now.said === null ? "" : `${now.said} `;
  if (isShare(unit)) {
    const by = minus(now.value, target);
    if (isZero(by)) return ", đạt kế hoạch";
    return order(by, "0") > 0
      ? `, vượt ${loosely}${difference(by, unit)} so với kế hoạch`
      : `, thấp hơn ${difference(by, unit)} so với kế hoạch`;
  }
  const share = quotient(now.value, target, { factor: 100n, down: order(now.value, target) < 0 });
  return share === null ? "" : `, đạt ${loosely}${grouped(share)}% kế hoạch`;
}

/** Share of a target, for a table's cell: "112%"; "–" where there is none. */
export function shareOf(value: string | null, target: string | null): string {
  if (value === null || target === null || order(target, "0") <= 0) return "";
  const share = quotient(value, target, { factor: 100n, down: order(value, target) < 0 });
  return share === null ? "" : `${grouped(share)}%`;
}

/** "+3", "-2", "0" for a table's cell, empty when a figure is missing. */
export function changeCell(now: string | null, before: string | null): string {
  if (now === null || before === null) return "";
  const by = minus(now, before);
  return isZero(by) ? "0" : `${order(by, "0") > 0 ? "+" : "-"}${grouped(absolute(by))}`;
}
