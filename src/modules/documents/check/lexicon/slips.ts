/**
 * Slips of the pen that officialese makes again and again: what stands there is a word too, so a spelling checker passes
 * it over. `find` is for NFC text in any case; each must be wrong wherever it stands.
 */
export type Slip = { find: RegExp; right: string };

const slip = (wrong: string, right: string): Slip => ({ find: new RegExp(`(?<!\\p{L})${wrong}(?!\\p{L})`, "giu"), right });

export const slips: readonly Slip[] = [
  slip("cùng cố(?=,|\\.| (?:kiện toàn|nâng cao|tổ chức|và|khối|niềm tin|xây dựng|hệ thống))", "củng cố"),
  slip("tổng kết quả(?= \\d+ năm)", "tổng kết"),
  slip("ban dân(?= (?:tỉnh|huyện|thành|đảng|quận|thị) [uủ][ỷy]| trung ương)", "Ban Dân vận"),
  slip("bcd", "BCĐ"),
  slip("chỉ tịch", "Chủ tịch"),
  slip("găn với", "gắn với"),
  slip("các bộ(?=, công chức)(?<!của các bộ)", "cán bộ"),
  slip("xúc tích", "súc tích"),
  slip("sát nhập", "sáp nhập"),
  slip("xuất xắc", "xuất sắc"),
  slip("suất sắc", "xuất sắc"),
  slip("chuẩn đoán", "chẩn đoán"),
  slip("chín mùi", "chín muồi"),
  slip("bổ xung", "bổ sung"),
  slip("sử lý", "xử lý"),
  slip("xử phạt hành chánh", "xử phạt hành chính"),
  slip("khắc phụ", "khắc phục"),
  slip("sơ sở", "cơ sở"),
  slip(
    "(?<=(?:thực hiện|làm tốt|đẩy mạnh|tăng cường|chỉ đạo|phối hợp) )công(?= (?:tuyên truyền|vận động|dân vận|kiểm tra|giám sát|phối hợp|tổ chức))",
    "công tác",
  ),
  slip(
    "(?<=(?:ubnd|ủy ban nhân dân|công an|điện tử|địa bàn|đảng bộ|toàn|trong|hội nông dân) )tính(?=[,;:.]| (?:và|để|trước|theo|về|năm))",
    "tỉnh",
  ),
  slip(
    "(?<=(?:nghị quyết|chỉ thị|quyết định|kế hoạch|hướng dẫn|công văn|thông báo|kết luận|quy định|nghị định|thông tư|báo cáo) )sổ(?= \\d)",
    "số",
  ),
  slip("(?<=để |cách |và )tỉnh điểm", "tính điểm"),
  slip("luật thi đua khen thưởng", "Luật Thi đua, khen thưởng"),
  slip("luật phòng chống", "Luật Phòng, chống"),
  slip("luật phòng cháy chữa cháy", "Luật Phòng cháy, chữa cháy"),
  slip("vận dộng", "vận động"),
  slip("đột suất", "đột xuất"),
];

/** Small words that never stand twice in a row. */
export const neverDoubled =
  /(?<![\p{L}-])(của|và|các|những|được|cho|với|trong|tại|theo|là|để|về|từ|trên|do|bởi|đến|thực hiện|tổ chức|triển khai|kế hoạch|công tác|nhân dân|xã hội|nhiệm vụ|hội nghị|cán bộ|ban(?! ban hành))[ \n]+\1(?![\p{L}-])/giu;
