import { fold, squeeze } from "../../../src/kernel/text.ts";

/** The weight of a figure that is not exact: it stays with it and asks for the exact one. */
export type Said = "hơn" | "khoảng";

export type ReadFigure =
  /** `value` a decimal string ("1234.5"), null for an empty cell. `doubtful`: the mark could be read two ways ("1,234"). */
  | { ok: true; value: string | null; said: Said | null; doubtful: boolean }
  /** `planned`: "dự kiến 30" is no result, so it is not taken for one. */
  | { ok: false; why: "planned" | "unreadable" };

/** What a cell may hold: a whole number cannot have decimals, which settles "1,234". */
export type FigureShape = "whole" | "decimal";

const weights: [RegExp, Said][] = [
  [/^(hon|tren(?! duoi)|>|qua)\s*(?=\d)/, "hơn"],
  [/^(khoang|chung|gan|uoc|uoc tinh|tren duoi|~|≈)\s*(?=\d)/, "khoảng"],
];
const scales: Record<string, number> = { nghin: 3, ngan: 3, k: 3, trieu: 6, tr: 6, ty: 9, ti: 9 };
const NUMBER = "[+-]?\\d[\\d., ]*";

/**
 * A figure as offices write it: "1.234,5", "553 triệu đồng", "2 tỷ 300 triệu", "hơn 100 lượt", "24 %", "không".
 * Words after the number are taken for its unit and dropped. A number pasted from an English spreadsheet ("1,234.50")
 * is understood too.
 */
export function readFigure(typed: string, shape: FigureShape = "whole"): ReadFigure {
  let text = fold(typed.replaceAll("\u2212", "-"));
  if (text === "" || /^[-–—.…]+$/.test(text)) return { ok: true, value: null, said: null, doubtful: false };
  if (/^(khong|khong co|chua co)$/.test(text)) return { ok: true, value: "0", said: null, doubtful: false };
  if (/^(du kien|se|ke hoach)\b/.test(text)) return { ok: false, why: "planned" };
  let said: Said | null = null;
  for (const [words, weight] of weights) {
    if (!words.test(text)) continue;
    said = weight;
    text = text.replace(words, "");
    break;
  }
  if (/^[\d., ]+\+$/.test(text)) {
    said = "hơn";
    text = text.slice(0, -1);
  }
  const sum = readSum(text, shape);
  return sum ? { ok: true, value: sum.value, said, doubtful: sum.doubtful } : { ok: false, why: "unreadable" };
}

/** "2 tỷ 300 triệu": numbers with their scales, added; words that are no scale end it. */
function readSum(text: string, shape: FigureShape): { value: string; doubtful: boolean } | null {
  const part = new RegExp(`^(${NUMBER})\\s*((?:[a-z]+[23]?)?)`);
  let rest = text.trim();
  let total: string | null = null;
  let doubtful = false;
  for (let match = part.exec(rest); match; match = part.exec(rest)) {
    const scale = scales[match[2] ?? ""];
    if (total !== null && scale === undefined) return null;
    const number = readNumber((match[1] ?? "").trim(), scale === undefined ? shape : "decimal");
    if (!number) return null;
    doubtful ||= number.doubtful;
    const scaled = shift(number.value, scale ?? 0);
    total = total === null ? scaled : addWhole(total, scaled);
    if (total === null) return null;
    rest = rest.slice(match[0].length).trim();
    if (scale === undefined) break;
  }
  // What is left may be words of the unit ("đồng", "lượt người", "m2", "%"), never a second number.
  if (total === null || /\d(?<![a-z]\d)/.test(rest)) return null;
  return { value: total, doubtful };
}

