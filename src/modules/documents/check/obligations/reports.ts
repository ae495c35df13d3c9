/** One report that is asked for in two places. */
import { fold } from "../../../../kernel/text.ts";
import type { Reporting } from "../../compile/plan.ts";
import { basis } from "../basis.ts";
import type { Rule } from "../rule.ts";
import { say } from "./messages.ts";

const words = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(/[^a-z0-9]+/u)
      .filter((word) => word.length > 1),
  );

/** What is to be reported, in the main the same words. */
function sameThing(one: Reporting, other: Reporting): boolean {
  const [a, b] = [words(one.what), words(other.what)];
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size >= 3 && [...small].filter((word) => large.has(word)).length >= small.size * 0.8;
}

const twice: Rule = {
  id: "obligation/report-twice",
  severity: "look",
  find({ plan: { reporting }, sheet }) {
    const byParties = new Map<string, Reporting[]>();
    for (const report of reporting) {
      // Who reports on an event reports as often as it happens.
      if (report.due.kind === "none" || report.who === "" || report.to === "") continue;
      const key = `${fold(report.who)}>${fold(report.to)}>${report.due.rule ?? report.due.date}`;
      byParties.set(key, [...(byParties.get(key) ?? []), report]);
    }
    return [...byParties.values()].flatMap((reports) => {
      const [first, ...rest] = reports;
      const again = rest.find((report) => first && report.line !== first.line && sameThing(first, report));
      if (!first || !again) return [];
      return [
        {
          places: [sheet.range(again.span), sheet.range(first.span)],
          reason: say("reportTwice", { who: first.who, to: first.to }),
          basis: basis.within,
          mend: say("reportTwiceMend"),
          about: `${first.who}>${first.to}`,
        },
      ];
    });
  },
};

/** Said to come when something happens, or as often as somebody asks. */
const OCCASIONAL =
  /kịp thời|đột xuất|(?<!\p{L})(?:khi|nếu|ngay)(?!\p{L})|theo yêu cầu|thường xuyên|vướng mắc|hằng|hàng|định kỳ|\d\s?[/.-]\s?\d|(?:ngày|tháng|quý|năm|tuần)\s+(?:\d|[IVX])/iu;
const SENT = /(?:gửi|báo cáo)[^.;]{0,80}\s(?:về|gửi|cho|lên|với)\s|báo cáo (?:kết quả|tổng kết|tổng hợp|tình hình)/iu;

/** "Tổng hợp báo cáo kết quả gửi … theo quy định": by when? */
const noDay: Rule = {
  id: "obligation/report-no-date",
  severity: "hint",
  find({ plan: { reporting }, parts, sheet }) {
    if (!parts.isSchedule) return [];
    const open = reporting.flatMap(({ due, span }) => {
      const place = sheet.range(span);
      const start = Math.max(sheet.flow.lastIndexOf("\n", place.start) + 1, sheet.flow.lastIndexOf(". ", place.start) + 1);
      const stop = sheet.flow.slice(place.end).search(/[.;]\s|\n/u);
      const sentence = sheet.flow.slice(start, stop < 0 ? sheet.flow.length : place.end + stop);
      return due.kind === "none" && due.rule === null && SENT.test(sentence) && !OCCASIONAL.test(sentence) ? [place] : [];
    });
    if (open.length === 0) return [];
    return [
      {
        places: open,
        reason: say("reportNoDay", { count: open.length }),
        basis: basis.assigning,
        mend: say("reportNoDayMend"),
        about: "report-no-date",
      },
    ];
  },
};

export const reportRules: Rule[] = [twice, noDay];
