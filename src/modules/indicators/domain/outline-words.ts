/**
 * The words in which outlines ask for figures: what is counted, in which unit, and what kind of value that makes. Data of
 * the outline reader; all for lower-case composed text.
 */
import type { OutlineValueKind } from "./outline-shapes.ts";

/** Units in which sums are written. A unit of a dictionary may be another of them: the row then asks in the dictionary's. */
export const moneyUnits = ["triệu đồng", "tỷ đồng", "tỉ đồng", "nghìn đồng", "ngàn đồng", "đồng", "trđ", "tr.đ", "vnđ", "vnd"];

const measured = ["km", "ha", "m2", "m²", "m3", "m³", "tấn", "kg", "mét"];

/** Counted things whose stock at a day is meant when words such as "hiện có" stand with them. */
const counted = [
  "lượt người",
  "lượt hộ",
  "lượt",
  "ngày công",
  "công lao động",
  "suất quà",
  "phần quà",
  "suất học bổng",
  "suất",
  "phần",
  "căn nhà",
  "ngôi nhà",
  "nhà",
  "căn",
  "tin, bài",
  "tin bài",
  "tin",
  "bài viết",
  "bài",
  "hội nghị",
  "hội thi",
  "hội thảo",
  "cuộc thi",
  "cuộc",
  "buổi",
  "đợt",
  "lớp",
  "mô hình",
  "điển hình",
  "công trình",
  "phần việc",
  "kiến nghị",
  "ý kiến",
  "vụ việc",
  "vụ",
  "đơn",
  "dự thảo văn bản",
  "dự thảo",
  "văn bản",
  "báo cáo",
  "kế hoạch",
  "hộ gia đình",
  "hộ nghèo",
  "hộ",
  "đoàn viên",
  "hội viên",
  "đảng viên",
  "học viên",
  "đại biểu",
  "cán bộ",
  "người",
  "trường hợp",
  "cá nhân",
  "tập thể",
  "tổ chức",
  "đơn vị",
  "xã",
  "phường",
  "thôn",
  "khu dân cư",
  "khu phố",
  "chi hội",
  "chi đoàn",
  "chi bộ",
  "câu lạc bộ",
  "tổ",
  "nhóm",
  "đội",
  "ban",
  "tuyến đường",
  "cây",
  "sản phẩm",
  "chỉ tiêu",
  "nhiệm vụ",
  "kỳ",
  "ngày",
  "lần",
];

const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");

/** A unit where a text begins, as printed in lower case; null when none of the known ones stands there. */
export function unitAt(low: string): string | null {
  return UNIT_AT.exec(low)?.[1]?.trim() ?? null;
}

const UNIT_AT = new RegExp(String.raw`^\s*(%|(?:${longestFirst([...moneyUnits, ...measured, ...counted])})(?![\p{L}\d]))`, "u");

/** "Số cuộc giám sát", "Tổng số lượt người dự", "Số tiền vận động (triệu đồng)": the unit that a label holds. */
export function unitInLabel(label: string): string | null {
  const low = label.toLowerCase();
  const bracketed = /\(\s*([^()]{1,20})\s*\)\s*$/u.exec(low)?.[1];
  const inBrackets = bracketed === undefined ? null : unitAt(bracketed);
  if (inBrackets) return inBrackets;
  if (/^(?:tỷ lệ|tỉ lệ)/u.test(low)) return "%";
  const after = /^(?:tổng )?số(?: lượng)? (.*)$/su.exec(low)?.[1] ?? low;
  if (/^(?:tiền|kinh phí)/u.test(after) || /^(?:tổng )?(?:kinh phí|giá trị|trị giá)/u.test(low)) return "đồng";
  return unitAt(after);
}

export const isMoney = (unit: string): boolean => moneyUnits.includes(unit.toLowerCase().trim());

/** Whether a unit of measure means a share: "%", "tỷ lệ". */
export const isShare = (unit: string): boolean => /^(?:%|tỷ lệ|tỉ lệ|phần trăm)/u.test(unit.toLowerCase().trim());

const STOCK =
  /(?<!\p{L})(?:hiện có|hiện nay|đang (?:có|duy trì|hoạt động)|duy trì|tính đến|lũy kế|luỹ kế|toàn (?:xã|phường|tỉnh) có)(?!\p{L})/u;

/** The kind of value that a label and a unit speak of; a guess that the editor may change. */
export function valueKindOf(label: string, unit: string): OutlineValueKind {
  const [low, measure] = [label.toLowerCase(), unit.toLowerCase().trim()];
  if (isMoney(measure)) return "money";
  if (isShare(measure) || /^(?:tỷ lệ|tỉ lệ)/u.test(low)) return "ratio";
  if (/(?:có\s*\/\s*không|đã.*\/\s*chưa)/u.test(`${low} ${measure}`)) return "yes-no";
  if (measured.includes(measure)) return "measure";
  if (STOCK.test(low)) return "stock";
  return "count";
}
