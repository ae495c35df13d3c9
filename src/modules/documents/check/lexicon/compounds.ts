/**
 * Words of two syllables that officialese lives on. A pair with the same letters and other marks ("bẩu cử", "hướng dẩn")
 * is a slip, unless those marks make another word (`also`) or what follows shows that they do (`unless`). Tone on the
 * first vowel; both styles of placing it are read.
 */
export type Compound = { right: string; also: readonly string[]; unless?: RegExp };

const plain = `tuyên truyền, hướng dẫn, thực hiện, triển khai, kiểm tra, giám sát, tổ chức, kế hoạch, báo cáo, chỉ thị, nghị quyết,
quyết định, hội nghị, xã hội, nhân dân, phối hợp, giải quyết, bảo đảm, đảm bảo, nội dung, thẩm quyền, nguyện vọng, bầu cử, ứng cử, cử tri,
đại biểu, hội đồng, mặt trận, tổ quốc, chính quyền, chính sách, địa phương, địa bàn, trách nhiệm, nhiệm vụ, nhiệm kỳ, thời gian, thời hạn,
xây dựng, phong trào, khen thưởng, tuyên dương, biểu dương, đoàn viên, hội viên, đảng viên, ủy ban, cấp ủy, thông tư, thông báo, thông tin,
tổng kết, chương trình, chủ trì, tham mưu, đôn đốc, đánh giá, định kỳ, phê duyệt, đơn vị, công chức, viên chức, dân vận, dân chủ, kinh tế,
quốc phòng, an ninh, tăng cường, đẩy mạnh, nhân rộng, đối thoại, tọa đàm, vận động, liên quan, quy định, pháp luật, nghị định, khiếu nại,
phản ánh, tiếp nhận, công dân, đề nghị, kết quả, chất lượng, tiêu chí, tiêu chuẩn, mục tiêu, mục đích, yêu cầu, nông dân, phụ nữ, gia đình,
nguồn lực, sáng tạo, sáng kiến, tập trung, tập thể, chuyên môn, chủ tịch, giám đốc, ngân sách, kinh phí, dự toán, quyết toán, thường xuyên,
thường trực, quán triệt, lãnh đạo, chỉ đạo, rà soát, sửa đổi, ban hành, thành lập, kiện toàn, đào tạo, bồi dưỡng, nhận thức, đoàn kết,
dân tộc, tôn giáo, xử lý, quản lý, tài liệu, nghiêm túc, kịp thời, phát huy, phát hiện, phát động, phát triển, khắc phục, xuất sắc, sơ tán`;

const between: readonly Compound[] = [
  { right: "thi đua", also: ["thì đưa", "thì đua", "thi đưa"] },
  { right: "đảng ủy", also: ["đang ủy"] },
  { right: "cơ quan", also: ["có quan", "cơ quân"] },
  { right: "cán bộ", also: ["cần bộ", "căn bộ", "can bộ"] },
  { right: "công tác", also: ["cộng tác", "công tắc"] },
  { right: "văn hóa", also: ["văn hoa", "vẫn hóa"] },
  { right: "tham quan", also: ["thăm quân", "tham quân"] },
  { right: "hằng năm", also: ["hàng năm", "hạng năm", "hàng nấm", "hang năm"] },
  { right: "hỗ trợ", also: ["họ trợ", "hộ trợ"] },
  { right: "kiến nghị", also: ["kiên nghị"] },
  { right: "hiệu quả", also: ["hiểu qua", "hiểu quá"] },
  { right: "số lượng", also: ["sổ lương", "số lương"] },
  { right: "chỉ tiêu", also: ["chi tiêu"] },
  { right: "thanh niên", also: ["thành niên"] },
  { right: "môi trường", also: ["mọi trường", "mỗi trường", "mới trường"] },
  { right: "cá nhân", also: ["cả nhân", "cả nhận", "cả nhẫn"] },
  { right: "thủ trưởng", also: ["thứ trưởng"] },
  { right: "bí thư", also: ["bị thu", "bì thư", "bị thử"] },
  { right: "văn phòng", also: ["văn phong", "vẫn phòng"] },
  { right: "tài chính", also: ["tại chính", "tái chính"] },
  { right: "thường vụ", also: ["thương vụ"] },
  // "tại khoản 1 Điều 2" is right.
  { right: "tài khoản", also: ["tái khoản"], unless: /^tại khoản\s+(?:\d|này|trên)/iu },
];

export const compounds: readonly Compound[] = [...plain.split(/,\s*/u).map((right) => ({ right, also: [] })), ...between];
