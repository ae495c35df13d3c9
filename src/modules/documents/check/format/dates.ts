/** How days are written: zeros before 1–9 and before the months 1 and 2. */
import { basis } from "../basis.ts";
import { within } from "../parts.ts";
import type { Rule } from "../rule.ts";
import type { Block } from "../sheet.ts";
import { say } from "./messages.ts";

const FULL = /ngày\s+(\d{1,2})(?:\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})|\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}))/giu;

const unpadded = (day: string, month: string): boolean => /^[1-9]$/.test(day) || /^[12]$/.test(month);

const padding: Rule = {
  id: "format/date-padding",
  severity: "hint",
  find({ sheet, parts }) {
    const places: Block[] = [];
    let example = "";
    let own = false;
    for (const match of sheet.flow.matchAll(FULL)) {
      const [all, day = "", month1, , month2] = match;
      if (!unpadded(day, month1 ?? month2 ?? "")) continue;
      places.push({ start: match.index, end: match.index + all.length });
      own ||= within(parts.head, match.index);
      if (example === "") {
        const pad = (digits: string): string => digits.replace(/^([1-9])$/, "0$1");
        example = all.replace(/\d{1,2}/u, pad).replace(/(tháng\s*|[/.-]\s?)([12])(?=\s*năm|\s?[/.-])/u, "$10$2");
      }
    }
    if (places.length === 0) return [];
    return [
      {
        places,
        reason: say("datePadding", { count: places.length }),
        basis: basis.date(parts.form),
        mend: say("dateMend", { example }),
        severity: own ? "look" : "hint",
        about: "padding",
      },
    ];
  },
};

export const dateRules: Rule[] = [padding];
