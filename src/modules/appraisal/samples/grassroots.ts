import type { Rated, Sample } from "../contract.ts";
import { content, lines, metOutcomes } from "./line.ts";

const commune = [
  {
    title: "Dân biết",
    lines: lines("a", [
      {
        text: "Công khai đủ các nội dung phải công khai ở cấp xã, đúng hình thức, đúng hạn.",
        evidence: "Danh mục đã công khai, ngày, hình thức",
      },
      "Người dân hỏi được và nhận được câu trả lời về nội dung đã công khai.",
    ]),
  },
  {
    title: "Dân bàn, dân quyết định",
    lines: lines("b", [
      {
        text: "Việc cộng đồng dân cư bàn và quyết định được tổ chức đúng trình tự, đúng tỷ lệ đồng ý theo luật.",
        evidence: "Biên bản, nghị quyết của cộng đồng dân cư",
      },
      {
        text: "Lấy ý kiến Nhân dân trước khi quyết định việc phải lấy ý kiến; có tiếp thu, giải trình.",
        evidence: "Bảng tổng hợp tiếp thu, giải trình",
      },
    ]),
  },
  {
    title: "Dân kiểm tra, dân giám sát",
    lines: lines("c", [
      { text: "Ban Thanh tra nhân dân hoạt động theo kế hoạch.", evidence: "Kế hoạch, báo cáo" },
      {
        text: "Ban Giám sát đầu tư của cộng đồng được lập cho chương trình, dự án trên địa bàn.",
        evidence: "Quyết định thành lập, biên bản giám sát",
      },
      "Kiến nghị của người dân được trả lời và theo dõi đến cùng.",
    ]),
  },
  {
    title: "Dân thụ hưởng",
    lines: lines("d", ["Kết quả phát triển, an sinh đến đúng người, đúng việc.", "Không có vụ việc mất dân chủ kéo dài."]),
  },
];

const agency = [
  {
    title: "Công khai và bàn bạc",
    lines: lines("a", [
      { text: "Công khai trong cơ quan các nội dung phải công khai.", evidence: "Danh mục, ngày, hình thức" },
      { text: "Tổ chức hội nghị cán bộ, công chức, viên chức, người lao động hằng năm.", evidence: "Nghị quyết hội nghị" },
      { text: "Có quy chế thực hiện dân chủ của cơ quan và được rà soát.", evidence: "Quy chế" },
    ]),
  },
  {
    title: "Giám sát và phục vụ",
    lines: lines("b", [
      { text: "Ban Thanh tra nhân dân của cơ quan hoạt động theo kế hoạch.", evidence: "Kế hoạch, báo cáo" },
      "Kiến nghị trong nội bộ và của người dân được giải quyết.",
      "Không có vụ việc mất dân chủ kéo dài.",
    ]),
  },
];

const enterprise = [
  {
    title: "Dân chủ tại nơi làm việc",
    lines: lines("a", [
      { text: "Có quy chế thực hiện dân chủ tại nơi làm việc, người lao động được góp ý.", evidence: "Quy chế" },
      { text: "Tổ chức hội nghị người lao động.", evidence: "Nghị quyết hội nghị" },
      { text: "Tổ chức đối thoại tại nơi làm việc.", evidence: "Biên bản đối thoại" },
      "Công khai những nội dung người lao động được biết.",
      "Không có tranh chấp lao động tập thể do vi phạm dân chủ.",
    ]),
  },
];

/** Reports ask for the share that does it well; the next class is no part of it. */
const words = [
  { word: "Thực hiện tốt", missing: 0 },
  { word: "Thực hiện khá", missing: 1, counts: false },
  { word: "Trung bình", missing: 2, counts: false },
];

const sample = (rates: Rated, title: string, sections: typeof commune): Sample => ({
  key: `grassroots-${rates}`,
  title,
  about: {
    vi: "Gợi ý theo Luật Thực hiện dân chủ ở cơ sở, trả lời đạt hoặc chưa đạt. Cách xếp loại là mẫu; hãy sửa theo quy định của địa phương.",
    en: "Suggested along the Law on grassroots democracy, answered by yes and no. The classes are a sample; edit them to local rules.",
  },
  rates: [rates],
  content: content({ sections, outcomes: metOutcomes(sections, words), unmet: "Yếu" }),
});

export const grassrootsSamples: Sample[] = [
  sample("commune", "Thực hiện dân chủ ở xã, phường", commune),
  sample("agency", "Thực hiện dân chủ ở cơ quan, đơn vị", agency),
  sample("enterprise", "Thực hiện dân chủ ở doanh nghiệp", enterprise),
];
