/** What comes round: "hằng quý, năm", "trước ngày 10/12 hằng năm", "mỗi quý một lần", "6 tháng/lần". */
import { calendarDate } from "../dates.ts";
import type { Anchor, RecurrenceUnit } from "../recurrence.ts";
import { anchorsIn } from "./days.ts";
import type { Found, Pattern } from "./mention.ts";
import { CUE, EACH, excludes, HOUR, none, numbersIn, quarterOf, recurring, ROMAN } from "./mention.ts";

const unitNames: Record<string, RecurrenceUnit> = { ngày: "day", tuần: "week", tháng: "month", quý: "quarter", năm: "year" };
const spelt: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, sáu: 6 };
const COUNT = "(?:một|hai|ba|bốn|sáu|\\d{1,2})";
const countOf = (text: string | undefined): number => (text === undefined ? 1 : (spelt[text] ?? Number(text)));

/** "3 tháng" is a quarter, "6 tháng" a half; null for an interval that has no name ("2 năm"). */
function interval(count: number, unit: string): RecurrenceUnit | null {
  if (count === 1) return unitNames[unit] ?? null;
  if (unit === "tháng") return count === 3 ? "quarter" : count === 6 ? "half" : count === 9 ? "nine-month" : count === 12 ? "year" : null;
  return unit === "quý" && count === 2 ? "half" : unit === "quý" && count === 4 ? "year" : null;
}

/** "hằng quý, năm" → quarter and year; "6 tháng, 1 năm" → half and year. */
export function unitsIn(text: string): RecurrenceUnit[] {
  const found = [...text.matchAll(/(?:(\d{1,2}) )?(ngày|tuần|tháng|quý|năm)(?!\p{L})/gu)].filter(
    // "6 tháng đầu năm": the year only says which half.
    ({ index }) => !/(?:đầu|cuối) $/u.test(text.slice(0, index)),
  );
  const units = found.map(([, count, unit = ""]) => interval(countOf(count), unit));
  return [...new Set(units.filter((unit) => unit !== null))];
}

const every = (count: number, unit: string, words: string): Found => {
  const named = interval(count, unit);
  if (named !== null) return recurring([named]);
  const english = { tháng: "months", năm: "years", tuần: "weeks", quý: "quarters", ngày: "days" }[unit] ?? unit;
  return { ...recurring([], [], false, words.trim()), rule: `every ${count} ${english}` };
};

const ONE_UNIT = String.raw`(?:0?[369] tháng(?: (?:đầu|cuối) năm)?|0?1 năm|tuần|tháng|quý|năm)(?!\p{L}| ?\d| học)`;
const UNIT_LIST = String.raw`(?:(?:,| và| hoặc|;|/)? ?(?:định kỳ |cả |báo cáo )?(?:${EACH} )?${ONE_UNIT}){0,4}`;
const DAY_OF_YEAR = String.raw`(?:ngày )?\d{1,2}(?: tháng |/)\d{1,2}`;

