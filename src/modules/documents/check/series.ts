import { roman } from "../numerals.ts";

/** Counting as documents do: Roman numerals, and points in the order of the Vietnamese alphabet (đ after d; no f, j, w, z). */
export const vietnameseLetters = [..."abcdđeghiklmnopqrstuvxy"];

/** No plan has forty headings: what is no numeral from 1 to 39 answers 0. */
export function parseRoman(text: string): number {
  const value = Array.from({ length: 39 }, (_, k) => k + 1).find((number) => roman(number) === text);
  return value ?? 0;
}
