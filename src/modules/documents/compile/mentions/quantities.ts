/** Numbers with a unit: "ít nhất 02 cuộc giám sát", "từ 55% trở lên", "không quá 10% tập thể, 5% cá nhân". */
import { matchesOf } from "../../../../kernel/text.ts";
import { countedUnits, uncounted } from "../lexicon/units.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import type { Comparator } from "../plan.ts";

export type Quantity = Stretch & {
  comparator: Comparator;
  value: number;
  valueMax: number | null;
  unit: string;
  /** Offset of the unit, where the metric of a counted thing begins. */
  unitAt: number;
  /** Whether a comparing word was said here or for the list. */
  compared: boolean;
};

const WORDS: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 };
const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const COMPARE =
  "ít nhất(?: từ| có| là)?|tối thiểu(?: từ| là)?|không dưới|không thấp hơn|trên|hơn|dưới|không quá|(?:không )?vượt quá|tối đa|nhiều nhất|từ|khoảng";
/** After these whatever noun follows is counted: "tối thiểu 30 phiếu hỏi", "ít nhất 01 đại diện". */
const BINDS = "ít nhất(?: từ| có| là)?|tối thiểu(?: từ| là)?|không dưới|không quá|không vượt quá|tối đa|nhiều nhất";
/** Before these a number in words counts: "tổ chức một buổi đối thoại", "mở hai lớp". */
const SPELT_AFTER =
  "ít nhất |tối thiểu |tối đa |không quá |không dưới |tổ chức |mở |xây dựng |chọn |đăng ký |thành lập |phụ trách |giúp |nhận |có |cử |duy trì ";