/** Rhythms that name their days; read before days that stand alone. */
export const anchored: Pattern[] = [
  {
    find: new RegExp(
      String.raw`(?<cue>(?:${CUE} )?)(?<days>${DAY_OF_YEAR}(?:(?:,| và|;) (?:trước )?${DAY_OF_YEAR}){0,3})(?: của)? ${EACH} năm`,
      "gu",
    ),
    read: ({ groups }) => {
      const at = anchorsIn(groups?.days ?? "");
      return at && recurring(["year"], at, excludes(groups?.cue ?? "") || /nhất/u.test(groups?.cue ?? ""));
    },
  },
  {
    // "trước ngày 15 các tháng 3, 6, 9, 12".
    find: new RegExp(
      String.raw`(?<cue>(?:${CUE} )?)ngày (?<day>\d{1,2}) (?:của )?(?:các )?tháng (?<months>\d{1,2}(?:(?:,| và) (?:tháng )?\d{1,2}){1,11})(?! ?/)(?:,? ${EACH} năm)?`,
      "gu",
    ),
    read: ({ groups }) => {
      const at: Anchor[] = numbersIn(groups?.months ?? "").map((month) => ({ month, day: Number(groups?.day) }));
      if (!at.every(({ month, day }) => calendarDate(2024, month ?? 0, day ?? 0))) return null;
      return recurring([at.length === 4 ? "quarter" : at.length === 2 ? "half" : "year"], at, excludes(groups?.cue ?? ""));
    },
  },
  {
    find: new RegExp(
      String.raw`(?<cue>(?:${CUE} )?)ngày (?<day>\d{1,2})(?: của)? (?:${EACH} (?<unit>tháng|quý)|(?<next>tháng (?:sau|kế tiếp|liền kề|tiếp theo))|tháng cuối(?: cùng)?(?: của)? (?:${EACH} |các )?(?<quarter>quý))`,
      "gu",
    ),
    read: ({ groups }) => {
      const unit = groups?.unit === "quý" || groups?.quarter ? "quarter" : "month";
      return recurring([unit], [{ month: null, day: Number(groups?.day) }], excludes(groups?.cue ?? ""));
    },
  },
  {
    // "trước ngày 05 tháng đầu quý sau": the first months of the quarters.
    find: new RegExp(
      String.raw`(?<cue>(?:${CUE} )?)ngày (?<day>\d{1,2})(?: của)? tháng đầu(?: tiên)?(?: của)? (?:các )?quý(?: sau| tiếp theo| kế tiếp| liền kề)?(?!\p{L}| [ivx\d])`,
      "gu",
    ),
    read: ({ groups }) =>
      recurring(
        ["quarter"],
        [1, 4, 7, 10].map((month) => ({ month, day: Number(groups?.day) })),
        excludes(groups?.cue ?? ""),
      ),
  },
  {
    find: new RegExp(String.raw`tháng (?<months>\d{1,2}(?:(?:,| và| -|-) ?(?:tháng )?\d{1,2}){0,3}) ${EACH} năm`, "gu"),
    read: ({ groups }) =>
      recurring(
        ["year"],
        numbersIn(groups?.months ?? "").map((month) => ({ month, day: null })),
      ),
  },
  {
    find: new RegExp(String.raw`qu[ýí] (?<quarter>${ROMAN}) ${EACH} năm`, "gu"),
    read: ({ groups }) => recurring(["year"], [{ month: quarterOf(groups?.quarter ?? "") * 3, day: null }]),
  },
];

