/** Posts that sign documents, and what stands round a signature. */
export const posts = [
  "chủ tịch",
  "bí thư",
  "trưởng ban",
  "giám đốc",
  "chánh văn phòng",
  "thủ tướng",
  "bộ trưởng",
  "thứ trưởng",
  "trưởng phòng",
  "trưởng khối",
  "trưởng khoa",
  "hiệu trưởng",
  "trưởng đoàn",
  "tổng thư ký",
  "cục trưởng",
  "vụ trưởng",
  "chi cục trưởng",
  "viện trưởng",
  "chủ nhiệm",
  "tổ trưởng",
  "chỉ huy trưởng",
  "chính trị viên",
  "tư lệnh",
  "chính ủy",
  "trưởng công an",
  "ủy viên thường trực",
  "ủy viên ban thường vụ",
  "trưởng thôn",
  "trưởng khu phố",
] as const;

/** Signing formulas: on behalf of, for, by order of, by authority of, acting. */
export const signedFor = String.raw`(?:T\s?[/.]?\s?M\s?[.,]?|K\s?[/.]?\s?T\s?[.,]?|T\s?[/.]?\s?L\s?[.,]?|TUQ\s?[.,]?|TTL\s?[.,]?|Q\s?[.,])`;

/** Ranks and degrees that may stand before a signer's name. */
export const honours =
  /^(?:(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy)|(?:PGS|GS|TS|ThS|BS|BSCK\w*|KS|LS|CN)\.?,?|Bác sĩ|Tiến sĩ|Thạc sĩ|Đ\/c|Đồng chí|Ông|Bà)\s+/u;
