/** "Đợt 1: từ ngày … đến ngày …": a round of the work, held in the days that its heading or bullet gives. */
import { fold } from "../../../../kernel/text.ts";
import type { Node } from "../outline/document.ts";
import type { Draft } from "../outline/outline.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { PlanEvent } from "../plan.ts";
import { dueOf, timesIn } from "../mentions/timing.ts";

const NAMED = /^(?:dot|vong) (?:thi dua |kiem tra |cao diem )?(?:\d|[ivx]+(?![a-z])|mot|hai|ba|bon)/;

export function roundsOf(nodes: readonly Node[], year: number | null): Draft<PlanEvent>[] {
  return nodes.flatMap(({ heading, paragraph, role }) => {
    if (role === "purpose" || role === "situation") return [];
    const title = heading?.title ?? paragraph.text.slice(paragraph.bodyAt, paragraph.bodyAt + 300);
    const named = (heading !== null && /^(?:đợt|vòng) \d/iu.test(heading.number)) || NAMED.test(fold(title).slice(0, 40));
    if (!named || dueOf(timesIn(title, [], year)).kind === "none") return [];
    return [
      {
        ...quoteOf(paragraph, heading === null ? paragraph.bodyAt : 0, paragraph.text.length),
        kind: "đợt",
        year: null,
        refers: null,
        recurrence: "once",
        rule: "event:round",
      },
    ];
  });
}
