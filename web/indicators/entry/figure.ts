import { absolute, grouped, minus, plain, quotient, shifted } from "../../../src/kernel/decimals.ts";
import { readAmount, type Said as Word } from "../../../src/kernel/numbers.ts";
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

/** Figures are sent with one of two weights; what else people say is the nearer of them. */
const weights: Record<Word, Said> = {
  hơn: "hơn",
  trên: "hơn",
  "ít nhất": "hơn",
  khoảng: "khoảng",
  gần: "khoảng",
  dưới: "khoảng",
};

/**
 * What stands in a cell, read as every number typed into Khéo (`readAmount`), with what is peculiar to cells: an empty one,
 * a spreadsheet's dash, "không", a negative number, what is only planned, and "1,234" of a whole number.
 */
export function readFigure(typed: string, shape: FigureShape = "whole"): ReadFigure {
  const text = fold(typed);
  if (text === "" || /^[-–—.…\u2212]+$/.test(text)) return { ok: true, value: null, said: null, doubtful: false };
  if (/^(khong|khong co|chua co)$/.test(text)) return { ok: true, value: "0", said: null, doubtful: false };
  if (/^(du kien|se|ke hoach)\b/.test(text)) return { ok: false, why: "planned" };
  const [, sign = "", figure = ""] = /^\s*([-+\u2212](?=\d))?(.*)$/s.exec(typed) ?? [];
  const amount = readAmount(figure);
  if (!amount) return { ok: false, why: "unreadable" };
  const thousands = shape === "whole" && isEnglishThousands(figure, amount.value);
  const value = thousands ? shifted(amount.value, 3) : amount.value;
  return {
    ok: true,
    value: sign === "" || sign === "+" || value === "0" ? value : `-${value}`,
    said: amount.said && weights[amount.said],
    doubtful: thousands || /(?<![\d.,])\d+\.(?!\d{3}(?!\d))\d+(?![\d.,])/.test(figure),
  };
}

/** "1,234" of a whole number can only be thousands; elsewhere it is a decimal, as Vietnam writes it ("1,234 tỷ" is one, too). */
function isEnglishThousands(typed: string, value: string): boolean {
  const [, whole, rest] = /(?<![\d.,])(\d{1,3}),(\d{3})(?![\d.,])/.exec(typed) ?? [];
  return whole !== undefined && plain(`${whole}.${rest}`) === value;
}

/** "1234567.5" → "1.234.567,5". A text that is no number comes back as it is. */
export function showFigure(value: string | null | undefined): string {
  if (value === null || value === undefined || value === "") return "";
  return /^-?\d+(\.\d+)?$/.test(value) ? grouped(value) : value;
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
  if (!numerator || !denominator) return null;
  const percent = quotient(numerator, denominator, { factor: 100n });
  return percent === null ? null : showFigure(percent);
}

/** Change against another figure in percent, rounded, with its sign; null when there is nothing to compare with. */
export function changeOf(now: string | null | undefined, before: string | null | undefined): string | null {
  if (!now || !before) return null;
  const change = quotient(minus(now, before), absolute(before), { factor: 100n, places: 0 });
  if (change === null) return null;
  const sign = change === "0" ? "" : change.startsWith("-") ? "−" : "+";
  return `${sign}${showFigure(absolute(change))}%`;
}
