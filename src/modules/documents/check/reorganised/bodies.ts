/** Bodies and areas that had ended before the text was written. */
import { fold, oneTone, squeeze } from "../../../../kernel/text.ts";
import { formatShortDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import { basis } from "../basis.ts";
import { ended, endedProvinces, provincesBasis, provincesFrom } from "../lexicon/reorganised.ts";
import type { Hit, Rule, View } from "../rule.ts";
import type { Block } from "../sheet.ts";
import { say } from "./messages.ts";

/**
 * The day from which the text speaks: its own; else the latest document that it cites, since it cannot be older; else,
 * for a draft without either, today.
 */
export function spokenOn({ parts, mentions, context, plan }: View): CalendarDate | null {
  if (parts.dated !== null) return parts.dated;
  const latest = mentions.reduce<CalendarDate | null>(
    (last, { date }) => (date !== null && (last === null || date > last) ? date : last),
    null,
  );
  if (latest !== null) return latest;
  return plan.header.symbol === null && parts.title === null ? null : (context.today ?? null);
}

/** Words around a place that say it is spoken of as past, or as ended. */
const PAST =
  /(?:trước đây|trước (?:ngày )?0?1\/0?7\/2025|\(cũ\)|(?<!\p{L})cũ(?!\p{L})|trước (?:khi )?(?:thực hiện )?(?:sáp nhập|sắp xếp|hợp nhất)|sau (?:khi )?(?:sáp nhập|sắp xếp)|giải thể|kết thúc hoạt động|không (?:còn|tổ chức)|bỏ cấp|hai cấp|2 cấp|chuyển (?:từ|giao)|tiếp nhận|kế thừa|nguyên là|hợp nhất|sắp xếp|sáp nhập)/iu;

/** Spoken of in the title of a cited document, or as the issuer of one: right for its time. */
function inCitation({ sheet: { flow }, mentions }: View, start: number): boolean {
  // Mentions are in order; the last before the place is the one whose title may still run on.
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low - 1];
  if (!mention || start - mention.end > 420) return false;
  return !/[;.](?=\s)|\n\s*(?:\n|[-–+•]|\d{1,2}[.)])/u.test(flow.slice(mention.end, start));
}

/** Inside quotation marks on its line: a title of a movement, a law, an older document. */
function quoted(flow: string, start: number): boolean {
  const line = flow.slice(flow.lastIndexOf("\n", start) + 1, start);
  return line.lastIndexOf("“") > line.lastIndexOf("”");
}

/** "Luật …, Pháp lệnh …": names of laws keep the bodies of their time. */
const inLaw = (flow: string, start: number): boolean =>
  /(?:Luật|Pháp lệnh|Bộ luật|Nghị quyết Đại hội)\s[^.;:\n]{0,120}$/u.test(flow.slice(Math.max(0, start - 140), start));

function places(view: View, text: string, find: string): Block[] {
  const { flow } = view.sheet;
  return [...text.matchAll(new RegExp(String.raw`(?<!\p{L})(?:${find.replace(/ /gu, String.raw`\s+`)})(?!\p{L})`, "giu"))].flatMap(
    ({ 0: words, index }): Block[] => {
      const around = flow.slice(Math.max(0, index - 80), index + words.length + 110);
      if (PAST.test(around) || quoted(flow, index) || inCitation(view, index) || inLaw(flow, index)) return [];
      return [{ start: index, end: index + words.length }];
    },
  );
}

const bodies: Rule = {
  id: "reorganised/ended",
  severity: "look",
  find(view) {
    const day = spokenOn(view);
    if (day === null || !ended.some(({ from }) => day >= from)) return [];
    const text = oneTone(view.sheet.flow);
    return ended.flatMap(({ id, find, what, from, successor, basis: act, checked }): Hit[] => {
      if (day < from) return [];
      const found = places(view, text, find);
      const [first] = found;
      if (!first) return [];
      return [
        {
          places: found,
          reason: say("ended", {
            what,
            count: found.length,
            from: formatShortDate(from),
            words: squeeze(view.sheet.flow.slice(first.start, first.end)),
          }),
          basis: act,
          mend: say("successor", { successor }),
          severity: checked ? "look" : "hint",
          about: id,
        },
      ];
    });
  },
};

const provinces: Rule = {
  id: "reorganised/province",
  severity: "look",
  find(view) {
    const day = spokenOn(view);
    if (day === null || day < provincesFrom) return [];
    const text = oneTone(view.sheet.flow);
    return [...endedProvinces].flatMap(([name, into]): Hit[] => {
      const found = places(view, text, `tỉnh (?:ủy )?${oneTone(name)}`);
      const [first] = found;
      if (!first) return [];
      const printed = squeeze(view.sheet.flow.slice(first.start, first.end)).replace(/^tỉnh (?:[uủ][ỷy] )?/iu, "");
      return [
        {
          places: found,
          reason: say("province", { name: printed, into }),
          basis: provincesBasis,
          mend: say("provinceMend", { into }),
          about: name,
        },
      ];
    });
  },
};

const endedPlaces: Rule = {
  id: "reorganised/place",
  severity: "look",
  find(view) {
    const text = oneTone(view.sheet.flow);
    return (view.context.endedPlaces ?? []).flatMap(({ name, until }): Hit[] => {
      const found = places(view, text, oneTone(name).replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
      return found.length > 0
        ? [
            {
              places: found,
              reason: say("place", { name, until: formatShortDate(until) }),
              basis: basis.units,
              mend: say("placeMend"),
              about: fold(name),
            },
          ]
        : [];
    });
  },
};

export const reorganisedRules: Rule[] = [bodies, provinces, endedPlaces];
