import type { ExemplarKind } from "../../shapes.ts";

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** 0–99: "mười lăm", "hai mươi mốt", "hai mươi tư". */
function upToHundred(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  if (tens === 0) return digits[ones] ?? "";
  const head = tens === 1 ? "mười" : `${digits[tens]} mươi`;
  if (ones === 0) return head;
  if (ones === 5) return `${head} lăm`;
  if (tens > 1 && ones === 1) return `${head} mốt`;
  return tens > 1 && ones === 4 ? `${head} tư` : `${head} ${digits[ones]}`;
}

/** A count below ten thousand in words, as decisions write it: 105 is "một trăm linh năm". */
export function inWords(count: number): string {
  if (count < 100) return upToHundred(count);
  if (count < 1000) {
    const rest = count % 100;
    const head = `${digits[Math.floor(count / 100)]} trăm`;
    if (rest === 0) return head;
    return rest < 10 ? `${head} linh ${digits[rest]}` : `${head} ${upToHundred(rest)}`;
  }
  const rest = count % 1000;
  const head = `${upToHundred(Math.floor(count / 1000))} nghìn`;
  if (rest === 0) return head;
  return rest < 100 ? `${head} không trăm ${rest < 10 ? `linh ${digits[rest]}` : upToHundred(rest)}` : `${head} ${inWords(rest)}`;
}

/** "02 (hai)": counts in a decision stand in figures and in words, so that neither can be changed unseen. */
export const counted = (count: number): string => `${String(count).padStart(2, "0")} (${inWords(count)})`;

/** How a decision counts its kinds, in their order. */
const groups: { kinds: readonly ExemplarKind[]; name: string }[] = [
  { kinds: ["model", "self-government", "friendly-government"], name: "mô hình" },
  { kinds: ["works"], name: "công trình" },
  { kinds: ["creative-activity"], name: "hoạt động sáng tạo" },
  { kinds: ["group"], name: "tập thể điển hình" },
  { kinds: ["person"], name: "cá nhân điển hình" },
];

/** "03 (ba) mô hình, 01 (một) tập thể điển hình và 02 (hai) cá nhân điển hình". */
export function countedKinds(kinds: readonly ExemplarKind[]): string {
  const parts = groups.flatMap(({ kinds: of, name }) => {
    const count = kinds.filter((kind) => of.includes(kind)).length;
    return count === 0 ? [] : [`${counted(count)} ${name}`];
  });
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join(", ")} và ${last}`;
}
