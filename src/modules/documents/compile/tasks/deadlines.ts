/** Deadlines that are said once for a whole item: its closing bracket, a paragraph that refers back. */
import type { TimeMention } from "../../../../kernel/time/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import type { Due } from "../plan.ts";
import { dueOf, noDue } from "../mentions/timing.ts";
import type { Unit } from "./unit.ts";

export function closingBracket({ text }: Paragraph): Stretch | null {
  const found = /\(([^()]{4,120})\)[\s.;/]*$/u.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

const TELLS_TIME =
  /^\((?:[^()]*[;,] ?)?(?:phải |dự kiến )?(?:hoàn thành|xong|trước|trong|từ|đến|thời gian|thời hạn|chậm nhất|quý|tháng|năm|hằng|hàng|định kỳ|ngày|mỗi|cuối|đầu)(?!\p{L})/iu;

/** "(Hoàn thành trong quý III năm 2021)." at the end of an item is the deadline of all of it. */
export function closingDue(paragraph: Paragraph, times: readonly TimeMention[]): Due {
  const bracket = closingBracket(paragraph);
  if (bracket === null || !TELLS_TIME.test(paragraph.text.slice(bracket.start))) return noDue;
  const inside = times.filter(
    ({ start, end, kind }) => start > bracket.start && end < bracket.end && kind !== "term" && kind !== "trigger",
  );
  return inside.length > 0 ? dueOf(inside) : noDue;
}

const REFERS_BACK = /(?:nội dung|nhiệm vụ|công việc|phần việc|mô hình|việc|hoạt động) (?:nêu )?trên(?!\p{L})/u;

/** A paragraph that refers back ("… với nội dung trên xong trước ngày 15/7") dates the undated tasks of its item. */
export function shareDeadlines(units: readonly Unit[]): void {
  for (const [at, unit] of units.entries()) {
    if (unit.node.heading !== null || !REFERS_BACK.test(unit.low)) continue;
    const signals = unit.groups.flatMap((group) => group.signals).filter(({ kind, date }) => date !== null && kind !== "term");
    const item = unit.node.path.at(-1);
    if (signals.length === 0 || item === undefined) continue;
    for (let k = at - 1; k >= 0 && units[k]?.node.path.at(-1) === item; k--) {
      for (const group of units[k]?.groups ?? []) if (dueOf(group.signals).kind === "none") group.signals.push(...signals);
    }
  }
}
