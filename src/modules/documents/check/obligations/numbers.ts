/** Targets, totals and intervals. */
import { fold, squeeze } from "../../../../kernel/text.ts";
import { formatShortDate } from "../../../../kernel/time/index.ts";
import { basis } from "../basis.ts";
import { periodOf } from "./dates.ts";
import type { Hit, Rule } from "../rule.ts";
import { say } from "./messages.ts";

const noScope: Rule = {
  id: "obligation/target-scope",
  severity: "hint",
  find({ plan: { targets }, parts, sheet }) {
    const open = targets.filter(({ value, scope, unit }) => value !== null && (scope === "" || unit === ""));
    if (!parts.isPlan || open.length < 2) return [];
    return [
      {
        places: open.map(({ span }) => sheet.range(span)),
        reason: say("noScope", { count: open.length }),
        basis: basis.assigning,
        mend: say("noScopeMend"),
        about: "scope",
      },
    ];
  },
};

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+|\d{1,6}`;
const UNIT = String.raw`(?:đồng chí|người|hộ|mô hình|điển hình|xã|phường|đặc khu|thôn|tổ dân phố|khu phố|khu dân cư|cuộc|hội nghị|lớp|buổi|đợt|thành viên|ủy viên|cơ quan|đơn vị|tổ chức|đại biểu|suất|căn|nhà|công trình|tiêu chí|điểm|học viên|đoàn viên|hội viên)`;
const TOTAL = new RegExp(
  String.raw`(?<![\d.,/])(${NUMBER})\s+(${UNIT})(?!\p{L})([^.;:\n\d]{0,60}?)[,:]?\s*\(?(gồm|bao gồm|trong đó(?: có)?)(?:\s+có)?\s*:?\s+`,
  "giu",
);
const PART = new RegExp(String.raw`(?<![\d.,/])(${NUMBER})\s+(${UNIT})(?!\p{L})`, "giu");

const amount = (printed: string): number => Number(printed.replace(/\./gu, ""));

/** "12 mô hình, gồm 05 mô hình kinh tế, 04 mô hình văn hóa, 02 mô hình …" */
const sums: Rule = {
  id: "obligation/sum",
  severity: "wrong",
  find({ sheet: { flow } }) {
    return [...flow.matchAll(TOTAL)].flatMap((match): Hit[] => {
      const [all, printed = "", unit = "", , join = ""] = match;
      const from = match.index + all.length;
      const rest = flow.slice(from, from + 600);
      const stop = rest.search(/[.;](?!\d)|\n\s*\n|\n\s*(?:[-–+•]|\d{1,2}[.)])/u);
      const list = stop < 0 ? rest : rest.slice(0, stop);
      const parts = [...list.matchAll(PART)].filter(([, , word]) => fold(word ?? "") === fold(unit));
      if (parts.length < 2) return [];
      const [total, sum] = [amount(printed), parts.reduce((added, [, part = ""]) => added + amount(part), 0)];
      const exact = !/^trong đó/iu.test(join);
      // "trong đó" names some of the whole; only more than the whole is a slip. Nested lists name the whole again.
      if (sum === total || (!exact && sum < total) || parts.some(([, part = ""]) => amount(part) === total)) return [];
      return [
        {
          places: [{ start: match.index, end: from + (parts.at(-1)?.index ?? 0) + (parts.at(-1)?.[0].length ?? 0) }],
          reason: say("sum", { total: printed, unit, sum: String(sum) }),
          basis: basis.within,
          mend: say("sumMend"),
        },
      ];
    });
  },
};

const SHARED = new RegExp(String.raw`(?<![\d.,/])(${NUMBER})\s+(${UNIT})(?!\p{L})`, "giu");
const LIST_FOLLOWS = /(?:cụ thể|như sau|gồm|phân bổ)[^:\n]{0,40}:\s*$/iu;

/** The same where the parts are the bullets under a sentence that ends in "cụ thể:". */
const listedSums: Rule = {
  id: "obligation/listed-sum",
  severity: "wrong",
  find({ sheet: { flow, blocks } }) {
    return blocks.flatMap((block, k): Hit[] => {
      const text = flow.slice(block.start, block.end);
      if (!LIST_FOLLOWS.test(text)) return [];
      const bullets: string[] = [];
      for (const next of blocks.slice(k + 1, k + 41)) {
        const line = flow.slice(next.start, next.end);
        if (!/^\s*[-–+•]\s*\S/u.test(line)) break;
        bullets.push(line);
      }
      const totals = [...text.matchAll(SHARED)];
      const units = new Map(totals.map(([, value = "", unit = ""]) => [fold(unit), { value: amount(value), printed: value, unit }]));
      if (bullets.length < 2 || units.size !== totals.length || units.size === 0) return [];
      const named = bullets.map((bullet) => [...bullet.matchAll(SHARED)].filter(([, , unit = ""]) => units.has(fold(unit))));
      // Every bullet hands out one share; otherwise the bullets are about something else.
      if (named.some((shares) => shares.length === 0 || shares.length > units.size)) return [];
      for (const [key, { value, printed, unit }] of units) {
        const sum = named.flat().reduce((added, [, part = "", word = ""]) => (fold(word) === key ? added + amount(part) : added), 0);
        if (sum === value || sum === 0) continue;
        return [
          { places: [block], reason: say("sum", { total: printed, unit, sum: String(sum) }), basis: basis.within, mend: say("sumMend") },
        ];
      }
      return [];
    });
  },
};

const REVIEW = /(sơ kết|tổng kết)(?: quả)?\s+(\d{1,2})\s+năm(?=\s)/giu;

/** "Sơ kết 5 năm" in 2022 of a decision of 2018. */
const interval: Rule = {
  id: "obligation/interval",
  severity: "look",
  find({ plan: { events, header }, mentions, sheet }) {
    const years = new Map(events.filter(({ year }) => year !== null).map(({ line, year }) => [line, year]));
    const period = periodOf(header.subject);
    const only = period && period.first === period.last ? period.first : null;
    return [...sheet.flow.matchAll(REVIEW)].flatMap((match): Hit[] => {
      const end = match.index + match[0].length;
      const rest = sheet.flow.slice(end, end + 200);
      const stop = rest.search(/[;.]\s|\n\s*\n|sơ kết|tổng kết/iu);
      const reach = end + (stop < 0 ? rest.length : stop);
      const cited = mentions.find(({ start, date }) => start >= end && start < reach && date !== null);
      const year = years.get(sheet.lineAt(match.index)) ?? only;
      if (!cited?.date || !year) return [];
      const [wanted, from] = [Number(match[2]), Number(cited.date.slice(0, 4))];
      if (year - from >= wanted && year - from <= wanted + 1) return [];
      return [
        {
          places: [{ start: match.index, end: cited.end }],
          reason: say("interval", {
            kind: squeeze(match[1] ?? ""),
            years: wanted,
            number: cited.number,
            from: formatShortDate(cited.date),
            year,
            real: year - from,
          }),
          basis: basis.within,
          mend: say("intervalMend", { year: from + wanted }),
          about: cited.number,
        },
      ];
    });
  },
};

export const numberRules: Rule[] = [noScope, sums, listedSums, interval];
