/** Number, place and date of the block at the head: read line by line, so that its columns may come in any order. */
import { calendarDate } from "../../../../kernel/time/index.ts";
import { squeeze } from "../../../../kernel/text.ts";
import { normaliseNumber } from "../lexicon/document-types.ts";
import { loosely } from "../lexicon/loose.ts";

export type HeadBlock = {
  number: string | null;
  symbol: string | null;
  place: string | null;
  date: string | null;
  /** How many numbers the block has: two when two bodies issue together. */
  numbers: number;
};

/** The national and the Party's motto, also cut in two by a wrap or a column. */
export const MOTTO = new RegExp(
  [
    loosely("cộng hòa xã hội chủ nghĩa việt nam"),
    loosely("đảng cộng sản việt nam"),
    String.raw`${loosely("độc lập")}\s*[-–—.]?\s*${loosely("tự do")}\s*[-–—.]?\s*${loosely("hạnh phúc")}`,
  ].join("|"),
  "giu",
);
/** A half of the motto alone on its line. */
export const HALF_MOTTO = new RegExp(
  `^(?:${loosely("cộng")}(?:\\s*${loosely("hòa")}(?:\\s*${loosely("xã")}(?:\\s*${loosely("hội")})?)?)?|(?:${loosely("hòa")}\\s*)?(?:${loosely("xã")}\\s*)?(?:${loosely("hội")}\\s*)?${loosely("chủ nghĩa việt nam")}|${loosely("đảng cộng sản")}|${loosely("độc lập")}(?:\\s*[-–]\\s*${loosely("tự do")})?\\s*[-–]?|[-–]?\\s*(?:${loosely("tự do")}\\s*[-–]\\s*)?${loosely("hạnh phúc")})$`,
  "iu",
);

/** "Số: 12/KH-UBND", "Số 12-KH/TU", "Số:      /KH-MTTQ-BTT", "Số: …../HD-BDV". */
export const NUMBER =
  /(?<!\p{L})[Ss][ốổôồộó]\s*[:.]?\s*(\d{0,5})[\s.…_]*([/–-])\s*((?:\d{4}\s*\/\s*)?[A-ZĐƯ][\p{L}\d]*(?:\s?[-–&/]\s?[\p{Lu}\d][\p{L}\d]*)*)/u;
const DAY = `[Nn]g${loosely("à")}y`;
const MONTH = `[Tt]h${loosely("á")}ng`;
const YEAR = `[Nn]${loosely("ă")}m`;
const WHEN = String.raw`(?:${DAY}\s*(\d{1,2}(?:\s?\d)?)?[\s.…_/]*(?:${MONTH}\s*(\d{1,2}|\d\s\d)?[\s.…_/]*${YEAR}\s*(\d{4})|[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})))`;
const PLACE = String.raw`(?<!\p{L})((?:(?:TP\.?|Thành phố|Thị xã|Thị trấn|Tỉnh|Huyện|Quận|Xã|Phường|Đặc khu)\s+)?\p{Lu}[\p{L}.’']*(?:[\s–-]+\p{Lu}[\p{L}.’']*){0,5})`;
/** "Tân Giang, ngày 03 tháng 02 năm 2026", "Tân Giang ngày … tháng … năm 2026", "Tân Giang, ngày 03/02/2026". */
export const DATED = new RegExp(String.raw`${PLACE}\s*,?\s*${WHEN}`, "u");
/** A line that is nothing but place and date: "Bình Lâm, ngày 03 tháng 02 năm 2026". */
export const DATE_LINE = new RegExp(String.raw`^${PLACE}\s*,?\s*${WHEN}$`, "u");
/** A wrapped date: the place and part of it end a line. */
const UNFINISHED = new RegExp(String.raw`,\s*(?:${DAY}[\s.…_\d]*(?:${MONTH}[\s.…_\d]*(?:${YEAR})?)?)?$`, "u");

const joinedDigits = (text: string | undefined): number => Number((text ?? "").replace(/\s/g, ""));

function dateIn(text: string): { place: string | null; date: string | null } | null {
  const found = DATED.exec(text);
  if (found === null) return null;
  const [, printed = "", day, month, year, shortMonth, shortYear] = found;
  const [years, months] = [year ?? shortYear ?? "", month ?? shortMonth];
  const full = calendarDate(Number(years), joinedDigits(months), joinedDigits(day));
  const date = full ?? (months ? `${years}-${String(joinedDigits(months)).padStart(2, "0")}` : years);
  // "… VIỆT NAM Tân Giang": capitals before the place are the end of something else, unless the place is in capitals too.
  const words = squeeze(printed).split(" ");
  const proper = words.findLastIndex(
    (word) => word.length > 1 && word === word.toUpperCase() && /\p{L}/u.test(word) && !/^TP\.?$/u.test(word),
  );
  const place = (proper < words.length - 1 ? words.slice(proper + 1) : words).join(" ").replace(/[\s–-]+$/u, "");
  return { place: place === "" ? null : place, date };
}

/** Date and place wherever they stand among these lines; a date that a wrap has cut is joined. */
export function datedPlace(lines: readonly { text: string }[]): { place: string | null; date: string | null } {
  const texts = lines.map(({ text }) => text.replace(NUMBER, " ").replace(MOTTO, " ")).filter((text) => text.trim() !== "");
  for (const [at, text] of texts.entries()) {
    const whole = UNFINISHED.test(text.trimEnd()) ? `${text} ${texts[at + 1] ?? ""}` : text;
    const found = dateIn(whole);
    if (found) return found;
  }
  return { place: null, date: null };
}

export function readHeadBlock(lines: readonly { text: string }[]): HeadBlock {
  const joined = squeeze(lines.map(({ text }) => text).join(" "));
  const numbers = [...joined.matchAll(new RegExp(NUMBER.source, "gu"))];
  const [, running = "", sign = "/", printed = ""] = numbers[0] ?? [];
  const symbol = numbers.length > 0 ? normaliseNumber(printed) : null;
  const number = symbol !== null && running !== "" ? normaliseNumber(`${running}${sign}${symbol}`) : null;
  return { number, symbol, ...datedPlace(lines), numbers: numbers.length };
}
