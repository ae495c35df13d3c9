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
  "Văn bản",
  "Tờ trình",
  "Báo cáo",
  "Biên bản",
  "Lời kêu gọi",
  "Luật",
  "Lệnh",
] as const;

/** Types that may head a document which this compiler reads. */
export const titleTypes = [
  "Kế hoạch liên tịch",
  "Kế hoạch phối hợp",
  "Kế hoạch",
  "Chương trình phối hợp",
  "Chương trình hành động",
  "Chương trình",
  "Hướng dẫn liên ngành",
  "Hướng dẫn",
  "Quyết định",
  "Quy định",
  "Quy chế phối hợp",
  "Quy chế",
  "Nghị quyết liên tịch",
  "Nghị quyết",
  "Chỉ thị",
  "Thông tri",
  "Thông tư",
  "Kết luận",
  "Đề án",
  "Thông báo kết luận",
  "Thông báo",
  "Phương án",
  "Báo cáo",
  "Tờ trình",
  "Công điện",
  "Đề cương",
  "Thể lệ",
  "Bản đăng ký",
  "Phiếu đăng ký",
  "Biểu mẫu",
] as const;

/**
 * Abbreviation in a symbol → type ("05-CT/TW", "12/KH-UBND"): what a bare number is, and which of several words before it
 * is meant. `QĐ` is a decision or, in the Party, a regulation ("Quy định"): a printed word decides.
 */
export const symbolTypes: Readonly<Record<string, string>> = {
  NQ: "Nghị quyết",
  NQLT: "Nghị quyết liên tịch",
  QĐ: "Quyết định",
  QĐI: "Quy định",
  QYĐ: "Quy định",
  QC: "Quy chế",
  QCPH: "Quy chế phối hợp",
  KL: "Kết luận",
  CT: "Chỉ thị",
  CTR: "Chương trình",
  CTHĐ: "Chương trình hành động",
  CTPH: "Chương trình phối hợp",
  TT: "Thông tư",
  TTLT: "Thông tư liên tịch",
  TB: "Thông báo",
  TBKL: "Thông báo Kết luận",
  HD: "Hướng dẫn",
  HDLN: "Hướng dẫn",
  KH: "Kế hoạch",
  KHLT: "Kế hoạch liên tịch",
  KHPH: "Kế hoạch phối hợp",
  ĐA: "Đề án",
  PA: "Phương án",
  NĐ: "Nghị định",
  PL: "Pháp lệnh",
  CĐ: "Công điện",
  CV: "Công văn",
  TTR: "Tờ trình",
  BC: "Báo cáo",
};

/** The type that a symbol or a number names ("KH-UBND", "05-CT/TW", "01/2014/TTLT-BTP"); null for a letter's ("249/MTTQ-BTT"). */
export function typeOfSymbol(number: string): string | null {
  const groups = number.toUpperCase().split(/[-/&.\s]+/u);
  const first = groups.find((group) => /\p{L}/u.test(group));
  return (first !== undefined && symbolTypes[first]) || null;
}

const escaped = (words: readonly string[]): string => words.map((word) => word.replace(/ /g, "\\s+")).join("|");

/** Source of a regular expression that matches any type; use with the flags "iu". */
export const documentTypePattern = escaped(documentTypes);

/**
 * Number and symbol: "48-KH/TU", "245- HD/BDVTU", "130 /KH-MTTQ-BTT", "34/2007/PL-UBTVQH11", "76/2025/UBTVQH15",
 * "25 - NQ/TW", "85/2015/QH13", "02110/QĐ-UBND", "16 CT/TW". At least one letter group must follow.
 */
export const numberPattern = String.raw`\d{1,5}(?:\s?[/–-]\s?(?:\d{4}\s?/\s?)?|\s(?=[A-ZĐ][A-Za-zĐđ]{1,4}\s?/\s?[A-ZĐ]))[A-ZĐƯa-zđ]{1,14}\d{0,2}(?:\s?[-–&./]\s?(?=[A-ZĐƯ])[A-ZĐƯa-zđ]{1,20}\d{0,4}){0,8}`;

/** Without white space round hyphens and slashes, long dashes as hyphens. */
export function normaliseNumber(printed: string): string {
  return printed
    .replace(/–/g, "-")
    .replace(/\s+/g, "")
    .replace(/[-./]+$/, "");
}
