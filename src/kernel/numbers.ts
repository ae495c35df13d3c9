import { grouped, plain, plus, shifted } from "./decimals.ts";
import { nfc, squeeze } from "./text.ts";

/**
 * Words that make a figure inexact. They stay with the figure wherever it is shown, and ask for the exact one; a figure
 * said without any is exact.
 */
export const saidWords = ["hơn", "trên", "khoảng", "gần", "dưới", "ít nhất"] as const;
export type Said = (typeof saidWords)[number];

/** A number as somebody gave it. `value` is a decimal string with a point ("1234.5"). */
export type Amount = { value: string; said: Said | null };

/** Longest first where one begins another. What people say in many ways is kept in one of the words above. */
const roughly: [RegExp, Said][] = [
  [/^(?:trên dưới|xấp xỉ|khoảng chừng|khoảng|khoang|chừng|độ|ước tính|ước khoảng|ước|about|around|~|≈)\s*/iu, "khoảng"],
  [/^(?:hơn|hon|quá|over|>)\s*/iu, "hơn"],
  [/^(?:trên|tren)\s*/iu, "trên"],
  [/^(?:gần|gan|nearly)\s*/iu, "gần"],
  [/^(?:dưới|chưa đến|<)\s*/iu, "dưới"],
  [/^(?:ít nhất|tối thiểu|at least)\s*/iu, "ít nhất"],
];

/** Without marks, too: "553 trieu" read as 553 would be a million times too little. "ti" is not among them ("5 ti vi"). */
const scales: Record<string, number> = { tỷ: 9, tỉ: 9, ty: 9, triệu: 6, trieu: 6, tr: 6, nghìn: 3, nghin: 3, ngàn: 3, ngan: 3, k: 3 };
const run = /^(\d(?:[\d., ]*\d)?)\s*(?:(tỷ|tỉ|ty|triệu|trieu|tr|nghìn|nghin|ngàn|ngan|k)(?!\p{L}))?\s*(rưỡi(?!\p{L}))?\s*/iu;

/**
 * A number as people type or dictate it: "1.500.000", "hơn 100", "553 triệu đồng", "10,76 tỷ", "1 triệu 200 nghìn",
 * "2 triệu rưỡi", "~60 người". Words of the unit after the number are dropped; a second number is not ("10-15", "3/5").
 * Null for what is no number.
 */
export function readAmount(typed: string): Amount | null {
  let rest = squeeze(nfc(typed)).replace(/^[-–—]?\s*$/u, "");
  let said: Said | null = null;
  for (const [words, word] of roughly) {
    if (!words.test(rest)) continue;
    rest = rest.replace(words, "");
    said = word;
    break;
  }
  if (/^\d[\d., ]*\+/u.test(rest)) {
    said ??= "hơn";
    rest = rest.replace("+", "");
  }
  const value = readSum(rest);
  return value === null ? null : { value, said };
}

/** "1 triệu 200 nghìn" goes down from scale to scale; "200 nghìn 1 triệu" is two numbers. */
function readSum(text: string): string | null {
  let rest = text;
  let total: string | null = null;
  let last = Infinity;
  for (let match = run.exec(rest); match && last > 0; match = run.exec(rest)) {
    const [all, digits = "", scaleWord, half] = match;
    const scale = scaleWord ? (scales[scaleWord.toLocaleLowerCase("vi")] ?? 0) : 0;
    const number = readDigits(digits);
    if (number === null || scale >= last || (half && scale === 0)) return null;
    const scaled = shifted(half ? plus(number, "0.5") : number, scale);
    total = total === null ? scaled : plus(total, scaled);
    last = scale;
    rest = rest.slice(all.length);
  }
  // What is left may be words of a unit ("lượt người", "m2"), never another number.
  return total === null || /(?<!\p{L})\d|[-–/]/u.test(rest) ? null : total;
}

/** Thousands by points or blanks and a decimal comma; "82.6" has a decimal point, "1.500" is one thousand five hundred. */
function readDigits(digits: string): string | null {
  const text = digits.replace(/[., ]+$/, "");
  const vietnamese = /^(\d{1,3}(?:[. ]\d{3})+)(?:,(\d{1,6}))?$/.exec(text);
  if (vietnamese) return plain(joined(vietnamese[1]?.replace(/\D/g, ""), vietnamese[2]));
  const english = /^(\d{1,3}(?:,\d{3}){2,})(?:\.(\d{1,6}))?$/.exec(text) ?? /^(\d{1,3}(?:,\d{3})+)\.(\d{1,6})$/.exec(text);
  if (english) return plain(joined(english[1]?.replace(/\D/g, ""), english[2]));
  const simple = /^(\d{1,18})(?:[.,](\d{1,6}))?$/.exec(text);
  return simple ? plain(joined(simple[1], simple[2])) : null;
}

const joined = (whole = "0", fraction?: string): string => (fraction === undefined ? whole : `${whole}.${fraction}`);

/** "hơn 1.250": the figure with the word it was said with. */
export const amountText = ({ value, said }: { value: string; said: string | null }): string =>
  said === null ? grouped(value) : `${said} ${grouped(value)}`;
