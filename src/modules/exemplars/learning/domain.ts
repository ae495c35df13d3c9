import { minus, isZero, quotient } from "../../../kernel/decimals.ts";

/** A Vietnamese mobile number, however it is written: somebody's own, not an office's line. */
const mobile = /(?<!\d)(?:\+?84|0)[\s.-]?[35789](?:[\s.-]?\d){8}(?!\d)/;

export const namesPrivatePhone = (text: string): boolean => mobile.test(text);

/** Contents that say how it is done; situation, goals, area and time are each unit's own. */
export const takenOver = ["method", "forces", "resources", "output", "sustaining"] as const;

/** How far a goal has come, in whole per cent of its way; null when that cannot be said. */
export function shareOf({ baseline, goal, reached }: { baseline: string | null; goal: string; reached: string | null }): number | null {
  const begin = baseline ?? "0";
  const way = minus(goal, begin);
  if (reached === null || isZero(way)) return null;
  return Math.floor(Number(quotient(minus(reached, begin), way, { factor: 100n, places: 0, down: true })));
}

/** What a commune is: whether it is a xã, a phường or a đặc khu stands in its name. */
export function areaKindOf(name: string): "rural" | "urban" | "island" | null {
  const first = name.normalize("NFC").toLowerCase();
  if (first.startsWith("đặc khu")) return "island";
  if (first.startsWith("phường") || first.startsWith("thị trấn")) return "urban";
  return first.startsWith("xã") ? "rural" : null;
}

/** From and to how many parts a unit is about the same size as one with so many: a third, three at least. */
export function likeSize(parts: number): { from: number; to: number } {
  const apart = Math.max(3, Math.round(parts / 3));
  return { from: Math.max(0, parts - apart), to: parts + apart };
}