export const rhythms: Pattern[] = [
  {
    // "mỗi năm 02 lần vào tháng 6 và tháng 11", "02 lần/năm, vào tháng 5 và tháng 11".
    find: new RegExp(
      String.raw`(?:${EACH} năm,?(?: ${COUNT} (?:lần|đợt|kỳ))?|(?<=${COUNT} (?:lần|đợt|kỳ) ?)/ ?năm),? ?\(?(?:vào |trong )?(?:các )?tháng (?<months>\d{1,2}(?:(?:,| và) (?:tháng )?\d{1,2}){0,3})(?! ?[/\d]|,? năm)`,
      "gu",
    ),
    read: ({ groups }) =>
      recurring(
        ["year"],
        numbersIn(groups?.months ?? "").map((month) => ({ month, day: null })),
      ),
  },
  {
    // "14 giờ ngày thứ Hai các tuần", "chiều thứ Năm trong tuần".
    find: new RegExp(
      String.raw`(?:(?:sáng|chiều|tối|${HOUR})? ?(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? )(?:của |trong )?(?:các|${EACH}|đầu|cuối) tuần`,
      "gu",
    ),
    read: () => recurring(["week"]),
  },
  {
    find: /trước và sau (?:mỗi|các) kỳ họp/gu,
    read: ([text]) => ({ ...recurring([], [], false, text), rule: `before and after each session (${text})` }),
  },
  { find: /(?:các|mỗi|những) (?:dịp|ngày) (?:lễ|tết|kỷ niệm)[^,;.()]{0,60}/gu, read: ([text]) => recurring([], [], false, text.trim()) },
  { find: /sơ kết 0?6 tháng(?: đầu năm)?(?:,| và)? (?:và )?tổng kết (?:cuối |cả )?năm(?! \d)/gu, read: () => recurring(["half", "year"]) },
  {
    // "6 tháng/lần", "03 tháng một lần", "2 năm 1 lần".
    find: new RegExp(
      String.raw`(?:định kỳ )?(?<count>${COUNT}) (?<unit>ngày|tuần|tháng|quý|năm)(?: ?/ ?| )(?:(?:một|0?1) )?lần(?!\p{L})`,
      "gu",
    ),
    read: ({ 0: text, groups }) => every(countOf(groups?.count), groups?.unit ?? "", text),
  },
  {
    find: new RegExp(
      String.raw`(?:một|0?1|mỗi) (?<unit>năm|quý|tháng|tuần|ngày)(?: ?/ ?| )(?:ít nhất |tối thiểu )?(?:từ )?${COUNT}(?: (?:đến|-|hoặc) ${COUNT})? lần`,
      "gu",
    ),
    read: ({ groups }) => recurring(unitsIn(groups?.unit ?? "")),
  },
  {
    find: new RegExp(String.raw`${COUNT} lần (?:trong |mỗi |trên )?(?:một |0?1 )?(?<unit>ngày|tuần|tháng|quý|năm)(?!\p{L}| \d)`, "gu"),
    read: ({ groups }) => recurring(unitsIn(groups?.unit ?? "")),
  },
  {
    find: new RegExp(String.raw`(?:định kỳ,? )?(?:cuối )?${EACH} (?:ngày|tuần|tháng|quý|năm)(?!\p{L}| \d{4})${UNIT_LIST}`, "gu"),
    // "từng ngày", "từng năm" qualify what they follow ("kế hoạch từng năm").
    read: ([text]) => (/^từng (?:ngày|năm)/u.test(text) ? null : recurring(unitsIn(text))),
  },
  {
    find: new RegExp(String.raw`(?:định kỳ|sơ kết|tổng kết),? (?:báo cáo )?(?:theo )?${ONE_UNIT}${UNIT_LIST}`, "gu"),
    read: ([text]) => recurring(unitsIn(text)),
  },
  {
    // "chế độ báo cáo tuần, tháng, quý, năm", "giao ban quý".
    find: new RegExp(String.raw`(?<=(?:báo cáo|giao ban|đánh giá)(?: kết quả)? )(?:theo )?${ONE_UNIT}${UNIT_LIST}`, "gu"),
    read: ([text]) => recurring(unitsIn(text)),
  },
  {
    find: new RegExp(String.raw`(?:0?6 tháng(?: đầu năm)?)(?:,| và|/|;) ?(?:báo cáo )?(?:0?1 |cả |hằng |hàng )?năm(?!\p{L}| \d)`, "gu"),
    read: () => recurring(["half", "year"]),
  },
  {
    find: new RegExp(String.raw`định kỳ (?:vào )?tháng (?<months>\d{1,2}(?:(?:,| và) (?:tháng )?\d{1,2}){1,3})(?! ?/)`, "gu"),
    read: ({ groups }) =>
      recurring(
        ["year"],
        numbersIn(groups?.months ?? "").map((month) => ({ month, day: null })),
      ),
  },
  { find: /(?<=\p{L} ?)\/ ?(?:0?1 )?(năm|quý|tháng|tuần|ngày)(?!\p{L})/gu, read: ([, unit = ""]) => recurring(unitsIn(unit)) },
  {
    // "Thứ Sáu tuần cuối của tháng", "ngày làm việc đầu tiên của tháng".
    find: /(?:thứ \p{L}+ )?(?:tuần|ngày(?: làm việc)?) (?:đầu|cuối|thứ (?:nhất|hai|ba|tư))(?: tiên| cùng)?(?: của)?(?: các)? (tháng|quý)(?!\p{L}| \d)/gu,
    read: ([, unit = ""]) => recurring(unitsIn(unit)),
  },
  { find: /thường niên/gu, read: () => recurring(["year"]) },
  { find: /định kỳ (?:và|hoặc) đột xuất/gu, read: () => ({ ...recurring([]), rule: "periodic and ad hoc" }) },
  { find: /định kỳ(?! (?:và|hoặc) đột xuất)/gu, read: () => recurring([]) },
  {
    find: /(?:sơ kết|tổng kết|đánh giá)(?: kết quả)? (\d{1,2}) năm(?:, (?:và )?tổng kết (\d{1,2}) năm)?/gu,
    read: ([, first, second]) => ({
      ...none,
      kind: "period",
      rule: second ? `after ${Number(first)} years and after ${Number(second)} years` : `after ${Number(first)} years`,
      cued: true,
    }),
  },
];

/**
 * "ngân sách hằng năm", "trợ cấp xã hội hàng tháng", "đời sống hàng ngày" describe a thing, they set no rhythm. Tested on
 * what stands before the rhythm.
 */
export const NO_RHYTHM =
  /(?:(?:nhân|vào) dịp|khi|sinh hoạt|khám sức khỏe|kiểm định|bảo dưỡng|ngân sách|ngân sách nhà nước|dự toán|trợ cấp|trợ giúp|đời sống|sinh hoạt phí|chi thường xuyên|tiền lương|lương hưu|phụ cấp|xã hội|được giao|đồng|(?:trợ cấp|lương|phụ cấp|trợ giúp)[^,;.]{0,60}(?:đối tượng|người hưởng|cho [^,;.]{2,30})) ?$/u;
