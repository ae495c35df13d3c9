import type { Sample } from "../contract.ts";
import { content, lines, metOutcomes } from "./line.ts";

const registered = lines("q", [
  { text: "Đã đăng ký với cơ quan phát động, có tên gọi, địa điểm và đơn vị thực hiện rõ ràng.", evidence: "Bản đăng ký" },
  "Nội dung, cách làm đúng chủ trương của Đảng, chính sách, pháp luật của Nhà nước.",
]);

const collective = [
  {
    title: "Đúng việc, đúng lòng dân",
    lines: lines("a", [
      {
        text: "Xuất phát từ việc thật: giải quyết nguyện vọng chính đáng của Nhân dân, việc mới, việc khó, việc cấp bách ở cơ sở.",
        evidence: "Kết quả khảo sát, ý kiến Nhân dân",
      },
      "Nhân dân được biết, được bàn, được quyết định phần việc của mình.",
      { text: "Chủ động, có cách làm sáng tạo; đỡ tốn thời gian, công sức, chi phí mà vẫn có kết quả.", evidence: "So sánh trước và sau" },
    ]),
  },
  {
    title: "Vận động và phối hợp",
    lines: lines("b", [
      "Người làm nắm chắc chủ trương, giải thích dễ hiểu để người dân tự nguyện tham gia.",
      { text: "Có một tổ chức trong hệ thống chính trị trực tiếp lãnh đạo, chỉ đạo.", evidence: "Văn bản phân công" },
      { text: "Huy động được nhiều lực lượng, nguồn lực cùng tham gia.", evidence: "Danh sách lực lượng, ngày công, kinh phí" },
    ]),
  },
  {
    title: "Hiệu quả và sức lan tỏa",
    lines: lines("c", [
      "Hài hòa lợi ích của cá nhân, tập thể và xã hội; được phần đông người dân đồng tình.",
      { text: "Có kết quả thiết thực, đếm được, kiểm tra được so với mục tiêu đã nêu.", evidence: "Số liệu đầu vào, đầu ra" },
      { text: "Giữ được lâu dài, tổng kết được và nơi khác làm theo được.", evidence: "Kế hoạch duy trì, nơi đã học tập" },
    ]),
  },
];

const individual = [
  {
    title: "Gương mẫu",
    lines: lines("a", [
      "Có thành tích nổi bật trong chỉ đạo hoặc thực hiện phong trào “Dân vận khéo”.",
      "Nói đi đôi với làm; không tham nhũng, lãng phí, tiêu cực, không chủ nghĩa cá nhân.",
      "Bản thân và gia đình chấp hành chủ trương, pháp luật, quy định của địa phương; có uy tín, được Nhân dân tin và làm theo.",
    ]),
  },
  {
    title: "Gần dân, hiểu dân",
    lines: lines("b", [
      "Nắm được tình hình Nhân dân, tôn trọng và lắng nghe nguyện vọng chính đáng.",
      "Thường xuyên gặp gỡ, giải thích để người dân hiểu và thực hiện đúng chủ trương, chính sách.",
    ]),
  },
  {
    title: "Cách làm và kết quả",
    lines: lines("c", [
      {
        text: "Có ý tưởng, cách làm sáng tạo giúp kiến nghị chính đáng của người dân được giải quyết kịp thời.",
        evidence: "Việc cụ thể, ngày, kết quả",
      },
      "Tích cực làm ăn chính đáng và giúp đỡ cộng đồng.",
      {
        text: "Kết quả góp phần giải quyết việc mà cấp ủy, chính quyền đang tập trung chỉ đạo và được Nhân dân ghi nhận.",
        evidence: "Xác nhận của khu dân cư",
      },
    ]),
  },
];

const words = [
  { word: "Đề nghị công nhận", missing: 0 },
  { word: "Cần củng cố", missing: 2, counts: false },
];

export const exemplarSamples: Sample[] = [
  {
    key: "exemplar-collective",
    title: "Tiêu chí mô hình, điển hình tập thể “Dân vận khéo”",
    about: {
      vi: "Các tiêu chí chung thường dùng, trả lời đạt hoặc chưa đạt, chưa có điểm. Hãy sửa theo hướng dẫn của cơ quan mình.",
      en: "Criteria in common use, answered by yes and no, without points. Edit them to your own guidance.",
    },
    rates: ["collective"],
    content: content({ qualifying: registered, sections: collective, outcomes: metOutcomes(collective, words), unmet: "Chưa đạt" }),
  },
  {
    key: "exemplar-individual",
    title: "Tiêu chí điển hình cá nhân “Dân vận khéo”",
    about: {
      vi: "Các tiêu chí chung thường dùng cho cá nhân, trả lời đạt hoặc chưa đạt, chưa có điểm. Hãy sửa theo hướng dẫn của cơ quan mình.",
      en: "Criteria in common use for persons, answered by yes and no, without points. Edit them to your own guidance.",
    },
    rates: ["individual"],
    content: content({
      qualifying: lines("q", ["Đã được đơn vị giới thiệu.", "Người được giới thiệu đồng ý tham gia."]),
      sections: individual,
      outcomes: metOutcomes(individual, words),
      unmet: "Chưa đạt",
    }),
  },
];
