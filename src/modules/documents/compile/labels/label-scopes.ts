/** Hands the values of label lines to the tasks that they stand under. */
import type { Node } from "../outline/document.ts";
import { lexical, predicateAt, readBodies, wholeBodies } from "../bodies/index.ts";
import type { LabelKind } from "./labels.ts";
import { readLabel } from "./labels.ts";
import type { Draft } from "../outline/outline.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Due, Task } from "../plan.ts";
import { readPartners } from "../subjects/index.ts";
import { sectionOf } from "../tasks/index.ts";
import { noDue, statedDue, yearOver } from "../mentions/timing.ts";

export type Placed = { node: Node; task: Draft<Task> };
type Values = { lead: string[]; partner: string[]; due: Due };

/** Bodies listed in a label's value: "Sở Nội vụ, Sở Tư pháp; các cơ quan, đơn vị liên quan." Text that names none is kept whole. */
export function bodiesIn(value: string): string[] {
  const text = value.replace(/[\s.;]+$/u, "").replace(/^(?:Giao|Do)\s+/u, "");
  if (text === "") return [];
  return text.split(/;\s*/u).flatMap((part) => {
    const trimmed = part.trim();
    const low = lexical(trimmed);
    const bodies = readBodies(trimmed, low, 0, true);
    if (bodies === null) return trimmed === "" || trimmed.length > 120 ? [] : [trimmed];
    const next = bodies.end + (/^[\s,]*/u.exec(trimmed.slice(bodies.end))?.[0].length ?? 0);
    const done = next >= trimmed.length || trimmed[next] === "(" || predicateAt(low, next, trimmed) > 0;
    // "Mặt trận Tổ quốc, Hội Phụ nữ và Đoàn Thanh niên các cấp": one line of bodies that share their level.
    if (bodies.names.length > 1 && /^(?:mặt trận|hội|đoàn|mttq).* các cấp$/u.test(low)) return [trimmed];
    // "Các cơ quan, đơn vị theo quy định": what qualifies the last name belongs to it.
    const rest = /^ (?:theo (?!dõi)|thuộc |tại |ở |trên )[^,]+$/u.exec(trimmed.slice(bodies.end))?.[0];
    if (rest !== undefined) return [...bodies.names.slice(0, -1), `${bodies.names.at(-1)}${rest}`];
    if (done) return bodies.names;
    // A person's post with his field ("Đồng chí Phó Chủ tịch, phụ trách lĩnh vực …") is one name.
    return bodies.end < trimmed.length * 0.6 && trimmed.length < 140 ? [trimmed] : bodies.names;
  });
}

/** "Mặt trận Tổ quốc các cấp; các tổ chức chính trị - xã hội." under a label: bodies and nothing else. */
const namesOnly = (text: string): boolean =>
  text
    .replace(/[\s.;]+$/u, "")
    .split(/;\s*/u)
    .every((part) => wholeBodies(part) !== null);

function read(kind: LabelKind, value: string, into: Values, year: number | null): void {
  if (kind === "time") {
    const due = statedDue(value, year);
    if (into.due.kind === "none" || (due.date ?? "") > (into.due.date ?? ""))
      into.due = due.kind === "none" && into.due.kind !== "none" ? into.due : due;
  } else if (kind === "partner") into.partner.push(...bodiesIn(value));
  else {
    into.lead.push(...bodiesIn(value));
    // "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành…"
    into.partner.push(...readPartners(value, lexical(value), [{ start: 0, end: value.length }]));
  }
}

function give({ task, node }: Placed, values: Values): void {
  if (values.lead.length > 0 && (task.lead.length === 0 || !task.rule.endsWith("body"))) task.lead = [...new Set(values.lead)];
  // A bullet that names its own partners has them in place of the item's.
  if (values.partner.length > 0 && (node.heading !== null || task.coordinate.length === 0))
    task.coordinate = [...new Set([...task.coordinate, ...values.partner])];
  if (task.due.kind === "none" && (values.due.kind !== "none" || values.due.rule !== null)) task.due = values.due;
}

