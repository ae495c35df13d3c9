/** Obligations: what has to be done, by whom, with whom, by when. */
import type { Draft } from "../outline/outline.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Due, Task } from "../plan.ts";
import { readPartners } from "../subjects/index.ts";
import { dueOf } from "../mentions/timing.ts";
import { headingDue, sectionOf } from "./headings.ts";
import type { Group, Unit } from "./unit.ts";

/** "trong thời hạn 05 ngày", "sau ngày D": a rule without a date. */
function withTerm(due: Due, { times }: Unit, { stretches }: Group): Due {
  if (due.kind !== "none" || due.rule !== null) return due;
  const term = times.find(
    ({ kind, rule, start, end }) =>
      kind === "term" && /^(?:within|after) /.test(rule ?? "") && stretches.some((stretch) => start >= stretch.start && end <= stretch.end),
  );
  return term ? { ...due, rule: term.rule } : due;
}

/** Tasks of one unit. */
export function tasksOf(unit: Unit): Draft<Task>[] {
  const { node, paragraph, low, groups, closing } = unit;
  if (!unit.ordered) return [];
  const wholeItem = node.paragraph.marker !== null && groups.length === 1;
  const inheritedDue = headingDue(node, unit.year);
  return groups.flatMap((group) => {
    const [first] = group.stretches;
    const end = group.stretches.at(-1)?.end ?? 0;
    if (first === undefined || (group.kind === "report" && !wholeItem)) return [];
    const own = withTerm(dueOf(group.signals), unit, group);
    const due =
      inheritedDue.kind !== "none" && (own.kind === "none" || own.kind === "period")
        ? inheritedDue
        : own.kind === "none" && closing.kind !== "none"
          ? closing
          : own;
    return [
      {
        ...quoteOf(paragraph, first.start, end),
        lead: group.lead,
        coordinate: [...new Set([...readPartners(paragraph.text, low, group.stretches), ...group.partners])],
        due,
        section: sectionOf(node),
        rule: `task:${group.kind}`,
      },
    ];
  });
}
