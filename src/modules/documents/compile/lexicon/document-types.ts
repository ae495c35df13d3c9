/** Types of official documents (Decree 30/2020 art. 7, Party guidance 36-HD/VPTW, laws), longest name first. */
export const documentTypes = [
  "Nghị quyết liên tịch",
  "Thông báo Kết luận",
  "Kế hoạch liên tịch",
  "Kế hoạch phối hợp",
  "Chương trình phối hợp",
  "Chương trình hành động",
  "Quy chế phối hợp",
  "Thông tư liên tịch",
  "Bộ luật",
  "Nghị quyết",
  "Quyết định",
  "Quy định",
  "Quy chế",
  "Kết luận",
  "Chỉ thị",
  "Thông tri",
  "Thông tư",
  "Thông báo",
  "Thông cáo",
  "Hướng dẫn",
  "Kế hoạch",
  "Chương trình",
  "Đề án",
  "Phương án",
  "Dự án",
  "Chiến lược",
  "Nghị định",
  "Pháp lệnh",
  "Công văn",
  "Công điện",
  "Tờ trình",
  "Báo cáo",
  "Lời kêu gọi",
  "Luật",
  "Lệnh",
] as const;

/** Types that may head a document which this compiler reads. */
export const titleTypes = [
  "Kế hoạch liên tịch",
  "Kế hoạch phối hợp",
  "Kế hoạch",
  "Chương trình hành động",
  "Chương trình",
  "Hướng dẫn",
  "Quyết định",
  "Quy định",
  "Quy chế",
  "Nghị quyết",
  "Chỉ thị",
  "Thông tri",
  "Kết luận",
  "Đề án",
  "Thông báo",
  "Phương án",
  "Báo cáo",
] as const;

const escaped = (words: readonly string[]): string => words.map((word) => word.replace(/ /g, "\\s+")).join("|");

/** Source of a regular expression that matches any type; use with the flags "iu". */
export const documentTypePattern = escaped(documentTypes);

/**
 * Number and symbol: "48-KH/TU", "245- HD/BDVTU", "130 /KH-MTTQ-BTT", "34/2007/PL-UBTVQH11", "76/2025/UBTVQH15",
 * "25 - NQ/TW", "85/2015/QH13", "02110/QĐ-UBND". At least one letter group must follow.
 */
export const numberPattern = String.raw`\d{1,5}\s?[/-]\s?(?:\d{4}\s?/\s?)?[A-ZĐƯa-zđ]{1,12}\d{0,2}(?:\s?[-–&./]\s?(?=[A-ZĐƯ])[A-ZĐƯa-zđ]{1,14}\d{0,4}){0,5}`;

/** Without white space round hyphens and slashes, long dashes as hyphens. */
export function normaliseNumber(printed: string): string {
  return printed
    .replace(/–/g, "-")
    .replace(/\s+/g, "")
    .replace(/[-./]+$/, "");
}
