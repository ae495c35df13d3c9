import type { Text } from "../../src/kernel/language.ts";

const roman = ["I", "II", "III", "IV"];

/** A period as people say it: "2026-Q3" → "quý III/2026", "2026-H1" → "6 tháng đầu năm 2026", "2026-11" → "tháng 11/2026". */
export function periodText(period: string): Text {
  const [year = "", part = ""] = period.split("-");
  const number = Number(part.replace(/\D/g, ""));
  if (!/^\d{4}$/.test(year)) return { vi: period, en: period };
  if (part === "") return { vi: `năm ${year}`, en: year };
  if (/^Q[1-4]$/.test(part)) return { vi: `quý ${roman[number - 1]}/${year}`, en: `quarter ${number} of ${year}` };
  if (part === "H1") return { vi: `6 tháng đầu năm ${year}`, en: `first half of ${year}` };
  if (part === "H2") return { vi: `6 tháng cuối năm ${year}`, en: `second half of ${year}` };
  if (part === "9M") return { vi: `9 tháng đầu năm ${year}`, en: `first nine months of ${year}` };
  if (/^W\d\d$/.test(part)) return { vi: `tuần ${number}/${year}`, en: `week ${number} of ${year}` };
  if (/^\d\d$/.test(part)) return { vi: `tháng ${number}/${year}`, en: `${String(number).padStart(2, "0")}/${year}` };
  return { vi: period, en: period };
}
