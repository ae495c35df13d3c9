import type { Sample } from "../contract.ts";
import { content, lines } from "./line.ts";

const section = (at: string, title: string, text: string, max: string, evidence: string) => ({
  title,
  lines: lines(at, [{ text, max, evidence }]),
});

/** The five parts of one province's table; the split below the parts, and the thresholds, are for the body to write. */
export const friendlyGovernmentSample: Sample = {
  key: "friendly-government",
  title: "Chính quyền thân thiện (bảng 100 điểm, năm phần)",
  about: {
    vi: "Bảng của một tỉnh, chỉ là ví dụ: năm phần 20 - 25 - 20 - 15 - 20. Mức xếp loại là số điền thử. Hãy tách nhỏ tiêu chí và sửa theo quy định của địa phương.",
    en: "One province's table, as an example only: five parts of 20, 25, 20, 15 and 20. The thresholds are placeholders. Split and edit it.",
  },
  rates: ["friendly-government"],
  content: content({
    qualifying: lines("q", [
      { text: "Có bản đăng ký xây dựng mô hình trong năm.", evidence: "Bản đăng ký" },
      { text: "Có tờ trình, báo cáo kết quả và bảng tự chấm điểm.", evidence: "Hồ sơ đề nghị" },
    ]),
    sections: [
      section(
        "a",
        "Dân chủ ở cơ sở và tuyên truyền",
        "Xây dựng, thực hiện quy chế dân chủ ở cơ sở; tuyên truyền về chính quyền thân thiện.",
        "20",
        "Quy chế, kế hoạch, tin bài",
      ),
      section("b", "Cải cách hành chính", "Giải quyết thủ tục đúng hạn, dễ làm, dễ hỏi.", "25", "Số liệu bộ phận một cửa"),
      section("c", "Văn hóa công sở", "Công sở văn minh; cán bộ, công chức ứng xử đúng mực.", "20", "Nội quy, kết quả kiểm tra"),
      section(
        "d",
        "Tiếp xúc, đối thoại, giải quyết đơn thư",
        "Tiếp dân, đối thoại và giải quyết đơn thư đúng quy định.",
        "15",
        "Lịch, biên bản, sổ theo dõi",
      ),
      section("e", "Mức độ hài lòng", "Người dân, tổ chức, doanh nghiệp và cán bộ, công chức hài lòng.", "20", "Kết quả lấy ý kiến"),
    ],
    outcomes: [{ from: "80", word: "Đạt chuẩn", counts: true, noZero: true }],
    unmet: "Chưa đạt chuẩn",
  }),
};
