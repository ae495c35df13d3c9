const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

function tens(value: number, after: boolean): string {
  const [ten, one] = [Math.floor(value / 10), value % 10];
  if (ten === 0) return one === 0 ? "" : `${after ? "linh " : ""}${digits[one]}`;
  const last = one === 0 ? "" : one === 1 && ten > 1 ? " mốt" : one === 5 ? " lăm" : one === 4 && ten > 1 ? " tư" : ` ${digits[one]}`;
  return `${ten === 1 ? "mười" : `${digits[ten]} mươi`}${last}`;
}

/** 0–9999 in Vietnamese words: 105 → "một trăm linh năm", 21 → "hai mươi mốt". Anything else comes back as digits. */
export function inWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value === 0) return "không";
  const [thousands, hundreds, rest] = [Math.floor(value / 1000), Math.floor(value / 100) % 10, value % 100];
  const parts = [
    thousands > 0 ? `${digits[thousands]} nghìn` : "",
    hundreds > 0 || (thousands > 0 && rest > 0) ? `${digits[hundreds]} trăm` : "",
    tens(rest, thousands > 0 || hundreds > 0),
  ];
  return parts.filter(Boolean).join(" ");
}

/** As decisions count people and collectives: "02 (hai)". */
export const counted = (value: number): string => `${String(value).padStart(2, "0")} (${inWords(value)})`;