const UNITS = [...countedUnits].sort((a, b) => b.length - a.length).join("|");
const FIND = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:(${COMPARE})\s+)?(?:(${NUMBER})|(?<=${SPELT_AFTER})(${Object.keys(WORDS).join("|")}))(?:\s*%?\s*(hoặc|đến|-|–)\s*(${NUMBER}))?\s*(%|(?:${UNITS})(?![\p{L}]))(\s*trở lên)?`,
  "gu",
);
const FIND_ANY = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(${BINDS})\s+(?:(${NUMBER})|(${Object.keys(WORDS).join("|")}))(?:\s*(hoặc|đến|-|–)\s*(${NUMBER}))?\s+(cử tri|phiếu \p{L}+|ngày ?\/ ?\p{L}+|\p{L}+)(?![\p{L}])(\s*trở lên)?`,
  "gu",
);
/** Words after a number that name nothing countable: "ít nhất một trong các dịch vụ". */
const NO_NOUN = /^(?:trong|nửa|phần|cấp|tuổi|giờ|phút|lúc|số|các|người đứng|trên|dưới|và|so|của)(?!\p{L})/u;
/** "02 ngày/tháng", "ít nhất 04 ngày mỗi tháng": days on which something is done, no term. */
const DAYS_DONE = /^ngày ?(?:\/ ?|(?:mỗi|trong|một) )(?:tuần|tháng|quý|năm)/u;
/** "mời ít nhất 55 cử tri", "phát tối thiểu 30 phiếu hỏi": people and papers to be had, no count of votes. */
const TO_BE_HAD = /^(?:cử tri|phiếu (?:hỏi|khảo|lấy|điều))/u;
const NOT_ONE = /^(?:số(?! (?:chuyên|báo))|bộ phận|xã hội|người dân|tổ hợp|cách|nhà nước)/u;
/** "17/17 chi hội": all of them. */
const ALL_OF = /(?<![\p{L}\d/.,-])(\d{1,4})\/\1\s+(\p{L}+(?: \p{L}+)?)/gu;
/** "107 trẻ trai/100 trẻ gái", "dưới 4/100.000 trẻ sinh ra còn sống": so many of a round number of others. */
const RATIO = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:(${COMPARE})\s+)?(${NUMBER})\s?((?:\p{L}+ ){0,3}\p{L}+)?\s?/\s?(?:1\.0{3}|10\.0{3}|100\.0{3}|10{2,5})\s(?!đồng)\p{L}+(?:\s(?!vào|trong|đến|năm|trở|và|xuống|lên|so|của|tại|ở)\p{L}+){0,5}`,
  "gu",
);
/** "giảm từ 23 ca xuống 18 ca", "tăng từ 20% lên 35%": where it stood before obliges nobody. */
const BASELINE = /^[^,;.()]{0,50}? (?:xuống|lên)(?: còn| đến| tới)? \d/u;
const NOT_COUNTED = new RegExp(`^(?:${uncounted.join("|")})(?!\\p{L})`, "u");

/** So many of a round number: what it measures stands before it, as with a share. */
export const isRatio = ({ unit }: Pick<Quantity, "unit">): boolean => /\/1[\d.]*0 /u.test(unit);

/** "1.005" is one thousand and five, "82,6" has a decimal comma, "99.5" a decimal point. */
export function parseNumber(printed: string): number {
  const text = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(printed) ? printed.replace(/\./g, "") : printed;
  return Number(text.replace(",", "."));
}

function comparatorOf(word: string, second: boolean, upward: boolean): Comparator {
  if (/^(?:ít nhất|tối thiểu|không dưới|không thấp)/u.test(word) || upward) return ">=";
  if (second) return "range";
  if (word === "trên" || word === "hơn") return ">";
  if (word === "dưới") return "<";
  if (/^(?:không quá|không vượt|tối đa|nhiều nhất)/u.test(word)) return "<=";
  if (word === "vượt quá") return ">";
  return "=";
}

/** Quantities of a lexical text within a stretch; a comparing word at the head of a list governs the list. */
export function readQuantities(low: string, { start, end }: Stretch, taken: readonly Stretch[] = []): Quantity[] {
  const found: Quantity[] = [];
  const text = low.slice(start, end);
  const ratios: Stretch[] = [];
  for (const match of matchesOf(text, RATIO)) {
    const [all, word = "", number = ""] = match;
    const at = start + match.index;
    const last = at + all.length;
    if (taken.some((stretch) => at >= stretch.start && at < stretch.end)) continue;
    ratios.push({ start: at, end: last });
    if (word === "từ" && BASELINE.test(low.slice(last, last + 80))) continue;
    const unitAt = at + (word === "" ? 0 : all.indexOf(number, word.length)) + number.length;
    const unitFrom = unitAt + (/^\s*/u.exec(low.slice(unitAt, last))?.[0].length ?? 0);
    const ratio = { comparator: comparatorOf(word, false, false), value: parseNumber(number), valueMax: null, compared: word !== "" };
    found.push({ start: at, end: last, ...ratio, unit: low.slice(unitFrom, last), unitAt: unitFrom });
  }
  const listed = matchesOf(text, FIND);
  const others = matchesOf(text, FIND_ANY).filter(
    ({ 0: all, index, 6: noun = "" }) =>
      !listed.some((match) => match.index < index + all.length && match.index + match[0].length > index) &&
      !NO_NOUN.test(noun) &&
      (!NOT_COUNTED.test(noun) || TO_BE_HAD.test(noun) || DAYS_DONE.test(text.slice(index + all.length - noun.length))),
  );
  for (const match of [...listed, ...others].sort((a, b) => a.index - b.index)) {
    const [all, word = "", first, spelt, joint, second, unit = "", upward] = match;
    const at = start + match.index;
    if (taken.some((stretch) => at >= stretch.start && at < stretch.end)) continue;
    if (ratios.some((ratio) => at < ratio.end && at + all.length > ratio.start)) continue;
    if (word === "từ" && BASELINE.test(low.slice(at + all.length, at + all.length + 80))) continue;
    const unitAt = at + all.length - (upward?.length ?? 0) - unit.length;
    if (unit !== "%" && !others.includes(match) && NOT_COUNTED.test(unit) && !TO_BE_HAD.test(unit)) continue;
    // "có một số", "xây dựng một xã hội": an article; "có năm …": a year.
    if (spelt !== undefined && (NOT_ONE.test(low.slice(unitAt, unitAt + 12)) || (spelt === "năm" && word === ""))) continue;
    const value = first ? parseNumber(first) : (WORDS[spelt ?? ""] ?? Number.NaN);
    const valueMax = second && joint ? parseNumber(second) : null;
    let comparator = comparatorOf(
      word,
      second !== undefined,
      upward !== undefined || (/^[^,;.()]{0,60}trở lên/u.test(low.slice(unitAt + unit.length, end)) && word === "từ"),
    );
    let compared = word !== "" || upward !== undefined;
    const previous = found.at(-1);
    // "ít nhất 02 cuộc giám sát; 01 cuộc phản biện, 01 cuộc đối thoại": nothing but a separator before the number.
    if (
      !compared &&
      previous?.compared &&
      /[,;]\s*(?:và\s*)?$|\svà\s*$/u.test(low.slice(previous.end, at)) &&
      (previous.unit === "%") === (unit === "%") &&
      at - previous.end < 90
    ) {
      comparator = previous.comparator === "range" ? "=" : previous.comparator;
      compared = true;
    }
    found.push({ start: at, end: at + all.length, comparator, value, valueMax, unit: unit.replace(/ ?\/.*$/u, ""), unitAt, compared });
  }
  for (const match of matchesOf(text, ALL_OF)) {
    const [all, number = "", unit = ""] = match;
    const at = start + match.index;
    if (found.some((other) => at < other.end && at + all.length > other.start)) continue;
    const unitAt = at + all.length - unit.length;
    if (NOT_COUNTED.test(unit)) continue;
    found.push({ start: at, end: at + all.length, comparator: "=", value: Number(number), valueMax: null, unit, unitAt, compared: false });
  }
  return found.sort((a, b) => a.start - b.start);
}
