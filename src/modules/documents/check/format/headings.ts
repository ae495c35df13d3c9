/** Numbered headings and items that are out of sequence. */
import type { OutlineEntry } from "../../compile/plan.ts";
import { basis } from "../basis.ts";
import { roman } from "../../numerals.ts";
import { parseRoman, vietnameseLetters } from "../series.ts";
import type { Hit, Rule, View } from "../rule.ts";
import { say } from "./messages.ts";

type Open = { prefix: string; rank: number; value: number; entry: OutlineEntry };

/** The series that an entry belongs to ("1.2." of 1.2.3, roman, letters …) and its place in it. */
function placeOf(number: string): { series: string; value: number; show: (value: number) => string } | null {
  const label = number.replace(/^(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC)\s+/u, "");
  const titled = label !== number ? (number.split(/\s/u)[0]?.toLowerCase() ?? "") : "";
  const upper = label.toUpperCase();
  if (/^[IVX]+$/u.test(upper) && parseRoman(upper)) return { series: `${titled}roman`, value: parseRoman(upper), show: roman };
  const word = /^(Điều|ĐIỀU|Bước|BƯỚC|Đợt|ĐỢT|Vòng|Giai đoạn)\s+(\d{1,3})$/u.exec(label);
  if (word) return { series: (word[1] ?? "").toLowerCase(), value: Number(word[2]), show: (value) => `${word[1]} ${value}` };
  const bracket = /^\((\d{1,2})\)$/u.exec(label);
  if (bracket) return { series: "()", value: Number(bracket[1]), show: (value) => `(${value})` };
  if (/^\d+(?:\.\d+)*$/u.test(label)) {
    const at = label.lastIndexOf(".");
    const prefix = at < 0 ? "" : label.slice(0, at + 1);
    return { series: `#${prefix}`, value: Number(label.slice(at + 1)), show: (value) => `${prefix}${value}` };
  }
  if (/^[A-HĐ]$/u.test(label))
    return {
      series: "part",
      value: vietnameseLetters.indexOf(label.toLowerCase()) + 1,
      show: (value) => (vietnameseLetters[value - 1] ?? "?").toUpperCase(),
    };
  const letter = vietnameseLetters.indexOf(label);
  return letter < 0 ? null : { series: "letter", value: letter + 1, show: (value) => vietnameseLetters[value - 1] ?? "?" };
}

/** How deep a series usually stands: a heading ends the series under it. */
function rankOf(series: string): number {
  if (series === "part" || /^(?:chương|phần)/u.test(series)) return 0;
  if (/^mục|^roman$/u.test(series)) return 1;
  if (series === "điều") return 2;
  if (series.startsWith("#")) return 3 + series.split(".").length;
  return series === "letter" ? 8 : 9;
}

/** Whether the number stands anywhere between two entries in whatever form: the reader of the outline may have missed it. */
function standsBetween({ sheet }: View, from: OutlineEntry, to: OutlineEntry, shown: string): boolean {
  const start = sheet.range(from.span).start;
  const between = sheet.flow.slice(start + 1, sheet.range(to.span).start);
  const escaped = shown.replace(/[.()]/gu, "\\$&");
  return new RegExp(`(?:^|[\\s;:.,(])${escaped}\\s?(?:[.)/:-]|\\s\\p{Lu})`, "u").test(between);
}

const sequence: Rule = {
  id: "format/sequence",
  severity: "look",
  find(view) {
    const { plan, sheet, parts } = view;
    const hits: Hit[] = [];
    let open: Open[] = [];
    for (const entry of plan.outline) {
      const range = sheet.range(entry.span);
      // What follows the closing block is another document (an attached plan) or an annex, with its own numbers.
      if (parts.tail && range.start > parts.tail.start) break;
      const place = placeOf(entry.number);
      if (place === null) continue;
      const at = open.findLastIndex(({ prefix }) => prefix === place.series);
      // Deeper series end where this one goes on.
      const before = at < 0 ? undefined : open[at];
      const rank = rankOf(place.series);
      open = at < 0 ? open.filter((other) => other.rank < rank) : open.slice(0, at);
      open.push({ prefix: place.series, rank, value: place.value, entry });
      const last = before?.value ?? 0;
      // Every list begins at one, a plan attached to a decision too.
      if (place.value === last + 1 || place.value === 1) continue;
      const places = [...(before ? [sheet.range(before.entry.span)] : []), range].reverse();
      const base = { places, basis: basis.content(parts.form) };
      const shown = place.show(place.value);
      if (before && place.value === last)
        hits.push({
          ...base,
          reason: say("numberTwice", { shown }),
          mend: say("numberTwiceMend", { next: place.show(last + 1) }),
          about: `${shown}${entry.title}`,
        });
      else if (place.value > last + 1) {
        const gone = place.show(last + 1);
        // A series that begins in the middle is asked about only where its first number is nowhere.
        if (place.value - last > 4 || standsBetween(view, before?.entry ?? firstOf(plan.outline, entry), entry, gone)) continue;
        if (!before && (place.value > 2 || !/^(?:#|roman)/u.test(place.series))) continue;
        hits.push({
          ...base,
          reason: say("numberGap", { gone, shown, before: before ? place.show(last) : null }),
          mend: say("numberGapMend"),
          about: `${shown}${entry.title}`,
        });
      } else if (before && place.series !== "letter" && place.value < last) {
        hits.push({
          ...base,
          reason: say("numberBack", { shown, before: place.show(last) }),
          mend: say("numberGapMend"),
          about: `${shown}${entry.title}`,
        });
      }
    }
    return hits;
  },
};

/** The entry before this one, or itself. */
function firstOf(outline: readonly OutlineEntry[], entry: OutlineEntry): OutlineEntry {
  return outline[outline.indexOf(entry) - 1] ?? entry;
}

export const headingRules: Rule[] = [sequence];
