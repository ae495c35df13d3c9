import { fold } from "../../../kernel/text.ts";

/**
 * Key under which a document's number is found again however it was typed: "130 /KH-MTTQ-BTT", "130/KH–MTTQ-BTT" and
 * "0130/kh-mttq-btt" are one number. Letters keep their order and count: "QĐ" and "QĐi" are two symbols.
 * Null for what holds no digit: a blank number ("Số:   /KH-UBND") identifies nothing.
 */
export function numberKey(number: string | null): string | null {
  if (number === null || !/\d/.test(number)) return null;
  return fold(number)
    .replace(/\s+/g, "")
    .replace(/[‐-―−]/g, "-")
    .replace(/^(so|so:)(?=\d)/, "")
    .replace(/^0+(?=\d)/, "");
}

/** How far two printed dates agree: "2022-12" says less than a day, and then nothing is settled. */
export function sameDate(one: string | null, other: string | null): "same" | "different" | "unsettled" {
  if (one === null || other === null) return "unsettled";
  const length = Math.min(one.length, other.length);
  if (one.slice(0, length) !== other.slice(0, length)) return "different";
  return length === 10 ? "same" : "unsettled";
}
