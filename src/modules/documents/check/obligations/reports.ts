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

export const reportRules: Rule[] = [twice];
