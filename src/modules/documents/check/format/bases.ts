/** The bases ("Căn cứ …"): higher rank first, each ended by a semicolon. */
import { readBases, type Named } from "../bases.ts";
import { basis } from "../basis.ts";
import type { Rule } from "../rule.ts";
import { say } from "./messages.ts";

/** State documents by rank, by their first words or by their symbol; those of the Party and of the Front have no place in this order. */
const ranks: readonly { words?: RegExp; symbol?: RegExp; rank: number; name: string }[] = [
  { words: /^Hiến pháp/u, rank: 1, name: "Hiến pháp" },
  { words: /^(?:các )?(?:Bộ luật|Luật)\s/iu, rank: 2, name: "Luật" },
  { symbol: /\/UBTVQH\d*$/u, rank: 3, name: "văn bản của Ủy ban Thường vụ Quốc hội" },
  { words: /^(?:các )?Pháp lệnh\s/iu, rank: 3, name: "Pháp lệnh" },
  { symbol: /\/QH\d+$/u, rank: 2, name: "văn bản của Quốc hội" },
  { words: /^(?:các )?Nghị định\s/iu, symbol: /-CP$/u, rank: 4, name: "văn bản của Chính phủ" },
  { symbol: /-TTg$/u, rank: 5, name: "văn bản của Thủ tướng Chính phủ" },
  { words: /^(?:các )?Thông tư\s/iu, rank: 6, name: "Thông tư" },
  { symbol: /-HĐND\d*$/u, rank: 7, name: "nghị quyết của Hội đồng nhân dân" },
  { symbol: /-UBND$/u, rank: 8, name: "văn bản của Ủy ban nhân dân" },
];

const rankOf = ({ words, mention }: Named) =>
  ranks.find((one) => (mention !== null && one.symbol?.test(mention.number)) || one.words?.test(words)) ?? null;

const order: Rule = {
  id: "format/bases-order",
  severity: "hint",
  find(view) {
    const bases = readBases(view);
    for (const kind of ["legal", "carries-out"] as const) {
      const named = bases
        .filter((base) => base.kind === kind)
        .flatMap((base) =>
          base.named.flatMap((one) => {
            const found = rankOf(one);
            return found ? [{ ...one, ...found }] : [];
          }),
        );
      const late = named.find(({ rank }, k) => k > 0 && rank < (named[k - 1]?.rank ?? 0));
      const before = late && named[named.indexOf(late) - 1];
      if (!late || !before) continue;
      const shown = ({ mention, name }: (typeof named)[number]): string => mention?.number ?? name;
      return [
        {
          places: [late, before],
          reason: say("basesOrder", { late: shown(late), before: shown(before) }),
          basis: basis.content(view.parts.form),
          mend: say("basesMend", { late: shown(late), before: shown(before) }),
          about: "order",
        },
      ];
    }
    return [];
  },
};

/** The Party ends them as it likes; the decree has a semicolon after each but the last. */
const marks: Rule = {
  id: "format/bases-marks",
  severity: "hint",
  find(view) {
    const { sheet, parts } = view;
    if (parts.form !== "state" && parts.form !== "front") return [];
    const bases = readBases(view);
    const wrong = bases.slice(0, -1).filter(({ end }) => sheet.flow[end - 1] !== ";");
    if (wrong.length === 0) return [];
    return [
      {
        places: wrong.map(({ end }) => ({ start: Math.max(0, end - 30), end })),
        reason: say("basesMarks", { count: wrong.length }),
        basis: basis.content(parts.form),
        mend: say("basesMarksMend"),
        about: "marks",
      },
    ];
  },
};

export const basesRules: Rule[] = [order, marks];
