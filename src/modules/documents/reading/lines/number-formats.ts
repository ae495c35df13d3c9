import { roman } from "../../numerals.ts";

/** One number as Word writes it in a list. Formats that Vietnamese documents do not use fall back to decimal, as Word does. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerLetter":
      return letters(value);
    case "numberInDash":
      return `- ${value} -`;
    case "vietnameseCounting":
      return counting[value - 1] ?? String(value);
    case "none":
    case "bullet":
      return "";
    default:
      return String(value);
  }
}

const counting = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** a … z, then aa, bb … zz, aaa: Word repeats the letter. It counts in the English alphabet (d, then e, never đ). */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}
