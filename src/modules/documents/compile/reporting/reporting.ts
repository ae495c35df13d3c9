/** Who reports, sends or registers what to whom: "báo cáo … về X (qua Y)", "gửi danh sách … về X trước ngày D". */
import type { Stretch } from "../paragraphs/clauses.ts";
import { readLabel } from "../labels/labels.ts";
import type { Node } from "../outline/document.ts";
import type { Draft } from "../outline/outline.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Due, Reporting } from "../plan.ts";
import type { Group, Unit } from "../tasks/index.ts";
import { headingDue, soloUnit } from "../tasks/index.ts";
import { dueOf, noDue, signalsOf } from "../mentions/timing.ts";
import type { Found } from "./find.ts";
import { reportsAgain, reportsIn } from "./find.ts";

function dueFor(unit: Unit, stretch: Stretch, fallback: Due): Due {
  const due = dueOf(signalsOf(unit.paragraph.text, unit.times, stretch));
  return due.kind === "none" && due.rule === null ? fallback : due;
}

const timeOf = (group: Group): Due =>
  group.kind === "report" || group.kind === "signal" || group.stretches.length === 1 ? dueOf(group.signals) : noDue;

/** Reports of a unit. `issuer`: who reports where nobody is named but a time is. */
export function reportingOf(unit: Unit, issuer = ""): Draft<Reporting>[] {
  const { paragraph, groups, closing } = unit;
  const dated = headingDue(unit.node, unit.year);
  let last: Found | null = null;
  return groups.flatMap((group) =>
    group.stretches.flatMap((clause) => {
      const found = reportsIn(unit, clause, group.lead);
      if (found.length === 0) found.push(...reportsAgain(unit, clause, last));
      last = found.at(-1) ?? last;
      return found.flatMap(({ stretch, start, end, to, what, who, onwards }) => {
        const own = dueFor(unit, stretch, stretch.end < clause.end ? noDue : timeOf(group));
        const around = closing.kind !== "none" ? closing : dated;
        // The day by which the first receiver has it is not the day by which he passes it on.
        const due =
          onwards && own.kind === "date"
            ? noDue
            : own.kind !== "none" || own.rule !== null || stretch.end < clause.end
              ? own
              : around.kind !== "none"
                ? around
                : own;
        // A step of a procedure that names neither who nor when is nobody's duty.
        if (who.length === 0 && due.kind === "none" && due.rule === null) return [];
        return to.map(({ name, via }) => ({
          ...quoteOf(paragraph, start, Math.min(end + (via ? via.length + 8 : 0), paragraph.text.length)),
          who: who.length > 0 ? who.join(", ") : issuer,
          to: name,
          via,
          what,
          due,
          rule: "reporting:verb",
        }));
      });
    }),
  );
}

/** "Cơ quan thực hiện: … gửi kết quả về …", "Thời hạn gửi: … về …": a label line that reports. */
export function labelReports(nodes: readonly Node[], year: number | null, issuer: string): Draft<Reporting>[] {
  return nodes.flatMap(({ paragraph, role, heading }) => {
    if (role === "purpose" || role === "situation" || heading?.kind === "heading") return [];
    const label = readLabel(paragraph.text.slice(paragraph.bodyAt));
    if (label === null || label.kind === "content" || !/(?:gửi|báo cáo|nộp) /iu.test(paragraph.text)) return [];
    const unit = soloUnit(paragraph, [], year);
    return reportingOf(unit, issuer);
  });
}

/** What the closing formula adds: "Trên đây là Kế hoạch … Nếu có vướng mắc, các đơn vị báo cáo về …". */
export function closingReports(nodes: readonly Node[], year: number | null, issuer = ""): Draft<Reporting>[] {
  return nodes.flatMap(({ paragraph, role }) => {
    if (role === "purpose" || !/^trên đây là/iu.test(paragraph.text)) return [];
    const unit = soloUnit(paragraph, [], year);
    const opening = unit.sentences[0]?.end ?? 0;
    const groups = unit.groups.flatMap((group) => {
      const stretches = group.stretches.filter(({ start }) => start >= opening);
      return stretches.length > 0 ? [{ ...group, stretches }] : [];
    });
    return reportingOf({ ...unit, groups }, issuer);
  });
}
