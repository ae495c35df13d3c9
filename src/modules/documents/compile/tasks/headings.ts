/** What a paragraph takes from the headings above it: section number, lead, date. */
import { fold } from "../../../../kernel/text.ts";
import { headAt, lexical, wholeBodies } from "../bodies/index.ts";
import type { Node } from "../document.ts";
import type { Due } from "../plan.ts";
import { dueOf, noDue, timesIn } from "../timing.ts";

/** Section as "III.1.1", "II.2.3.Bước 1". */
export function sectionOf(node: Node): string {
  const decimal = node.path.findLast(({ paragraph }) => paragraph.marker?.kind === "decimal");
  return node.path
    .filter((entry) => entry.paragraph.marker?.kind !== "decimal" || entry === decimal)
    .map(({ number }) => number)
    .join(".");
}

/** Lead named by the innermost heading that is nothing but a body. */
export function headingLead(node: Node): string[] {
  for (const entry of node.path.toReversed()) {
    if (entry === node.heading || entry.kind === "item") continue;
    const bodies = wholeBodies(entry.title);
    if (bodies) return bodies.names;
    // "Các Phó Chủ tịch phụ trách lĩnh vực …": a post with its field.
    if (/ phụ trách /u.test(entry.title) && entry.title.length < 120 && headAt(lexical(entry.title), 0, entry.title) > 0)
      return [entry.title.replace(/[:.]+$/u, "")];
  }
  return [];
}

/** "Năm 2023", "Từ năm 2022", "Đợt 1: …": a heading that dates what stands under it. */
export function headingDue(node: Node, year: number | null = null): Due {
  for (const entry of node.path.toReversed()) {
    if (entry === node.heading) continue;
    const key = fold(entry.title);
    if (
      !/^(?:tu |trong |den |het )?(?:nam \d{4}|quy [ivx\d]|thang \d|cuoi nam|giai doan|(?:dot|vong) (?:thi dua )?(?:\d|[ivx]+(?![a-z])|mot|hai|ba|bon|cao diem))/.test(
        key,
      ) &&
      !/^(?:đợt|vòng|giai đoạn) \d/iu.test(entry.number)
    )
      continue;
    const due = dueOf(timesIn(entry.title, [], year));
    const from = /^từ năm (\d{4})/iu.exec(entry.title)?.[1];
    if (due.kind === "none" && from)
      return { kind: "year", date: `${from}-12-31`, rule: `within ${from} (heading "${entry.title}")`, recurrence: null };
    if (due.kind !== "none") return due;
  }
  return noDue;
}
