/**
 * Slips of the pen that officialese makes again and again: what stands there is a word too, so a spelling checker passes
 * it over. `find` is for NFC text in any case; each must be wrong wherever it stands.
 */
export type Slip = { find: RegExp; right: string };

const slip = (wrong: string, right: string): Slip => ({ find: new RegExp(`(?<!\\p{L})${wrong}(?!\\p{L})`, "giu"), right });

export const slips: readonly Slip[] = [
  slip("cùng cố(?=,|\\.| (?:kiện toàn|nâng cao|tổ chức|và|khối|niềm tin|xây dựng|hệ thống))", "củng cố"),
  slip("đôi thoại", "đối thoại"),
  slip("tổng kết quả(?= \\d+ năm)", "tổng kết"),
  slip("ban dân(?= (?:tỉnh|huyện|thành|đảng|quận|thị) [uủ][ỷy]| trung ương)", "Ban Dân vận"),
  slip("bcd", "BCĐ"),
  slip("chỉ tịch", "Chủ tịch"),
  slip("thăm quan", "tham quan"),
  slip("nhận rộng", "nhân rộng"),
  slip("nội dụng", "nội dung"),
  slip("thầm quyền", "thẩm quyền"),
  slip("thẩm quyển", "thẩm quyền"),
  slip("nguyên vọng", "nguyện vọng"),
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
  slip("triễn khai", "triển khai"),
  slip("triển khải", "triển khai"),
  slip("hổ trợ", "hỗ trợ"),
  slip("hướng dẩn", "hướng dẫn"),
  slip("kiễm tra", "kiểm tra"),
  slip("vận dộng", "vận động"),
  slip("tuyền truyền", "tuyên truyền"),
  slip("thưc hiện", "thực hiện"),
  slip("thực hiên", "thực hiện"),
  slip("phối hơp", "phối hợp"),
  slip("bảo đãm", "bảo đảm"),
  slip("giãi quyết", "giải quyết"),
  slip("mật trận", "Mặt trận"),
  slip("chỉ thỉ", "chỉ thị"),
  slip("nghị quyêt", "nghị quyết"),
  slip("hằng nằm", "hằng năm"),
  slip("đột suất", "đột xuất"),
  slip("tọa đám", "tọa đàm"),
  slip("hôi nghị", "hội nghị"),
  slip("xã hôi", "xã hội"),
  slip("quồc phòng", "quốc phòng"),
];

/** Small words that never stand twice in a row. */
export const neverDoubled =
  /(?<![\p{L}-])(của|và|các|những|được|cho|với|trong|tại|theo|là|để|về|từ|trên|do|bởi|đến|thực hiện|tổ chức|triển khai|kế hoạch|công tác)[ \n]+\1(?![\p{L}-])/giu;
