/** The bases ("Căn cứ …"): higher rank first. */
import { basis } from "../basis.ts";
import type { Rule } from "../rule.ts";
import type { Block } from "../sheet.ts";
import { say } from "./messages.ts";

/** State documents by rank; those of the Party and of the Front have no place in this order and are passed over. */
const ranks: readonly [RegExp, number, string][] = [
  [/^Căn cứ Hiến pháp/u, 1, "Hiến pháp"],
  [/^Căn cứ (?:các )?(?:Bộ luật|Luật)/u, 2, "Luật"],
  [/^Căn cứ Pháp lệnh/u, 3, "Pháp lệnh"],
  [/^Căn cứ (?:các )?Nghị định/u, 4, "Nghị định"],
  [/^Căn cứ Quyết định số[^;\n]{0,60}\/QĐ-TTg/u, 5, "Quyết định của Thủ tướng Chính phủ"],
  [/^Căn cứ (?:các )?Thông tư/u, 6, "Thông tư"],
  [/^Căn cứ (?:Quyết định|Kế hoạch) số[^;\n]{0,60}UBND/u, 7, "văn bản của Ủy ban nhân dân"],
];

const order: Rule = {
  id: "format/bases-order",
  severity: "hint",
  find({ sheet, parts }) {
    const bases: (Block & { rank: number; name: string })[] = [];
    for (const match of sheet.flow
      .slice(parts.opening.start, parts.opening.end)
      .matchAll(/(?:^|\n)\s*(Căn cứ [^\n]*(?:\n\p{Ll}[^\n]*)?)/gu)) {
      const words = (match[1] ?? "").replace(/\s+/gu, " ");
      const found = ranks.find(([find]) => find.test(words));
      if (!found) continue;
      const start = parts.opening.start + match.index + match[0].indexOf("Căn cứ");
      bases.push({ start, end: start + (match[1] ?? "").length, rank: found[1], name: found[2] });
    }
    const late = bases.find(({ rank }, k) => k > 0 && rank < (bases[k - 1]?.rank ?? 0));
    const before = late && bases[bases.indexOf(late) - 1];
    if (!late || !before) return [];
    return [
      {
        places: [late, before],
        reason: say("basesOrder", { late: late.name, before: before.name }),
        basis: basis.content(parts.form),
        mend: say("basesMend", { late: late.name, before: before.name }),
      },
    ];
  },
};

export const basesRules: Rule[] = [order];
