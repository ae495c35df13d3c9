import { minus, order, plain, plus, quotient } from "../../../kernel/decimals.ts";
import type { Mark, Marks, RubricContent } from "../shapes.ts";
import { countsMet, linesOf, scaleOf, type RoledLine } from "./rubric.ts";

type Given = Pick<Mark, "points" | "met">;

export type Wrong = "missing" | "above" | "needsComment";

/** Points beyond the line's most, or none where there must be some. Bonus and penalty may stay empty: nothing. */
function wrongWith(line: RoledLine, mark: Given | undefined): Wrong | null {
  if (line.max === null) return typeof mark?.met === "boolean" ? null : "missing";
  const points = mark?.points ?? null;
  if (points === null) return line.role === "ordinary" ? "missing" : null;
  return order(points, line.max) > 0 ? "above" : null;
}

/** Points above a line's most are refused even in what is saved in parts. */
export function tooMuch(content: RubricContent, marks: Readonly<Record<string, Given>>): string[] {
  return linesOf(content).flatMap((line) => (wrongWith(line, marks[line.key]) === "above" ? [line.key] : []));
}

/** A "no", or points below `share` percent of the most, must be explained; so must every bonus and penalty that is given. */
export function needsComment(line: RoledLine, mark: Given | undefined, share: string): boolean {
  if (line.max === null) return mark?.met === false;
  const points = mark?.points ?? null;
  if (points === null) return false;
  if (line.role !== "ordinary") return order(points, "0") > 0;
  return order(quotient(points, line.max, { factor: 100n, places: 4 }) ?? "100", share) < 0;
}

/** What keeps a sheet, or a self-scoring (`share` null: no comments asked), from being sent, by line. */
export function unfinished(
  content: RubricContent,
  marks: Readonly<Record<string, Given & { comment?: string }>>,
  share: string | null,
): Map<string, Wrong> {
  const wrong = new Map<string, Wrong>();
  for (const line of linesOf(content)) {
    const mark = marks[line.key];
    const found = wrongWith(line, mark);
    if (found) wrong.set(line.key, found);
    else if (share !== null && !mark?.comment?.trim() && needsComment(line, mark, share)) wrong.set(line.key, "needsComment");
  }
  return wrong;
}

/** Ordinary points plus bonus less penalty, never below nothing; of a rubric without points, the criteria met. */
export function totalOf(content: RubricContent, marks: Readonly<Record<string, Given>>): string {
  const met = countsMet(content);
  let total = "0";
  for (const { key, role, max } of linesOf(content)) {
    const mark = marks[key];
    const points = max === null ? (met && mark?.met ? "1" : "0") : (mark?.points ?? "0");
    total = role === "penalty" ? minus(total, points) : plus(total, points);
  }
  return order(total, "0") < 0 ? "0" : plain(total);
}

/** Whether every judge gave some ordinary criterion nothing. */
export function hasZero(content: RubricContent, sheets: readonly Marks[]): boolean {
  return linesOf(content)
    .filter(({ role }) => role === "ordinary")
    .some(({ key, max }) =>
      sheets.every((marks) => (max === null ? marks[key]?.met !== true : order(marks[key]?.points ?? "0", "0") === 0)),
    );
}

export const meanOf = (totals: readonly string[]): string =>
  quotient(
    totals.reduce((sum, total) => plus(sum, total), "0"),
    String(totals.length),
    { places: 2 },
  ) ?? "0";

/** Farthest apart, in points and in percent of the scale. */
export function spreadOf(content: RubricContent, totals: readonly string[]): { points: string; share: string } {
  const sorted = totals.toSorted(order);
  const points = minus(sorted.at(-1) ?? "0", sorted[0] ?? "0");
  return { points, share: quotient(points, scaleOf(content), { factor: 100n, places: 2 }) ?? "0" };
}

export const isFlagged = ({ share }: { share: string }, limit: string): boolean => order(share, limit) >= 0;

export type LineSpread = { line: string; points: string };

/** Lines on which judges differ by at least `limit` percent of the line's most. */
export function linesApart(content: RubricContent, sheets: readonly Marks[], limit: string): string[] {
  return linesOf(content).flatMap(({ key, max }) => {
    if (max === null) return new Set(sheets.map((marks) => marks[key]?.met ?? false)).size > 1 ? [key] : [];
    const given = sheets.map((marks) => marks[key]?.points ?? "0").toSorted(order);
    const apart = minus(given.at(-1) ?? "0", given[0] ?? "0");
    const share = quotient(apart, max, { factor: 100n, places: 2 }) ?? "0";
    return order(apart, "0") > 0 && order(share, limit) >= 0 ? [key] : [];
  });
}
