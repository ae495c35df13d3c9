/** The numbered headings and items of the body, as a table of contents. */
import type { PlanDocument } from "./document.ts";
import type { OutlineEntry } from "../plan.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";

/** What a pass hands on: named and rated only when the plan is put together. */
export type Draft<T> = Omit<T, "id" | "confidence">;

export function readOutline({ nodes }: PlanDocument): Draft<OutlineEntry>[] {
  return nodes.flatMap(({ heading }) => {
    if (heading === null || heading.paragraph.marker?.kind === "period") return [];
    const { paragraph, number, title, level, kind } = heading;
    return [
      {
        ...quoteOf(paragraph, 0, paragraph.text.length),
        number,
        title,
        level,
        kind,
        rule: `outline:${paragraph.marker?.kind ?? "none"}`,
      },
    ];
  });
}
