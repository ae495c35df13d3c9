/** Conditions under a heading "Tiêu chí …": what a collective, a model or a person must meet. */
import type { PlanDocument } from "../outline/document.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Criterion } from "../plan.ts";
import { readLabel } from "../labels/labels.ts";

export function readCriteria({ nodes }: PlanDocument): Omit<Criterion, "id">[] {
  return nodes.flatMap(({ paragraph, role, path, heading }) => {
    if (role !== "criteria" || heading?.kind === "heading" || readLabel(paragraph.text.slice(paragraph.bodyAt)) !== null) return [];
    const title = path.findLast((entry) => entry !== heading)?.title ?? "";
    const appliesTo = /đối với (?:các )?([^:.;,]+)/iu.exec(title)?.[1]?.trim() ?? title.replace(/[:.]+$/u, "");
    return [{ ...quoteOf(paragraph, 0, paragraph.text.length), appliesTo, rule: "criterion", confidence: 0.8 }];
  });
}
