/** Bases that do not say which document is meant, or whose. */
import { readBases } from "../bases.ts";
import { basis } from "../basis.ts";
import type { Rule } from "../rule.ts";
import { say } from "./messages.ts";

/** Documents that carry a number wherever they are cited; laws, programmes of work and resolutions of congresses do not. */
const NUMBERED =
  /^(?:Kế hoạch|Hướng dẫn|Nghị quyết|Chỉ thị|Quyết định|Thông tri|Công văn|Công điện|Thông báo|Kết luận|Báo cáo|Quy chế phối hợp|Nghị định|Thông tư)(?=\s)/u;
const WITHOUT = /Đại hội|liên tịch|kế hoạch (?:công tác|năm)|nghị quyết (?:kỳ họp|phiên họp)/iu;

const noNumber: Rule = {
  id: "reference/no-number",
  severity: "hint",
  find(view) {
    const bare = readBases(view).flatMap(({ kind, named }) =>
      kind === "proposal"
        ? []
        : named.filter(
            ({ words, mention }) =>
              mention === null &&
              NUMBERED.test(words) &&
              !WITHOUT.test(words.slice(0, 60)) &&
              !/\d\s?[-/]\s?(?:\p{Lu}|\d{4}\/)|số\s*[:\d.…/]/u.test(words),
          ),
    );
    if (bare.length === 0) return [];
    return [
      {
        places: bare,
        reason: say("noNumber", { count: bare.length, first: (bare[0]?.words ?? "").slice(0, 70) }),
        basis: basis.content(view.parts.form),
        mend: say("noDateMend"),
        about: "no-number",
      },
    ];
  },
};

const OWNED = /(?:^|[\s,])(?:của|do)\s+(?:các |liên |Liên )?\p{Lu}/u;
/** Laws go without; a joint document has its issuers in its symbol, a group names them at its end. */
const OWNERLESS = /^(?:Các |Luật|Bộ luật|Hiến pháp|Pháp lệnh)|liên tịch/iu;

const noIssuer: Rule = {
  id: "reference/no-issuer",
  severity: "hint",
  find(view) {
    const seen = new Set<string>();
    const bare = readBases(view).flatMap(({ kind, named }) =>
      kind === "proposal"
        ? []
        : named.flatMap(({ words, mention }) => {
            if (!mention || mention.date === null || mention.issuer !== null || OWNED.test(words) || OWNERLESS.test(words)) return [];
            if (/QH\d+$|NQLT/u.test(mention.number) || seen.has(mention.key)) return [];
            seen.add(mention.key);
            return [mention];
          }),
    );
    if (bare.length === 0) return [];
    return [
      {
        places: bare,
        reason: say("noIssuer", {
          count: bare.length,
          list: bare
            .slice(0, 5)
            .map(({ number }) => number)
            .join(", "),
        }),
        basis: basis.content(view.parts.form),
        mend: say("noDateMend"),
        about: "no-issuer",
      },
    ];
  },
};

export const baseRules: Rule[] = [noNumber, noIssuer];
