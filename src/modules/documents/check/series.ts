/** Counting as documents do: Roman numerals, and points in the order of the Vietnamese alphabet (đ after d; no f, j, w, z). */
export const vietnameseLetters = "abcdđeghiklmnopqrstuvxy".split("").filter((letter) => letter !== "");

const digits: readonly [string, number][] = [
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

export function roman(value: number): string {
  let [left, text] = [value, ""];
  for (const [sign, worth] of digits) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}

/** 0 for what is no numeral up to XXXIX. */
export function parseRoman(text: string): number {
  const value = Array.from({ length: 39 }, (_, k) => k + 1).find((number) => roman(number) === text);
  return value ?? 0;
}
