/** Places that answer for themselves: "thôn niêm yết …", "đề nghị quận, huyện vận động …", "Thôn Nà Pán làm điểm". */
import { predicateAt } from "../bodies/index.ts";

const KIND = "(?:thôn|ấp|buôn|xóm|khóm|khu phố|tổ dân phố|khu dân cư|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)";
const KINDS = new RegExp(`(?:các )?${KIND}(?:(?:,? và|,)? (?:các )?${KIND})*(?! hội)(?!\\p{L})`, "uy");
const NAMED = new RegExp(`(?:bản|${KIND}) (?:số )?[\\p{Lu}\\d][\\p{L}\\d]*(?: \\p{Lu}\\p{L}*){0,3}`, "uy");

export type Places = { names: string[]; end: number };

const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/** Places at this offset that something is said to do, or null. */
export function placesAt(text: string, low: string, at: number, end: number): Places | null {
  const names: string[] = [];
  let k = at;
  for (;;) {
    const lower = (text[k] ?? "").toLowerCase() + text.slice(k + 1, k + 60);
    const length = lengthAt(NAMED, lower, 0);
    if (length === 0) break;
    names.push(text.slice(k, k + length));
    k += length;
    const joint = /^(?:, | và |,? và )/u.exec(text.slice(k, k + 6))?.[0].length ?? 0;
    if (joint === 0 || lengthAt(NAMED, text.slice(k + joint, k + joint + 60), 0) === 0) break;
    k += joint;
  }
  if (names.length === 0) {
    const length = lengthAt(KINDS, low, at);
    if (length === 0) return null;
    k = at + length;
    names.push(text.slice(at, k));
  }
  const rest = k + (/^[\s,]*/u.exec(text.slice(k, k + 4))?.[0].length ?? 0);
  return rest < end && predicateAt(low, rest, text) > 0 ? { names, end: rest } : null;
}
