/** What a paragraph takes from the headings above it: section number, lead, date. */
import { fold } from "../../../../kernel/text.ts";
import { headAt, lexical, wholeBodies } from "../bodies/index.ts";
import type { Heading, Node } from "../outline/document.ts";
import { ordering } from "../lexicon/openings.ts";
import type { Due } from "../plan.ts";
import { readLead } from "../subjects/index.ts";
import { dueOf, noDue, statedDue, timesIn } from "../mentions/timing.ts";

/** Section as "III.1.1", "II.2.3.Bước 1". */
export function sectionOf(node: Node): string {
  const decimal = node.path.findLast(({ paragraph }) => paragraph.marker?.kind === "decimal");
  return node.path
    .filter((entry) => entry.paragraph.marker?.kind !== "decimal" || entry === decimal)
    .map(({ number }) => number)
    .join(".");
}

const ORDERED = new RegExp(`^${ordering} `, "u");
const POST_WITH_FIELD = / phụ trách /u;

/** Bodies that a heading makes responsible for what stands under it. */
function leadOfTitle(title: string): string[] {
  const bodies = wholeBodies(title);
  if (bodies) return bodies.names;
  const low = lexical(title);
  // "Các Phó Chủ tịch phụ trách lĩnh vực …": a post with its field.
  if (POST_WITH_FIELD.test(title) && title.length < 120 && headAt(low, 0, title) > 0) return [title.replace(/[:.]+$/u, "")];
  // "Đề nghị Ủy ban MTTQ tỉnh phối hợp", "Sở Y tế chủ trì, phối hợp:"
  const subject = title.length < 260 ? readLead(title, low, { start: 0, end: title.length }, []) : null;
  return subject !== null && (ORDERED.test(low) || low.slice(subject.end).length < 50) ? subject.names : [];
}

/** Lead for a paragraph that names none: of the item it goes on, or of the innermost heading that is a body. */
export function inheritedLead(node: Node, itemLeads: ReadonlyMap<Heading, string[]>): string[] {
  for (const entry of node.path.toReversed()) {
    const said = itemLeads.get(entry);
    if (said && (entry !== node.heading || node.heading === null)) return said;
    if (entry === node.heading || entry.kind === "item") continue;
    const lead = leadOfTitle(entry.title);
    if (lead.length > 0) return lead;
  }
  return [];
}

/** "Bước 2. Khảo sát (từ ngày 01/4 đến ngày 15/6/2027)": the time in a heading's closing bracket. */
const DATED_BRACKET = /\((?:từ|trong|tháng|quý|trước|xong|hoàn thành|ngày|đến|thời gian)(?!\p{L})[^()]{3,60}\)\s*[:.]?$/iu;

/** "Năm 2023", "Từ năm 2022", "Đợt 1: …": a heading that dates what stands under it. */
export function headingDue(node: Node, year: number | null = null): Due {
  for (const entry of node.path.toReversed()) {
    if (entry === node.heading) continue;
    const key = fold(entry.title);
    const bracket = entry.kind === "heading" ? DATED_BRACKET.exec(entry.title) : null;
    if (bracket) {
      const due = statedDue(bracket[0], year);
      if (due.kind !== "none") return due;
    }
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
