/** Reports that a list spells out: "… báo cáo về X:" with a bullet for each time, or a label line that says by when. */
import { lexical } from "../bodies/index.ts";
import { readLabel } from "../labels/labels.ts";
import type { Node } from "../outline/document.ts";
import type { Draft } from "../outline/outline.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import { noDue, statedDue } from "../mentions/timing.ts";
import type { Reporting } from "../plan.ts";
import { soloUnit } from "../tasks/index.ts";

type Report = Draft<Reporting>;

/** "- Báo cáo 6 tháng: trước ngày 05/6", "- Định kỳ: hằng quý", "- Đột xuất: khi có yêu cầu". */
const TIMED = /^(?:báo cáo(?! viên)|định kỳ|đột xuất|hằng |hàng |(?:6|sáu) tháng|(?:cả )?năm|quý)/u;

/** The bullets right under a paragraph that ends in a colon. */
function bulletsOf(nodes: readonly Node[], at: number): Node[] {
  const under = nodes.slice(at + 1, at + 9);
  const end = under.findIndex(({ paragraph, heading }) => heading !== null || !TIMED.test(lexical(paragraph.text.slice(paragraph.bodyAt))));
  return end < 0 ? under : under.slice(0, end);
}

/** "Thời hạn báo cáo: …" right below. */
function dayBelow(next: Node | undefined, year: number | null): Reporting["due"] {
  const words = next?.paragraph.text.slice(next.paragraph.bodyAt) ?? "";
  const label = readLabel(words);
  return label?.kind === "time" ? statedDue(words.slice(label.valueAt), year) : noDue;
}

/**
 * `said` are the reports of each paragraph. Those that a list follows are spelled out by it, a bullet each; those that
 * say no time take it from the label line below. `read` gives the reports of a paragraph that only opens a list.
 */
export function listed(
  nodes: readonly Node[],
  said: ReadonlyMap<Node["paragraph"], Report[]>,
  year: number | null,
  read: (node: Node) => Report[],
): Report[] {
  return nodes.flatMap((node, at) => {
    const { paragraph } = node;
    const own = said.get(paragraph) ?? [];
    const opens = /:\s*$/u.test(paragraph.text) ? bulletsOf(nodes, at) : [];
    const first = opens.length === 0 || own.length > 0 ? own : read(node);
    if (first.length === 0) return own;
    if (opens.length > 0)
      return opens.flatMap(({ paragraph: bullet }) => {
        const value = bullet.text.slice(bullet.bodyAt);
        const { times, low } = soloUnit(bullet, [], year);
        const trigger = times.find(({ kind }) => kind === "trigger")?.rule ?? null;
        const due = statedDue(value, year);
        const what = value.split(/[:,;.]/u, 1)[0]?.trim() ?? "";
        return low.trim() === ""
          ? []
          : first.map((report) => ({
              ...report,
              ...quoteOf(bullet, bullet.bodyAt, bullet.text.length),
              what,
              due: due.kind === "none" ? { ...due, rule: due.rule ?? trigger } : due,
            }));
      });
    const below = own.every(({ due }) => due.kind === "none" && due.rule === null) ? dayBelow(nodes[at + 1], year) : noDue;
    return below.kind === "none" ? own : own.map((report) => ({ ...report, due: below }));
  });
}
