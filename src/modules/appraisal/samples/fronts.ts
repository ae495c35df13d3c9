import type { Sample } from "../contract.ts";
import { content, lines, metOutcomes } from "./line.ts";

const about = {
  vi: "Gợi ý để bắt đầu, trả lời đạt hoặc chưa đạt. Tiêu chí và cách xếp loại là mẫu; hãy sửa theo hướng dẫn của Mặt trận cấp trên.",
  en: "A start, answered by yes and no. Criteria and classes are a sample; edit them to the guidance of the Front above.",
};

const words = [
  { word: "Hoàn thành xuất sắc nhiệm vụ", missing: 0 },
  { word: "Hoàn thành tốt nhiệm vụ", missing: 1 },
  { word: "Hoàn thành nhiệm vụ", missing: 3 },
];

const front = [
  {
    title: "Tuyên truyền, vận động, tập hợp",
    lines: lines("a", [
      "Nắm và phản ánh kịp thời tình hình Nhân dân.",
      { text: "Tổ chức Ngày hội Đại đoàn kết ở các khu dân cư.", evidence: "Số khu dân cư, ngày tổ chức" },
      { text: "Các cuộc vận động, phong trào có đăng ký, có kết quả.", evidence: "Số mô hình, số công trình" },
    ]),
  },
  {
    title: "Đại diện, giám sát, phản biện",
    lines: lines("b", [
      { text: "Có giám sát, phản biện theo kế hoạch; kiến nghị được theo dõi.", evidence: "Báo cáo giám sát, văn bản trả lời" },
      { text: "Tham gia tổ chức tiếp xúc cử tri, đối thoại.", evidence: "Số cuộc, số ý kiến" },
      "Hướng dẫn Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng hoạt động.",
    ]),
  },
  {
    title: "Tổ chức và báo cáo",
    lines: lines("c", [
      "Thực hiện đúng quy chế, chương trình phối hợp.",
      "Gửi báo cáo đủ, đúng hạn.",
      "Ban Công tác Mặt trận ở khu dân cư hoạt động đều.",
    ]),
  },
];

const board = [
  {
    title: "Hoạt động ở khu dân cư",
    lines: lines("a", [
      "Họp đều, có sổ ghi việc.",
      { text: "Tổ chức Ngày hội Đại đoàn kết ở khu dân cư.", evidence: "Ngày tổ chức, số người dự" },
      "Vận động người dân tham gia các phong trào, có ít nhất một việc làm cụ thể trong năm.",
      "Tham gia hòa giải, nắm và phản ánh ý kiến người dân.",
      "Báo cáo Ủy ban Mặt trận xã, phường đầy đủ.",
    ]),
  },
];

export const frontSamples: Sample[] = [
  {
    key: "front-commune",
    title: "Xếp loại Ủy ban Mặt trận xã, phường",
    about,
    rates: ["front"],
    content: content({ sections: front, outcomes: metOutcomes(front, words), unmet: "Chưa hoàn thành nhiệm vụ" }),
  },
  {
    key: "front-area-board",
    title: "Xếp loại Ban Công tác Mặt trận khu dân cư",
    about,
    rates: ["area-board"],
    content: content({ sections: board, outcomes: metOutcomes(board, words), unmet: "Chưa hoàn thành nhiệm vụ" }),
  },
];