/** A heading over labels without any task of its own is the task. */
function headingTask(node: Node): Placed | null {
  const { heading, paragraph } = node;
  if (heading === null || heading.title.length < 12 || readLabel(heading.title) !== null) return null;
  return {
    node,
    task: {
      ...quoteOf(paragraph, paragraph.bodyAt, paragraph.text.length),
      lead: [],
      coordinate: [],
      due: noDue,
      section: sectionOf(node),
      rule: "task:heading",
    },
  };
}

/**
 * Walks the paragraphs; a block of labels speaks for the tasks since the last block or the last number at its level,
 * a numbered label ("3. Thời gian thực hiện: …") for all tasks of the heading above it.
 */
export function applyLabels(nodes: readonly Node[], tasks: readonly Placed[], year: number | null): Placed[] {
  const byNode = new Map<Node, Placed[]>();
  for (const placed of tasks) byNode.set(placed.node, [...(byNode.get(placed.node) ?? []), placed]);
  const all: Placed[] = [];
  let scope: Placed[] = [];
  let pending: { values: Values; level: number } | null = null;
  let open: LabelKind | null = null;
  let lastNumbered: Node | null = null;
  /** Items that have a block of labels of their own. */
  const labelled = new Set<unknown>();
  /** Tasks of a heading, walked back from the last one. */
  const under = (parent: Node["path"][number] | undefined): Placed[] => {
    const found: Placed[] = [];
    for (let k = all.length - 1; k >= 0; k--) {
      const placed = all[k];
      if (placed === undefined || (parent !== undefined && !placed.node.path.includes(parent))) break;
      found.push(placed);
    }
    return found;
  };
  /** "3.1 …, 3.2 …, 3.3 …" and one block at the very end: it speaks for all of them, when none has its own. */
  const siblings = (next: Node | null): Placed[] => {
    const item = lastNumbered?.heading;
    const parent = lastNumbered?.path.at(-2);
    if (!item || item.level < 3 || parent === undefined || next?.path.includes(parent)) return [];
    const found = under(parent).filter(({ node }) => node.path.at(-1) !== item);
    return found.some(({ node }) => node.path.some((entry) => labelled.has(entry))) ? [] : found;
  };
  const flush = (next: Node | null): void => {
    if (pending === null) return;
    const { values, level } = pending;
    pending = null;
    let heard = level === 0 ? scope : under(lastNumbered?.path.filter((entry) => entry.level < level).at(-1));
    if (heard.length === 0 && lastNumbered && level === 0) {
      const made = headingTask(lastNumbered);
      if (made) {
        all.push(made);
        heard = [made];
      }
    }
    if (level === 0 && values.lead.length > 0) heard = [...siblings(next), ...heard];
    for (const placed of heard) give(placed, values);
    if (level === 0) {
      scope = [];
      labelled.add(lastNumbered?.heading);
    }
  };
  for (const node of nodes) {
    const { paragraph, heading } = node;
    const body = paragraph.text.slice(paragraph.bodyAt);
    const label = readLabel(body);
    const useful = label !== null && label.kind !== "content" && label.kind !== "other" && paragraph.row === null && heading?.level !== 1;
    const level = heading?.level ?? 0;
    if (useful && label) {
      if (pending && level !== pending.level && !(level > pending.level && pending.level > 0)) flush(node);
      pending ??= { values: { lead: [], partner: [], due: noDue }, level };
      const value = body.slice(label.valueAt);
      if (value.trim() !== "") read(label.kind, value, pending.values, yearOver(node, year));
      open = value.trim() === "" || /:\s*$/u.test(value) ? label.kind : null;
      if (heading) lastNumbered = node;
      continue;
    }
    const listed = paragraph.marker?.level === 0 || (paragraph.marker === null && namesOnly(body));
    if (pending && open && heading === null && listed && label === null) {
      read(open, body, pending.values, yearOver(node, year));
      continue;
    }
    const aside = heading === null && /^\(.*\)[.;]?$/u.test(body);
    if ((label?.kind === "other" || aside) && pending) continue;
    flush(node);
    open = null;
    if (heading !== null) {
      // Lettered steps without labels of their own share those that close their item.
      if (heading.level < 4) scope = [];
      lastNumbered = node;
    }
    const own = byNode.get(node) ?? [];
    all.push(...own);
    scope.push(...own);
  }
  flush(null);
  return all;
}
