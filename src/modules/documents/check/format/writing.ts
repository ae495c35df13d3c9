/** Habits of writing that the rules of form fix: capitals, marks, zeros, blanks, one level in one name. */
import { matchesOf, oneTone } from "../../../../kernel/text.ts";
import { basis } from "../basis.ts";
import { within } from "../parts.ts";
import type { Hit, Rule } from "../rule.ts";
import type { Block } from "../sheet.ts";
import { say } from "./messages.ts";

const blockOf = ({ 0: words, index }: RegExpExecArray): Block => ({ start: index, end: index + words.length });

/** Words whose capital is fixed wherever they stand so. */
const capitalHabits: readonly [find: RegExp, right: (words: string) => string][] = [
  [/(?<=\d[-/][\p{Lu}\d/&-]+,?\s)Ngày(?=\s\d)/gu, () => "ngày"],
  [/(?<=(?:khoản|điểm)\s\S{1,3},?\s)điều(?=\s\d)/gu, () => "Điều"],
  [/(?<!^|\n|[.:] )Bộ Luật(?=\s\p{L})/gu, () => "Bộ luật"],
];

const capitals: Rule = {
  id: "format/capitals",
  severity: "hint",
  find({ sheet: { flow } }) {
    const found = capitalHabits
      .flatMap(([find, right]) => matchesOf(flow, find).map((match) => ({ ...blockOf(match), printed: match[0], right: right(match[0]) })))
      .sort((a, b) => a.start - b.start);
    const [first] = found;
    if (!first) return [];
    const about = (words: string): string => `${words}${flow.slice(first.end).match(/^\s+[^\s;,.]+/u)?.[0] ?? ""}`.replace(/\s+/gu, " ");
    return [
      {
        places: found,
        reason: say("capitals", { count: found.length, printed: about(first.printed), right: about(first.right) }),
        basis: basis.capitals,
        mend: say("capitalsMend", { right: about(first.right) }),
        about: "capitals",
      },
    ];
  },
};

/** "nhân dân" as a part of a name: councils, committees, courts, forces, artists, teachers. */
const NAMED =
  /(?:hội đồng|ủy ban|tòa án|viện kiểm sát|kiểm sát|vũ trang|quân đội|công an|an ninh|thanh tra|nghệ sĩ|nhà giáo|thầy thuốc|báo|quỹ tín dụng|quốc phòng|cộng hòa|nước|dân chủ)$/u;

const people: Rule = {
  id: "format/people",
  severity: "hint",
  find({ sheet: { flow }, parts }) {
    if (parts.form === null) return [];
    const text = oneTone(flow);
    const upper = matchesOf(flow, /(?<=[\p{Ll},]\s)Nhân dân(?!\p{L})/gu).length;
    const lower = matchesOf(flow, /(?<!\p{L})nhân dân(?!\p{L})/gu).filter(
      ({ index }) =>
        !NAMED.test(
          text
            .slice(Math.max(0, index - 20), index)
            .trimEnd()
            .toLowerCase(),
        ) && !/(?:nghệ sĩ|hội đồng)/iu.test(text.slice(Math.max(0, index - 12), index)),
    );
    // One way throughout is a choice; the decree's capital is known where it is used at all.
    if (upper < 2 || lower.length === 0) return [];
    return [
      {
        places: lower.map(blockOf),
        reason: say("people", { upper, lower: lower.length }),
        basis: basis.capitals,
        mend: say("peopleMend"),
        about: "people",
      },
    ];
  },
};

const MARKS = /(?<=\p{L}) +[,;](?=\s)|(?:,\.{1,2}(?!\.)|;\.|,;|,,|;;|\.,)(?=\s|$)/gmu;

const spacing: Rule = {
  id: "format/spacing",
  severity: "hint",
  find({ sheet: { flow } }) {
    const places = matchesOf(flow, MARKS).map(blockOf);
    // Many of them are the work of a program that took the words apart.
    if (places.length === 0 || places.length > 8) return [];
    return [
      { places, reason: say("spacing", { count: places.length }), basis: basis.spelling, mend: say("spacingMend"), about: "spacing" },
    ];
  },
};

const MONTHS = /(?<![\d/])\d{1,2}\/(0?)([3-9])\/(?:19|20)\d{2}(?![\d/])/gu;

const dateStyle: Rule = {
  id: "format/date-style",
  severity: "hint",
  find({ sheet: { flow }, parts }) {
    const all = matchesOf(flow, MONTHS);
    const [padded, bare] = [all.filter(([, zero]) => zero === "0"), all.filter(([, zero]) => zero === "")];
    const [one, other] = [padded[0], bare[0]];
    if (!one || !other) return [];
    return [
      {
        places: padded.map(blockOf),
        reason: say("dateStyle", { padded: one[0], bare: other[0] }),
        basis: basis.date(parts.form),
        mend: say("dateStyleMend"),
        about: "date-style",
      },
    ];
  },
};

const DOTS = String.raw`\s*(?:…|[.…_]{2,})\s*`;
const BLANK = new RegExp(
  String.raw`ngày(?:${DOTS}|\s+)(?:tháng(?=\s*(?:\d|[.…_]))|[/.-]\s?\d)|tháng${DOTS}năm|ngày${DOTS}|(?<=\p{L} )số:?${DOTS}\/\s?\p{Lu}`,
  "giu",
);

const blankLeft: Rule = {
  id: "format/blank-left",
  severity: "look",
  find({ sheet: { flow }, parts, plan }) {
    if (!parts.isPlan || !parts.dayKnown || plan.header.number === null || !/^\d/u.test(plan.header.number)) return [];
    const places = matchesOf(flow, BLANK)
      .map(blockOf)
      .filter(
        ({ start }) =>
          within(parts.body, start) && !/(?:trong|một|hai|mấy|các|số|những|hằng|hàng) $/iu.test(flow.slice(Math.max(0, start - 7), start)),
      );
    if (places.length === 0) return [];
    return [
      { places, reason: say("blankLeft", { count: places.length }), basis: basis.within, mend: say("blankLeftMend"), about: "blank-left" },
    ];
  },
};

/** A body of the Centre or of a province with the word for a lower area right behind its name. */
const LEVELS =
  /(?<!\p{L})(?:Trung ương (?:MTTQ|Mặt trận Tổ quốc|Hội [\p{L} ]{3,25}|Đoàn [\p{L} ]{3,30}) ?(?:Việt Nam|VN)? (?:tỉnh|xã|phường|đặc khu)|(?:Tỉnh ủy|Thành ủy|Huyện ủy) (?:xã|phường|đặc khu))(?!\p{L})/gu;

const levels: Rule = {
  id: "format/levels",
  severity: "look",
  find({ sheet: { flow } }) {
    return matchesOf(oneTone(flow), LEVELS).map((match): Hit => {
      const place = blockOf(match);
      const words = flow.slice(place.start, place.end).replace(/\s+/gu, " ");
      return { places: [place], reason: say("levels", { words }), basis: basis.within, mend: say("levelsMend") };
    });
  },
};

export const writingRules: Rule[] = [capitals, people, spacing, dateStyle, blankLeft, levels];