/** One run of digits with its marks. */
function readNumber(text: string, shape: FigureShape): { value: string; doubtful: boolean } | null {
  const sign = text.startsWith("-") ? "-" : "";
  const digits = text.replace(/^[+-]/, "").replace(/[., ]+$/, "");
  const plain = (whole: string, decimals = "") => tidy(sign, whole.replace(/\D/g, ""), decimals);
  if (/^\d+$/.test(digits)) return { value: plain(digits), doubtful: false };
  // Thousands as Vietnam writes them, decimals after a comma.
  const vietnamese = /^(\d{1,3}(?:[. ]\d{3})+)(?:,(\d+))?$/.exec(digits);
  if (vietnamese) return { value: plain(vietnamese[1] ?? "", vietnamese[2]), doubtful: false };
  const english = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(digits) ?? /^(\d{1,3}(?:,\d{3}){2,})$/.exec(digits);
  if (english) return { value: plain(english[1] ?? "", english[2]), doubtful: false };
  const comma = /^(\d+),(\d+)$/.exec(digits);
  if (comma) {
    // "1,234" of a whole number can only be thousands; elsewhere it is a decimal, as Vietnam writes it.
    if (shape === "whole" && /^\d{1,3},\d{3}$/.test(digits)) return { value: plain(digits), doubtful: true };
    return { value: plain(comma[1] ?? "", comma[2]), doubtful: false };
  }
  const point = /^(\d+)\.(\d+)$/.exec(digits);
  if (point) return { value: plain(point[1] ?? "", point[2]), doubtful: true };
  return null;
}

function tidy(sign: string, whole: string, decimals: string): string {
  const kept = whole.replace(/^0+(?=\d)/, "");
  const fraction = decimals.replace(/0+$/, "");
  const value = fraction === "" ? kept : `${kept}.${fraction}`;
  return value === "0" ? "0" : sign + value;
}

/** Times 10^places, exactly. */
function shift(value: string, places: number): string {
  const sign = value.startsWith("-") ? "-" : "";
  const [whole = "0", decimals = ""] = value.replace("-", "").split(".");
  const padded = decimals.padEnd(places, "0");
  return tidy(sign, whole + padded.slice(0, places), padded.slice(places));
}

/** Sums only occur with scales ("2 tỷ 300 triệu"), where a fraction of a đồng would be a slip. */
function addWhole(one: string, other: string): string | null {
  return one.includes(".") || other.includes(".") ? null : (BigInt(one) + BigInt(other)).toString();
}

/** "1234567.5" → "1.234.567,5". A text that is no number comes back as it is. */
export function showFigure(value: string | null | undefined): string {
  if (value === null || value === undefined || value === "") return "";
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return value;
  const whole = (match[2] ?? "").replace(/\B(?=(\d{3})+$)/g, ".");
  const decimals = (match[3] ?? "").replace(/0+$/, "");
  return `${match[1]}${whole}${decimals === "" ? "" : `,${decimals}`}`;
}

/** The figure with its weight: "hơn 100". */
export const showSaid = (value: string | null | undefined, said: string | null | undefined): string =>
  squeeze(`${value ? (said ?? "") : ""} ${showFigure(value)}`);

/** "24.061/24.801" of a ratio typed or pasted into one cell; null when it is no such pair. */
export function readPair(typed: string): [string, string] | null {
  const match = /^\s*([\d., ]+?)\s*[/:]\s*([\d., ]+?)\s*$/.exec(typed);
  return match ? [match[1] ?? "", match[2] ?? ""] : null;
}

/** A ratio as a percentage with one decimal, for the eye only; null when it cannot be told. */
export function percentOf(numerator: string | null | undefined, denominator: string | null | undefined): string | null {
  if (!numerator || !denominator || Number(denominator) === 0) return null;
  return showFigure(String(Math.round((Number(numerator) / Number(denominator)) * 1000) / 10));
}

/** Change against another figure in percent, rounded, with its sign; null when there is nothing to compare with. */
export function changeOf(now: string | null | undefined, before: string | null | undefined): string | null {
  if (!now || !before || Number(before) === 0) return null;
  const change = Math.round(((Number(now) - Number(before)) / Math.abs(Number(before))) * 100);
  return `${change > 0 ? "+" : change < 0 ? "−" : ""}${showFigure(String(Math.abs(change)))}%`;
}
