import type { UnitId } from "../../../kernel/ids.ts";

/** Who stands above whom, as "above below": in the tree of areas, and in an organisation's line (which has the tree in it). */
export type Standing = { tree: ReadonlySet<string>; line: ReadonlySet<string> };

/**
 * Whether people of `judge` may not rate `subject`: their own unit, one below or one above. The body that holds the round, its
 * boards and what it belongs to stand above every subject in the line, as they must; for them only the tree of areas counts.
 */
export function isConflict({ tree, line }: Standing, { judge, subject, body }: { judge: UnitId; subject: UnitId; body: UnitId }): boolean {
  const either = (set: ReadonlySet<string>, one: UnitId, other: UnitId) => set.has(`${one} ${other}`) || set.has(`${other} ${one}`);
  if (judge === subject || either(tree, judge, subject)) return true;
  const holds = judge === body || either(tree, judge, body);
  return !holds && either(line, judge, subject);
}
